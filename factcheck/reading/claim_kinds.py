"""The kinds of claims: one row for each, and one for the value of a measure, whatever the pack calls it."""

from collections.abc import Mapping

from factcheck.typed import NamedTuple


class Kind(NamedTuple):
    """What is true of every claim of a kind.

    `reader` is the module that reads it, `rule` the one that flags it where the reference has it otherwise.

    per_group   it says something of many together: how many, what part of them
    of_measure  its value is one that a measure takes, so that scale and band are asked
    ordered     it is a place in an order, first and last among them
    comparing   it holds values of several years or entities against each other, so it is of none of them alone
    in_turn     several may stand in a row, each with its year or name in turn
    dated       its year may be a slip of the pen
    repeated    two articles that state it of one subject and year cannot both be right
    """

    name: str
    reader: str
    rule: str
    per_group: bool = False
    of_measure: bool = False
    ordered: bool = False
    comparing: bool = False
    in_turn: bool = True
    dated: bool = True
    repeated: bool = False


VALUE = Kind("value", "reading/values/scores.py", "wrong-value", of_measure=True, repeated=True)
"""The value of a measure; the kind of its claims is the name of the measure."""
KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("rank", "reading/values/ranks.py", "wrong-rank", ordered=True, repeated=True),
        Kind("count", "reading/values/counts.py", "wrong-count", per_group=True, in_turn=False, repeated=True),
        Kind("share", "reading/values/counts.py", "wrong-share", per_group=True, in_turn=False, dated=False),
        Kind("difference", "reading/values/change_sizes.py", "wrong-change", comparing=True, in_turn=False),
        Kind("extreme", "reading/values/extremes.py", "wrong-extreme", of_measure=True, ordered=True, comparing=True),
        Kind("law", "reading/laws.py", "wrong-law", dated=False),
        Kind("date", "language/dates.py", "wrong-weekday", dated=False),
        Kind("name", "reading/people/find.py", "wrong-name", dated=False),
        Kind("figure", "reading/bind/leftover_figures.py", "", dated=False),
    )
}


class _Rows(dict[str, Kind]):
    """The row of a kind; that of a value for the name of a measure."""

    def __missing__(self, name: str) -> Kind:
        self[name] = VALUE  # of measures there are few
        return VALUE


kind_of = _Rows(KINDS).__getitem__
"""The row of a kind; that of a value for the name of a measure."""
