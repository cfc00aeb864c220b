"""Numbers that count what stands behind them: just so many names of whom one word is said ("Yang kuning pun lima, yakni
A, B, C, D, E", "Dua kabupaten menemani di zona itu, yakni A (83,81) dan B (83,56)"), or parts that make the whole of
their sentence ("Dari 10 pemda …, empat hijau, dua setengah jalan alias kuning, empat lagi tertinggal: merah")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.language.figures import Number
from factcheck.model import COUNTRY, Claim, How, Strength, number_of
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.evidence.counts.counted_items import said_of
from factcheck.reading.evidence.counts.explained_counts import ASSESSED, conditions_at, whole
from factcheck.reading.evidence.words.borne_words import by_sentence
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.counts import bounds, governed, splits
from factcheck.typed import NamedTuple

PROSE = ("paragraph", "item", "heading")
PAIR, MOST = 2, 40
"""No fewer and no more are counted whom a sentence names."""
THINGS = (Tag.UNIT, Tag.COUNTED, Tag.ENTITY_OFFICES, Tag.COUNT_TOP)
"""Right behind a number these say that it is one of something else."""
OPENS = {Tag.COMMA, Tag.COLON, Tag.BIND_OPENER}
CLOSED = {Tag.COMMA, Tag.STOP, Tag.SEMICOLON, *THINGS}


class Counted(NamedTuple):
    """What a number counts: where it stands, in which region and year, of which group, under which condition."""

    frame: Frame
    number: Number
    region: str
    period: str
    group: str
    condition: str
    pack: str


def counts_by_names(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims, and those of numbers that nothing but what stands behind them explains."""
    taken = {claim.start for claim in claims if isinstance(claim.value, Decimal)}
    taken |= {claim.of_span.start for claim in claims if claim.of_span is not None}
    told = by_sentence(claims)
    made = [
        _made(one)
        for frame in frames
        if frame.sentence.place in told and FIGURES in frame.tagged and frame.sentence.kind in PROSE
        for one in _of_frame(frame, told[frame.sentence.place], taken, setting)
    ]
    return [*claims, *made] if made else list(claims)


def _of_frame(frame: Frame, own: Sequence[Claim], taken: set[int], setting: Setting) -> Iterator[Counted]:
    free = [at for at in frame.having(FIGURES) if is_free(frame, at, taken)]
    if not free:
        return
    named = [one for at in free if (one := _by_names(frame, at, own, setting)) is not None]
    yield from named or _of_whole(frame, free, own, setting)


def is_free(frame: Frame, at: int, taken: set[int]) -> bool:
    """Whether a whole number is read as nothing and may count."""
    if frame.mentions[at].start in taken or Tag.YEAR_DIGITS in frame.mentions[at].tags:
        return False
    number = whole(frame, at)
    if number is None or number.figure.start in taken or governed(frame, at) or frame.before(at, Tag.RANK_CUE, 1):
        return False
    return not (bounds(frame, at) or splits(frame, at) or any(frame.after(at, tag) for tag in THINGS))


def _by_names(frame: Frame, at: int, own: Sequence[Claim], setting: Setting) -> Counted | None:
    """The number as that of those named behind it, of all of whom one word is said, or whose figures have one."""
    number = whole(frame, at)
    if number is None or not PAIR <= number.value <= MOST or not _opens_names(frame, at):
        return None
    behind = [claim for claim in own if claim.subject_span is not None and claim.subject_span.start > number.end]
    last = next((frame.mentions[one].start for one in frame.having(FIGURES, at + 1) if _is_whole(frame, one)), None)
    groups: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for claim in behind:
        if claim.subject_span is not None and (last is None or claim.subject_span.start < last):
            for condition in _conditions(claim, setting):
                groups[claim.pack, claim.period, condition].add(claim.subject)
    fitting = [(key, names) for key, names in groups.items() if len(names) == number.value and key[1]]
    if not fitting:
        return None
    (pack, period, condition), names = fitting[0]
    region = _region(names, setting)
    _, group = said_of(frame, at, setting)
    return Counted(frame, number, region, period, group, condition, pack) if region else None


