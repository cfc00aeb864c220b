"""A figure with the unit of what the sentence before counts is that of it once more: "Penduduk miskin Riau pada 2023
bertambah 5,4 ribu orang. Jumlahnya mencapai 485,66 ribu orang"; of the one named right in front of it, where one is:
"Terkecil Papua Selatan dengan 545.861 jiwa, diikuti Papua Barat 569.910 jiwa"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from factcheck.language.interval import interval
from factcheck.model import Claim, How, Span, Strength, part_of
from factcheck.reading.evidence.explained.printed import digits
from factcheck.reading.scan.frame import ENDS, FIGURES, UNITS, Frame, with_tag
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.mood import demanded, irrealis
from factcheck.reading.values.scores import is_size_of_change, own_units

LISTED = ("paragraph", "item")
BACK = 3
"""Sentences in front of a figure beside a name in which what it counts may be told."""
LEAST = 3
"""Fewer digits are anybody's."""
BEFORE = "-1"
"""How a word for the year before is tagged."""
SMALL = 1000
"""Fewer are no people of a region."""


def counted_on(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims, and those of figures that say how many there are of what the sentence before tells."""
    read = {claim.start for claim in claims}
    last = {(claim.sentence, f"{claim.pack}/{claim.measure}"): claim for claim in claims if claim.measure}
    made: list[Claim] = []
    for frame in with_tag(frames, UNITS):
        if frame.sentence.kind in LISTED:
            found = list(_of_frame(frame, read, last, setting))
            last.update({(one.sentence, f"{one.pack}/{one.measure}"): one for one in found})
            made += found
    return [*claims, *made]


def _of_frame(frame: Frame, read: set[int], last: Mapping[tuple[int, str], Claim], setting: Setting) -> Iterator[Claim]:
    for at in frame.having(FIGURES):
        number = frame.mentions[at].number
        if number is None or number.figure.start in read or number.value < SMALL or digits(number) < LEAST:
            continue
        own = own_units(frame, at, setting)
        if (
            not own
            or not _ends(frame, at)
            or is_size_of_change(frame, at)
            or demanded(frame, at)
            or irrealis(frame, at)
        ):
            continue
        if any(frame.has(f"{CUE_OF}{place.partition('/')[2]}") for place in own):
            continue
        named = [(place, ids) for place, ids in frame.bearers if place < at]
        if named:
            one = _of_named(frame, at, *named[-1], own, last, setting)
            if one is not None:
                yield one
            continue
        if frame.bearers or frame.sentence.kind != "paragraph" or frame.has(Tag.ENTITY_VENUES, 0, at):
            continue  # "Pulau Jawa dihuni 157,4 juta jiwa"
        model = next((one for place in own if (one := last.get((frame.sentence.place - 1, place)))), None)
        if model is not None:
            low, high = interval(number, "")
            yield _dated(frame, model)._replace(
                kind=setting.packs[model.pack].measures[model.measure].kind, start=number.figure.start,
                end=number.figure.end, value=number.value, low=low, high=high, subject_span=None, condition="",
                sentence=frame.sentence.place, voice=frame.sentence.voice, readings=(), of_span=None,
                strength=Strength.CARRIED,
            )  # fmt: skip


def _of_named(
    frame: Frame,
    at: int,
    name: int,
    ids: tuple[str, ...],
    own: Collection[str],
    last: Mapping[tuple[int, str], Claim],
    setting: Setting,
) -> Claim | None:
    """The figure as that of the one named last in front of it, of what these sentences count, in their year; None
    where the reference has another of it."""
    number, mention, sentence = frame.mentions[at].number, frame.mentions[name], frame.sentence
    before = [last.get((sentence.place - back, place)) for back in range(BACK + 1) for place in sorted(own)]
    model = next((one for one in before if one is not None and one.period), None)
    years = [Tag.YEAR_DIGITS in frame.mentions[one].tags for one in frame.having(FIGURES, name + 1, at)]
    if number is None or model is None or not all(years) or frame.has_any(ENDS, name, at):
        return None
    low, high = interval(number, "")
    claim = model._replace(
        kind=setting.packs[model.pack].measures[model.measure].kind, start=number.figure.start, end=number.figure.end,
        value=number.value, low=low, high=high, subject=ids[0], subject_span=Span(mention.start, mention.end),
        condition="", sentence=sentence.place, voice=sentence.voice, readings=(), of_span=None, period_span=None,
        period_origin=None, how=(How.YEAR_OF_SENTENCE_BEFORE,), strength=Strength.CARRIED,
    )  # fmt: skip
    held = setting.reference.facts(claim.measure, claim.subject, claim.period, claim.pack)
    whole = [fact for fact in held if not part_of(fact.period)]
    return claim if not whole or any(claim.states(fact.value) for fact in held) else None


def _ends(frame: Frame, at: int) -> bool:
    """Whether nothing that nobody knows is said of those counted: not "12,5 ribu orang menonton"."""
    return at + 2 >= len(frame.mentions) or not frame.gap(at + 1, at + 2).strip()


def _dated(frame: Frame, model: Claim) -> Claim:
    """The claim of the sentence before in the one year that a sentence tells, else in its own."""
    how = (How.SUBJECT_OF_SENTENCE_BEFORE,)
    years = frame.having(Tag.YEAR_DIGITS)
    if len(years) == 1:
        mention = frame.mentions[years[0]]
        span = Span(mention.start, mention.end)
        return model._replace(period=mention.tags[Tag.YEAR_DIGITS], period_span=span, period_origin=span, how=how)
    back = sum(frame.mentions[at].tags[Tag.YEAR] == BEFORE for at in frame.having(Tag.YEAR))
    period = str(int(model.period) - back) if model.period.isdigit() else model.period
    year = How.COUNTED_YEAR if back else How.YEAR_OF_SENTENCE_BEFORE
    return model._replace(period=period, period_span=None, period_origin=None, how=(*how, year))
