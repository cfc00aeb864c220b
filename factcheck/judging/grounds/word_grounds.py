"""On what ground a contradicted word of a scale may be flagged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from factcheck.cache.patterns import compiled
from factcheck.judging.carried_words import (
    bears,
    carried_from,
    follows_year,
    goes_on,
    is_explained_otherwise,
    is_joined,
    is_of_those_within,
    is_told_of_itself,
    may_be_anothers,
    was_never,
)
from factcheck.judging.case import Case, frame_of
from factcheck.judging.grounds.ground import Ground
from factcheck.judging.nearest_year import is_of_nearest_year
from factcheck.judging.something_else import fits_other_figure, of_another_measure
from factcheck.judging.vouching import (
    ENOUGH,
    NEAR,
    hangs,
    is_beside_right,
    is_headed,
    is_in_its_year,
    is_named,
    is_outvoted,
    is_right_elsewhere,
    is_shown,
    is_told_rightly,
    siblings,
    spoken_years,
)
from factcheck.judging.word_changes import (
    hangs_on_change,
    is_come_to,
    is_left,
    is_left_beside_figure,
    is_left_of_told_year,
    is_other_half,
)
from factcheck.model import Claim, How, number_of
from factcheck.reading.evidence.words.words_of_scales import counts_group, size_at
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.info import FIRST

_SHORT = compiled(r" [a-z]+ ([A-Z]{4,})\b")
OPENS = {Tag.ENTITY_SELF, Tag.BIND_OPENER, Tag.COLON}
"""What stands between a word and the names that it opens."""
LEADS = {*OPENS, Tag.COMMA, Tag.COUNT_EXISTS, Tag.COUNT_PART, Tag.GROUP, Tag.SUBJECT, Tag.CUE_WORD, Tag.YEAR}
"""What stands between the word of a group and those who are named of it."""
BECOMES = {Tag.BIND_TO, Tag.BIND_MEMBER, Tag.BIND_IS}
KINDRED = {Tag.GROUP, Tag.ENTITY_PLACES, Tag.STATE_BEFORE, Tag.CUE_WORD}
"""What stands between a name that is said to be one of its kind and the word that such bear."""
PAIR, MANY = 2, 3
"""So many of whom one word is said tell what it should be."""


def of_word(case: Case, claim: Claim) -> Ground | None:
    """The surest ground of a contradicted word of a scale; None where there is none."""
    if not may_be_said(case, claim) or _is_stray(case, claim) or _overreaches(case, claim) or is_come_to(case, claim):
        return None
    if is_of_nearest_year(case, claim):
        return None
    together = len(_cohorts(case)[claim.end, claim.measure, claim.period])
    if together == 1 and _is_of_name_before(case, claim):
        return None
    if together < MANY and is_explained_otherwise(case, claim):
        return None
    if is_other_half(case, claim):
        return Ground.PARALLEL
    if is_left(case, claim):
        return _of_left(case, claim)
    named = is_named(claim)
    if is_outvoted(case, claim) or (named and hangs(case, claim, near=NEAR)):
        return Ground.SUM
    return _of_named(case, claim) if named else _of_carried(case, claim)


def _is_of_name_before(case: Case, claim: Claim) -> bool:
    """ "Pagar Alam sudah kuning setahun sebelumnya; Muratara tidak", "jangan ke Banjarbaru: kota yang namanya mirip itu
    hijau": whether the name last in front of a word is another than that of its subject, and bears it in that year."""
    frame = frame_of(case, claim)
    word = frame.ending(claim.end, SCALED) if frame is not None else -1
    names = [at for at in range(max(0, word)) if frame is not None and frame.mentions[at].ids]
    if frame is None or not names or frame.has(SCALED, names[-1], word):
        return False
    level = case.reference.level_of(claim.subject)
    ids = [one for one in frame.mentions[names[-1]].ids if case.reference.level_of(one) == level]
    return claim.subject not in ids and any(
        bears(case, one, claim.period, claim.pack, claim.measure, str(claim.value)) for one in ids
    )


