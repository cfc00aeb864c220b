"""trafilatura's opinion of what the article of a page is, where it is installed (the extra `html`).

It gives words without their places, so it only chooses among the parts that were found with theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from factcheck.document.html.page_parts import PagePart

Extract = Callable[..., str | None]

LEAST_SHARE = 0.5
"""Of the characters found, how many it must keep to be believed; it takes lists of figures for menus at times."""
LONGEST = 3_000_000
"""Characters: it takes a second for each million."""
SHORTEST = 12
"""Characters: shorter parts are found in any text by chance and stay."""


def extracted(text: str, parts: Sequence[PagePart]) -> list[PagePart]:
    """`parts` without those that trafilatura leaves out; all where it is not installed or leaves out too much."""
    extract = _extractor()
    if extract is None or len(text) > LONGEST:
        return list(parts)
    kept_text = _squeezed(_extract(extract, text))
    kept = [part for part in parts if _stays(part, kept_text)]
    enough = sum(part.size for part in kept) >= LEAST_SHARE * sum(part.size for part in parts)
    return kept if enough else list(parts)


def _stays(part: PagePart, kept_text: str) -> bool:
    structured = part.part.kind in ("heading", "row", "header", "caption")
    words = _squeezed(part.part.text)
    return structured or len(words) <= SHORTEST or words in kept_text


def _squeezed(text: str) -> str:
    """Letters and figures only: how blanks, quotes and marks of emphasis are given differs."""
    return "".join(filter(str.isalnum, text)).lower()


def _extract(extract: Extract, text: str) -> str:
    return extract(text, include_comments=False, include_tables=True, favor_recall=True) or ""


@cache
def _extractor() -> Extract | None:
    """trafilatura's function; None where it, or one of the packages it needs, is missing."""
    import logging

    try:
        from trafilatura import extract
    except ImportError:
        return None
    logging.getLogger("trafilatura").propagate = False  # it warns on standard error of pages it finds empty
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return extract  # type: ignore[no-any-return, unused-ignore]
