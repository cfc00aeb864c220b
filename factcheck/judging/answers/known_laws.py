"""The laws and decrees of the reference, ready for look-up by citation and by title: a draft asks for a few of them."""

from __future__ import annotations

import marshal
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from factcheck.cache import branches
from factcheck.cache.branches import Branches, branched
from factcheck.cache.pieces import Parts, parts_under
from factcheck.language.fold import fold, words_in
from factcheck.language.tables import Citation
from factcheck.model import Law
from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.reference.ask.reference import Reference

Words = tuple[str, ...]
Places = tuple[int, ...]
CITED, TITLED = ".laws", ".titles"
FEWEST = 2
"""So many titles may have a word that tells what one is about, however few there are."""
COMMON = 0.005
"""A word of more than this part of all titles tells none of them."""
TELLING = 4
"""A word of a title with so many letters tells what it is about."""
NO_COUNTRY = ("", "")


class KnownLaws:
    """Laws and decrees by citation, by kind and first word of the title; `common` are the words that stand in so
    many titles that they tell none."""

    def __init__(self, kept: Parts, words: Citation, reference: Reference) -> None:
        self._titled = Branches[str, Places](kept["titled"])
        self._written = kept["written"]
        self._words = words
        self._reference = reference
        self.common: frozenset[str] = marshal.loads(kept["common"][""])

    def cited(self, short: str, number: str, year: str) -> Sequence[Law]:
        """The rows of the act of that kind, number and year."""
        return laws_cited(self._reference, f"{short} {number}/{year}")

    def titled(self, short: str, word: str) -> Sequence[Law]:
        """The acts of a kind whose title begins with a word."""
        return self._laws(self._titled.get(f"{word} {short}", ()))

    def written(self, short: str, fits: Callable[[str], bool]) -> Sequence[Law]:
        """The acts of a kind whose number and year, as written, fit."""
        listed = marshal.loads(self._written[short]) if short in self._written else ()
        return self._laws(place for written, place in listed if fits(written))

    def one_slip_from(self, short: str, cited: str) -> Sequence[Law]:
        """The acts of a kind one slip away from a number and year as written: several rules of a citation ask so."""
        return _one_slip_from(self, short, cited)

    def words(self, title: str) -> Words:
        """The words of a title that say what it is about."""
        return words_of(title, self._words)

    def telling(self, title: str) -> Words:
        """The words of a title, folded, that few other titles have: "narkotika", and not "pembentukan", "provinsi"; of
        a title that has none all its words."""
        return _telling(self, title)

    def _laws(self, places: Iterable[int]) -> Sequence[Law]:
        return [self._reference.law(place) for place in places]


@lru_cache(maxsize=1024)
def _one_slip_from(acts: KnownLaws, short: str, cited: str) -> Sequence[Law]:
    return acts.written(short, lambda written: one_slip(written, cited))


@lru_cache(maxsize=1024)
def _telling(acts: KnownLaws, title: str) -> Words:
    words = tuple(fold(word) for word in acts.words(title) if len(word) >= TELLING and word.isalpha())
    return tuple(word for word in words if word not in acts.common) or words


def laws_cited(reference: Reference, citation: str) -> Sequence[Law]:
    """The rows of the act that a claim cites: "UU 25/2009"."""
    kind, _, written = citation.rpartition(" ")
    return [reference.law(place) for place in _by_citation(reference).get((kind, written), ())]


@lru_cache(maxsize=8)
def _by_citation(reference: Reference) -> Mapping[Words, Places]:
    def cited() -> Parts:
        places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, law in enumerate(reference.laws):
            places[law.short, f"{law.number}/{law.year}"].append(place)
        return {"cited": branched({citation: tuple(rows) for citation, rows in places.items()})}

    kept = parts_under(reference.key or reference.laws, CITED, cited, __file__, branches.__file__)
    return Branches(kept["cited"])


@lru_cache(maxsize=8)
def known_laws(reference: Reference, words: Citation) -> KnownLaws:
    """The index of a reference, for the words of a language; what it says is kept between runs."""
    made_from = (reference.key or reference.laws, words.ignored, words.country)
    kept = parts_under(made_from, TITLED, lambda: _indexed(reference.laws, words), __file__, branches.__file__)
    return KnownLaws(kept, words, reference)


def words_of(title: str, words: Citation) -> Words:
    """The words of a title that say what it is about, those that any title has left out."""
    short, full = words.country or NO_COUNTRY
    found = (part for word in title.split() for part in (full.split() if word == short else [word]))
    return tuple(word for one in found if (word := one.lower().strip(".,;()")) not in words.ignored)


def _indexed(laws: Sequence[Law], words: Citation) -> Parts:
    titled: dict[str, list[int]] = defaultdict(list)
    written: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for place, law in enumerate(laws):
        written[law.short].append((f"{law.number}/{law.year}", place))
        for word in words_of(law.about, words)[:1]:
            titled[f"{word} {law.short}"].append(place)
    return {
        "titled": branched({key: tuple(places) for key, places in titled.items()}),
        "written": {short: marshal.dumps(tuple(each)) for short, each in written.items()},
        "common": {"": marshal.dumps(_common(laws))},
    }


def _common(laws: Sequence[Law]) -> frozenset[str]:
    titles = {law.about for law in laws}
    counted = Counter(word for title in titles for word in words_in(fold(title)))
    return frozenset(word for word, times in counted.items() if times > max(FEWEST, len(titles) * COMMON))