def may_be_said(case: Case, claim: Claim) -> bool:
    """Whether a word is a step of the scale of that year, is said of its subject and not of a group that is counted
    behind it, and is no name of a prize."""
    if not _on_scale(case, claim) or _is_counted(case, claim) or fits_other_figure(case, claim):
        return False
    # "nilai SAKIP B (64,35)": a letter is a grade of anything
    letter = len(str(claim.value)) == 1 and (of_another_measure(case, claim) or _is_in_another(case, claim))
    return not (letter or _is_of_kindred(case, claim) or _is_called_as_before(case, claim))


def _is_in_another(case: Case, claim: Claim) -> bool:
    """ "kinerjanya meraih predikat A dalam SAKIP": whether a short form that nobody knows follows a letter, as that of
    the assessment in which it is a grade."""
    short, frame = _SHORT.match(case.document.plain, claim.end), frame_of(case, claim)
    if short is None or frame is None:
        return False
    return not any(one.start < short.end(1) and short.start(1) < one.end for one in frame.mentions)


def _is_of_kindred(case: Case, claim: Claim) -> bool:
    """ "Dharmasraya dikelilingi kabupaten di Sumatera Barat yang kuning": whether a word is said of others of the kind
    of its subject, with which it does something; but "Dharmasraya satu-satunya kabupaten yang kuning"."""
    frame = frame_of(case, claim)
    at = frame.subject_at(claim.subject_span) if frame is not None else -1
    if frame is None or at < 0 or at + 1 not in frame.having(Tag.GROUP):
        return False
    lead, word = frame.gap(at, at + 1).strip().lower(), frame.ending(claim.end, SCALED)
    related = frame.before(word - frame.before(word, Tag.CUE_WORD), Tag.STATE_BEFORE)
    behind = frame.mentions[at + 2 : at + 3]
    itself = any(Tag.ENTITY_SELF in one.tags for one in behind)
    return related and lead.isalpha() and lead not in frame.words.sole and not itself


def _of_left(case: Case, claim: Claim) -> Ground | None:
    """The ground of what somebody was and left."""
    if is_left_beside_figure(case, claim):
        return Ground.SUM
    return Ground.WRITTEN if is_named(claim) and is_left_of_told_year(case, claim) else None


def _of_named(case: Case, claim: Claim) -> Ground | None:
    """The ground of a word that somebody is named for and no figure stands beside."""
    shown = claim.period_span is not None or is_headed(claim) or is_shown(case, claim.period)
    if (shown and siblings(case, claim) >= ENOUGH) or _in_unison(case, claim) or _is_odd_heading(case, claim):
        return Ground.PARALLEL
    if claim.period_span is not None or is_headed(claim) or _never(case, claim) or _is_titled(case, claim):
        return Ground.WRITTEN
    if _is_one_who(case, claim):
        return Ground.WRITTEN
    if _is_of_all_in_it(case, claim):
        return Ground.WRITTEN
    vouched = _opens_names(case, claim) and (
        is_told_rightly(case, claim) or is_in_its_year(case, claim) or _are_right_elsewhere(case, claim)
    )
    return Ground.WRITTEN if vouched else None


def _is_one_who(case: Case, claim: Claim) -> bool:
    """ "Dharmasraya menjadi satu-satunya kabupaten di Sumbar yang kuning": whether a name is said to be one of its kind
    that bears a word, which was never its in a year that the draft speaks of, and the draft has its right one too."""
    frame = frame_of(case, claim)
    at = frame.subject_at(claim.subject_span) if frame is not None else -1
    if frame is None or at < 0 or not is_right_elsewhere(case, claim) or not was_never(case, claim):
        return False
    word = frame.ending(claim.end, SCALED)
    sole = at + 1 < word and frame.gap(at, at + 1).strip().lower() in frame.words.sole
    led = sole or (at + 1 < word and bool(frame.mentions[at + 1].tags.keys() & BECOMES))
    between = frame.mentions[at + 1 + (not sole) : word]
    return (
        led and all(one.tags.keys() & KINDRED or one.ids for one in between) and not frame.names_between(at + 1, word)
    )


def _is_of_all_in_it(case: Case, claim: Claim) -> bool:
    """ "Provinsi maupun kabupaten/kota masuk zona kuning": whether a word is said of a region and of all that lies in
    it, and was never its in a year that the draft speaks of."""
    if case.reference.level_of(claim.subject) != FIRST or not was_never(case, claim):
        return False
    from factcheck.reading.evidence.words.regions_told_too import is_told_too

    return is_told_too(claim, frame_of(case, claim), case.reference)


