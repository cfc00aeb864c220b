"""The words round names, made ready for look-up: offices, speech verbs, what belongs to no name."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from factcheck.language.language import Language
from factcheck.typed import NamedTuple

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""First word -> the phrases that begin with it as tuples of words, the longest first, each with its class."""


class NameWords(NamedTuple):  # noqa: PLW1641 - its hash is given below
    """`people.toml` of a language, compiled.

    `offices` gives the class of each phrase for an office; `office_words` holds their first words,
    `office_ends` their last ones, to look back at; `cues` are these and the speech verbs; `says` are
    speech verbs that stand behind the name in a language that has them there; `joints` are what stands between an
    office and the name of who holds it.
    """

    points: frozenset[str]
    speech: frozenset[str]
    speaks: frozenset[str]
    says: frozenset[str]
    starters: frozenset[str]
    tickets: tuple[str, ...]
    honorifics: frozenset[str]
    degrees: frozenset[str]
    acting: frozenset[str]
    initials: frozenset[str]
    owners: tuple[str, ...]
    joints: tuple[str, ...]
    cabinet: frozenset[str]
    offices: Phrases
    office_words: frozenset[str]
    office_ends: frozenset[str]
    cues: tuple[str, ...]
    institutions: frozenset[str]
    generic: frozenset[str]
    calendar: frozenset[str]
    compass: frozenset[str]

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other


# Those of a language are made once, and asked for with each name: by what they are, and in the interpreter itself.
NameWords.__hash__ = object.__hash__  # type: ignore[method-assign]


@cache
def name_words(language: Language) -> NameWords | None:
    """The words of a language; None where it has no list of them."""
    table = language.people
    if not table:
        return None
    speech = frozenset(table.speech)
    plain = [(phrase, office) for office, phrases in table.offices.items() for phrase in phrases]
    offices = [*plain, *((f"{phrase}{end}", office) for end in table.possessed for phrase, office in plain)]
    ends = frozenset(phrase.split()[-1] for phrase, _ in offices)
    institutions = table.institutions
    bodies = _single_words(table.governments.bodies)
    return NameWords(
        points=frozenset(table.points),
        speech=speech,
        speaks=frozenset(table.speaks),
        says=frozenset(table.says),
        starters=frozenset(table.starters),
        tickets=table.tickets,
        honorifics=frozenset(table.honorifics),
        degrees=frozenset(table.degrees),
        acting=frozenset(table.acting),
        initials=frozenset(table.initials),
        owners=table.owners,
        joints=(", ", *(f" {word} " for word in table.copulas)),
        cabinet=frozenset(table.cabinet),
        offices=phrases_by_head(offices),
        office_words=frozenset(phrase.split()[0] for phrase, _ in offices),
        office_ends=ends,
        cues=tuple(sorted(speech | ends)),
        institutions=frozenset((*institutions.words, *institutions.countries, *bodies)),
        generic=frozenset((*institutions.generic, *bodies)),
        calendar=frozenset((*language.dates.weekdays, *language.dates.months)),
        compass=frozenset(table.governments.not_before),
    )


def _single_words(rows: Iterable[Mapping[str, str]]) -> list[str]:
    """Of writings that stand with `|` between them those of one word: Pemkot."""
    writings = (writing.lower() for row in rows for names in row.values() for writing in names.split("|"))
    return [writing for writing in writings if " " not in writing]


def phrases_by_head(phrases: Iterable[tuple[str, str]]) -> Phrases:
    """Phrases with their classes by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, kind in phrases:
        words = tuple(phrase.lower().split())
        found.setdefault(words[0], []).append((words, kind))
    return {head: tuple(sorted(rest, key=lambda item: -len(item[0]))) for head, rest in found.items()}


def phrase_at(phrases: Phrases, words: Sequence[str], at: int) -> tuple[int, str]:
    """How many words from `at` on are a phrase, and its class; 0 where none is."""
    for phrase, kind in phrases.get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return len(phrase), kind
    return 0, ""
