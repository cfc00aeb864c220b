"""Look-alike characters made plain, one for one, so that every offset stays what it was."""

from __future__ import annotations

import re

from factcheck.cache.patterns import compiled

_BLANKS = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
# Invisible: soft hyphen, zero-width blanks and joiners, marks of writing direction, a stray byte order mark.
_INVISIBLE = "\u00ad\u061c\u180e\u2060\u2061\u2062\u2063\u2064\ufeff" + "".join(
    map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
_CONTROLS = "".join(map(chr, (*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0)))).replace("\x85", "")
_NEWLINES = "\x0b\x0c\x85\u2028\u2029"
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4"
_DOUBLE = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_HYPHENS = "\u2010\u2011\ufe63"
_DASHES = "\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b\ufe58"
_SLASHES = "\u2044\u2215"

TABLE: dict[int, str] = {
    **dict.fromkeys(map(ord, _BLANKS + _INVISIBLE + _CONTROLS), " "),
    **dict.fromkeys(map(ord, _NEWLINES), "\n"),
    **dict.fromkeys(map(ord, _HYPHENS), "-"),
    **dict.fromkeys(map(ord, _DASHES), "–"),
    **dict.fromkeys(map(ord, _SLASHES), "/"),
    **{wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, _SINGLE), "'"),
    **dict.fromkeys(map(ord, _DOUBLE), '"'),
}
"""Code point to the plain character that stands for it in `Document.plain`."""

_ASCII = "".join(TABLE.get(code, chr(code)) for code in range(0x80))
_ODD = compiled("[" + "".join(re.escape(chr(code)) for code, plain in TABLE.items() if chr(code) != plain) + "]")
_URL = compiled(r"(?:https?://|www\.)[^\s<>\"]{1,2000}", re.IGNORECASE)


def normalise(text: str) -> str:
    """`text` in plain characters, same length: blanks ' ', line ends '\\n', quotes ' and ", dashes '–'."""
    plain = text.translate(_ASCII) if text.isascii() else _translated(text)
    return plain.replace("\r\n", " \n").replace("\r", "\n") if "\r" in plain else plain


def _translated(text: str) -> str:
    """`text` with each of its odd characters made plain, one kind after the other: an article has three or four."""
    at = 0
    while odd := _ODD.search(text, at):
        text = text.replace(odd[0], TABLE[ord(odd[0])])
        at = odd.end()
    return text


def mask_addresses(plain: str) -> str:
    """Web addresses blanked: the figures in `/2024/11/28/` are nobody's claim."""
    return _URL.sub(blanked, plain) if "://" in plain or "www." in plain.lower() else plain


def blanked(match: re.Match[str]) -> str:
    """Blanks as long as the match, line ends kept."""
    return blank(match.group())


def blank(piece: str) -> str:
    """Blanks as long as `piece`, line ends kept."""
    if not piece.strip(" \n"):  # as most that stands between blocks
        return piece
    return "\n".join([" " * len(line) for line in piece.split("\n")]) if "\n" in piece else " " * len(piece)
