"""Text of an article made harmless for a terminal or a log."""

from __future__ import annotations

from factcheck.cache.patterns import compiled

# Control characters of both sets, marks of writing direction (they can turn a line round), lone surrogates.
_HARMFUL = compiled("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_BLANK = compiled("[\t\n\r\x0b\x0c\x85\u2028\u2029]")


def printable(text: str) -> str:
    """`text` on one line, same length: line ends and tabs as blanks, other control characters as '\ufffd'."""
    if text.isascii() and text.isprintable():
        return text
    return _HARMFUL.sub("\ufffd", _BLANK.sub(" ", text))
