"""Markdown's and HTML's marks blanked, character for character.

Every pattern is bounded, so that a hostile file costs what a long one does. The marks of headings, lists and
tables are left to `layout`.
"""

from __future__ import annotations

import re

from factcheck.cache.patterns import compiled
from factcheck.document.layout.normalise import blank, blanked, normalise

_FENCE_LINE = compiled(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)
_ENCLOSED = (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"))
_STRUCK = compiled(r"~~(?=\S)[^~\n]{1,2000}~~|<(s|del|strike)>(?:(?!</\1>)[^\x00]){0,2000}</\1>", re.IGNORECASE)
"""What the desk struck out: it stands there, and is not the article's."""
_CODE = compiled(r"(?<!`)`[^`\n]{1,500}`(?!`)")
_TARGET = r"\](?:\((?:[^()\n]|\([^()\n]{0,300}\)){0,2000}\)|\[[^\[\]\n]{0,200}\])"
_IMAGE = compiled(rf"!\[[^\[\]\n]{{0,500}}{_TARGET}")
_LINK = compiled(rf"\[([^\[\]\n]{{0,500}})({_TARGET})")
_DEFINITION = compiled(r"^ {0,3}\[[^\[\]\n^]{1,200}\]:[ \t]*\S.*$", re.MULTILINE)
_NOTE = compiled(r"\[\^[^\[\]\s]{1,60}\]:?")
_TAG = compiled(r"</?[A-Za-z][^<>]{0,1000}>|<[A-Za-z][A-Za-z0-9+.-]{1,30}:[^\s<>]{0,2000}>")
# Behind a line end, so that the search can leap from line to line.
_RULE = compiled(r"\n {0,3}(?:([-*_])(?:[ \t]*\1){2,}|={2,})[ \t]*$", re.MULTILINE)
_QUOTE = compiled(r"^ {0,3}(?:>[ \t]?){1,9}", re.MULTILINE)
_ESCAPE = compiled(r"\\(?=[!-/:-@\[-`{-~])")
_STARS = compiled(r"\*(?:(?<!\S.)\*{0,2}(?=\S)|(?<=\S.)\*{0,2})")
_UNDERSCORES = compiled(r"(?<![0-9A-Za-z_])_{1,3}(?=\S)|(?<=[^\s_])_{1,3}(?![0-9A-Za-z_])")
_ENTITY = compiled(r"&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([a-z]{2,6}));")
_ENTITIES = {
    "nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "ndash": "–", "mdash": "–",
    "lsquo": "'", "rsquo": "'", "ldquo": '"', "rdquo": '"', "hellip": "…", "shy": " ", "thinsp": " ",
}  # fmt: skip


def mask_markup(plain: str) -> str:
    """`plain` with code, comments, tags, link targets, images and marks of emphasis blanked, same length."""
    plain = _mask_fences(plain) if "```" in plain or "~~~" in plain else plain
    plain = _CODE.sub(blanked, plain) if "`" in plain else plain
    plain = _STRUCK.sub(blanked, plain) if "~~" in plain or "</" in plain else plain
    plain = _TAG.sub(blanked, _mask_enclosed(plain)) if "<" in plain else plain
    plain = _mask_links(plain) if "[" in plain else plain
    plain = _QUOTE.sub(blanked, plain) if ">" in plain else plain
    plain = _RULE.sub(blanked, "\n" + plain)[1:]
    plain = _ENTITY.sub(_entity, plain) if "&" in plain else plain
    return _mask_emphasis(plain)


def _mask_fences(plain: str) -> str:
    """Code between fences blanked; a fence that is never closed reaches to the end, as CommonMark has it."""
    pieces, at, opened = [], 0, ""
    for fence in _FENCE_LINE.finditer(plain):
        if not opened:
            pieces.append(plain[at : fence.start()])
            opened, at = fence[1], fence.start()
        elif fence[1].startswith(opened):
            pieces.append(blank(plain[at : fence.end()]))
            opened, at = "", fence.end()
    rest = plain[at:]
    return "".join((*pieces, blank(rest) if opened else rest))


def _mask_enclosed(plain: str) -> str:
    """Comments, scripts and styles blanked; one that is never closed is left as it is."""
    for opening, closing in _ENCLOSED:
        pieces, at = [], 0
        while (start := plain.find(opening, at)) >= 0 and (end := plain.find(closing, start)) >= 0:
            end += len(closing)
            pieces += [plain[at:start], blank(plain[start:end])]
            at = end
        plain = "".join((*pieces, plain[at:]))
    return plain


def _mask_links(plain: str) -> str:
    for pattern in (_IMAGE, _DEFINITION, _NOTE):
        plain = pattern.sub(blanked, plain)
    return _LINK.sub(lambda link: f" {link[1]}{' ' * len(link[2])}", plain)


def _mask_emphasis(plain: str) -> str:
    plain = _ESCAPE.sub(" ", plain) if "\\" in plain else plain
    plain = _STARS.sub(blanked, plain) if "*" in plain else plain
    plain = _UNDERSCORES.sub(blanked, plain) if "_" in plain else plain
    return plain.replace("~~", "  ")


def _entity(entity: re.Match[str]) -> str:
    """The character that an entity stands for, and blanks to the same length; unknown ones stay."""
    decimal, hexadecimal, name = entity.groups()
    code = int(decimal) if decimal else int(hexadecimal, 16) if hexadecimal else 0
    char = chr(code) if 0x20 <= code < 0xD800 else _ENTITIES.get(name or "", "")
    return normalise(char).ljust(len(entity.group())) if char else entity.group()
