"""What a draft must have for a rule that looks at claims, or at sentences about the subject of a pack."""

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from factcheck.cache.once import once
from factcheck.judging.case import Case
from factcheck.language.fold import fold, holds
from factcheck.model import COUNTRY, Document
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame, places_with, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reference.ask.reference import Reference

OPENS = 2
"""Mentions in front of a year that opens a sentence: "Pada tahun"."""
SCALES = 10
"""From this step on the figures bear a scale word: "3,37 juta"."""
SURE = 100, 1000
"""So many steps a count, and an amount, has that is hardly another one by chance."""
MOVED = 4
"""Mentions behind a word of change within which its value stands."""
WHOLES = frozenset((Tag.RANK_AMONG, Tag.MOOD_ALL, Tag.RANK_NATIONAL))
"""What a sentence that tells of all of a group has one of."""


@once
def kinds_of_blocks(document: Document) -> frozenset[str]:
    """The kinds of blocks that an article has."""
    return frozenset([block.kind for block in document.blocks])


def contradicted(case: Case) -> bool:
    """Whether the reference contradicts a claim."""
    return any(answer.verdict == "contradicted" for answer in case.answers.values())


def edition_slips(case: Case) -> bool:
    """Whether a figure is one slip off that of a dated table which the draft goes by."""
    return case.article.editions is not None and any(one.slipped for one in case.article.editions.told)


def edition_names(case: Case) -> bool:
    """Whether a name is a letter off one of a dated table whose figures the draft tells."""
    return case.article.editions is not None and bool(case.article.editions.misspelt)


def _is_led_back(frame: Frame) -> bool:
    """Whether a word for what a change began with stands in front of a year no earlier than one before that."""
    places = frame.having(Tag.YEAR_DIGITS)
    years = [frame.mentions[at].tags[Tag.YEAR_DIGITS] for at in places]
    leads = (Tag.BIND_FROM, Tag.BIND_COMPARE)
    pairs = ((place, year) for place, year in enumerate(years) if place and min(years[:place]) <= year)
    return any(frame.has_any(leads, places[place - 1], places[place]) for place, _ in pairs)


def dated_twice(case: Case) -> bool:
    """Whether a sentence about an open subject writes a year twice running, counts one from another, or compares with
    the one that was written last ("Pada 2022 masih 9,82 persen")."""
    last = ""
    for frame in with_tag(case.frames, Tag.YEAR_DIGITS):
        years = [frame.mentions[at].tags[Tag.YEAR_DIGITS] for at in frame.having(Tag.YEAR_DIGITS)]
        opens = frame.having(Tag.YEAR_DIGITS)[0] <= OPENS and not frame.bearers
        compared = years[0] == last and (opens or frame.has_any((Tag.BIND_COMPARE, Tag.BIND_FROM)))
        if compared or Tag.YEAR_ANCHORED in frame.tagged or any(one == other for one, other in pairwise(years)):
            return True
        if len(years) > 1 and Tag.CHANGE in frame.tagged and _is_led_back(frame):
            return True
        last = years[-1]
    return False


def months_changed(case: Case) -> bool:
    """Whether a change is told of a part of a year."""
    return any(claim.kind == "difference" and claim.part for claim in case.claims)


def groups_listed(case: Case) -> bool:
    """Whether a draft with a list counts a group in a sentence that may announce it."""
    if kinds_of_blocks(case.document).isdisjoint(("item", "row")):
        return False
    return any(FIGURES in frame.tagged for frame in with_tag(case.frames, Tag.GROUP))


def paired_figures(case: Case) -> bool:
    """Whether two figures of one sentence about an open subject are told of one measure."""
    told = [one for one in case.claims if one.sentence >= 0 and one.low is not None]
    return any((one.sentence, one.measure) == (other.sentence, other.measure) for one, other in pairwise(told))


def scaled_claims(case: Case) -> bool:
    """Whether a draft about the subject of a pack has a figure with a scale word that is no right claim."""
    if not case.frames:
        return False
    scaled = [one for one in case.numbers if one.quantum >= SCALES and one.value >= one.quantum * SURE[one.unit != ""]]
    return any(all(case.answer(one).verdict != "supported" for one in case.claims.at(it.figure.start)) for it in scaled)


def framed(case: Case) -> bool:
    """Whether the draft is about the subject of a pack, so that its sentences were read."""
    return bool(case.frames)


def distanced(case: Case) -> bool:
    """Whether a draft about the subject of a pack says how far two are apart, or one from the year before."""
    changed = any(Tag.CHANGE in frame.tagged or Tag.UNIT in frame.tagged for frame in case.frames)
    return changed or (bool(case.frames) and holds(fold(case.document.plain), case.language.changes.verbs.between))