def _is_whole(frame: Frame, at: int) -> bool:
    return whole(frame, at) is not None


def _opens_names(frame: Frame, at: int) -> bool:
    """Whether a comma, a colon or what opens a list leads from a number, or from what it counts, to the first name
    behind it: not from "dua yang terakhir"."""
    names = frame.subjects(at + 1)
    opens = (
        next((one for one in range(at + 1, names[0]) if frame.mentions[one].tags.keys() & OPENS), -1) if names else -1
    )
    told = frame.has_any((Tag.GROUP, Tag.COUNT_PART, SCALED), at + 1, opens)
    return opens > 0 and (told or (not frame.gap(at, at + 1).strip() and opens == at + 1))


def _conditions(claim: Claim, setting: Setting) -> Iterator[str]:
    """What somebody is counted for: the word that is said, or those that the figure has by its scale."""
    if kind_of(claim.kind) is not VALUE:
        return
    if isinstance(claim.value, str):
        yield f"{claim.measure}:{claim.value}"
        return
    band = setting.reference.band_of(claim.measure, claim.period, claim.value, claim.pack)
    if band is not None and isinstance(claim.value, Decimal):
        yield from (f"{measure}:{word}" for measure, word in band.labels)


def _region(names: set[str], setting: Setting) -> str:
    """The region in which those named lie, itself one of them or not; empty where they lie in several."""
    records = [setting.reference.entities.get(name) for name in names]
    parents = {record.parent for record in records if record is not None and record.id != COUNTRY}
    inner = parents - {COUNTRY} if len(parents) > 1 else parents
    return next(iter(inner)) if len(inner) == 1 and all(records) else ""


def _of_whole(frame: Frame, free: Sequence[int], own: Sequence[Claim], setting: Setting) -> Iterator[Counted]:
    """The numbers that make, with the counts read beside them, the whole that their sentence tells; each counts another
    word of one scale."""
    counts = [claim for claim in own if claim.kind == "count"]
    wholes = [claim for claim in counts if claim.condition == ASSESSED]
    parts = [(at, condition) for at in free if (condition := _clause(frame, at))]
    if len(wholes) != 1 or not parts:
        return
    told = [(claim.condition, number_of(claim)) for claim in counts if ":" in claim.condition]
    numbers = [(condition, number.value) for at, condition in parts if (number := whole(frame, at)) is not None]
    together = [*told, *numbers]
    conditions = {condition for condition, _ in together}
    scales = {condition.partition(":")[0] for condition in conditions}
    if len(conditions) != len(together) or len(scales) != 1 or len(together) < PAIR:
        return
    if sum(value for _, value in together) != number_of(wholes[0]):
        return
    for at, condition in parts:
        number = whole(frame, at)
        if number is not None:
            model = wholes[0]
            yield Counted(frame, number, model.subject, model.period, model.group, condition, model.pack)


def _clause(frame: Frame, at: int) -> str:
    """What a number counts by the one word of a scale in its clause, behind it; empty where that tells something else
    too."""
    word = frame.first(SCALED, at + 1)
    between = frame.mentions[at + 1 : word] if word >= 0 else ()
    numbers = (one.number for one in between)
    if not between and word < 0:
        return ""
    if any(one.ids or one.tags.keys() & CLOSED for one in between) or any(
        number is not None and number.quantum == 1 for number in numbers
    ):
        return ""
    return next(conditions_at(frame, word), "")


def _made(one: Counted) -> Claim:
    sentence, number = one.frame.sentence, one.number
    return Claim(
        "", "count", one.pack, "count", *number.figure, number.value,
        subject=one.region, scope=one.region, period=one.period, group=one.group, condition=one.condition,
        low=number.value, high=number.value, how=(How.COUNTED_IN_REGION, How.YEAR_OF_ALL),
        strength=Strength.CARRIED, voice=sentence.voice, sentence=sentence.place,
    )  # fmt: skip
