"""Two ranks told of two in their order: "Kaur (96,14) dan Lebong (93,76) berada di peringkat pertama dan kedua"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product

from factcheck.language.figures import Number
from factcheck.model import Claim, Span, Strength
from factcheck.reading.evidence.ranks.explained_ranks import CUED, CUES, SURE, known_ranks
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting

LED = (*CUES, Tag.RANK_PLACE)
PAIR = 2

Whose = tuple[str, Span | None]


def ranks_in_order(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims, two ranks behind one word for them put under the two named last in front, or the two of whom the
    sentence before tells, where each is the rank of the one in whose turn it stands."""
    told: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.period.isdigit() and claim.subject and claim.pack:
            told[claim.sentence].append(claim)
    found: dict[int, Claim] = {}
    for frame in frames:
        for one, other in _pairs(frame) if frame.has_any(LED) else ():
            found |= {claim.start: claim for claim in _shared(frame, one, other, told, setting)}
    return [*(one for one in claims if one.kind != "rank" or one.start not in found), *found.values()]


def _pairs(frame: Frame) -> list[tuple[int, int]]:
    """The places of two numbers that a word for "and" joins behind a word for a rank."""
    places = frame.having(FIGURES)
    joined = [(one, one + PAIR) for one in places if one + PAIR in places and frame.after(one, Tag.BIND_AND)]
    return [(one, other) for one, other in joined if frame.has_any(LED, max(0, one - CUED), one)]


def _shared(
    frame: Frame, one: int, other: int, told: Mapping[int, Sequence[Claim]], setting: Setting
) -> Sequence[Claim]:
    """The two ranks, each of its own; none where one of the two is not borne out."""
    numbers = [frame.mentions[at].number for at in (one, other)]
    place = frame.sentence.place
    near = {(claim.pack, claim.period): claim for at in (place, place - 1) for claim in told.get(at, ())}.values()
    for whose, like in product(product(*_owners(frame, one, told)), near):
        made = [_rank(number, like, owner, frame, setting) for number, owner in zip(numbers, whose, strict=False)]
        if len(made) == PAIR and all(made):
            return [claim for claim in made if claim is not None]
    return ()


def _owners(frame: Frame, at: int, told: Mapping[int, Sequence[Claim]]) -> Sequence[Sequence[Whose]]:
    """Whom each of the two may be of."""
    names = frame.subjects(0, at)[-PAIR:]
    if len(names) == PAIR:
        mentions = [frame.mentions[name] for name in names]
        return [[(one, Span(mention.start, mention.end)) for one in mention.ids] for mention in mentions]
    before = list(dict.fromkeys(claim.subject for claim in told.get(frame.sentence.place - 1, ())))
    return [[(one, None)] for one in before] if len(before) == PAIR and not names else ()


def _rank(number: Number | None, like: Claim, owner: Whose, frame: Frame, setting: Setting) -> Claim | None:
    if number is None or number.quantum != 1 or number.unit:
        return None
    name, span = owner
    ranks = known_ranks(name, like.period, like.pack, setting)
    fact = next((one for one in ranks if one.value == number.value and not one.trust), None)
    if fact is None:
        return None
    return like._replace(
        kind="rank", measure="rank", start=number.figure.start, end=number.figure.end, value=number.value,
        low=number.value, high=number.value, of=fact.of, of_span=None, group=fact.group, scope="", condition="",
        subject=name, subject_span=span, strength=Strength.CARRIED, how=SURE, readings=(),
        voice=frame.sentence.voice, sentence=frame.sentence.place,
    )  # fmt: skip
