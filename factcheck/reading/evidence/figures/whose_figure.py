"""Whether a figure stands with one name, with several told together, or with another than whose it would be."""

from __future__ import annotations

from factcheck.language.figures import PERCENT
from factcheck.model import Fact
from factcheck.reading.evidence.explained.explained_figures import Figure
from factcheck.reading.evidence.explained.slots import PAIR, Known
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag


def is_of_another(figure: Figure, miss: Fact, known: Known) -> bool:
    """ "1. Kota Ternate, dari Rp3.250.000": whether a sentence names others in front of a figure, and not whose slip it
    would be."""
    if figure.number.unit == PERCENT and (_is_of_two(figure) or is_of_several(figure)):
        return True
    return figure.frame.names_between(0, figure.at) and known.around.span(figure, miss.entity) is None


def _is_of_two(figure: Figure) -> bool:
    """ "Terbesar di Maluku dan Papua, 18,90 persen": whether a rate stands behind two names that one word joins."""
    frame, names = figure.frame, [at for at, _ in figure.frame.bearers if at < figure.at][-PAIR:]
    return len(names) == PAIR and names[1] == names[0] + 2 and Tag.BIND_AND in frame.mentions[names[0] + 1].tags


def is_of_several(figure: Figure) -> bool:
    """ "These two regions … 18.90 percent", "di kedua provinsi itu": whether a sentence that names nobody in front of a
    rate tells it of several who were named before."""
    frame = figure.frame
    if any(at < figure.at for at, _ in frame.bearers):
        return False
    if frame.has(Tag.COLLECTIVE, 0, figure.at):
        return True
    return any(frame.before(at, Tag.NUMBER, 1) for at in frame.having(Tag.GROUP, 0, figure.at))


def is_of_both(figure: Figure) -> bool:
    """Whether a rate stands behind two names that are told together, and none of its own for the second: neither bears
    it alone."""
    if figure.number.unit != PERCENT or not _is_of_two(figure) or figure.frame.has(Tag.BIND_PAIR, 0, figure.at):
        return False
    frame, names = figure.frame, [at for at, _ in figure.frame.bearers if at < figure.at]
    if frame.before(names[-PAIR], Tag.ENTITY_VENUES):  # "Pulau Maluku dan Papua"
        return True
    around = frame.mentions[names[-1] + 1 : figure.at + 1 + PAIR]
    return sum(one.number is not None and one.number.unit == PERCENT for one in around) == 1


def is_of_country(frame: Frame, at: int) -> bool:
    """ "0,66 poin, tidak jauh dari rata-rata nasional yang 0,65 poin": whether the country is spoken of between the
    figure before and the one at a place."""
    before = frame.having(FIGURES, 0, at)
    return frame.has(Tag.RANK_NATIONAL, before[-1] if before else 0, at)
