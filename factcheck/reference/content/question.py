"""What answers of a reference are kept by: a question put to its facts, ranks or counts; the key of a value among all
packs, where a figure tells whose it is."""

from __future__ import annotations

from decimal import Decimal

from factcheck.model import Entry
from factcheck.typed import NamedTuple

TELLING = 3
"""A value of so many digits without its trailing zeros may be printed with four: 98,90."""
COMMON = 64
"""A value that more than so many bear tells nothing."""


def bearer_key(value: Decimal) -> str:
    """A value without trailing zeros as a key; empty where it has fewer than three digits."""
    written = f"{value.normalize():f}"
    return written if len(written.lstrip("0.").replace(".", "").replace("-", "")) >= TELLING else ""


def edition_key(entry: Entry) -> str:
    """What the edition of a contest that a row is of is called."""
    return "\t".join((entry.pack, entry.entity, entry.contest, entry.day))


class Question(NamedTuple):
    """What is asked of the facts, ranks or counts: `names` are the fields of a key of its shelf and `words` what they
    are to be, `place` the number of the key; `period` and `pack` are empty where any will do."""

    role: str
    place: int
    names: tuple[str, ...]
    words: tuple[str, ...]
    period: str
    pack: str

    @property
    def fields(self) -> dict[str, str]:
        """The fields of a fact that are asked for, with what they are to be."""
        wanted = dict(zip(self.names, self.words, strict=True))
        return {**wanted, "period": self.period} if self.period else wanted