def _is_odd_heading(case: Case, claim: Claim) -> bool:
    """ "Hijau / 1. Payakumbuh / 2. Agam / Merah / 1. Bukittinggi": whether a word stands above a list of which nobody
    bears it in a year that is spoken of, and other words of the scale stand rightly above their lists in that year."""
    frame = frame_of(case, claim)
    if frame is None or frame.sentence.kind != "item" or claim.end > frame.sentence.start or not was_never(case, claim):
        return False
    cohort = _cohorts(case)[claim.end, claim.measure, claim.period]
    if any(case.answer(one).verdict != "contradicted" or not was_never(case, one) for one in cohort):
        return False
    return _heading_rights(case)[claim.measure, claim.period] >= ENOUGH


@lru_cache(maxsize=2)
def _heading_rights(case: Case) -> Mapping[tuple[str, str], int]:
    """Of how many words of a measure and year that stand above lists are right."""
    words = (one for one in case.claims if isinstance(one.value, str) and one.measure and one.kind != "extreme")
    right = (one for one in words if _is_above(case, one) and case.answer(one).verdict == "supported")
    return Counter((one.measure, one.period) for one in right)


def _is_above(case: Case, claim: Claim) -> bool:
    frame = frame_of(case, claim)
    return frame is not None and claim.end <= frame.sentence.start


def _is_titled(case: Case, claim: Claim) -> bool:
    """ "Gorontalo Utara Sendirian di Zona Kuning": whether a headline tells a word right behind a name of which the
    draft has what is right in that year, and nothing of any year in which the word is its."""
    frame = frame_of(case, claim)
    if claim.voice != "headline" or frame is None or not _told_of(frame, claim):
        return False
    told = [one for one in case.claims if one.subject == claim.subject and one.id != claim.id and one.period]
    right = [one for one in told if one.voice != "headline" and case.answer(one).verdict == "supported"]
    years = {one.period for one in told}
    facts = case.reference.facts(claim.measure, claim.subject, "", claim.pack)
    borne = any(fact.period in years and claim.states(fact.value) for fact in facts)
    return not borne and any(one.period == claim.period for one in right)


def _opens_names(case: Case, claim: Claim) -> bool:
    """ "Yang A itu Kutai Timur dan Mahakam Ulu", "6 Kabupaten di NTT Zona Hijau, Ada Ngada dan Alor": whether a word
    opens the list of those it is said of, and was never theirs in a year that the draft speaks of; in a headline where
    the draft has the right word of them too."""
    frame, span = frame_of(case, claim), claim.subject_span
    if frame is None or span is None or claim.end > span.start:
        return False
    if claim.voice == "headline" and not _are_right_elsewhere(case, claim):
        return False
    word = frame.ending(claim.end, SCALED)
    first = next(iter(frame.subjects(word)), word)
    between = frame.mentions[word + 1 : first]
    opened = all(one.tags.keys() & OPENS for one in between)
    listed = bool(between) and all(one.number is not None or one.tags.keys() & LEADS for one in between)
    counted = listed and any(Tag.COMMA in one.tags for one in between[-2:])
    return first - word > 1 and (opened or counted) and was_never(case, claim)


def _are_right_elsewhere(case: Case, claim: Claim) -> bool:
    """Whether a draft has the right word of all of whom one is wrong: else a name may be the slip."""
    return all(
        case.answer(one).verdict == "contradicted" and is_right_elsewhere(case, one)
        for one in _cohorts(case)[claim.end, claim.measure, claim.period]
    )


def _of_carried(case: Case, claim: Claim) -> Ground | None:
    """The ground of a word that its own sentence names nobody for."""
    if is_of_those_within(case, claim):
        return None
    if hangs(case, claim, near=carried_from(case, claim)) or hangs_on_change(case, claim):
        return Ground.SUM
    if How.NAMED_BEFORE in claim.how and len(_cohorts(case)[claim.end, claim.measure, claim.period]) > 1:
        return Ground.SUM if hangs(case, claim, near=NEAR) else None
    if How.SPOKEN_OF in claim.how and may_be_anothers(case, claim):
        return None
    if claim.period_span is not None and claim.subject_span is not None and is_told_rightly(case, claim):
        return Ground.WRITTEN  # "Pada 2022 pemprov masih hijau", whose figure of 2022 the draft has elsewhere
    if is_beside_right(case, claim):
        return Ground.SUM
    told = goes_on(case, claim) or follows_year(case, claim) or is_told_of_itself(case, claim)
    return Ground.WRITTEN if told else None


