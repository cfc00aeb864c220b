"""What is said aside: of whom a relative clause names in passing, or of what was before."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Mapping
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter

from factcheck.judging.carried_words import bears, was_never
from factcheck.judging.case import Case, frame_at, frame_of
from factcheck.judging.corrected import is_corrected
from factcheck.judging.vouching import hangs, is_told_by_figure
from factcheck.model import Claim, Span, Value, number_of
from factcheck.reading.scan.frame import DATELINE, SCALED, Frame
from factcheck.reading.scan.mentions import Tag

_start = attrgetter("start")
AROUND = 3
"""So many sentences in front of one may tell whom it speaks of."""
YEAR = 12
"""Letters behind a word in which its year may stand: "pernah merah pada 2017"."""
TIMES, WORDS = 10, 4
"""So many times something may have been so, and words between the number of them and what was so."""
OPENERS = {
    Tag.BIND_OPENER, Tag.BIND_HOLDER_AFTER, Tag.BIND_IS, Tag.BIND_MEMBER, Tag.ENTITY_GOVERNMENT, Tag.ENTITY_PLACES,
    Tag.BIND_FRONT, Tag.STATE_BEFORE, Tag.GROUP,
}  # fmt: skip
"""What leads from a word for the highest to whose that is."""
DASHES = "–—"
INSERTED = 40
"""Letters between a name and the dash that closes what was put in."""
WORD = 20
"""Letters behind a comma in which the first word of a clause is looked for."""
LISTED = 2
"""So many others beside a name make a list of those who are counted."""


def is_aside(case: Case, claim: Claim) -> bool:
    """Whether a claim has its subject from a relative clause that ends in front of it, or is a word of what was."""
    frame = frame_of(case, claim)
    if frame is None:
        return False
    if is_corrected(case, claim.start):
        return True
    if isinstance(claim.value, str) and _is_of_counted(case, frame, claim):
        return True
    if _is_between_dashes(frame, claim) or _is_of_those_there(frame, claim):
        return True
    return _is_closed_off(frame, claim) or (isinstance(claim.value, str) and _is_word_aside(case, frame, claim))


def _is_of_counted(case: Case, frame: Frame, claim: Claim) -> bool:
    """ "Delapan sisanya kuning", "yang kuning tinggal satu. Kutai Timur lolos": whether a word whose
    sentence names somebody else or nobody is that of those whom it counts rightly, all of whom are told of."""
    here, name = frame.sentence, claim.subject_span
    if not here.start <= claim.start < here.end:  # "Delapan kuning. Pinrang mencetak 92,33"
        here = frame_at(case, claim.start).sentence
    if name is not None and here.start <= name.start < here.end:
        return False
    if name is not None and _named_with(case, claim, frame_at(case, name.start)) >= LISTED:
        return False  # "Kelimanya Tanah Laut, Banjarbaru, … dan Tapin": one name too many
    number = _counted(case).get((here.place, f"{claim.measure}:{claim.value}"), 0)
    return 0 < number <= len(_bearers(case).get((claim.measure, claim.value, claim.period), ()))


def _named_with(case: Case, claim: Claim, frame: Frame) -> int:
    """How many others a sentence names who rightly bear the word of a claim."""
    bearers = _bearers(case).get((claim.measure, claim.value, claim.period), ())
    named = {one for _, ids in frame.bearers for one in ids}
    return len(named.intersection(bearers) - {claim.subject})


@lru_cache(maxsize=2)
def _counted(case: Case) -> Mapping[tuple[int, str], Decimal]:
    """How many a sentence rightly says bear a word, the last such number of each."""
    counts = [one for one in case.claims if one.kind == "count" and ":" in one.condition]
    return {(one.sentence, one.condition): number_of(one) for one in counts if case.answer(one).verdict == "supported"}


@lru_cache(maxsize=2)
def _bearers(case: Case) -> Mapping[tuple[str, Value, str], Collection[str]]:
    """Of whom the draft tells a word of a scale rightly, by its measure, itself and its year."""
    found: dict[tuple[str, Value, str], set[str]] = defaultdict(set)
    for one in case.claims:
        if isinstance(one.value, str) and case.answer(one).verdict == "supported":
            found[one.measure, one.value, one.period].add(one.subject)
    return found


def _is_word_aside(case: Case, frame: Frame, claim: Claim) -> bool:
    """Whether a word of a scale tells what was, or is said of nobody near, or of whom the article is about."""
    if is_told_by_figure(case, claim):
        return _is_from_afar(case, claim)
    if _is_of_years(frame, claim) and not was_never(case, claim):
        return True
    return _was_before(frame, claim) or _is_from_afar(case, claim) or _is_of_main(case, claim)


def _is_of_years(frame: Frame, claim: Claim) -> bool:
    """ "Sudah kualitas tertinggi dua kali beruntun", "tiga tahun berturut-turut hijau": whether so many times or years
    stand right beside a word: it is said of each of them, and not of the one told last."""
    at = frame.ending(claim.end, SCALED)
    for place in (at + 1, at - 2, at - 3):
        number = frame.mentions[place].number if 0 <= place < len(frame.mentions) - 1 else None
        if number is None or number.quantum != 1 or not 1 < number.value <= TIMES:
            continue
        if frame.after(place, Tag.UNIT) and frame.close(min(place, at), max(place, at), WORDS):
            return True
    return False


def _is_of_main(case: Case, claim: Claim) -> bool:
    """ "Ternate meraih 80,01. Dari hijau pada 2022 ke hijau pada 2024", in an article about Jember, which was green in
    both: whether a word that its sentence names nobody for is that of whom the article is about."""
    about = case.article.about
    if claim.subject_span is not None or about is None or about.entity in ("", claim.subject):
        return False
    if hangs(case, claim, near=0):
        return False
    return bears(case, about.entity, claim.period, claim.pack, claim.measure, str(claim.value))


def _is_from_afar(case: Case, claim: Claim) -> bool:
    """ "A score of 79 was yellow in 2021; a year later it was green", paragraphs behind the last name: whether a word
    has its subject from further back than the sentences around it, which neither name nor tell of that one, and the
    article is not about them."""
    about = case.article.about
    if claim.subject_span is not None or (about is not None and about.entity == claim.subject):
        return False
    near = range(max(0, claim.sentence - AROUND), claim.sentence + 1)
    told = any(
        one.subject == claim.subject and one.sentence < claim.sentence for at in near for one in case.claims.inside(at)
    )
    return not told and not any(claim.subject in ids for at in near for _, ids in case.frames[at].bearers)


def _is_closed_off(frame: Frame, claim: Claim) -> bool:
    """ "Enrekang, yang dulu hijau bersama Luwu Utara, kini di urutan ke-23": whether the name stands in a clause that
    tells something of another, named right in front of its comma, and that a comma closes in front of the figure."""
    name = claim.subject_span
    if name is None or name.end > claim.start:
        return False
    commas = frame.having(Tag.COMMA)
    at = frame.subject_at(name)
    opening = bisect_left(commas, at) - 1
    closing = opening + 1
    if at < 0 or opening < 0 or closing == len(commas) or frame.mentions[commas[closing]].start >= claim.start:
        return False
    behind = frame.mentions[commas[opening]].end
    first = frame.plain[behind : min(behind + WORD, name.start)].lower().split()[:1]
    return bool(first) and first[0] in frame.words.relative and frame.before(commas[opening], Tag.ENTITY, 1)


def _is_between_dashes(frame: Frame, claim: Claim) -> bool:
    """ "Bagi tiga di antaranya—Rote Ndao kekecualian—itu kenaikan, sebab pada 2022 warnanya merah": whether the name
    stands with nobody else's in what dashes part from the sentence, and nothing that is told stands there."""
    name = claim.subject_span
    if name is None or name.end > claim.start or frame.roles[max(0, frame.subject_at(name))] == DATELINE:
        return False
    opening = max(frame.plain.rfind(dash, frame.sentence.start, name.start) for dash in DASHES)
    closed = any(0 <= frame.plain.find(dash, name.end, claim.start) <= name.end + INSERTED for dash in DASHES)
    before, lead = frame.plain[frame.sentence.start : opening], frame.plain[opening + 1 : name.start]
    return closed and opening > 0 and bool(before.strip()) and not lead.strip()


