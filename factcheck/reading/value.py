"""What a mention is read as before it is bound."""

from typing import NamedTuple

from factcheck.model import Span
from factcheck.model import Value as Stated


class Value(NamedTuple):
    """A mention read as a value: its place in the sentence, the kind of claim, what it states and where.

    `group` and `of` are set for ranks ("36 dari 98 kota"), `group` and `condition` for counts and shares;
    `unit` is point, step, entity or share for differences.
    """

    at: int
    kind: str
    pack: str
    measure: str
    value: Stated
    start: int
    end: int
    group: str = ""
    of: int = 0
    of_span: Span | None = None
    condition: str = ""
    unit: str = ""
