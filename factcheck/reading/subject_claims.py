"""Frames into the claims of the open subjects: bound, under the year that is meant, put right by what explains them."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from decimal import Decimal

from factcheck.model import TOLD, Claim, Document, How, year_of
from factcheck.reading.as_read import About
from factcheck.reading.bind.bind import bind
from factcheck.reading.bind.claim_index import Claims
from factcheck.reading.bind.dating import Asking, Dated, asking, date_told
from factcheck.reading.bind.tell import make_claim
from factcheck.reading.bind.topic import begin, begin_years, candidates, opens_with_year
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.evidence.explained.explained_figures import Evidence, gather
from factcheck.reading.evidence.settle import settle
from factcheck.reading.period.year_marks import known_by_then
from factcheck.reading.records import Mark, Value, When
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.ask.reference import Reference

BEHIND = frozenset((Tag.GROUP, Tag.COUNT_EXISTS, Tag.COUNT_ASSESSED))
"""What may stand right in front of a number that is of a group named before."""
PARTS = frozenset((Tag.COUNT_PART, Tag.COUNT_OTHER, Tag.RANK_AMONG))
"""A sentence that tells of some of those who are counted has one of these."""
FAR = 4
"""So much more than the next a year must bear out where the article names none: two figures, four words."""


def subject_claims(
    document: Document, frames: Sequence[Frame], setting: Setting
) -> tuple[list[Claim], list[tuple[Frame, Sequence[Mark], Sequence[Value]]], About]:
    """The claims of the open subjects, each under the year that is meant, as they are explained; the sentences as they
    were read for them, and what they were taken to be about."""
    evidence = gather(frames, setting)
    setting = setting._replace(wholes=evidence.wholes) if evidence.wholes else setting
    context, published = begin(frames, setting), document.published
    asked = [asking(step) for step in bind(frames, context, setting)]
    years = candidates(frames, published)
    told = opens_with_year(frames, published)
    years = years if told else tuple(known_by_then(years, setting.reference, published))
    dated = _likeliest(asked, begin_years(frames, published), years, told, setting, published)
    read = [(step.frame, marks, step.found) for (step, _), marks in zip(asked, dated.years, strict=True)]
    about = About(context.topic, dated.period, context.scope, years)
    return list(_settled(dated, document, evidence, frames, setting)), read, about


def _settled(
    dated: Dated, document: Document, evidence: Evidence, frames: Sequence[Frame], setting: Setting
) -> Iterator[Claim]:
    claims = [make_claim(*one) for one in dated.told]
    groups = [claim for claim in claims if claim.condition == TOLD]
    counted = [claim for claim in claims if claim.condition != TOLD] if groups else claims
    settled = settle(counted, evidence, frames, setting, document.published)
    if any(block.kind == "item" for block in document.blocks):
        from factcheck.reading.evidence.ranks.ranked_lists import ranked_items

        settled += ranked_items(settled, frames, document.blocks, document.text)
    if groups:
        from factcheck.reading.group.told_groups import unread

        settled += unread(groups, settled)
    counting = {claim.sentence for claim in settled if claim.kind == "count"}
    parted = [frame for at, frame in enumerate(frames) if at in counting or at - 1 in counting] if counting else []
    parted = [frame for frame in parted if not PARTS.isdisjoint(frame.tagged)]
    if parted:
        from factcheck.reading.evidence.counts.counted_parts import counted_parts

        settled += counted_parts(settled, parted)
    read = {claim.start for claim in settled}
    grouped = [
        one for one in frames if Tag.GROUP in one.tagged and FIGURES in one.tagged and one.sentence.kind != "row"
    ]
    behind = [frame for frame in grouped if _counts_behind(frame, read)] if setting.packs else []
    if behind:
        from factcheck.reading.evidence.counts.counted_behind import counted_behind

        settled += counted_behind(settled, behind, frames, setting)
    index = Claims(settled)
    for claim in index:
        yield _with_arithmetic(claim, index, setting) if claim.kind == "difference" else claim


def _counts_behind(frame: Frame, read: Collection[int]) -> bool:
    """Whether a number of a sentence is read as nothing and may count a group in front of it."""
    mentions = frame.mentions
    free = [at for at in frame.having(FIGURES) if at and mentions[at].start not in read]
    return bool([at for at in free if not BEHIND.isdisjoint(mentions[at - 1].tags)])


def _likeliest(
    sentences: Sequence[Asking],
    when: When,
    years: tuple[str, ...],
    told: bool,
    setting: Setting,
    published: date | None,
) -> Dated:
    """What is told under the year the article is about; where the text leaves it open, under the one of `years` that
    the reference bears out best. `told`: headline or lead names a year."""
    years = tuple(dict.fromkeys((when.period, *years))) if years else (when.period,)
    reference = setting.reference
    readings = [date_told(sentences, when._replace(period=year, spoken=year) if year else when) for year in years]
    if len(readings) == 1 and told:
        return readings[0]
    best = readings[0] if len(readings) == 1 else max(readings, key=lambda read: _borne_out(read, reference))
    return best if told else _in_other_year(sentences, when, best, setting, published)


def _in_other_year(
    sentences: Sequence[Asking], when: When, best: Dated, setting: Setting, published: date | None
) -> Dated:
    """What an article tells whose headline and lead name no year: under the one year that bears out far more than any
    other of those that it can tell of, where the one that it names elsewhere bears out little."""
    reference = setting.reference
    least = _borne_out(best, reference)
    if least >= FAR:
        return best
    subjects = {(told.value.measure, told.subject.ids[0]) for told, _ in best.told if told.value.measure}
    periods = {
        year_of(fact.period) for measure, subject in sorted(subjects) for fact in reference.facts(measure, subject)
    }
    known = known_by_then(sorted(periods), reference, published)
    readings = {year: date_told(sentences, when._replace(period=year, spoken=year)) for year in known}
    ranked = sorted(((_borne_out(read, reference), year) for year, read in readings.items()), reverse=True)
    others = (score for score, year in ranked[1:] if year != best.period)
    if not ranked or ranked[0][0] < FAR or ranked[0][0] - max(next(others, 0), least) < FAR:
        return best
    return readings[ranked[0][1]]


def _borne_out(read: Dated, reference: Reference) -> int:
    """How much is right less how much is wrong, a figure counting two and a word of a scale one."""
    score = 0
    for told, bound in read.told:
        value, subject = told.value, told.subject.ids[0]
        if not bound.period or kind_of(value.kind).comparing:
            continue
        facts = (
            reference.ranks(subject, bound.period)
            if value.kind == "rank"
            else reference.facts(value.measure, subject, bound.period)
        )
        if facts:
            weight = 2 if isinstance(value.value, Decimal) else 1
            score += weight if any(fact.value == value.value for fact in facts) else -weight
    return score


def _with_arithmetic(claim: Claim, claims: Claims, setting: Setting) -> Claim:
    from factcheck.reading.bind.which_change import period_by_arithmetic
    from factcheck.reading.evidence.rates.rates_alike import of_rate

    if How.YEAR_OF_CHANGE in claim.how and of_rate(claim, setting):  # some of the many are any size apart
        return claim
    period = period_by_arithmetic(claim, claims, setting.reference)
    if not period or period == claim.period or claim.period_span is not None:
        return claim
    return claim._replace(period=period, how=(*claim.how, How.LATER_OF_TWO))