def is_replaced(case: Case, claim: Claim) -> bool:
    """ "provinsi itulah yang terendah, menggantikan Jawa Tengah": whether the one whom a highest or lowest was read of
    is what a verb behind a comma leads to."""
    frame, name = frame_of(case, claim), claim.subject_span
    if frame is None or name is None or name.start < claim.end or claim.kind != "extreme":
        return False
    words = frame.plain[claim.end : name.start].rpartition(",")
    return bool(words[1]) and words[2].split() != [] and words[2].strip().islower() and not _opens(frame, claim, name)


def _opens(frame: Frame, claim: Claim, name: Span) -> bool:
    """Whether a word that leads to who is meant stands between: "terendah, yakni Jawa Tengah"."""
    first, last = (bisect_left(frame.mentions, place, key=_start) for place in (claim.end, name.start))
    return any(one.tags.keys() & OPENERS for one in frame.mentions[first:last])


def _is_of_those_there(frame: Frame, claim: Claim) -> bool:
    """ "jumlah kabupaten/kota di Lampung yang hijau pada 2021": whether a word is said of a group that lies in the one
    named between them."""
    name = claim.subject_span if isinstance(claim.value, str) else None
    at = bisect_left(frame.mentions, name.start, key=_start) if name is not None else -1
    word = frame.ending(claim.end, SCALED)
    if at < 2 or word < at or not frame.before(at, Tag.ENTITY_PLACES):
        return False
    group = frame.mentions[at - 2]
    led = frame.plain[frame.mentions[at].end : frame.mentions[word].start].split()[:1]
    counts = Tag.GROUP in group.tags or Tag.CUE_NUMBER in group.tags
    return counts and frame.close(at - 2, at - 1) and bool(led) and led[0].lower() in frame.words.relative


def _was_before(frame: Frame, claim: Claim) -> bool:
    """ "Halmahera Timur, yang sebelumnya merah, mencatat 81,29 untuk tahun 2023": whether a word for what was stands
    right in front of one of a scale, and its year nowhere before it: "pada 2022 sempat merah" tells a year."""
    at = frame.ending(claim.end, SCALED)
    at -= at > 0 and frame.before(at, Tag.CUE_WORD)
    if not (at > 0 and frame.before(at, Tag.MOOD_PAST)):
        return False
    inserted = at > 2 and Tag.COMMA in frame.mentions[at - 3].tags and Tag.STATE_BEFORE in frame.mentions[at - 2].tags
    dated = claim.period_span is not None and claim.period_span.end < claim.end + YEAR
    return inserted or not dated  # "Hasil 2024: Sungai Penuh, yang sebelumnya kuning, meraih 90,4"
