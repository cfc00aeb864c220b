"""Votes told without their word: "Paslon nomor 2 sebanyak 103.412", "Budi-Sari: 14.080 (12,31%)". Where an article is
on a measure that its packs only name, of which nobody holds figures, whole numbers of thousands are counted in its
unit, and the percentages beside them are their shares."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from factcheck.cache.patterns import compiled
from factcheck.language.figures import PERCENT, Number
from factcheck.language.fold import fold
from factcheck.language.interval import interval
from factcheck.model import Claim, How, Span, Strength
from factcheck.reading.people.find import PersonMention
from factcheck.reading.scan.frame import FIGURES, UNITS, Frame, places_with
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.mood import demanded, irrealis
from factcheck.reading.values.scores import is_size_of_change
from factcheck.reference.packs.info import Measure, PackInfo
from factcheck.typed import NamedTuple

SMALL = 1000
"""Fewer count anything."""
PAIR = 2
"""So many people who stand in one region show that the article is on it."""
HEAD = 5
"""A line of no more words that names a region and has no figure heads the lines below it."""
LONG = 14
"""A sentence of so many words is none of a list of lines."""
NEAR, CLOSE, HUNDRED = 4, 3, 100
"""Mentions between a share and the number that it is of; one without decimals stands closer."""
_NOUN = compiled(r"[ \u00a0]([^\W\d_]+)")


class Counted(NamedTuple):
    """A measure of numbers and that of their shares, which no pack holds."""

    pack: PackInfo
    number: Measure
    share: Measure | None


class Regions(NamedTuple):
    """Where the people named stand, by where their names begin; and the region that is meant where nobody is named."""

    by_name: Sequence[tuple[int, str]]
    main: str

    def of(self, frame: Frame, start: int) -> str:
        """The region of the last one named in front of a figure in its sentence, else the main one."""
        first = bisect_left(self.by_name, (frame.sentence.start, ""))
        last = bisect_left(self.by_name, (start, ""))
        return self.by_name[last - 1][1] if first < last else self.main


def tallies(
    claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, people: Iterable[PersonMention]
) -> list[Claim]:
    """The claims, and those of numbers and shares of an open measure that nobody holds; those of it of whom the article
    does not say where, or when, in the region where the people named stand, and in the one year of the measure."""
    counted = _counted(setting)
    if counted is None:
        return list(claims)
    own = [claim for claim in claims if _is_of(claim, counted)]
    model = next((claim for claim in own if claim.period), next(iter(own), None))
    regions, heads = _regions(people, frames, setting), _heads(frames)
    regions = regions if regions.main else regions._replace(main=_contest(frames, counted, setting))
    year = (model.period if model is not None else "") or _year(counted.number)
    settled = [
        _settled(claim, heads[claim.sentence] or regions.of(frames[claim.sentence], claim.start), frames, year)
        if _is_of(claim, counted)
        else claim
        for claim in claims
    ]
    if not regions.main and model is not None:
        regions = regions._replace(main=model.subject)
    if not regions.main:
        return settled
    read = {claim.start for claim in claims if isinstance(claim.value, Decimal)}
    found = _found(frames, regions, counted, read)
    return [*settled, *(_made(one, counted, year) for one in found)]


def _counted(setting: Setting) -> Counted | None:
    """The first open measure with a unit of its own that no pack holds a figure of."""
    for pack in setting.packs.values():
        if any(role == "facts" for role, _ in pack.resources):
            continue
        numbers = [one for one in pack.measures.values() if one.counted_in and one.reported == "count"]
        shares = [one for one in pack.measures.values() if one.unit == PERCENT and one.reported == "share"]
        if numbers:
            return Counted(pack, numbers[0], next(iter(shares), None))
    return None


def _is_of(claim: Claim, counted: Counted) -> bool:
    return claim.pack == counted.pack.name and claim.measure in counted.pack.measures


def _year(measure: Measure) -> str:
    """The only year of a measure; empty where it has several."""
    return measure.first if measure.first == measure.last else ""


def _regions(people: Iterable[PersonMention], frames: Sequence[Frame], setting: Setting) -> Regions:
    """Where those stand who are named; the main region is that of most, where two of them stand there. One who held an
    office elsewhere does not stand there: that region is named nowhere."""
    aliases = setting.reference.aliases
    known = ((one.start, one.person.institution) for one in people if one.person is not None)
    found = [(start, ids[0]) for start, name in known if len(ids := aliases.get(fold(name), ())) == 1]
    told = {name for frame in frames for _, ids in frame.bearers for name in ids}
    found = [one for one in found if one[1] in told] or found
    times = Counter(name for _, name in found)
    name, most = max(times.items(), key=lambda one: one[1], default=("", 0))
    return Regions(sorted(found), name if most >= PAIR else "")


def _contest(frames: Sequence[Frame], counted: Counted, setting: Setting) -> str:
    """ "Pilgub Bali 2024": the region right behind the first word for the measure that has one there."""
    for frame, at in places_with(frames, f"{CUE_OF}{counted.number.name}"):
        ids = frame.mentions[at + 1].ids if frame.close(at, at + 1) else ()
        if ids and setting.reference.level_of(ids[0]):
            return ids[0]
    return ""


def _settled(claim: Claim, region: str, frames: Sequence[Frame], year: str) -> Claim:
    subject, span = _whose(frames[claim.sentence], claim.start, region)
    if subject and claim.subject != subject and claim.subject_span is None:
        told = () if span else (How.SUBJECT_OF_ARTICLE,)
        how = (*told, *(part for part in claim.how if not part.is_subject))
        claim = claim._replace(subject=subject, subject_span=span, how=how, readings=())
    return claim if claim.period else claim._replace(period=year, how=(*claim.how, How.YEAR_OF_ARTICLE))


class Told(NamedTuple):
    """A figure that counts, or is a share: where it stands and whose it is."""

    frame: Frame
    number: Number
    subject: str
    span: Span | None


def _found(frames: Sequence[Frame], regions: Regions, counted: Counted, read: set[int]) -> Iterator[Told]:
    head = ""
    for frame in frames:
        head = _head(frame, head)
        if not frame.having(FIGURES) or frame.sentence.voice == "boilerplate":
            continue
        numbers = [at for at in frame.having(FIGURES) if _counts(frame, at, counted)]
        shares = [at for at in frame.having(FIGURES) if counted.share is not None and _shares(frame, at, numbers)]
        for at in sorted((*numbers, *shares)):
            number = frame.mentions[at].number
            if number is not None and number.figure.start not in read:
                where = head or regions.of(frame, number.figure.start)
                yield Told(frame, number, *_whose(frame, number.figure.start, where))


def _heads(frames: Sequence[Frame]) -> Sequence[str]:
    """The region that heads each sentence as a line of a list."""
    found, head = [], ""
    for frame in frames:
        head = _head(frame, head)
        found.append(head)
    return found


def _head(frame: Frame, head: str) -> str:
    """The region that heads the lines below a line, as far as they are lines."""
    words = len(frame.plain[frame.sentence.start : frame.sentence.end].split())
    if words <= HEAD and len(frame.bearers) == 1 and not frame.having(FIGURES):
        return frame.bearers[0][1][0]
    return head if words < LONG else ""


def _whose(frame: Frame, start: int, subject: str) -> tuple[str, Span | None]:
    """The one named last in front of a figure in its sentence, and where; else the one that is meant."""
    named = [(place, ids) for place, ids in frame.bearers if frame.mentions[place].start < start]
    if not named:
        return subject, None
    place, ids = named[-1]
    return ids[0], Span(frame.mentions[place].start, frame.mentions[place].end)


def _counts(frame: Frame, at: int, counted: Counted) -> bool:
    """Whether a whole number of thousands is of no other unit, and nothing that nobody knows is counted."""
    number = frame.mentions[at].number
    if number is None or number.unit or number.quantum != 1 or number.form != "digits" or number.value < SMALL:
        return False
    if Tag.YEAR_DIGITS in frame.mentions[at].tags or irrealis(frame, at) or demanded(frame, at):
        return False
    if is_size_of_change(frame, at) or frame.before(at, Tag.MAGNITUDE_BEFORE, 1):
        return False
    if frame.has(UNITS, at + 1, at + 2) and frame.close(at, at + 1):
        return _is_unit(frame, at, counted)
    if frame.after(at, Tag.RANK_AMONG) and at + 2 < len(frame.mentions):  # "2.051 dari 2.163 TPS"
        return _is_bare(frame, at + 2)
    return _is_bare(frame, at)


def _is_unit(frame: Frame, at: int, counted: Counted) -> bool:
    """Whether the unit behind a number is that of what is counted, or of another measure with its word in the
    sentence: "yang memakai hak pilih 20.788.777 orang"."""
    told = frame.mentions[at + 1].tags.values()
    if f"{counted.pack.name}/{counted.number.name}" in told:
        return True
    others = [one.name for one in counted.pack.measures.values() if one.counted_in and one.reported == "count"]
    return any(f"{counted.pack.name}/{name}" in told and frame.has(f"{CUE_OF}{name}") for name in others)


def _is_bare(frame: Frame, at: int) -> bool:
    """Whether no word that nobody knows says what a number counts."""
    noun = _NOUN.match(frame.plain, frame.mentions[at].end, frame.sentence.end)
    return noun is None or noun[1] in frame.language.about.common or frame.after(at, Tag.BIND_AND)


def _shares(frame: Frame, at: int, numbers: Sequence[int]) -> bool:
    """Whether a percentage stands beside a number that is counted, or in brackets, or its sentence has the word."""
    number = frame.mentions[at].number
    if number is None or number.unit != PERCENT or number.quantum > 1 or number.value > HUNDRED:
        return False
    if is_size_of_change(frame, at) or irrealis(frame, at) or demanded(frame, at):
        return False
    near = NEAR if number.quantum < 1 else CLOSE
    return any(abs(at - other) <= near for other in numbers) or (number.quantum < 1 and frame.before(at, Tag.OPEN))


def _made(told: Told, counted: Counted, year: str) -> Claim:
    frame, number, subject, span = told
    share = counted.share if number.unit == PERCENT else None
    measure = share or counted.number
    low, high = interval(number, "")
    how = (*(() if span else (How.SUBJECT_OF_ARTICLE,)), How.YEAR_OF_ARTICLE)
    return Claim(
        "", measure.kind, counted.pack.name, measure.name, *number.figure, number.value,
        subject=subject, period=year, low=low, high=high, subject_span=span, how=how,
        strength=Strength.CARRIED, voice=frame.sentence.voice, sentence=frame.sentence.place,
    )  # fmt: skip
