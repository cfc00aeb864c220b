"""Measures of which a pack holds several series: which of them a figure of an article is of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from factcheck.model import Claim, Fact
from factcheck.reading.scan.setting import Setting
from factcheck.reference.packs.info import PackInfo


def in_their_series(claims: Sequence[Claim], setting: Setting) -> list[Claim]:
    """Each figure in the series that has it; one that none has, in that of most figures of the article, else in the
    one in force in its year. A series that the article names beside the figure stays."""
    families = {(pack.name, base): names for pack in setting.packs.values() for base, names in pack.series().items()}
    if not families:
        return list(claims)
    found = [_explained(claim, families, setting) for claim in claims]
    used = Counter((claim.pack, claim.measure) for claim in found if _is_right(claim, setting))
    return [_likely(claim, families, used, setting) for claim in found]


def _explained(claim: Claim, families: Mapping[tuple[str, str], Sequence[str]], setting: Setting) -> Claim:
    for name in families.get((claim.pack, claim.measure), ()):
        other = claim._replace(measure=name)
        if _is_right(other, setting):
            return other
    return claim


def _likely(
    claim: Claim,
    families: Mapping[tuple[str, str], Sequence[str]],
    used: Counter[tuple[str, str]],
    setting: Setting,
) -> Claim:
    """A figure that no series has, in the one whose figure it should most likely be."""
    names = families.get((claim.pack, claim.measure), ())
    held = [name for name in names if _facts(claim._replace(measure=name), setting)]
    if not held or not isinstance(claim.value, Decimal) or _is_right(claim, setting):
        return claim
    pack = setting.packs[claim.pack]
    best = max(held, key=lambda name: (used[claim.pack, name], _in_force(pack, name, claim.period), -held.index(name)))
    return claim._replace(measure=best)


def _in_force(pack: PackInfo, name: str, period: str) -> bool:
    return bool(period) and pack.measures[name].in_force(period)


def _facts(claim: Claim, setting: Setting) -> Sequence[Fact]:
    if not claim.subject or not claim.period:
        return ()
    return setting.reference.facts(claim.measure, claim.subject, claim.period, claim.pack)


def _is_right(claim: Claim, setting: Setting) -> bool:
    if claim.low is None or claim.high is None:
        return False
    return any(
        claim.low <= fact.value <= claim.high for fact in _facts(claim, setting) if isinstance(fact.value, Decimal)
    )