def worded(case: Case) -> bool:
    """Whether a sentence about the subject of a pack has a word of a scale that no claim bears out."""
    words = (frame.mentions[at] for frame, at in places_with(case.frames, SCALED))
    return any(
        all(case.answer(one).verdict != "supported" for one in case.claims.over(word.start, word.end)) for word in words
    )


def extremes(case: Case) -> bool:
    """Whether somebody is called highest or lowest."""
    return any(claim.kind == "extreme" for claim in case.claims) or ordered(case)


def ordered(case: Case) -> bool:
    """Whether a sentence about the subject of a pack has a word for highest or lowest."""
    return any(Tag.EXTREME in frame.tagged for frame in case.frames)


def ranked(case: Case) -> bool:
    """Whether there is a rank, or a list of items about the subject of a pack with a word for highest or lowest."""
    if any(claim.kind == "rank" for claim in case.claims):
        return True
    return ordered(case) and any(block.kind == "item" for block in case.document.blocks)


def ranged(case: Case) -> bool:
    """Whether a sentence about the subject of a pack with a scale has a range of figures."""
    return any(
        frame.spans(one, other)
        for frame in with_tag(case.frames, FIGURES)
        for one, other in pairwise(frame.having(FIGURES))
    )


RESTS = frozenset((Tag.COUNT_PART, Tag.COUNT_LEFT, Tag.COUNT_OTHER))
"""One of these a sentence has that tells a rest."""


def rests(case: Case) -> bool:
    """Whether a sentence about the subject of a pack tells a rest."""
    return any(not frame.tagged.keys().isdisjoint(RESTS) for frame in case.frames)


def names_listed(case: Case) -> bool:
    """Whether a sentence about the subject of a pack lists names."""
    if not case.frames:
        return False
    from factcheck.reading.evidence.explained.name_lists import name_lists

    return bool(name_lists(case.frames, case.language))


def wholes_told(case: Case) -> bool:
    """Whether a draft tells of all of a group: behind "seluruh" or "dari", or as those of the country."""
    told = (frame for frame in case.frames if Tag.GROUP in frame.tagged and FIGURES in frame.tagged)
    return any(not WHOLES.isdisjoint(frame.tagged) or frame.words.whole_of or _names_country(frame) for frame in told)


def _names_country(frame: Frame) -> bool:
    return any(ids == (COUNTRY,) for _, ids in frame.bearers)


def serial(case: Case) -> bool:
    """Whether a pack holds several series of a measure."""
    return bool(case.frames) and _has_series(case.reference.whole)


@lru_cache(maxsize=8)
def _has_series(reference: Reference) -> bool:
    return any(pack.series() for pack in reference.packs)


def borne_elsewhere(case: Case) -> bool:
    """Whether a claim has the value of somebody of the same name, or is contradicted and may be a neighbour's."""
    return any(answer.namesakes or answer.verdict == "contradicted" for answer in case.answers.values())


def moved_values(case: Case) -> bool:
    """Whether a value that is no change stands right behind a word of rising or falling."""
    return any(
        claim.kind != "difference" and claim.measure
        for frame in with_tag(case.frames, Tag.CHANGE)
        for at in frame.having(Tag.CHANGE)
        for place in frame.having(FIGURES, at + 1, at + MOVED)[:1]
        if (number := frame.mentions[place].number) is not None
        for claim in case.claims.at(number.figure.start)
    )


def claims(*kinds: str) -> Callable[[Case], bool]:
    """Whether there is a claim of one of `kinds`, of any kind where none is named."""
    wanted = frozenset(kinds)
    return lambda case: any(claim.kind in wanted for claim in case.claims) if wanted else bool(case.claims)


def asked_of_packs(case: Case) -> bool:
    """Whether there is a claim of a kind that packs tell of: no day, no name, no law."""
    return any(map(_is_of_packs, {claim.kind for claim in case.claims}))


def doubted_words(case: Case) -> bool:
    """Whether a claim that packs tell of is a word that the reference does not bear out."""
    words = (claim for claim in case.claims if isinstance(claim.value, str))
    return any(case.answer(claim).verdict != "supported" and _is_of_packs(claim.kind) for claim in words)


def _is_of_packs(kind: str) -> bool:
    return kind_of(kind).dated or kind_of(kind).per_group


ranks = claims("rank")
counts = claims("count")
laws = claims("law")
differences = claims("difference")


def about_subject(case: Case) -> bool:
    """Whether the draft is about the subject of a pack, or claims anything of one: most ordinary drafts are not."""
    return bool(case.frames) or asked_of_packs(case)


OF_SUBJECT = frozenset(
    (
        asked_of_packs,
        dated_twice,
        groups_listed,
        scaled_claims,
        wholes_told,
        doubted_words,
        distanced,
        framed,
        ranged,
        worded,
        extremes,
        ordered,
        rests,
        names_listed,
        serial,
        ranked,
        ranks,
        counts,
        differences,
        moved_values,
    )
)
"""What no draft has that is about the subject of no pack."""
