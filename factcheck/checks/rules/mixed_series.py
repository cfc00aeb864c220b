"""Figures of two series of one measure in one draft.

Wrong: IPM Kota Palu naik dari 80,91 pada 2019 menjadi 83,12 pada 2020.   (80,91 metode lama, 83,12 metode baru)
Right: IPM Kota Palu naik dari 82,50 pada 2019 menjadi 83,12 pada 2020.
Why: an office that changes its method publishes a new series, and figures of two series cannot be compared. Each is
    right for itself, so only the pack that holds both can tell. Nothing is said where the draft names the series
    ("metode lama").
Silence: `mixed-series` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks.declare import rule
from factcheck.checks.subject_needs import serial
from factcheck.checks.wording import measure_of
from factcheck.judging.case import Case, evidence
from factcheck.messages import message
from factcheck.model import Claim, Fact, Finding
from factcheck.reading.scan.mentions import CUE_OF
from factcheck.reference.packs.info import PackInfo

RULE = "mixed-series"
MOST_NAMED = 3
"""So many figures are named in a message."""


@rule(RULE, "warning", after="wrong-value", needs=serial)
def check(case: Case) -> Iterator[Finding]:
    """A finding at the first figure of the series that fewer figures of the draft are of."""
    for pack in case.reference.packs:
        for base, names in pack.series().items():
            if not any(_is_named(case, pack, name) for name in names if name != base):
                yield from _mixed(case, pack, names)


def _is_named(case: Case, pack: PackInfo, name: str) -> bool:
    place, cue = f"{pack.name}/{name}", f"{CUE_OF}{name}"
    return any(frame.mentions[at].tags[cue] == place for frame in case.frames for at in frame.having(cue))


def _mixed(case: Case, pack: PackInfo, names: Sequence[str]) -> Iterator[Finding]:
    told = {name: [claim for claim in case.claims if _is_of(case, claim, pack, name, names)] for name in names}
    held = [name for name in names if told[name]]
    if len(held) < 2:
        return
    few = min(held, key=lambda name: (len(told[name]), -names.index(name)))
    odd = told[few]
    shown = ", ".join(case.text(claim) for claim in odd[:MOST_NAMED]) + (" …" if len(odd) > MOST_NAMED else "")
    yield Finding(
        RULE,
        "warning",
        message(
            "{count} of {all} figures are of the series “{series}”, the others of “{other}”: {figures}.",
            count=len(odd),
            all=sum(map(len, told.values())),
            series=_called(case, pack, few),
            other=_called(case, pack, max(held, key=lambda name: len(told[name]) - (name == few))),
            figures=shown,
        ),
        odd[0].start,
        odd[0].end,
        evidence=evidence(fact for claim in odd for fact in _facts(case, claim, few)[:1]),
    )


def _called(case: Case, pack: PackInfo, name: str) -> str:
    measure = measure_of(case, pack.name, name)
    return name if measure is None else measure.term()


def _is_of(case: Case, claim: Claim, pack: PackInfo, name: str, names: Sequence[str]) -> bool:
    """Whether the claim is a figure that this series has and no other one."""
    if (claim.pack, claim.measure) != (pack.name, name) or not isinstance(claim.value, Decimal):
        return False
    has = [each for each in names if any(claim.states(fact.value) for fact in _facts(case, claim, each))]
    return has == [name]


def _facts(case: Case, claim: Claim, name: str) -> Sequence[Fact]:
    if not claim.subject or not claim.period:
        return ()
    return case.reference.facts(name, claim.subject, claim.period, claim.pack)
