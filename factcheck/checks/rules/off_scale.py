"""A zone, category or label that the score beside it does not have by the scale of the year.

Wrong: Dengan nilai 87,88 pada 2024, daerah itu masuk kategori A.
Right: Dengan nilai 87,88 pada 2024, daerah itu masuk kategori B.
Why: each year's scale gives every score its words; no row about the subject is needed. Where the reference already
    contradicts the score or the word, nothing is said twice. Nor has any step two words that are said in one breath
    though they are of two steps ("zona kuning, kualitas tinggi"): the one that the reference does not bear out is
    flagged, or both.
Silence: `off-scale` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks.declare import rule
from factcheck.checks.subject_needs import doubted_words, worded
from factcheck.judging.case import Case, frame_of
from factcheck.messages import message
from factcheck.model import Claim, Evidence, Finding, number_of
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.evidence.words.words_of_scales import Word
from factcheck.reading.scan.frame import SCALED
from factcheck.reading.scan.mentions import Tag

RULE = "off-scale"
YEARS = {Tag.YEAR_DIGITS, Tag.YEAR}
PARTS = {Tag.CHANGE, Tag.BIND_CLAUSE, Tag.SEMICOLON}
"""What parts a word from a score of its sentence: "indeksnya 3,42 sedangkan kinerjanya berpredikat B"."""
NEAR = 2
"""Mentions in front of a word in which a verb of leaving may stand."""


@rule(RULE, "error", after="wrong-law", needs=doubted_words, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each word that no score stated for the same subject and year has."""
    for claim in case.claims:
        if isinstance(claim.value, Decimal) or case.answer(claim).verdict == "supported" or _is_told(case, claim):
            continue
        scores = _scores(case, claim)
        finding = _judged(case, claim, scores) if not _is_of_another(case, claim, scores) else None
        if finding is not None:
            from factcheck.judging.prizes import is_prize
            from factcheck.judging.something_else import goes_on_of_another, has_own_scale, of_another_measure

            strange = is_prize(case, claim) or any(
                of_another_measure(case, score) or goes_on_of_another(case, score) for score in scores
            )
            if not (strange or has_own_scale(case, claim.pack) or _is_no_state(case, claim)):
                yield finding


@rule(RULE, "warning", after=RULE, needs=worded, itself=True)
def check_pairs(case: Case) -> Iterator[Finding]:
    """A finding for each two words said in one breath that no step of their scales has."""
    from factcheck.checks.figures.joined_words import parted_words

    for pair in parted_words(case):
        told = [list(case.claims.over(*word.span)) for word in pair]
        borne = [any(case.answer(one).verdict == "supported" for one in claims) for claims in told]
        if any(told) and not all(borne):
            doubted = [word for word, right in zip(pair, borne, strict=True) if not right]
            yield _parted(case, pair, doubted, [claim for claims in told for claim in claims])


def _parted(case: Case, pair: Sequence[Word], doubted: Sequence[Word], claims: Sequence[Claim]) -> Finding:
    """The finding at those of two words, told by these claims, that the reference does not bear out."""
    from factcheck.checks.wording import word_of

    one, other = (word_of(case, word.pack, word.measure, word.word) for word in pair)
    return Finding(
        RULE,
        "warning",
        message("No step of the scale is both {one} and {other}.", one=one, other=other),
        doubted[0].span.start,
        doubted[-1].span.end,
        tuple(claim.id for claim in claims),
        evidence=tuple(_steps_with(case, pair)),
    )


def _steps_with(case: Case, pair: Sequence[Word]) -> Iterator[Evidence]:
    """What the scales have beside each of two words."""
    for band in case.reference.steps(pair[0].pack):
        labels = dict(band.labels)
        if any(labels.get(word.measure) == word.word for word in pair):
            link = band.source if band.source.startswith("http") else ""
            words = ", ".join(labels.values())
            yield Evidence(band.source, link, words, f"{band.low}-{band.high} = {words} ({band.first})")


