"""A word of a scale that says what is counted is nobody's: "five districts in the province are red" is not said of the
province, nor "ten of them were red" of those named before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from factcheck.model import Claim, How, number_of
from factcheck.reading.evidence.words.list_years import is_right_in
from factcheck.reading.evidence.words.words_of_scales import group_size
from factcheck.reading.scan.frame import SCALED, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.packs.info import FIRST

LISTED = {Tag.BIND_OPENER, Tag.COLON, Tag.COMMA, Tag.BIND_AND}
"""Behind one of these a name is one of several."""
FEW = 3
"""Of so many whom one word is said, it is said of each."""


def without_counted(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims without the words that a count of the same sentence takes for its condition, where they are said of
    the region counted in, of somebody whom the sentence does not name, or of more than are counted."""
    counted: dict[tuple[int, str], set[str]] = {}
    wholes: dict[tuple[int, str], int] = {}
    for claim in claims:
        if claim.kind == "count" and ":" in claim.condition:
            counted.setdefault((claim.sentence, claim.condition), set()).update((claim.subject, claim.scope))
            wholes.setdefault((claim.sentence, claim.subject), claim.start)
    ends = {frame.sentence.place: frame.sentence.end for frame in frames}
    numbers = [
        (claim, ends.get(claim.sentence, 0)) for claim in claims if claim.kind == "count" and ":" in claim.condition
    ]
    said = {(claim.end, claim.measure, claim.subject) for claim in claims}
    together = Counter((end, measure) for end, measure, _ in said)  # of the five counted the province may be one
    by_place = {frame.sentence.place: frame for frame in frames}
    scored = {(one.sentence, one.subject, one.period, one.end) for one in claims if isinstance(one.value, Decimal)}
    behind = {(one.start, one.condition) for one, _ in numbers}
    sizes = {(one.sentence, one.condition, int(number_of(one))) for one, _ in numbers}
    return [
        claim
        for claim in claims
        if not (_is_of_others(claim, by_place.get(claim.sentence)) or _leads_to_number(claim, behind))
        if (
            # "dua pemerintahan ini" counts just those of whom the word is said
            ((size := together[claim.end, claim.measure]) >= FEW or (size > 1 and (*_told(claim), size) in sizes))
            and (not _is_region(claim, counted, setting) or _is_listed(claim, by_place.get(claim.sentence)))
        )
        or not (_is_counted(claim, counted) or _is_where(claim, wholes, by_place.get(claim.sentence)))
        or _is_member(claim, by_place.get(claim.sentence))
        or _is_said_first(claim, by_place.get(claim.sentence))
        or _is_of_figure(claim, by_place.get(claim.sentence), scored)
        or _is_told_too(claim, by_place.get(claim.sentence), setting)
        if not _is_beyond(claim, size, numbers, setting)
    ]


def _leads_to_number(claim: Claim, counts: Collection[tuple[int, str]]) -> bool:
    """ "Untuk pemerintah kabupaten, zona hijau 339, zona kuning 55": whether a word right behind which stands the
    number of those who bear it was read of somebody in front of it."""
    span = claim.subject_span
    counted = (claim.end + 1, f"{claim.measure}:{claim.value}") in counts
    return counted and span is not None and span.start < claim.start


def without_unheard(claims: Sequence[Claim], frames: Sequence[Frame]) -> list[Claim]:
    """ "Lima pemda berpredikat A, kualitas tertinggi. … Tertinggi Payakumbuh": the claims without words that are said
    only of whom the article is about, in front of where it is named, or of a group that is counted."""
    carried = [one for one in claims if isinstance(one.value, str) and How.SUBJECT_OF_ARTICLE in one.how]
    carried = [one for one in carried if one.measure and one.kind != "extreme" and one.subject_span is None]
    if not carried:
        return list(claims)
    named: dict[str, int] = {}
    for frame in frames:
        for _, ids in frame.bearers:
            for entity in ids:
                named.setdefault(entity, frame.sentence.place)
    dropped = {id(one) for one in carried if _is_unheard(one, frames[one.sentence], named)}
    return [one for one in claims if id(one) not in dropped]


def _is_unheard(claim: Claim, frame: Frame, named: Mapping[str, int]) -> bool:
    at = frame.ending(claim.end, SCALED)
    heard = named.get(claim.subject, claim.sentence + 1) <= claim.sentence
    return at >= 0 and (not heard or group_size(frame, at) > 1)


def _is_of_others(claim: Claim, frame: Frame | None) -> bool:
    """ "Muratara dan Pagaralam kuning, sedangkan 15 lainnya hijau": whether a word is of so many others, and of none of
    those named in front of them."""
    if frame is None or not isinstance(claim.value, str) or not claim.measure or claim.subject_span is None:
        return False
    at = frame.ending(claim.end, SCALED)
    others = frame.before(at, Tag.COUNT_OTHER) and at > 1 and frame.mentions[at - 2].number is not None
    return others and frame.close(at - 2, at - 1, 1) and claim.subject_span.start < frame.mentions[at].start


