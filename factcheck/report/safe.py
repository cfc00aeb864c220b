"""Text of articles, packs and names of files made harmless for a terminal, a log or whoever reads a report.

The one place that says which characters steer: all outputs come here (tests/report/test_steering.py).
"""

from __future__ import annotations

import re

from factcheck.cache.patterns import compiled
from factcheck.typed import TextIO

STEERING = "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
"""Control characters of both sets, ends of lines, marks of writing direction (they can turn a line round), lone
surrogates: as the inside of a class of characters in a pattern."""
_HARMFUL = compiled(f"[{STEERING}]")
_BLANK = compiled("[\t\n\r\x0b\x0c\x85\u2028\u2029]")


def printable(text: str) -> str:
    """`text` on one line, same length: line ends and tabs as blanks, other control characters as '\ufffd'."""
    if text.isascii() and text.isprintable():
        return text
    return _HARMFUL.sub("\ufffd", _BLANK.sub(" ", text))


def escaped_json(written: str) -> str:
    """JSON on one line with what steers as escapes: the same value, harmless where it is shown."""
    return written if written.isascii() and "\x7f" not in written else _HARMFUL.sub(_escape, written)


def _escape(char: re.Match[str]) -> str:
    return f"\\u{ord(char[0]):04x}"


def say(line: str, out: TextIO | None = None) -> None:
    """Prints a line that may hold text of articles, packs or names of files; on standard output where none is named."""
    print(printable(line), file=out)
