"""An age, or the number of an anniversary, that the first day and the day it is told of do not give.

Wrong: Pelukis kelahiran 3 Mei 1958 itu wafat pada Senin (13/1/2025) dalam usia 76 tahun.
Right: Pelukis kelahiran 3 Mei 1958 itu wafat pada Senin (13/1/2025) dalam usia 66 tahun.
Why: one sentence has the birth, the death with its day and one age; or says how old somebody is now, which the day of
    publication tells. The year that is being lived passes too (66 and 67), and where only the year of birth is told
    both ages of that year. Nothing is said where the sentence names a father, a mother or a child.
    The anniversary of what the reference knows the first day of ("HUT ke-79 Kemerdekaan RI … 17 Agustus 2025") is
    counted where its day is told, or where the draft was published around it; that of what the same sentence says when
    it began ("berdiri pada 5 Mei 1975 … ulang tahun ke-50") in the year of publication. A headline of half a century
    ("Setengah Abad di Panggung") is held against the first year of the text, with which it says that something began.
Silence: `wrong-age` under `ignore` in the configuration, or `[sic]` behind the number.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks.declare import rule
from factcheck.checks.needs import born, jubilees, ordinals_kept
from factcheck.judging.case import Case
from factcheck.messages import message
from factcheck.model import Evidence, Finding, Suggestion

RULE = "wrong-age"


@rule(RULE, "warning", after="wrong-duration", needs=born, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding for each age of a case that its dates do not give."""
    from factcheck.checks.ages.told_ages import odd_ages
    from factcheck.checks.figures.odd_one import figure_of, spelled_like

    text = case.document.text
    for odd in odd_ages(case):
        right = spelled_like(case.document, odd.number, Decimal(odd.right))
        since, then = text[slice(*odd.born)], text[slice(*odd.later)]
        row = since if odd.later == odd.born else f"{since} - {then}"
        yield Finding(
            RULE,
            "warning",
            message("{text} does not follow: {row}.", text=figure_of(case.document, odd.number), row=f"{row}: {right}"),
            odd.number.start,
            odd.number.end,
            expected=right,
            suggestions=(Suggestion(*odd.number.figure, right),),
            evidence=(Evidence("calendar", "", Decimal(odd.right), row),),
        )


@rule(RULE, "warning", after=RULE, needs=ordinals_kept)
def check_anniversaries(case: Case) -> Iterator[Finding]:
    """A finding for each anniversary whose number is not that of its year."""
    from factcheck.checks.ages.anniversaries import odd_anniversaries
    from factcheck.checks.figures.odd_one import figure_of, spelled_like

    for odd in odd_anniversaries(case):
        right = spelled_like(case.document, odd.number, Decimal(odd.right))
        row = f"{odd.year} - {odd.first[:4]} = {odd.right}"
        yield Finding(
            RULE,
            "warning",
            message("{text} does not follow: {row}.", text=figure_of(case.document, odd.number), row=row),
            odd.number.start,
            odd.number.end,
            expected=right,
            suggestions=(Suggestion(*odd.number.figure, right),),
            evidence=(Evidence(odd.source, "", odd.first, odd.row),),
        )


@rule(RULE, "warning", after=RULE, needs=jubilees, itself=True)
def check_jubilees(case: Case) -> Iterator[Finding]:
    """A finding at each number of decades or centuries in a headline that the first year of the text does not give."""
    from factcheck.checks.ages.jubilees import odd_jubilees

    for odd in odd_jubilees(case):
        row = f"{odd.now} - {odd.first} = {odd.now - odd.first}"
        said = message("{text} does not follow: {row}.", text=case.document.text[slice(*odd.place)], row=row)
        proof = Evidence("calendar", "", Decimal(odd.now - odd.first), row)
        yield Finding(RULE, "warning", said, *odd.place, evidence=(proof,))
