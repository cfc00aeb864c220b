"""A figure of the headline that the text has otherwise.

Wrong: Banjir Lebak, 1.243 Jiwa Mengungsi … Sebanyak 1.234 jiwa mengungsi, kata kepala badan itu.
Right: Banjir Lebak, 1.234 Jiwa Mengungsi … Sebanyak 1.234 jiwa mengungsi, kata kepala badan itu.
Why: the text never has the figure of the headline, neither rounded nor as a sum or difference of two of its own, and
    has one of the same unit or of the same thing that is one slip of the finger away. Of figures of two digits the slip
    must be their order (17, 71). Where the text has its figure once only, either may be wrong, and both repairs are
    offered. How many are dead, hurt, caught or missing is held by what is said of them, in words and in figures ("Tiga
    Orang Tewas … empat orang meninggal"), where the text tells one number of them and none that makes the other.
Silence: `wrong-headline` under `ignore` in the configuration, or `[sic]` behind the figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.declare import rule
from factcheck.checks.figures.headline_figures import HeadlineFigure, headline_figures
from factcheck.checks.figures.odd_one import spelled_like
from factcheck.checks.needs import headline_counts
from factcheck.judging.case import Case
from factcheck.judging.grounds.ground import Ground
from factcheck.messages import message
from factcheck.model import Evidence, Finding, Suggestion

RULE = "wrong-headline"


@rule(RULE, "warning", after="wrong-scale", needs=headline_counts, ground=Ground.SLIP, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each figure of the headline that is one slip away from that of the text."""
    from factcheck.checks.figures.headline_states import headline_states

    found = list(headline_figures(case))
    told = {one.number.start for one in found}
    for one in (*found, *(one for one in headline_states(case) if one.number.start not in told)):
        yield _finding(case, one)


def _finding(case: Case, one: HeadlineFigure) -> Finding:
    text, told = case.document.text, one.told[0]
    written, right = (text[slice(*each.figure)] for each in (one.number, told))
    rounded = told.quantum != one.number.quantum
    mended = spelled_like(case.document, one.number, told.value) if rounded else right
    repairs = [Suggestion(*one.number.figure, mended)]
    if len(one.told) == 1 and not rounded:
        repairs.append(Suggestion(*told.figure, written))
    line = text.count("\n", 0, told.start) + 1
    return Finding(
        RULE,
        "warning",
        message("{one} in the headline, but {other} in line {line}.", one=written, other=right, line=line),
        *one.number.figure,
        expected=mended,
        suggestions=tuple(repairs),
        evidence=(Evidence(message("this draft"), "", right, message("line {line}", line=line)),),
    )
