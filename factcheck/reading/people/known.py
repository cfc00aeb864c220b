"""The people of the reference, ready for look-up by the words of a name."""

import marshal
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property, lru_cache

from factcheck.cache import branches
from factcheck.cache.branches import Branches, Chunks, branched, chunked
from factcheck.cache.pieces import Parts, parts_under
from factcheck.language.detect import DEFAULT
from factcheck.language.language import load
from factcheck.model import Person
from factcheck.reading.people import spelling
from factcheck.reading.people.name_words import NameWords, name_words
from factcheck.reading.people.office import Office, read_office
from factcheck.reading.people.spelling import FAR, KEPT, name_apart, word_skeleton
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.fold_name import WORD, bare
from factcheck.typed import TypeVar

_Key = TypeVar("_Key", str, tuple[str, ...])
_Item = TypeVar("_Item")
Names = Sequence[tuple[str, Sequence[str]]]
"""Each name with its known misspellings."""
_Words = tuple[str, ...]
_Places = tuple[int, ...]
SUFFIX = ".names"
TELLING = 3
"""Letters of a skeleton by which any name that has such a word is found."""


class Known:
    """A person of the reference with the words of the name; the office is read when it is asked for."""

    def __init__(self, person: Person, words: tuple[str, ...], language: NameWords, reference: Reference) -> None:
        self.person = person
        self.words = words
        self._language = language
        self._reference = reference

    @cached_property
    def office(self) -> Office:
        """The office as a title says it, for comparison with what stands beside a name."""
        return read_office(f"{self.person.role} {self.person.institution}", self._language, self._reference)


class KnownPeople:
    """Known people by full name, by known misspelling, and by the skeleton of the words that tell a name.

    `skeletons` are all of these, `lone_skeletons` those of names of a single word, `all_skeletons` those of every
    word. A draft asks for a few of them: each is made when it is first asked for.
    """

    def __init__(self, read: Parts, language: NameWords | None, reference: Reference) -> None:
        self._words = Chunks[_Words](read["words"])
        self._names = Branches[_Words, _Places](read["names"])
        self._variants = Branches[_Words, _Places](read["variants"])
        self._distinctive = Branches[str, Sequence[tuple[int, _Words]]](read["telling"])
        skeletons = read["skeletons"]
        self.skeletons: Set[str] = marshal.loads(skeletons["telling"])
        self.lone_skeletons: Set[str] = marshal.loads(skeletons["lone"])
        self.all_skeletons: frozenset[str] = marshal.loads(skeletons["every"])
        self._language = language
        self._reference = reference
        self._made: dict[int, Known] = {}
        self._near: dict[tuple[_Words, frozenset[str]], Sequence[tuple[Known, int]]] = {}

    def named(self, name: _Words) -> list[Known]:
        """Those of that very name."""
        return [self._known(place) for place in self._names.get(name, ())]

    def misspelt(self, name: _Words) -> list[Known]:
        """Those of whose name it is a known misspelling."""
        return [self._known(place) for place in self._variants.get(name, ())]

    def sharing(self, words: Iterable[str]) -> list[Known]:
        """Those whose name has a word with the skeleton of one of `words`, each once."""
        return [self._known(place) for place in self._sharing(words)]

    def with_word(self, word: str) -> Iterator[_Words]:
        """The words of each name that has a word in it."""
        frame = word_skeleton(word)
        names: Iterable[_Words] = self._words
        if len(frame) >= TELLING:
            names = (words for _, words in self._distinctive.get(frame, ()))
        return (words for words in names if word in words)

    def holding(self, institution: str) -> list[Known]:
        """Those of an institution: who governs a region, or who stands for an office there."""
        return [self._known(place) for place in self._by_institution.get(institution, ())]

    @cached_property
    def _by_institution(self) -> Mapping[str, Sequence[int]]:
        return _grouped((person.institution, at) for at, person in enumerate(self._reference.people))

    def near(self, name: _Words, initials: frozenset[str]) -> Sequence[tuple[Known, int]]:
        """Those of `sharing` whose name is `spelling.MOST` letters off at most, each with by how many."""
        found = self._near.get((name, initials))
        if found is None:
            if len(self._near) >= KEPT:
                self._near.clear()
            apart = ((place, name_apart(name, words, initials)) for place, words in self._sharing(name).items())
            found = [(self._known(place), distance) for place, distance in apart if distance < FAR]
            self._near[name, initials] = found
        return found

    def _sharing(self, words: Iterable[str]) -> Mapping[int, _Words]:
        """Where they stand, with the words of their names."""
        return dict(each for word in words for each in self._distinctive.get(word_skeleton(word), ()))

    def _known(self, place: int) -> Known:
        if place not in self._made and self._language is not None:
            person = self._reference.person(place)
            self._made[place] = Known(person, self._words[place], self._language, self._reference)
        return self._made[place]


@lru_cache(maxsize=8)
def known_people(reference: Reference) -> KnownPeople:
    """The index, built once for a reference; what it says of the names is kept between runs."""
    language = name_words(load(DEFAULT))
    if language is None:
        return KnownPeople(_read_names(()), None, reference)

    def names() -> Names:
        return [(person.name, person.variants) for person in reference.people]

    # Where the content has a key, that says what was made of which names, and they need not be looked through.
    made_from = reference.key or names()
    read = parts_under(made_from, SUFFIX, lambda: _read_names(names()), __file__, spelling.__file__, branches.__file__)
    return KnownPeople(read, language, reference)


def _read_names(written: Names) -> Parts:
    """The words of each name; where each name, variant and distinctive skeleton stands; the skeletons of names of one
    word, and of every word."""
    words = [split(name) for name, _ in written]
    named = _grouped((name, at) for at, name in enumerate(words))
    distinctive = [
        _telling(name).union(*map(_telling, map(split, forms))) for name, (_, forms) in zip(words, written, strict=True)
    ]
    telling = _grouped((frame, (at, words[at])) for at, frames in enumerate(distinctive) for frame in sorted(frames))
    skeletons = {
        "telling": frozenset(telling),
        "lone": frozenset(word_skeleton(name[0]) for name in words if len(name) == 1),
        "every": frozenset(word_skeleton(word) for name in words for word in name),
    }
    variants = _grouped((form, at) for at, (_, forms) in enumerate(written) for form in _as_written(forms))
    return {
        "words": chunked(words),
        "names": branched(named),
        "variants": branched(variants),
        "telling": branched(telling),
        "skeletons": {name: marshal.dumps(frames) for name, frames in skeletons.items()},
    }


def _as_written(forms: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The words of known misspellings, also without the initial that begins them: "R. Biroum Berdianto"."""
    for words in map(split, forms):
        yield words
        if len(words) > 2 and len(words[0]) == 1:
            yield words[1:]


def _telling(name: tuple[str, ...]) -> set[str]:
    """The skeleton of the words that tell a name from others: those of three letters and more, else the longest.

    Of equally long ones it is the first, so that two runs read the same.
    """
    frames = [word_skeleton(word) for word in name]
    long = {frame for frame in frames if len(frame) >= TELLING}
    return long or {max(frames, key=len)}


def split(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without points: "T.T. Asang" -> t, t, asang."""
    return tuple(bare(match.group()) for match in WORD.finditer(name.lower()))


def _grouped(pairs: Iterable[tuple[_Key, _Item]]) -> dict[_Key, tuple[_Item, ...]]:
    found: dict[_Key, list[_Item]] = {}
    for key, item in pairs:
        found.setdefault(key, []).append(item)
    return {key: tuple(rest) for key, rest in found.items()}
