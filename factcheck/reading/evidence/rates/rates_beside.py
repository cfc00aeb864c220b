"""A change told beside the amounts it leads to is theirs: "naik 9,8 persen atau Rp264.565, dari … menjadi Rp3.179.565".

A short figure explains itself by chance, or not at all where it is the slip; the long ones beside it say of whom and of
when it is.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.language.figures import PERCENT, RUPIAH, Number
from factcheck.language.interval import interval
from factcheck.model import Claim, How
from factcheck.reading.evidence.explained.explained_figures import Figure
from factcheck.reading.evidence.explained.slots import Known
from factcheck.reading.scan.frame import ENDS, FIGURES, Frame, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.values.mood import demanded
from factcheck.reference.packs.info import Measure
from factcheck.typed import NamedTuple

FAR = 6
"""Mentions between such a word and its amount: "dari angka tahun 2025 yang"."""
LEAD = 3
"""So many mentions in front of an amount a word may stand that makes it the base of the change."""
BASES = (Tag.BIND_FROM, Tag.BIND_COMPARE)
CLOSE = Decimal("0.03")
"""How far from what it should be a change may be that nothing else reads."""
BREAKS = (*ENDS, Tag.BIND_AND)

TOLD_WITH = {Tag.YEAR, Tag.YEAR_DIGITS, Tag.STATE_BEFORE, Tag.CUE_NUMBER, Tag.SUBJECT, Tag.COUNT_EXISTS, Tag.COLON}
"""What may stand between a base and the word for it: "dari iuran 2025 yang mencapai Rp3.876.600", "dari 2025: Rp…"."""


class Amount(NamedTuple):
    """An explained amount of a sentence: its place, whose it is, the pack and the year that a change to it, or from it,
    is of."""

    at: int
    entity: str
    pack: str
    measure: str
    period: str


def rates_beside(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims with each change in per cent or in rupiah bound to the amounts of its clause, and those that only
    these read."""
    read = {claim.start: claim for claim in claims}
    found: dict[int, Claim] = {}
    for frame in with_tag(frames, Tag.CHANGE):
        if len(frame.having(FIGURES)) > 1:
            found.update(_of_frame(frame, read, known))
    return [*(found.pop(claim.start, claim) for claim in claims), *found.values()]


def _of_frame(frame: Frame, read: dict[int, Claim], known: Known) -> Iterator[tuple[int, Claim]]:
    amounts = list(_amounts(frame, known))
    for at in frame.having(FIGURES) if amounts else ():
        number = frame.mentions[at].number
        figure = known.evidence.figures.get(number.figure.start) if number is not None else None
        if figure is None or not _is_change(frame, figure, read, known) or demanded(frame, at):
            continue
        amount = _beside(frame, at, amounts)
        if amount is not None and _is_alone(frame, at, amount):
            claim = _bound(figure, read.get(figure.number.figure.start), amount, known)
            if claim is not None:
                yield figure.number.figure.start, claim


def _amounts(frame: Frame, known: Known) -> Iterator[Amount]:
    """The amounts of a sentence that the reference explains."""
    for at in frame.having(FIGURES):
        number = frame.mentions[at].number
        choice = known.choices.get(number.figure.start) if number is not None else None
        if number is None or choice is None or number.unit != RUPIAH or not choice.fact.period.isdigit():
            continue
        base = _is_base(frame, at) and not _led_to(frame, at)
        period = str(int(choice.fact.period) + base)
        yield Amount(at, choice.fact.entity, choice.fact.pack, choice.fact.measure, period)


def _is_base(frame: Frame, at: int) -> bool:
    """Whether a word for what a change began with stands close in front of an amount, or nothing but its year and
    measure between: "naik 7,28 persen dari angka 2025 yang Rp2.169.349"."""
    if any(frame.has(tag, max(0, at - LEAD), at) for tag in BASES):
        return True
    for place in range(at - 1, max(-1, at - 1 - FAR), -1):
        tags = frame.mentions[place].tags
        if tags.keys() & set(BASES):
            return True
        if not tags.keys() & TOLD_WITH:
            return False
    return False


def _led_to(frame: Frame, at: int) -> bool:
    return frame.has(Tag.BIND_TO, max(0, at - LEAD), at)


