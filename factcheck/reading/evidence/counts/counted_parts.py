"""Numbers of some of those whose number is told beside them, whatever is said of them: "Dari sembilan kabupaten/kota,
hanya dua yang melampaui angka provinsi", "enam di antaranya membaik, empat lainnya memburuk", "six of its eight
regencies". They lie where those do, in the same year; no table counts them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from factcheck.language.figures import Number
from factcheck.model import TOLD, Claim, How, Strength, number_of
from factcheck.reading.evidence.counts.counts_by_names import PROSE, is_free
from factcheck.reading.evidence.counts.explained_counts import whole
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag

PAIR = 2
"""Fewer are somebody, and no number of some."""
LEADS = (Tag.COUNT_EXISTS, Tag.BIND_AND, Tag.COMMA, Tag.BIND_CLAUSE)
"""What may lead from all to the number of some: "Dari 24 kabupaten/kota, hanya 20 …"."""
SOME = (Tag.COUNT_PART, Tag.COUNT_OTHER)
GOES_ON = (Tag.CHANGE, Tag.COUNT_EXISTS, Tag.STATE_BEFORE, Tag.MOOD_NEGATION, *SOME)
"""Right behind a number that counts some one of these says what is told of them."""
WORDS = 2
"""Words between "six of" and the number of all: "its", "the country's"."""


def counted_parts(claims: Sequence[Claim], frames: Sequence[Frame]) -> list[Claim]:
    """The numbers, in some sentences, of some of those who are counted beside them."""
    counts: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.kind == "count" and claim.group:
            counts.setdefault(claim.sentence, []).append(claim)
    if not counts:
        return []
    taken = {claim.start for claim in claims if isinstance(claim.value, Decimal) or claim.kind == "date"}
    return [one for frame in frames if frame.sentence.kind in PROSE for one in _of_frame(frame, counts, taken)]


def _of_frame(frame: Frame, counts: dict[int, list[Claim]], taken: Collection[int]) -> Iterator[Claim]:
    place = frame.sentence.place
    own = sorted(counts.get(place, ()), key=lambda claim: claim.start)
    last = max(counts.get(place - 1, ()), key=lambda claim: claim.start, default=None)
    if not own and last is None:
        return
    made: Claim | None = None
    for at in frame.having(FIGURES):
        number = whole(frame, at)
        if number is None or not is_free(frame, at, {*taken}):
            continue
        among = _among(frame, at, own)
        before = bisect_left(own, number.start, key=lambda claim: claim.start)
        model = among or (own[before - 1] if before else last)
        if model is None or not (among or _is_part(frame, at, number, model, last, made)):
            continue
        if among is None and number.value >= number_of(model) and made is None:
            continue
        made = _made(frame, number, model)
        yield made


def _among(frame: Frame, at: int, own: Sequence[Claim]) -> Claim | None:
    """The number of all, right behind that of some: "six of its eight regencies"."""
    if not frame.after(at, Tag.RANK_AMONG, 0) or frame.has(Tag.RANK_CUE, 0, at):
        return None
    start, number = frame.mentions[at + 1].end, frame.mentions[at].number
    behind = next((claim for claim in own if claim.start > start), None)
    if behind is None or number is None or not PAIR <= number.value < number_of(behind):
        return None  # "satu dari dua daerah yang hijau" tells of somebody
    between = frame.plain[start : behind.start].split()
    return behind if len(between) <= WORDS and all(word[:1].isalpha() for word in between) else None


def _is_part(frame: Frame, at: int, number: Number, model: Claim, last: Claim | None, made: Claim | None) -> bool:
    """Whether a number is said to be of some of those, or of the others; or stands behind a comma that ends what says
    among whom it is."""
    others = any(frame.after(at, tag, 1) or frame.before(at, tag, 0) for tag in SOME)
    if others:
        return number.value >= PAIR or frame.after(at, Tag.COUNT_OTHER)
    if model is last or (made is None and not _leads(frame, at, model)):
        return False
    if made is not None and not frame.has_any((Tag.COMMA, Tag.BIND_AND), at - 1, at):
        return False
    return _goes_on(frame, at)


def _leads(frame: Frame, at: int, model: Claim) -> bool:
    """ "Dari sembilan kabupaten/kota, hanya dua": whether all stand behind "dari" at the head of their clause, and
    nothing but a comma and what leads to a number between them and it."""
    place = frame.ending(model.end, FIGURES)
    if place < 0 or not frame.before(place, Tag.RANK_AMONG, 1) or (place > 1 and frame.mentions[place - 2].number):
        return False
    comma = frame.first(Tag.COMMA, place + 1, at)
    return comma >= 0 and all(one.tags.keys() & {*LEADS} for one in frame.mentions[comma:at])


def _goes_on(frame: Frame, at: int) -> bool:
    """Whether no noun stands behind a number: what is told of so many begins there."""
    if at + 1 < len(frame.mentions) and frame.close(at, at + 1):
        tags = frame.mentions[at + 1].tags
        return bool(tags.keys() & {*GOES_ON}) or frame.plain[frame.mentions[at + 1].start :][:4] == "yang"
    behind = frame.plain[frame.mentions[at].end : frame.sentence.end]
    word = behind.split()[0].lower() if behind[:1] == " " and behind.split() else ""
    prefixes = frame.language.words.sentence.verb_prefixes
    verb = word.startswith(prefixes) if prefixes else word[-1:] != "s"  # "24 saw", "24 officials"
    return bool(word) and (verb or word in frame.words.relative)


def _made(frame: Frame, number: Number, model: Claim) -> Claim:
    sentence = frame.sentence
    return Claim(
        "", "count", model.pack, "count", *number.figure, number.value,
        subject=model.subject, scope=model.scope, period=model.period, group=model.group, condition=TOLD,
        low=number.value, high=number.value, how=(How.COUNTED_IN_REGION, How.YEAR_OF_ALL),
        strength=Strength.CARRIED, voice=sentence.voice, sentence=sentence.place,
    )  # fmt: skip