def _on_scale(case: Case, claim: Claim) -> bool:
    """Whether anybody bore the word in that year: "predikat tertinggi" is no step of the scale of 2018."""
    return str(claim.value) in _steps(case.reference, claim.measure, claim.period, claim.pack)


def _is_called_as_before(case: Case, claim: Claim) -> bool:
    """Whether a word may be the name of a prize; imported where one can be."""
    if case.document.plain[claim.start : claim.end].count(" ") < PAIR:
        return False
    from factcheck.judging.prizes import is_prize

    return is_prize(case, claim)


@lru_cache(maxsize=64)
def _steps(reference: Reference, measure: str, period: str, pack: str) -> frozenset[str]:
    return frozenset(str(fact.value) for fact in reference.facts_of(measure, period, pack))


def _is_stray(case: Case, claim: Claim) -> bool:
    """ "Dua ini kualitas tertinggi. Di bawahnya Kepulauan Aru 87,19": whether a word of an earlier sentence reaches
    nobody in this one of whom it is right, and is no heading: it was never said of them."""
    frame = frame_of(case, claim)
    if frame is None or frame.sentence.kind in ("item", "row") or not claim.end <= frame.sentence.start:
        return False
    return not _in_unison(case, claim) and (claim.sentence, claim.end, claim.measure) not in _right_words(case)


def _overreaches(case: Case, claim: Claim) -> bool:
    """ "Pemprov A, kota semuanya A … Kutai Timur dan Mahulu C", "di Sumut Sibolga 51,15 dan Binjai 45,16, semuanya D":
    whether a word said of several reaches whoever has a right one of its own in the sentence or the next two, or the
    region in which all those lie of whom it is right."""
    cohort = _cohorts(case)[claim.end, claim.measure, claim.period]
    if len(cohort) < PAIR:
        return False
    slot = (claim.subject, claim.period, claim.measure)
    beside = (
        one for place in range(MANY) for one in case.claims.inside(claim.sentence + place) if one.end != claim.end
    )
    own = (one for one in beside if isinstance(one.value, str) and (one.subject, one.period, one.measure) == slot)
    if any(case.answer(one).verdict == "supported" for one in own):
        return True
    right = [one for one in cohort if case.answer(one).verdict == "supported"]
    records = (case.reference.entities.get(one.subject) for one in right)
    return len(right) >= PAIR and all(record is not None and record.parent == claim.subject for record in records)


@lru_cache(maxsize=2)
def _right_words(case: Case) -> frozenset[tuple[int, int, str]]:
    """The words that are right of anybody in a sentence: the sentence, where the word ends, its measure."""
    words = (claim for claim in case.claims if isinstance(claim.value, str))
    return frozenset((one.sentence, one.end, one.measure) for one in words if case.answer(one).verdict == "supported")


def _is_counted(case: Case, claim: Claim) -> bool:
    """ "The office in North Maluku said that the five districts in the province were categorized as red zones": whether
    a group is counted between a name and the word, which is said of that group."""
    frame = frame_of(case, claim)
    at = frame.subject_at(claim.subject_span) if frame is not None else -1
    if frame is None or at < 0:
        return False
    word = frame.ending(claim.end, SCALED)
    numbers = [*frame.having(FIGURES, at + 1, word), *frame.having(Tag.COLLECTIVE, at + 1, word)]
    counts = (one for one in numbers if frame.after(one, Tag.GROUP))
    return any(not frame.before(one, Tag.RANK_AMONG, 1) for one in counts)  # "X, satu dari 12 kabupaten, …" is X


