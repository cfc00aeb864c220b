"""A figure as a change: the difference of two facts of somebody near by, or one slip away from it."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.cache.once import once
from factcheck.model import Claim
from factcheck.reading.evidence.explained.explained_figures import Figure
from factcheck.reading.evidence.explained.known_facts import units
from factcheck.reading.evidence.explained.printed import LONG, digits
from factcheck.reading.evidence.explained.slots import Known, slots_at
from factcheck.reading.evidence.figures.made_claims import CHANGE, made_claim
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.values.change_sizes import in_points

BACK = 2
"""Sentences in front of a change in which the figures it lies between may stand."""
LEAST = 3
NEAR = 2


def change_of(figure: Figure, claim: Claim | None, known: Known) -> Claim | None:
    """The figure as the difference between two facts of somebody near by."""
    near = _told_of(figure, claim, known)
    facts = (fact for name in near for unit in units(figure.number) for fact in known.evidence.known.of(name, unit))
    from factcheck.reading.evidence.explained.differences import gap

    whole = bool(known.evidence.wholes) and digits(figure.number) >= LEAST
    found = gap(figure, facts, known.said, figure.frame.has(Tag.CHANGE), whole)
    if found is None:
        return None
    made = made_claim(figure, found.later, known, CHANGE)
    return made._replace(kind="difference", condition="")


def _told_of(figure: Figure, claim: Claim | None, known: Known) -> dict[str, None]:
    """Whom a change may be of: whom the grammar says, who is named near by, whose figures stand in its sentence or
    right in front of it."""
    place = figure.frame.sentence.place
    shown = [entity for at in range(place, place - BACK - 1, -1) for entity, _ in known.lone.get(at, ())]
    return dict.fromkeys(([claim.subject] if claim else []) + list(known.around.nearby(figure)) + shown)


def near_change(figure: Figure, claim: Claim | None, known: Known) -> Claim | None:
    """The figure as a change that it misses by one slip: "naik 1,38 persen atau Rp47.060 menjadi Rp3.460.672"."""
    frame, pointed = figure.frame, _is_pointed(figure)
    changes = frame.has(Tag.CHANGE) or pointed
    if digits(figure.number) < (LEAST if changes or frame.sentence.kind == "row" else LONG) or _is_end(figure):
        return None
    near = _told_of(figure, claim, known)
    place, by_place = frame.sentence.place, _told_by_place(known)
    back = BACK if pointed or place not in by_place else 0  # "Selisihnya Rp264.656", behind both amounts
    told = [by_place[at] for at in range(place - back, place + 1) if at in by_place]
    later = [_said_slots(known)] if _is_compared(figure) else []
    facts = (fact for name in near for unit in units(figure.number) for fact in known.evidence.known.of(name, unit))
    from factcheck.reading.evidence.explained.differences import Told, near_gap

    found = near_gap(figure, facts, Told(told, later), known.said, changes)
    if found is None:
        return None
    return made_claim(figure, found.later, known, CHANGE)._replace(kind="difference", condition="")


def _is_end(figure: Figure) -> bool:
    """ "bertambah 0,16 juta, dari 11,82 juta menjadi 11,98 juta": whether a figure is where a change began or came to,
    and not its size."""
    frame, at = figure.frame, figure.at
    began = frame.before(at, Tag.BIND_FROM) and frame.has(Tag.BIND_TO, at + 1, at + 2 + NEAR)
    return began or frame.before(at, Tag.BIND_TO)


@once
def _told_by_place(known: Known) -> Mapping[int, frozenset[tuple[str, str]]]:
    """Of whom and of which year the figures of each sentence are, by its place."""
    places = {*slots_at(known), *known.lone}
    return {at: frozenset((*slots_at(known).get(at, ()), *known.lone.get(at, ()))) for at in places}


@once
def _said_slots(known: Known) -> frozenset[tuple[str, str]]:
    """Of whom and of which year the article has figures."""
    return frozenset((entity, period) for entity, period, _ in known.said)


def _is_pointed(figure: Figure) -> bool:
    """ "Artinya, ada 29,80 poin yang menguap", "pertambahan 1,91 dibanding nilai 2023, 93,59": whether points are
    counted, or a word of comparing stands behind the figure."""
    frame, at = figure.frame, figure.at
    points = in_points(frame, at)
    return points or _is_compared(figure)


def _is_compared(figure: Figure) -> bool:
    """Whether a word of comparing stands right behind a figure or its unit."""
    return figure.frame.has(Tag.BIND_COMPARE, figure.at + 1, figure.at + 1 + NEAR)
