"""Where a reader finds a part: the number of its paragraph, or of its table and row."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.document.composed import Part


def numbered(parts: Sequence[Part]) -> list[Part]:
    """`parts` with their places: paragraphs (headings and list items too) counted from 1, and tables with their
    rows; a part that has a place already keeps it.
    """
    counts = {"paragraph": 0, "table": 0, "row": 0}
    placed = []
    before = ""
    for part in parts:
        kind = "row" if part.kind in ("row", "header") else "paragraph"
        if kind == "row" and before != "row":
            counts["table"] += 1
            counts["row"] = 0
        counts[kind] += not part.place
        before = kind
        placed.append(part if part.place else part._replace(place=_place(kind, counts)))
    return placed


def _place(kind: str, counts: dict[str, int]) -> tuple[tuple[str, int], ...]:
    if kind == "row":
        return (("table", counts["table"]), ("row", counts["row"]))
    return (("paragraph", counts["paragraph"]),)