def _is_no_state(case: Case, claim: Claim) -> bool:
    """ "meninggalkan zona merah setelah nilainya mencapai 57,34", "menargetkan hijau", "yang sebelumnya kuning": what
    somebody leaves, aims at or was is not what the score is."""
    frame = frame_of(case, claim)
    if frame is None:
        return False
    from factcheck.judging.aside import is_aside
    from factcheck.judging.nearest_year import is_of_nearest_year
    from factcheck.judging.word_changes import is_come_to
    from factcheck.judging.years.foreseen import is_foreseen

    at = frame.ending(claim.end, SCALED)
    left = frame.has(Tag.BIND_LEAVE, max(0, at - NEAR), at)
    later = is_come_to(case, claim) or is_of_nearest_year(case, claim)
    return left or later or is_aside(case, claim) or is_foreseen(case, claim)


def _is_told(case: Case, claim: Claim) -> bool:
    """Whether a word is no step of the scale of its year ("kepatuhan tertinggi" of 2019), or the reference contradicts
    it on a ground of its own."""
    steps = {dict(band.labels).get(claim.measure) for band in case.reference.bands(_banded(case, claim), claim.period)}
    if claim.value not in steps:
        return True
    if case.answer(claim).verdict != "contradicted":
        return False
    from factcheck.judging.grounds.grounds import ground

    return ground(case, claim) is not None


def _is_of_another(case: Case, claim: Claim, scores: Sequence[Claim]) -> bool:
    """Whether a word is of another figure of its sentence ("dari 42,50 meningkat menjadi 83,45, kualitas tinggi"), or
    a year or a change stands between it and the score."""
    beside = next((score for score in scores if score.sentence == claim.sentence), None)
    if beside is None:
        return False
    others = (
        other
        for other in case.claims.inside(claim.sentence)
        if (other.subject, other.measure) == (claim.subject, beside.measure) and other.period != claim.period
    )
    return any(_has_word(case, other, claim) for other in others) or _is_parted(case, claim, beside)


def _has_word(case: Case, score: Claim, claim: Claim) -> bool:
    """Whether the scale gives a score the word that a claim states."""
    band = case.reference.band_of(score.measure, score.period, number_of(score), claim.pack)
    return band is not None and dict(band.labels).get(claim.measure) == claim.value


def _is_parted(case: Case, claim: Claim, score: Claim) -> bool:
    """ "sebelumnya 68,28 dan di 2024 ini kualitas tertinggi": whether a year or a change stands between a word and a
    score of its sentence."""
    frame = frame_of(case, claim)
    if frame is None:
        return False
    one, other = sorted((claim, score), key=lambda each: each.start)
    between = [at for at, mention in enumerate(frame.mentions) if one.end <= mention.start < other.start]
    begun = any(frame.has(Tag.BIND_AND, at - 2, at) and frame.mentions[at].tags.keys() & YEARS for at in between)
    return begun or any(frame.mentions[at].tags.keys() & PARTS for at in between)


def _banded(case: Case, claim: Claim) -> str:
    """The measure whose scale a word is of; empty where it is of none."""
    packs = (pack for pack in case.reference.packs if pack.name == claim.pack and claim.measure in pack.measures)
    return next((pack.measures[claim.measure].banded_by for pack in packs), "")


def _scores(case: Case, claim: Claim) -> list[Claim]:
    """The scores that tell the word of a claim: those of its subject and year, or of them only those of its own
    sentence, where the reference contradicts the word or its subject was carried to it."""
    banded = _banded(case, claim)
    if not banded or not claim.period:
        return []
    own = case.answer(claim).verdict == "contradicted" or any(part.is_subject for part in claim.how)
    told = case.claims.inside(claim.sentence) if own else case.claims.about(claim.subject, claim.period)
    slot = claim.subject, claim.period, banded
    return [
        other
        for other in told
        if (other.subject, other.period, other.measure) == slot and not kind_of(other.kind).comparing
        and case.answer(other).verdict != "contradicted"
    ]  # fmt: skip


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
        link = band.source if band.source.startswith("http") else ""
        words.append((score, word, Evidence(band.source, link, word, row)))
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
