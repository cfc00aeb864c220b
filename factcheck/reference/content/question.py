"""A question put to the facts, ranks or counts of a reference: what its answers are kept by."""

from factcheck.typed import NamedTuple


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
