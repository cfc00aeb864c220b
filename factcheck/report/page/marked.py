"""The text of a block as HTML, its claims and findings marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise

from factcheck.model import Claim, Document, Judged
from factcheck.report.located import Located
from factcheck.report.safe import printable
from factcheck.report.visible import visible
from factcheck.typed import Generic, NamedTuple, TypeVar

LONGEST = 200_000
"""Characters of a block that are shown: no reader reads further, and a browser stays quick."""


class Marks(NamedTuple):
    """What is marked, in the order of the text: `cards` are the findings with the ids of their cards, `by_id` the
    claims that they are about."""

    claims: Sequence[Judged]
    cards: Sequence[tuple[str, Located]]
    by_id: Mapping[str, Claim]


_Mark = TypeVar("_Mark")


class InTurn(Generic[_Mark]):
    """Marks in the order of the text, given out stretch by stretch: of a book no more are held than one has."""

    def __init__(self, marks: Iterable[_Mark], place: Callable[[_Mark], int]) -> None:
        self._marks, self._place = iter(marks), place
        self._next = next(self._marks, None)

    def within(self, start: int, end: int) -> list[_Mark]:
        """The marks that begin in `start`..`end`, behind those given out before; what is passed over is gone."""
        found: list[_Mark] = []
        while self._next is not None and self._place(self._next) < end:
            if self._place(self._next) >= start:
                found.append(self._next)
            self._next = next(self._marks, None)
        return found


class _Span(NamedTuple):
    """A span of the visible text, and the claim or card that it is marked for."""

    start: int
    end: int
    claim: Judged | None = None
    card: str = ""
    severity: str = ""


def marked_text(document: Document, start: int, end: int, marks: Marks) -> str:
    """What is seen of `start`..`end` in HTML; every stretch between two ends of marks bears the innermost of each."""
    seen = visible(document, start, min(end, start + LONGEST))
    spans = [
        _Span(seen.at(judged.claim.start), seen.at(judged.claim.end), claim=judged)
        for judged in _within(marks.claims, start, end, lambda judged: judged.claim.start)
    ]
    spans += [
        _Span(seen.at(item.finding.start), seen.at(item.finding.end), None, card, item.finding.severity)
        for card, item in _within(marks.cards, start, end, lambda pair: pair[1].finding.start)
    ]
    marked = "".join(_stretches(printable(seen.text), [span for span in spans if span.start < span.end]))
    return marked if end - start <= LONGEST else f"{marked} … ({end - start - LONGEST:,} characters more)"


def _within(marks: Sequence[_Mark], start: int, end: int, place: Callable[[_Mark], int]) -> Sequence[_Mark]:
    """The marks that begin in `start`..`end`; they are in the order of their places."""
    return marks[bisect_left(marks, start, key=place) : bisect_left(marks, end, key=place)]


def _stretches(text: str, spans: list[_Span]) -> Iterator[str]:
    """`text` cut at every end of a span."""
    ends = sorted({0, len(text), *(span.start for span in spans), *(span.end for span in spans)})
    ordered = sorted(spans, key=lambda span: span.start)
    active: list[_Span] = []
    begun: set[str] = set()
    waiting = iter([*ordered, _Span(len(text) + 1, len(text) + 1)])
    following = next(waiting)
    for left, right in pairwise(ends):
        active = [span for span in active if span.end > left]
        while following.start <= left:
            active.append(following)
            following = next(waiting)
        yield _stretch(text[left:right], active, begun)


def _stretch(text: str, active: list[_Span], begun: set[str]) -> str:
    shown = escape(text)
    claim = min((s for s in active if s.claim), key=lambda s: s.end - s.start, default=None)
    card = min((s for s in active if s.card), key=lambda s: s.end - s.start, default=None)
    if claim is not None and claim.claim is not None:
        verdict = escape(claim.claim.verdict)
        shown = f'<mark class="claim {verdict}" data-verdict="{verdict}" title="{_title(claim.claim)}">{shown}</mark>'
    if card is not None:
        reach = "" if card.card in begun else ' tabindex="0" role="button"'
        begun.add(card.card)
        attributes = f'class="finding {card.severity}" data-severity="{card.severity}" data-card="{card.card}"'
        shown = f'<mark {attributes} aria-describedby="{card.card}"{reach}>{shown}</mark>'
    return shown


def _title(judged: Judged) -> str:
    claim = judged.claim
    parts = (f"{judged.kind}: {judged.verdict}", claim.period)
    return escape(", ".join(part for part in parts if part))
