"""A distance between two, or a change of one, that is one slip off the difference of the values told.

Wrong: Ombudsman menilai kepatuhan 2024: Kota Jambi 93,68, Kabupaten Bungo 84,04. Jarak keduanya 9,46 poin.
Right: Ombudsman menilai kepatuhan 2024: Kota Jambi 93,68, Kabupaten Bungo 84,04. Jarak keduanya 9,64 poin.
Why: the figure stands with a word of distance ("selisih", "jarak", "unggul", "lebih rendah") or of change, counts
    points, rupiah or votes, and no two values that the draft tells of one year or one subject differ by it; one slip
    of the finger makes it the difference of two who are named in its sentence or near before it, of one year, or of
    two values of the one who is told of, and of no other two of them. One of the two may be what only the reference
    has: that of the country, or of the year before. Hedged figures, wishes and conditions are left alone.
Silence: `wrong-distance` under `ignore` in the configuration, or `[sic]` behind the figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.changes.distances import Apart, missed_distances
from factcheck.checks.declare import rule
from factcheck.checks.subject_needs import distanced
from factcheck.judging.case import Case
from factcheck.messages import message
from factcheck.model import Evidence, Finding, Suggestion

RULE = "wrong-distance"


@rule(RULE, "error", after="wrong-percentage", needs=distanced, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each distance that one slip parts from the difference of two who are told of beside it."""
    return (_finding(case, apart) for apart in missed_distances(case))


def _finding(case: Case, apart: Apart) -> Finding:
    from factcheck.checks.figures.odd_one import figure_of, spelled_like
    from factcheck.checks.wording import as_written

    number = apart.number
    right = spelled_like(case.document, number, apart.size)
    larger, smaller = (as_written(case, told.claim, told.value) for told in (apart.one, apart.other))
    row = f"{larger} - {smaller} = {right}"
    return Finding(
        RULE,
        "error",
        message("{text} is not the difference: {row}.", text=figure_of(case.document, number), row=row),
        number.start,
        number.end,
        tuple(claim.id for claim in (apart.one.claim, apart.other.claim)),
        expected=right,
        suggestions=(Suggestion(*number.figure, right),),
        evidence=(Evidence("arithmetic", "", apart.size, row),),
    )
