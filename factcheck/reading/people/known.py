"""The people of the reference, ready for look-up by the words of a name."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeVar

from factcheck.cache.kept import kept_under
from factcheck.language.detect import DEFAULT
from factcheck.language.language import load
from factcheck.model import Person
from factcheck.reading.people import spelling
from factcheck.reading.people.name_words import WORD, NameWords, bare, name_words
from factcheck.reading.people.office import Office, read_office
from factcheck.reading.people.spelling import word_skeleton
from factcheck.reference.ask.reference import Reference

_Key = TypeVar("_Key", str, tuple[str, ...])
_Item = TypeVar("_Item")
Names = Sequence[tuple[str, Sequence[str]]]
"""Each name with its known misspellings."""
_Words = tuple[str, ...]
_Read = tuple[list[_Words], dict[_Words, tuple[int, ...]], dict[str, tuple[int, ...]], dict[str, str]]
SUFFIX = ".names"


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


class KnownPeople(NamedTuple):
    """Known people by full name, by known misspelling, and by the skeleton of the words that tell a name.

    `skeletons` are all of these, `lone_skeletons` those of names of a single word, `all_skeletons` those of every word.
    """

    names: Mapping[tuple[str, ...], tuple[Known, ...]]
    variants: Mapping[tuple[str, ...], tuple[Known, ...]]
    by_skeleton: Mapping[str, tuple[Known, ...]]
    skeletons: frozenset[str]
    lone_skeletons: frozenset[str]
    all_skeletons: frozenset[str]

    def sharing(self, words: Iterable[str]) -> list[Known]:
        """Those whose name has a word with the skeleton of one of `words`, each once."""
        found = {id(known): known for word in words for known in self.by_skeleton.get(word_skeleton(word), ())}
        return list(found.values())


@lru_cache(maxsize=8)
def known_people(reference: Reference) -> KnownPeople:
    """The index, built once for a reference; what it says of the names is kept between runs."""
    language = name_words(load(DEFAULT))
    if language is None:
        return KnownPeople({}, {}, {}, frozenset(), frozenset(), frozenset())
    written = [(person.name, person.variants) for person in reference.people]
    words, variants, distinctive, skeletons = kept_under(written, SUFFIX, _read_names, __file__, spelling.__file__)
    people = [Known(person, parts, language, reference) for person, parts in zip(reference.people, words, strict=True)]
    by_skeleton = {frame: tuple([people[at] for at in places]) for frame, places in distinctive.items()}
    return KnownPeople(
        _grouped((known.words, known) for known in people),
        {name: tuple([people[at] for at in places]) for name, places in variants.items()},
        by_skeleton,
        frozenset(by_skeleton),
        frozenset(skeletons[known.words[0]] for known in people if len(known.words) == 1),
        frozenset(skeletons.values()),
    )


def _read_names(written: Names) -> _Read:
    """The words of each name; where each variant and each distinctive skeleton stands; the skeleton of each word."""
    words = [split(name) for name, _ in written]
    distinctive = [
        _telling(name).union(*map(_telling, map(split, forms))) for name, (_, forms) in zip(words, written, strict=True)
    ]
    return (
        words,
        _grouped((split(form), at) for at, (_, forms) in enumerate(written) for form in forms),
        _grouped((frame, at) for at, frames in enumerate(distinctive) for frame in sorted(frames)),
        {word: word_skeleton(word) for name in words for word in name},
    )


def _telling(name: tuple[str, ...]) -> set[str]:
    """The skeleton of the words that tell a name from others: those of three letters and more, else the longest.

    Of equally long ones it is the first, so that two runs read the same.
    """
    frames = [word_skeleton(word) for word in name]
    long = {frame for frame in frames if len(frame) > 2}
    return long or {max(frames, key=len)}


def split(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without points: "T.T. Asang" -> t, t, asang."""
    return tuple(bare(match.group()) for match in WORD.finditer(name.lower()))


def _grouped(pairs: Iterable[tuple[_Key, _Item]]) -> dict[_Key, tuple[_Item, ...]]:
    found: dict[_Key, list[_Item]] = {}
    for key, item in pairs:
        found.setdefault(key, []).append(item)
    return {key: tuple(rest) for key, rest in found.items()}