def _is_member(claim: Claim, frame: Frame | None) -> bool:
    """ "delapan daerah sisanya, termasuk Pemprov Kalsel, masuk zona kuning", "five districts together with the
    provincial government": whether the region is one of those."""
    at = frame.subject_at(claim.subject_span) if frame is not None else -1
    led = frame is not None and at > 0 and frame.before(at, Tag.BIND_MEMBER)
    return led or (frame is not None and at > 0 and frame.before(at, Tag.BIND_LIKEWISE, 1))


def _is_said_first(claim: Claim, frame: Frame | None) -> bool:
    """ "Pemerintah Aceh masuk zona hijau, begitu juga 23 kabupaten dan kota": whether a word is said of the region that
    is named in front of it, and of those counted likewise."""
    at = frame.ending(claim.end, SCALED) if frame is not None and claim.subject_span is not None else -1
    named = frame is not None and at >= 0 and frame.subject_at(claim.subject_span) in range(at)
    return named and frame is not None and frame.has(Tag.BIND_LIKEWISE, at, at + FEW)


def _is_of_figure(claim: Claim, frame: Frame | None, scored: Collection[tuple[int, str, str, int]]) -> bool:
    """ "penghuni zona hijau cuma empat, dengan Tanimbar sebagai penutup: 50,47, hijau": whether a word stands right
    behind a figure of its subject and year, no more than a comma between: it is no count's."""
    at = frame.ending(claim.end, SCALED) if frame is not None and isinstance(claim.value, str) else -1
    if frame is None or at < 2 or not frame.before(at, Tag.COMMA) or frame.gap(at - 1, at).strip():
        return False
    return (claim.sentence, claim.subject, claim.period, frame.mentions[at - 2].end) in scored


def _is_told_too(claim: Claim, frame: Frame | None, setting: Setting) -> bool:
    """ "Provinsi dan 10 kabupaten/kota sudah zona hijau": whether a word is of the region and those counted in it."""
    if not isinstance(claim.value, str) or setting.reference.level_of(claim.subject) != FIRST:
        return False
    from factcheck.reading.evidence.words.regions_told_too import is_told_too

    return is_told_too(claim, frame, setting.reference)


def _is_beyond(claim: Claim, size: int, counts: Sequence[tuple[Claim, int]], setting: Setting) -> bool:
    """ "Hanya dua yang lolos ke hijau:" over a table of fifteen: the word is of those two who were green."""
    if size < FEW or is_right_in(claim, claim.period, setting):
        return False
    condition = f"{claim.measure}:{claim.value}"
    mine = [one for one, end in counts if one.condition == condition and one.start < claim.start < end]
    return bool(mine) and 2 * sum(map(number_of, mine), Decimal(0)) <= size


def _told(claim: Claim) -> tuple[int, str]:
    """The sentence of a word, and the word as a count has it for its condition."""
    return claim.sentence, f"{claim.measure}:{claim.value}"


def _is_region(claim: Claim, counted: dict[tuple[int, str], set[str]], setting: Setting) -> bool:
    """ "Empat daerah di Sumatera Selatan masih kuning. Nilai Pagar Alam 76,74, …": whether a word that several bear is
    not borne by the region in which they are counted."""
    regions = counted.get(_told(claim), ())
    return claim.subject in regions and not is_right_in(claim, claim.period, setting)


def _is_where(claim: Claim, wholes: dict[tuple[int, str], int], frame: Frame | None) -> bool:
    """ "16 pemerintah daerah di Sumatera Utara yang menggondol …": the region behind the number is where they lie; but
    not one of those listed, "dua pemda, yaitu Pemprov Maluku dan Kota Ambon, …"."""
    start = wholes.get((claim.sentence, claim.subject))
    if _is_listed(claim, frame):
        return False
    if start is None or not isinstance(claim.value, str) or not claim.measure or claim.kind == "extreme":
        return False
    return claim.subject_span is not None and start < claim.subject_span.start < claim.start


def _is_listed(claim: Claim, frame: Frame | None) -> bool:
    """Whether a word's subject is named as one of several: behind a comma, "dan" or what opens a list."""
    at = frame.subject_at(claim.subject_span) if frame is not None else -1
    return frame is not None and at > 0 and bool(frame.mentions[at - 1].tags.keys() & LISTED)


def _is_counted(claim: Claim, counted: dict[tuple[int, str], set[str]]) -> bool:
    if not isinstance(claim.value, str) or not claim.measure or claim.kind == "extreme":
        return False
    regions = counted.get(_told(claim))
    if regions is None:
        return False
    carried = claim.subject_span is None or any(part.is_subject for part in claim.how)
    return claim.subject in regions or carried
