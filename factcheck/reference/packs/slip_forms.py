"""What may be said of a slip that a pack holds: of which measures it can be, and of what form its value then is."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.reference.packs.info import PackInfo

MEASURES: Mapping[str, str] = {"rank": "whole", "count": "number", "date": "date", "scale": "text"}
"""What errata may be about beside the measures of their pack: the form of the value (a key of `FORMS`, or text)."""


def form_of(info: PackInfo, measure: str) -> str:
    """The form of the values of a measure, empty where the pack has no such measure."""
    if measure in MEASURES:
        return MEASURES[measure]
    stated = info.measures.get(measure)
    return "" if stated is None else "number" if stated.type == "number" else "text"
