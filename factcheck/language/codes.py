"""Figures that count nothing: parts of names, telephone numbers, addresses of the web."""

from __future__ import annotations

from factcheck.cache.patterns import compiled

LINK = compiled(r"(?:https?://|www\.)[^\s<>()\"]{1,2000}|[a-z0-9][a-z0-9._%+-]{0,80}@[a-z0-9.-]{2,80}")
# 0811-955-3737, (024) 831-1174, +62 811 9553; a chain of three figures (4-3-3, 21-04-17) is a code too.
PHONE = compiled(r"[0-9]+[0-9() -]{0,20}[0-9]")
CHAIN = compiled(r"[0-9]{1,12}-[0-9]{1,12}-[0-9-]{1,20}")


def link_spans(low: str) -> list[tuple[int, int]]:
    """Where the web and mail addresses of the folded text are; nearly free where there are none."""
    if "://" not in low and "www." not in low and "@" not in low:
        return []
    return [match.span() for match in LINK.finditer(low)]


def phone_end(low: str, start: int, end: int) -> int:
    """Where the telephone number or chain of figures ends that begins at `start`; 0 where none does."""
    zero = low[start] == "0" and end - start > 2 and low[start:end].isdigit()
    if zero or low.startswith("+62", start - 1):
        match = PHONE.match(low, start)
        return match.end() if match else end
    chain = CHAIN.match(low, start) if low[end : end + 1] == "-" else None
    return chain.end() if chain else 0


def is_code(low: str, start: int, end: int) -> bool:
    """Whether the figure `start`..`end` is part of a word, a code or a path.

    COVID-19, B-12, 252/KEP/2024, jambi.go.id/2024; but not II/2019, 25/2009, 10-11.
    """
    before, after = low[start - 1 : start], low[end : end + 1]
    if before == " " and after not in ("_", "/"):
        return False
    if before.isalnum() or before in ("_", "@") or after == "_":
        return True
    if before == "-" and low[start - 2 : start - 1].isalpha():
        return True
    return "/" in (before, after) and _is_path(low, start, end)


def _is_path(low: str, start: int, end: int) -> bool:
    left = low[max(0, start - 40) : start].split()[-1:] or [""]
    right = low[end : end + 40].split()[:1] or [""]
    token = (left[0] if not low[start - 1].isspace() else "") + (right[0] if not low[end : end + 1].isspace() else "")
    letters = any(char.isalpha() for char in token)
    return letters and (token.count("/") > 1 or "." in token.rstrip(".").split("/")[0])
