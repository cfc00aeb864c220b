"""How often a draft is read again with other signs at a place, so that what nothing explains may be told as a slip."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from factcheck.typed import TypeVar

MOST = 4
"""So many times a draft is read again by a rule."""
LONG = 6_000
"""A text of more letters is no draft that the reference can read."""
_Place = TypeVar("_Place")


def tried(places: Iterable[_Place], tries: Callable[[_Place], Sequence[str]]) -> Iterator[tuple[_Place, Sequence[str]]]:
    """Each place with all that is to be written there, as long as so often is read again, those first of which the
    fewest ways are to be tried; `tries` gives what they are, nothing where the place is not worth it."""
    left = MOST
    for place, written in sorted(((place, tries(place)) for place in places), key=lambda tried: len(tried[1])):
        if 0 < len(written) <= left:
            left -= len(written)
            yield place, written
