"""Words of a scale hang on the explained figure beside them: whose and of which year that is, they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from factcheck.model import Claim, How
from factcheck.reading.evidence.explained.choose import Choice
from factcheck.reading.evidence.explained.explained_figures import Figure
from factcheck.reading.period.year_marks import place_of_year_behind
from factcheck.reading.scan.frame import ENDS, FIGURES, SCALED, Frame, places_with
from factcheck.reading.scan.mentions import Tag

CARD = 2
"""Where the word stands behind its cue and the colon."""
CARD_LINES = 3
"""So many lines above such a line the figure of its card may stand."""
REACH = 8
"""So many mentions in front of a word the brackets it stands in may open."""


class Beside:
    """The explained figures of each sentence, in order of place."""

    def __init__(self, figures: Mapping[int, Figure], choices: Mapping[int, Choice]) -> None:
        self._figures: dict[int, list[tuple[int, Choice, Frame]]] = {}
        for start, figure in sorted(figures.items()):
            if start in choices:
                self._figures.setdefault(figure.frame.sentence.place, []).append(
                    (figure.at, choices[start], figure.frame)
                )

    def at(self, frame: Frame, place: int) -> Choice | None:
        """What explains the figure at a place; None where none is explained there."""
        here = self._figures.get(frame.sentence.place, ())
        return next((choice for found, choice, _ in here if found == place), None)

    def in_brackets(self, frame: Frame, at: int) -> Choice | None:
        """The figure in front of the brackets that a mention stands in: "85,29 (kategori B, kualitas tinggi)"."""
        opened = next((place for place in range(at - 1, max(-1, at - REACH), -1) if _bracket(frame, place)), -1)
        if opened < 1 or Tag.OPEN not in frame.mentions[opened].tags or frame.gap(opened - 1, opened).strip():
            return None
        return self.at(frame, _before_year(frame, opened - 1)) or self._put_in(frame, opened, at)

    def _put_in(self, frame: Frame, opened: int, at: int) -> Choice | None:
        """The figure behind a word that opens its brackets: "Jambi (hijau, nilainya 95,15)"."""
        if opened != at - 1:
            return None
        figure = next((place for place in range(at + 1, len(frame.mentions)) if not _leads(frame, place)), -1)
        return self.at(frame, figure) if figure > 0 and frame.after(figure, Tag.CLOSE) else None

    def behind(self, frame: Frame, at: int) -> Choice | None:
        """The figure in brackets right behind a mention: "dari hijau (86,12) turun ke kuning"."""
        if at + 3 >= len(frame.mentions) or Tag.OPEN not in frame.mentions[at + 1].tags or not frame.close(at, at + 1):
            return None
        return self.at(frame, at + 2)

    def joined(self, frame: Frame, at: int) -> Choice | None:
        """The figure that "dengan" joins to a mention: "masih kuning dengan nilai 71,66", "meraih A dengan 91,65"."""
        place = joined_figure(frame, at)
        return self.at(frame, place if place > 0 else _figure_behind(frame, at))

    def of(self, frame: Frame, at: int) -> Choice | None:
        """The explained figure nearest to a mention in its clause with no other name between; None where none is."""
        here = self._figures.get(frame.sentence.place, ())
        place = bisect_left(here, at, key=lambda item: item[0])
        before = here[place - 1] if place else None
        if place > 1 and _began(frame, here[place - 1][0], at) and _same_clause(frame, here[place - 2][0], at):
            before = here[place - 2]
        after = here[place] if place < len(here) else None
        for item in (before, after):
            if item is not None and _same_clause(frame, item[0], at):
                return item[1]
        return None

    def all_of(self, frame: Frame) -> list[Choice]:
        """What explains each figure of a sentence."""
        return [choice for _, choice, _ in self._figures.get(frame.sentence.place, ())]

    def before(self, frame: Frame, at: int) -> Choice | None:
        """The explained figure in front of a mention in its clause with no other name between; None where none is."""
        place = self.place(frame, at)
        return self.at(frame, place) if _same_clause(frame, place, at) else None

    def place(self, frame: Frame, at: int) -> int:
        """Where the last explained figure in front of a mention stands, -1 where none does."""
        here = self._figures.get(frame.sentence.place, ())
        return max((found for found, _, _ in here if found < at), default=-1)


def _began(frame: Frame, figure: int, at: int) -> bool:
    """ "90,50, naik 3,90 poin dari 86,60, dengan opini tertinggi": whether a figure is what a change began from, and a
    comma parts it from a mention."""
    return frame.before(figure, Tag.BIND_FROM) and frame.has(Tag.COMMA, figure + 1, at)


def joined_figure(frame: Frame, at: int) -> int:
    """Where the figure stands that "dengan" joins to a mention, at most its measure between; -1 where none does. The
    year of both may stand between: "kuning pada 2022 dengan 64,68"; but not
    that of the word and a comma: "merah pada 2022, meraih 92,56"."""
    word, at = at, max(at, place_of_year_behind(frame, at))
    if at == word and frame.after(at, Tag.COMMA):
        at += frame.after(at + 1, Tag.BIND_FRONT)  # "Aman, kuning, dengan 81,43"
    if not frame.after(at, Tag.BIND_FRONT, 1):
        return -1
    place = at + 2 + frame.after(at + 1, Tag.CUE_NUMBER, 1)
    figure = place < len(frame.mentions) and frame.mentions[place].number is not None
    apart = (
        figure and at > word and place_of_year_behind(frame, place) > place
    )  # "kuning pada 2021 meraih 95,27 di 2023"
    return place if figure and not apart and frame.close(place - 1, place, 1) else -1


def bears_figure(frame: Frame, at: int) -> bool:
    """ "pernah kuning dengan 83,98", "yang dulu merah (80,03)": whether a figure is joined to a word, which tells its
    year."""
    if joined_figure(frame, at) > 0:
        return not frame.after(at, Tag.COMMA)  # "yang sebelumnya merah, dengan 81,29 di tahun 2023 …"
    number = frame.mentions[at + 2].number if at + 2 < len(frame.mentions) and frame.after(at, Tag.OPEN) else None
    return number is not None and number.quantum < 1


def _figure_behind(frame: Frame, at: int) -> int:
    """ "masih kuning: nilainya 65,58", "Tahun 2022 pun merah, 51,15": where the figure stands that follows a word and a
    mark, with none in front of it in their clause; -1 where none does."""
    if not frame.has_any((Tag.COMMA, Tag.COLON), at + 1, at + 2):
        return -1
    figure = at + 2 + frame.has(Tag.CUE_NUMBER, at + 2, at + 3)
    number = frame.mentions[figure].number if figure < len(frame.mentions) else None
    if number is None or number.quantum >= 1 or not frame.close(figure - 1, figure):
        return -1
    if _is_inserted(frame, at):
        return -1
    start = next((place + 1 for place in range(at - 1, -1, -1) if frame.ends_at(place)), 0)
    before = (frame.mentions[place].number for place in frame.having(FIGURES, start, at))
    return -1 if any(one is not None and one.quantum < 1 for one in before) else figure


def _is_inserted(frame: Frame, at: int) -> bool:
    """ "Konawe Selatan, yang setahun sebelumnya juga merah, 83,32": whether a word is told between two commas of a year
    counted there, which is not that of the figure."""
    start = max((comma for comma in frame.having(Tag.COMMA, 0, at)), default=-1)
    years = (frame.mentions[place].tags[Tag.YEAR] for place in frame.having(Tag.YEAR, start + 1, at))
    return start > 0 and any(year.startswith("-") for year in years)


def is_card_line(frame: Frame, at: int) -> bool:
    """ "Kategori: B" on a line of its own, below the name and the figure of whose card it is: whether nothing but its
    cue and a colon stands in front of a word."""
    return at == CARD and Tag.COLON in frame.mentions[1].tags and Tag.CUE_WORD in frame.mentions[0].tags


def points_to_figure(frame: Frame) -> bool:
    """Whether a sentence begins with the figure of the one before: "Nilai tersebut …"."""
    return bool(frame.mentions) and Tag.CUE_NUMBER in frame.mentions[0].tags and frame.after(0, Tag.ENTITY_SELF)


def follows_figure(frame: Frame) -> bool:
    """ "Dengan nilai begitu kabupaten tersebut jatuh di zona merah": whether a sentence begins with what says that it
    follows from a figure told before, and has none itself."""
    led = len(frame.mentions) > 1 and Tag.BIND_FRONT in frame.mentions[0].tags
    return led and Tag.CUE_NUMBER in frame.mentions[1].tags and not frame.has(FIGURES)


def _bracket(frame: Frame, at: int) -> bool:
    return bool(frame.mentions[at].tags.keys() & {Tag.OPEN, Tag.CLOSE})


def _before_year(frame: Frame, at: int) -> int:
    """Where the figure stands that a year is told of right in front of brackets: "52.71 in 2021 (yellow)"."""
    while at > 0 and frame.mentions[at].tags.keys() & {Tag.YEAR_DIGITS, Tag.YEAR, Tag.ENTITY_PLACES}:
        at -= 1
    return at


def _leads(frame: Frame, at: int) -> bool:
    return bool(frame.mentions[at].tags.keys() & {Tag.COMMA, Tag.CUE_NUMBER, Tag.BIND_FRONT})


def _same_clause(frame: Frame, one: int, other: int) -> bool:
    first, last = min(one, other), max(one, other)
    return not frame.has_any(ENDS, first + 1, last) and not frame.names_between(first + 1, last)


def hung(claim: Claim, choice: Choice | None, bracketed: bool = False) -> Claim:
    """A word's claim under the year, and where nobody is named for it the subject, of the figure beside it."""
    if choice is None or choice.fact.pack != claim.pack:
        return claim
    fact = choice.fact
    if bracketed and claim.subject == fact.entity and claim.period != fact.period:
        return claim._replace(
            period=fact.period, period_span=None, period_origin=None, how=(How.YEAR_OF_FIGURE,), readings=()
        )
    if bracketed and (claim.subject, claim.period) == (fact.entity, fact.period):
        return claim._replace(readings=())
    written = claim.subject_span is not None and not any(part.is_subject for part in claim.how)
    if claim.subject != fact.entity and written:
        return claim
    dated = claim.period_span is not None and not (bracketed and not written)
    if dated or (claim.subject, claim.period) == (fact.entity, fact.period):
        return claim
    if claim.period_origin is not None and claim.subject == fact.entity and not _is_carried(claim):
        return claim._replace(readings=((fact.entity, fact.period), *claim.readings))
    how = tuple(part for part in claim.how if part.is_subject and claim.subject == fact.entity)
    if claim.subject != fact.entity:
        how = (How.SUBJECT_OF_FIGURE,)
    span = claim.subject_span if claim.subject == fact.entity else None
    if claim.period_span is not None:
        claim = claim._replace(period_span=None, period_origin=None)
    return claim._replace(
        subject=fact.entity, period=fact.period, subject_span=span, how=(*how, How.YEAR_OF_FIGURE), readings=()
    )


def _is_carried(claim: Claim) -> bool:
    """Whether the year of a claim is only that of the article or of a sentence before: then a figure beside it goes
    before it. Else the year may be the slip: see year_slips."""
    return any(part in claim.how for part in (How.YEAR_OF_ARTICLE, How.YEAR_OF_SENTENCE_BEFORE, How.COUNTED_YEAR))


def places(frames: Sequence[Frame]) -> Mapping[int, tuple[Frame, int]]:
    """Where each word of a scale stands, by its end."""
    return {frame.mentions[at].end: (frame, at) for frame, at in places_with(frames, SCALED)}
