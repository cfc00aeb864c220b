"""A sentence half read: its values by sort."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.reading.frame import Frame
from factcheck.reading.value import Value

SCOPED = ("count", "share")


class Reading(NamedTuple):
    """A sentence half read: its values by sort; `qualifiers` are the words of scales that qualify a count, by the
    place of the count."""

    frame: Frame
    found: Sequence[Value]
    words: Sequence[Value]
    counts: Sequence[Value]
    qualifiers: Mapping[int, Sequence[Value]]

    @property
    def real_counts(self) -> list[Value]:
        """The counts that are no shares."""
        return [value for value in self.counts if value.kind == "count"]

    def qualified_by(self, word: Value) -> list[Value]:
        """The counts that a word of a scale qualifies."""
        return [count for count in self.real_counts if word in self.qualifiers[count.at]] if self.counts else []
