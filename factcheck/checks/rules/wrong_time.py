"""A time of day that no clock shows, or that is another in the zone it is told in too.

Wrong: Pergelaran dimulai pukul 19.75 WIB; siaran langsung pukul 19.00 WIB atau 22.00 WIT.
Right: Pergelaran dimulai pukul 19.15 WIB; siaran langsung pukul 19.00 WIB atau 21.00 WIT.
Why: an hour has 60 minutes and a day 24 hours; between WIB and WITA lies one hour, between WIB and WIT two. What stands
    behind "pukul" with two more digits, or joined by nothing but "atau", a comma or a bracket, is looked at.
Silence: `wrong-time` under `ignore` in the configuration, or `[sic]` behind the time.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.declare import rule
from factcheck.checks.needs import clocked
from factcheck.judging.case import Case
from factcheck.messages import message
from factcheck.model import Evidence, Finding, Suggestion

RULE = "wrong-time"


@rule(RULE, "error", after="impossible-date", needs=clocked, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each time of day that cannot be."""
    from factcheck.checks.durations.clocks import odd_times, odd_zones

    text = case.document.text
    for place in odd_times(case):
        said = message("{text} is no time of day.", text=text[slice(*place)])
        yield Finding(RULE, "error", said, *place, evidence=(Evidence("calendar", "", "", text[slice(*place)]),))
    for odd in odd_zones(case):
        said = message(
            "{text} is another time than {first}.", text=text[slice(*odd.second)], first=text[slice(*odd.first)]
        )
        yield Finding(
            RULE,
            "error",
            said,
            *odd.second,
            expected=odd.right,
            suggestions=(Suggestion(*odd.second, odd.right),),
            evidence=(Evidence("calendar", "", odd.right, text[slice(*odd.first)]),),
        )
