"""The people of the reference, ready for look-up by the words of a name."""

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeVar

from factcheck.language.load import load
from factcheck.model import Person
from factcheck.reading.name_words import WORD, NameWords, bare, name_words
from factcheck.reading.office import Office, read_office
from factcheck.reading.spelling import word_bones
from factcheck.reference.store import Reference

_Key = TypeVar("_Key", str, tuple[str, ...])


OFFICES_IN = "id"
"""The language that packs name offices in, whatever the language of the article."""


class Known:
    """A person of the reference with the words of the name; the office is read when it is asked for."""

    def __init__(self, person: Person, language: NameWords, reference: Reference) -> None:
        self.person = person
        self.words = split(person.name)
        self._language = language
        self._reference = reference

    @cached_property
    def office(self) -> Office:
        """The office as a title says it, for comparison with what stands beside a name."""
        return read_office(f"{self.person.role} {self.person.institution}", self._language, self._reference)


class KnownPeople(NamedTuple):
    """Known people by full name, by known misspelling, and by the bones of the words that tell a name.

    `bones` are all of these, `lone_bones` those of names of a single word, `all_bones` those of every word.
    """

    names: Mapping[tuple[str, ...], tuple[Known, ...]]
    variants: Mapping[tuple[str, ...], tuple[Known, ...]]
    by_bones: Mapping[str, tuple[Known, ...]]
    bones: frozenset[str]
    lone_bones: frozenset[str]
    all_bones: frozenset[str]

    def sharing(self, words: Iterable[str]) -> list[Known]:
        """Those whose name has a word with the bones of one of `words`, each once."""
        found = {id(known): known for word in words for known in self.by_bones.get(word_bones(word), ())}
        return list(found.values())


@lru_cache(maxsize=8)
def known_people(reference: Reference) -> KnownPeople:
    """The index, built once for a reference."""
    words = name_words(load(OFFICES_IN))
    if words is None:
        return KnownPeople({}, {}, {}, frozenset(), frozenset(), frozenset())
    people = [Known(person, words, reference) for person in reference.people]
    by_bones = _grouped((frame, known) for known in people for frame in _telling_of_all(known))
    return KnownPeople(
        _grouped((known.words, known) for known in people),
        _grouped((split(variant), known) for known in people for variant in known.person.variants),
        by_bones,
        frozenset(by_bones),
        frozenset(word_bones(known.words[0]) for known in people if len(known.words) == 1),
        frozenset(word_bones(word) for known in people for word in known.words),
    )


def _telling_of_all(known: Known) -> set[str]:
    return _telling(known.words).union(*(_telling(split(variant)) for variant in known.person.variants))


def _telling(name: tuple[str, ...]) -> set[str]:
    """The bones of the words that tell a name from others: those of three letters and more, else the longest.

    Of equally long ones it is the first, so that two runs read the same.
    """
    frames = [word_bones(word) for word in name]
    long = {frame for frame in frames if len(frame) > 2}
    return long or {max(frames, key=len)}


def split(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without points: "T.T. Asang" -> t, t, asang."""
    return tuple(bare(match.group()) for match in WORD.finditer(name.lower()))


def _grouped(pairs: Iterable[tuple[_Key, Known]]) -> dict[_Key, tuple[Known, ...]]:
    found: dict[_Key, list[Known]] = {}
    for key, known in pairs:
        found.setdefault(key, []).append(known)
    return {key: tuple(rest) for key, rest in found.items()}
