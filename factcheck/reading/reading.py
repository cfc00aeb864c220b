"""A sentence half read: its values by sort, with the year of each."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.reading.context import Bound
from factcheck.reading.frame import Frame
from factcheck.reading.value import Value

SCOPED = ("count", "share")


class Reading(NamedTuple):
    """A sentence half read: its values by sort, and the periods found for them."""

    frame: Frame
    found: list[Value]
    words: list[Value]
    counts: list[Value]
    periods: dict[int, Bound]