def _in_unison(case: Case, claim: Claim) -> bool:
    """Whether a word is said of three or more at once, and the reference has one other word of nearly all of them in
    that year, and this one of few of them in any other that is spoken of: "Daerah zona hijau itu Nias, …", who were all
    red."""
    cohort = _cohorts(case)[claim.end, claim.measure, claim.period]
    if len(cohort) < MANY and not _are_counted(case, claim, len(cohort)):
        return False
    known = Counter(str(fact.value) for one in cohort for fact in case.answer(one).facts[:1])
    word, times = known.most_common(1)[0] if known else ("", 0)
    return word != str(claim.value) and 4 * times >= 3 * len(cohort) and not _are_of_another_year(case, cohort)


def _are_of_another_year(case: Case, cohort: Sequence[Claim]) -> bool:
    """Whether most of whom a word is said bear it in another year that is spoken of, and nearly none another word."""
    spoken = spoken_years(case)
    borne = Counter(year for one in cohort for year in {fact.period for fact in case.answer(one).periods} & spoken)
    year, times = borne.most_common(1)[0] if borne else ("", 0)
    if 4 * times < 3 * len(cohort):
        return False
    known = sum(bool(case.reference.facts(one.measure, one.subject, year, one.pack)) for one in cohort)
    return 10 * times >= 9 * known


def counts_slipped_word(case: Case, count: Claim) -> bool:
    """ "Tiga pemda zona kuning. Yang tiga itu ialah A, B dan C": whether all whom a count counts by a word are named,
    and bear one other: then the word is the slip, and so many are they."""
    last = _last_words(case).get((count.sentence, count.condition))
    cohort = _cohorts(case)[last.end, last.measure, last.period] if last is not None else ()
    return len(cohort) == number_of(count) and _in_unison(case, cohort[0])


@lru_cache(maxsize=2)
def _last_words(case: Case) -> Mapping[tuple[int, str], Claim]:
    """The last claim of each word of a scale in a sentence, by the word as a count has it for its condition."""
    words = (one for one in case.claims if isinstance(one.value, str) and one.measure and one.kind != "count")
    return {(one.sentence, f"{one.measure}:{one.value}"): one for one in words}


def _are_counted(case: Case, claim: Claim, size: int) -> bool:
    """ "Waktu itu dua kabupaten kuning, Manokwari dan Fakfak", "dua daerah, yakni Pemprov NTT dan Kota Kupang, ada di
    zona hijau": whether so many are counted as a word is told of, and those are named behind the number."""
    told = f"{claim.measure}:{claim.value}"
    counts = (one for one in case.claims.inside(claim.sentence) if one.kind == "count" and one.condition == told)
    if size > 1 and any(number_of(one) == size for one in counts):
        return True
    frame = frame_of(case, claim)
    at = frame.subject_at(claim.subject_span) if frame is not None and size > 1 else -1
    if frame is None or at < 0:
        return False
    numbers = [one for one in frame.having(FIGURES, 0, at) if size_at(frame, one) and counts_group(frame, one, size)]
    word = frame.ending(claim.end, SCALED)
    listed = bool(numbers) and frame.has(Tag.BIND_OPENER, numbers[-1], at)
    return listed and at < word and len(frame.subjects(numbers[-1], word)) == size


def _never(case: Case, claim: Claim) -> bool:
    """Whether a word told right behind the name of its subject was never its in a year that the draft speaks of."""
    frame = frame_of(case, claim)
    return frame is not None and _told_of(frame, claim) and was_never(case, claim)


@lru_cache(maxsize=2)
def _cohorts(case: Case) -> Mapping[tuple[int, str, str], Sequence[Claim]]:
    """The claims of all whom one word is said of, by where it ends, its measure and the year."""
    found: dict[tuple[int, str, str], list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if isinstance(claim.value, str) and claim.measure:
            found[claim.end, claim.measure, claim.period].append(claim)
    return found


def _told_of(frame: Frame, claim: Claim) -> bool:
    """Whether nothing but what says that it is so stands between a name and the word behind it: no group counted
    ("Five North Maluku districts in red zone"), no figure, nothing that is left ("keluar dari rapor merah")."""
    at = frame.subject_at(claim.subject_span)
    word = frame.ending(claim.end, SCALED)
    if at < 0 or word < at or frame.has(Tag.GROUP, max(0, at - 2), at) or frame.names_between(at + 1, word):
        return False
    return is_joined(frame, at, word)
