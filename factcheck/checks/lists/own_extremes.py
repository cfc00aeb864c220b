"""The highest or lowest of all, where the draft itself gives another who is higher or lower.

"iuran tertinggi tercatat di wilayah Papua, yakni Rp4.285.850", two lines below "DKI Jakarta: Rp5.396.761".
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import takewhile
from operator import attrgetter

from factcheck.cache.once import once
from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case, frame_at, frame_of
from factcheck.model import Claim, number_of
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.scan.frame import ENDS, FIGURES, Frame, places_with
from factcheck.reading.scan.mentions import CUE_OF, Mention, Tag
from factcheck.reading.values.mood import is_question
from factcheck.reference.packs.info import FIRST
from factcheck.spans import HEADS
from factcheck.typed import NamedTuple

PLACE = compiled(r"(?: di | in | of | se-| se)([A-Z][a-z]+)(?![^.,;\n]? [A-Z])")
PARTS = {Tag.COMMA, Tag.BIND_AND, *ENDS}
"""What parts a figure from the word in front of it: "tertinggi di republik ini, disusul Papua Tengah 28,90"."""
ROWS = ("item", "row")
FEW = 3
"""A list in which one is the first or last has more members."""
LEAD = 4
"""Mentions in front of the word in which a change makes it the highest of changes."""
NARROWED = (Tag.COLLECTIVE, Tag.RANK_ELSEWHERE, Tag.RANK_AMONG, Tag.GROUP, Tag.MOOD_IRREALIS, Tag.MOOD_NEGATION)
"""With one of these in the sentence it is the highest of some."""


class Outdone(NamedTuple):
    """Who is told to be first or last, where, and the claim of the draft that is beyond."""

    start: int
    end: int
    word: str
    own: Claim
    other: Claim


def outdone(case: Case) -> Iterator[Outdone]:
    """The extremes of provinces that another figure of the draft is beyond, where one only is told for its end."""
    found = [one for frame, at in places_with(case.frames, Tag.EXTREME) if (one := _told(case, frame, at))]
    for word, at, frame, own in found:
        alone = {one.subject for end, _, _, one in found if end == word} == {own.subject}
        other = _beyond(case, own, word) if alone else None
        if other is not None:
            mention = frame.mentions[at]
            yield Outdone(mention.start, mention.end, word, own, other)


def outdone_in_family(case: Case) -> Iterator[Outdone]:
    """ "Kalimantan Selatan menjadi provinsi dengan iuran terendah di Kalimantan", below a lower one of the Barat:
    of provinces that bear the name of an island, those who bear it too."""
    for claim in case.claims:
        if claim.kind != "extreme" or not claim.subject or claim.scope:
            continue
        family = _family(case, claim)
        own = next((one for one in _values(case) if _is_alike(one, claim) and one.subject == claim.subject), None)
        if not family or own is None:
            continue
        others = [one for one in _values(case) if _is_alike(one, own) and family in case.name(one.subject).split()]
        other = furthest(own, others, str(claim.value))
        if other is not None:
            yield Outdone(claim.start, claim.end, str(claim.value), own, other)


def outdone_in_list(case: Case) -> Iterator[Outdone]:
    """ "Nilai tertinggi dipegang OKU Timur", above a table in which Musi Rawas has more: of several governments of one
    province whose figures the draft has right, the one that is called first or last and is not."""
    for claim in case.claims:
        if claim.kind != "extreme" or not claim.subject or case.answer(claim).verdict == "supported":
            continue
        # "terendah ada di Kabupaten Bima": nobody is counted within; "the lowest in East Java": all are
        if claim.scope not in ("", claim.subject, _around(case, claim)):
            continue
        headed = case.reference.level_of(claim.subject) == FIRST  # see `outdone`
        if headed and frame_at(case, claim.start).sentence.kind not in HEADS:
            continue
        if _is_of_something_else(case, claim):
            continue
        rest = _told_of(case).get((claim.measure, claim.pack, claim.period), ())
        listed = [one for one in rest if (_is_row(case, one) if headed else _is_beside(case, one, claim))]
        own = next((one for one in listed if one.subject == claim.subject), None)
        scoped = claim.scope not in ("", claim.subject)  # "sebuah puskesmas di Banjarmasin Selatan" is among no regions
        few = not scoped and len({one.subject for one in listed}) <= FEW
        if own is None or few or _is_narrowed(case, claim):
            continue
        other = furthest(own, listed, str(claim.value))
        if other is not None:
            yield Outdone(claim.start, claim.end, str(claim.value), own, other)


def _is_of_something_else(case: Case, claim: Claim) -> bool:
    """ "Mahakam Ulu paling akhir dilantik", some lines above the numbers of its districts: whether an extreme of what
    is counted stands in a sentence that has no number of it; or, "urusan lahan paling banyak, 74 laporan", any in front
    of a figure of something else."""
    if _leads_to_other(case, claim):
        return True
    measures = next((pack.measures for pack in case.reference.packs if pack.name == claim.pack), {})
    if claim.measure not in measures or not measures[claim.measure].counted_in:
        return False
    beside = case.claims.inside(claim.sentence)
    return not any(isinstance(one.value, Decimal) and one.measure == claim.measure for one in beside)


def _leads_to_other(case: Case, claim: Claim) -> bool:
    """Whether a figure that is read as nothing stands right behind an extreme."""
    frame = frame_of(case, claim)
    at = frame.ending(claim.end, Tag.EXTREME) if frame is not None else -1
    if frame is None or at < 0:
        return False
    figure = at + 1 + frame.after(at, Tag.COMMA)
    number = frame.mentions[figure].number if figure < len(frame.mentions) else None
    read = {one.start for one in case.claims.inside(claim.sentence)}
    return number is not None and frame.close(figure - 1, figure) and number.figure.start not in read


def _around(case: Case, claim: Claim) -> str:
    """The region in which the subject of a claim lies."""
    entity = case.reference.entities.get(claim.subject)
    return entity.parent if entity is not None else ""


def _is_beside(case: Case, one: Claim, claim: Claim) -> bool:
    """Whether a figure is of a government of the same province, and of the group among which the extreme is told."""
    lies = of_one_region(case, one, claim) and case.reference.entities[one.subject].parent != ""
    return lies and (not claim.group or case.reference.is_of(one.subject, claim.group))


def of_one_region(case: Case, one: Claim, other: Claim) -> bool:
    """Whether two subjects lie in one region: towns of a province, provinces of the country."""
    there, here = (case.reference.entities.get(claim.subject) for claim in (one, other))
    return there is not None and here is not None and there.parent == here.parent


def _is_narrowed(case: Case, claim: Claim) -> bool:
    frame = frame_of(case, claim)
    places = [at for at, mention in enumerate(frame.mentions) if mention.start == claim.start] if frame else []
    around = _around(case, claim)  # "The lowest in East Java is that of Kabupaten Bangkalan"
    told = [ids for _, ids in frame.bearers if around not in ids] if frame is not None else ()
    # "At the bottom are Tambrauw and Maybrat", "Siapa yang terbaik di Jambi?"
    if frame is None or not places or len(told) > 1 or is_question(frame):
        return True
    if case.reference.level_of(claim.subject) == FIRST:  # of those that a table has, whoever they are
        return _is_counted(frame, places[0])
    return narrowed(frame, places[0])


def _family(case: Case, claim: Claim) -> str:
    """The name behind an extreme that is nobody's own and that its subject's name begins with."""
    behind = PLACE.match(case.document.plain, claim.end)
    return behind[1] if behind and behind[1] in case.name(claim.subject).split() else ""


def _is_alike(one: Claim, other: Claim) -> bool:
    return (one.measure, one.period, one.pack) == (other.measure, other.period, other.pack)


@once
def _told_of(case: Case) -> Mapping[tuple[str, str, str], Sequence[Claim]]:
    """The figures by measure, pack and year that the reference bears out, and those of lists that it does not know."""
    found: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if isinstance(claim.value, Decimal) and kind_of(claim.kind) is VALUE and claim.period and claim.subject:
            verdict = case.answer(claim).verdict
            if verdict == "supported" or (verdict == "unverifiable" and _is_row(case, claim)):
                found[claim.measure, claim.pack, claim.period].append(claim)
    return dict(found)


def _is_row(case: Case, claim: Claim) -> bool:
    """Whether a figure stands in a list or a table."""
    return frame_at(case, claim.start).sentence.kind in ROWS


@once
def _values(case: Case) -> Sequence[Claim]:
    """The right figures of provinces."""
    return [one for one in case.claims if is_right_value(case, one) and _is_province(case, one)]


def _told(case: Case, frame: Frame, at: int) -> tuple[str, int, Frame, Claim] | None:
    """The end that a word tells, with its place and the right figure of whom it tells it."""
    if narrowed(frame, at):
        return None
    own = _bearer(case, frame, at)
    return (frame.mentions[at].tags[Tag.EXTREME], at, frame, own) if own is not None else None


def narrowed(frame: Frame, at: int) -> bool:
    """Whether the word grades ("predikat tertinggi"), tells changes, or is said of some: of an island, of three."""
    lead = frame.mentions[max(0, at - LEAD) : at]
    if _is_counted(frame, at):
        return True
    some = any(narrows(frame, tag, place) for tag in NARROWED for place in frame.having(tag))
    if some:
        return True
    if at and any(
        tag.startswith(CUE_OF) and Tag.CUE_NUMBER not in frame.mentions[at - 1].tags for tag in lead[-1].tags
    ):
        return True
    return any(unknown_place(frame, place) for place in frame.having(Tag.ENTITY_PLACES))


def _is_counted(frame: Frame, at: int) -> bool:
    """ "Di posisi kedua dengan TPT tertinggi", "lima terendah", "kenaikan tertinggi"."""
    lead = frame.mentions[max(0, at - LEAD) : at]
    told = any(Tag.CHANGE in one.tags or (one.number is not None and one.number.form == "ordinal") for one in lead)
    behind = (frame.mentions[place].number for place in frame.having(FIGURES, at, at + 2))
    return told or frame.before(at, Tag.NUMBER) or any(number is not None for number in behind)


def narrows(frame: Frame, tag: str, place: int) -> bool:
    """Whether a word says that it is the highest of some, and leads to no amount. A kind of regions does, but where
    "dengan" and the measure follow: "Provinsi dengan tingkat kemiskinan terendah"."""
    return not leads_to_amount(frame, place) and not (tag == Tag.GROUP and frame.after(place, Tag.BIND_FRONT))


def leads_to_amount(frame: Frame, place: int) -> bool:
    """ "bertambah dari Rp2.152.450", "is that of Kabupaten Bangkalan": whether a word that else says among whom leads
    to an amount or a rate, or to whose it is."""
    if Tag.ENTITY_KIND_OF in frame.mentions[place].tags and place + 1 < len(frame.mentions):
        return frame.roles[place + 1] == "subject"
    number = frame.mentions[place + 1].number if frame.after(place, Tag.NUMBER) else None
    return number is not None and (number.unit != "" or number.quantum < 1)


def unknown_place(frame: Frame, place: int) -> bool:
    """Whether "di" leads to a name that nobody here knows: an island, a town."""
    if frame.after(place, Tag.NUMBER):  # "up from Rp2,152,450"
        return False
    end = frame.mentions[place].end
    rest = frame.plain[end : frame.sentence.end].lstrip()
    start = frame.sentence.end - len(rest)
    known = any(one.ids and one.start == start for one in frame.mentions[place + 1 : place + 2])
    return (rest[:1].isupper() and not known) or frame.after(place, Tag.ENTITY_VENUES)


def _bearer(case: Case, frame: Frame, at: int) -> Claim | None:
    """The right figure right behind the word and one name of a province: "terendah Jawa Tengah dengan Rp2.327.386"."""
    told = case.claims.inside(frame.sentence.place)
    behind = bisect_left(told, frame.mentions[at].end, key=attrgetter("start"))
    own = told[behind] if behind < len(told) else None
    if own is None or not is_right_value(case, own) or not _is_province(case, own):
        return None
    between = list(takewhile(lambda one: one.start < own.start, frame.mentions[at + 1 :]))
    named = [one for one in between if one.ids]
    parted = any(one.tags.keys() & PARTS and not _opens(between, place) for place, one in enumerate(between))
    return own if len(named) == 1 and own.subject in named[0].ids and not parted else None


def _opens(between: Sequence[Mention], place: int) -> bool:
    """Whether a comma leads to "yakni" or right to the figure: "di wilayah Papua, yakni Rp4.285.850"."""
    return place == len(between) - 1 or any(Tag.BIND_OPENER in one.tags for one in between[place + 1 : place + 2])


def is_right_value(case: Case, claim: Claim) -> bool:
    """Whether a claim is a figure of a measure and a year that the reference bears out."""
    figure = isinstance(claim.value, Decimal) and kind_of(claim.kind) is VALUE
    return figure and bool(claim.period) and case.answer(claim).verdict == "supported"


def _is_province(case: Case, claim: Claim) -> bool:
    return case.reference.level_of(claim.subject) == FIRST


def _beyond(case: Case, own: Claim, word: str) -> Claim | None:
    """The figure of another province that is highest above it, or lowest below; None where none is."""
    alike = [one for one in _values(case) if _is_alike(one, own) and one.kind == own.kind]
    return furthest(own, alike, word)


def furthest(own: Claim, others: Sequence[Claim], word: str) -> Claim | None:
    sign = 1 if word == "highest" else -1
    best = max(
        (one for one in others if one.subject != own.subject), key=lambda one: sign * number_of(one), default=None
    )
    return best if best is not None and sign * number_of(best) > sign * number_of(own) else None