def _is_change(frame: Frame, figure: Figure, read: dict[int, Claim], known: Known) -> bool:
    """Whether a figure is told as a change, and nothing explains it as it is read."""
    number, at = figure.number, figure.at
    if number.figure.start in known.choices and (figure.tells or number.unit != PERCENT):
        return False
    claim = read.get(number.figure.start)
    if claim is not None and any(
        (fact.entity, fact.period, fact.measure) == (claim.subject, claim.period, claim.measure)
        for fact in figure.facts
    ):
        return False
    if number.unit not in (PERCENT, RUPIAH) or (
        number.unit == RUPIAH and claim is not None and claim.kind != "difference"
    ):
        return False
    lead = frame.having(Tag.CHANGE, 0, at)
    return bool(lead) and not frame.has_any(ENDS, lead[-1], at)


def _is_alone(frame: Frame, at: int, amount: Amount) -> bool:
    """Whether nobody but whose amount it is stands between change and figure: "menaikkan iuran Jateng sebesar"."""
    lead = frame.having(Tag.CHANGE, 0, at)[-1]
    return all(amount.entity in frame.mentions[place].ids for place in frame.subjects(lead, at))


def _beside(frame: Frame, at: int, amounts: Sequence[Amount]) -> Amount | None:
    """The amount that a change leads to: the next one behind it in its clause, else the one in front of it; None where
    the amounts there are of several."""
    end = next((place for place in range(at, len(frame.mentions)) if _breaks(frame, place)), None)
    behind = [one for one in amounts if one.at > at and (end is None or one.at < end)]
    start = max((place for place in range(at) if frame.ends_at(place)), default=-1)
    before = [one for one in amounts if start < one.at < at]
    near = [one for one in behind if not frame.names_between(at, one.at)] or [
        one for one in before if not frame.names_between(one.at, at)
    ]
    if not near or len({one.entity for one in near}) > 1:
        return None
    return max(near, key=lambda one: one.period)


def _breaks(frame: Frame, at: int) -> bool:
    """Whether a clause ends; but "sehingga menjadi" leads on to what was reached."""
    return frame.has_any(BREAKS, at, at + 1) and not (
        frame.has(Tag.BIND_CLAUSE, at, at + 1) and frame.after(at, Tag.BIND_TO)
    )


def _bound(figure: Figure, claim: Claim | None, amount: Amount, known: Known) -> Claim | None:
    number, frame = figure.number, figure.frame
    low, high = interval(number, "")
    bare = claim or Claim(
        "", "", amount.pack, "", *number.figure, number.value, low=low, high=high, voice=frame.sentence.voice,
        sentence=frame.sentence.place,
    )  # fmt: skip
    bare = bare._replace(
        pack=amount.pack, subject=amount.entity, period=amount.period, subject_span=None, period_span=None,
        period_origin=None, how=(How.SUBJECT_OF_FIGURE, How.YEAR_OF_FIGURE), readings=(),
    )  # fmt: skip
    if number.unit == RUPIAH:
        told = claim is not None or _is_near(number, amount, known) or _restates(figure)
        return bare._replace(kind="difference", measure=amount.measure) if told else None
    rate = rate_of_pack(known, amount.pack)
    return bare._replace(kind=rate.kind, measure=rate.name) if rate is not None else None


def _restates(figure: Figure) -> bool:
    """ "sebesar 3,27 persen atau Rp56.963": whether a change in per cent stands in front of an amount, and "atau"."""
    frame, at = figure.frame, figure.at
    before = next((one for one in frame.mentions[max(0, at - 2) : at][::-1] if one.number is not None), None)
    if before is None or before.number is None or before.number.unit != PERCENT:
        return False
    return frame.plain[before.end : figure.number.start].strip(" (").lower() in frame.words.alternative


def _is_near(number: Number, amount: Amount, known: Known) -> bool:
    """Whether a figure is nearly what the amount and that of the year before differ by, and so is meant for it."""
    held = {
        fact.period: fact.value
        for fact in known.setting.reference.facts(amount.measure, amount.entity, "", amount.pack)
        if not fact.trust and isinstance(fact.value, Decimal)
    }
    later, earlier = held.get(amount.period), held.get(str(int(amount.period) - 1))
    if later is None or earlier is None or later == earlier:
        return False
    return abs(number.value / (later - earlier) - 1) <= CLOSE


def rate_of_pack(known: Known, pack: str) -> Measure | None:
    """The one measure in per cent of a pack; None where there is none or more."""
    measures = known.setting.packs[pack].measures.values()
    rates = [measure for measure in measures if measure.type == "number" and measure.unit == PERCENT]
    return rates[0] if len(rates) == 1 else None
