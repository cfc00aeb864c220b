"""A zone, category or label that the score beside it does not have by the scale of the year.

Wrong: Dengan nilai 87,88 pada 2024, daerah itu masuk kategori A.
Right: Dengan nilai 87,88 pada 2024, daerah itu masuk kategori B.
Why: each year's scale gives every score its words; no row about the subject is needed. Where the reference already
    contradicts the score or the word, nothing is said twice.
Silence: `off-scale` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks.declare import asked_of_packs, rule
from factcheck.judging.case import Case
from factcheck.messages import message
from factcheck.model import Claim, Evidence, Finding
from factcheck.reading.claim_kinds import kind_of

RULE = "off-scale"


@rule(RULE, "error", after="wrong-law", needs=asked_of_packs, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each word that no score stated for the same subject and year has."""
    for claim in case.claims:
        contradicted = case.answer(claim).verdict == "contradicted"
        if isinstance(claim.value, Decimal) or case.answer(claim).verdict == "supported" or _is_told(case, claim):
            continue
        scores = [score for score in _scores(case, claim) if case.answer(score).verdict != "contradicted"]
        if contradicted or any(part.is_subject for part in claim.how):  # only a score of its own sentence tells
            scores = [score for score in scores if score.sentence == claim.sentence]
        finding = _judged(case, claim, scores)
        if finding is not None:
            from factcheck.judging.something_else import has_own_scale

            if not has_own_scale(case, claim.pack):
                yield finding


def _is_told(case: Case, claim: Claim) -> bool:
    """Whether the reference contradicts a word on a ground of its own, or one that was no step of the scale of the year
    ("predikat tertinggi" of 2018)."""
    if case.answer(claim).verdict != "contradicted":
        return False
    from factcheck.judging.grounds import ground

    steps = {dict(band.labels).get(claim.measure) for band in case.reference.bands(_banded(case, claim), claim.period)}
    return claim.value not in steps or ground(case, claim) is not None


def _banded(case: Case, claim: Claim) -> str:
    """The measure whose scale a word is of; empty where it is of none."""
    packs = (pack for pack in case.reference.packs if pack.name == claim.pack and claim.measure in pack.measures)
    return next((pack.measures[claim.measure].banded_by for pack in packs), "")


def _scores(case: Case, claim: Claim) -> list[Claim]:
    banded = _banded(case, claim)
    if not banded or not claim.period:
        return []
    return [
        other
        for other in case.claims.about(claim.subject, claim.period)
        if other.measure == banded and not kind_of(other.kind).comparing
    ]


def _judged(case: Case, claim: Claim, scores: list[Claim]) -> Finding | None:
    words: list[tuple[Claim, str, Evidence]] = []
    for score in scores:
        if not isinstance(score.value, Decimal):
            continue
        band = case.reference.band_of(score.measure, score.period, score.value, claim.pack)
        word = dict(band.labels).get(claim.measure) if band is not None else None
        if band is None or not word or word == claim.value:
            return None
        row = f"{band.low}-{band.high} = {word} ({score.period})"
        words.append(
            (
                score,
                word,
                Evidence(band.source, band.source if band.source.startswith("http") else "", word, row),
            )
        )
    if not words:
        return None
    score, word, why = words[0]
    from factcheck.checks.wording import as_written, called, named, replacing, word_of, written

    return Finding(
        RULE,
        "error" if score.sentence == claim.sentence else "warning",
        message(
            "By the scale of {year} {score} is {what} {word}, not {value}.",
            score=named(case, score, written(case, score)),
            what=called(case, claim),
            word=word_of(case, claim.pack, claim.measure, word),
            year=claim.period,
            value=word_of(case, claim.pack, claim.measure, str(claim.value)),
        ),
        claim.start,
        claim.end,
        (claim.id, score.id),
        expected=as_written(case, claim, word),
        suggestions=(replacing(case, claim, word),),
        evidence=(why,),
    )
