"""Where an article spells one name in two ways."""

from collections import Counter
from collections.abc import Iterable

from factcheck.cache.once import once
from factcheck.language.fold import fold
from factcheck.language.language import Language
from factcheck.language.one_letter import close
from factcheck.model import Document
from factcheck.reading.names.neighbours import MOST, Neighbours, Spelling, Twice, Two, neighbours_in
from factcheck.reading.names.single_words import single_words


@once
def find_spellings(document: Document, language: Language) -> list[Spelling]:
    """A spelling for each word that is off, in order of place; none in a language whose words are not counted."""
    names = neighbours_in(document, language)
    if names is None:
        return []
    twice, single = _without_lists(_twice(names)), single_words(names, document.plain)
    if not twice and not single:
        return []
    from factcheck.reading.names.one_name import spelt_otherwise

    return spelt_otherwise(document.plain, fold(document.plain), language, names, twice, single)


def _twice(names: Neighbours) -> list[Twice]:
    """The names that differ from another by one letter of one word."""
    found = []
    for (side, shared), others in names.beside().items():
        whole = [word for word in others if word.isalpha()]
        told = ((shared, ""), ("", shared))[side]

        def two(word: str, told: tuple[str, str] = told) -> Two:
            return (told[0] or word, told[1] or word)

        found += [
            Twice(two(one), two(other), 1 - side)
            for one, other in close(whole, lambda word: len(names.places[two(word)]))
        ]
    return found


def _without_lists(twice: Iterable[Twice]) -> list[Twice]:
    """Those of them that are not names of a list, numbered or varied on purpose."""
    found = list(twice)
    near = Counter(name for two in found for name in (two.one, two.other))
    return [two for two in found if near[two.one] <= MOST and near[two.other] <= MOST]
