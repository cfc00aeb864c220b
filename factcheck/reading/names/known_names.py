"""Names of the reference that an article writes with one letter wrong, though it may write them nowhere else."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from factcheck.cache.once import once
from factcheck.language.language import Language
from factcheck.language.one_letter import one_letter
from factcheck.model import Document, Span
from factcheck.reading.names.neighbours import KEPT, Neighbours, Place, Two, neighbours_in
from factcheck.reference.ask.reference import Reference
from factcheck.reference.content.content import PLACE, SpeltNames
from factcheck.reference.packs.fold_name import name_words
from factcheck.typed import NamedTuple

SHORTEST = 5
"""Letters of a word that is told from another by all but one."""
LOOK_BACK = 8
"""Code points in front of a name in which a little word of another language is looked for."""
END = 2
"""Last letters by which a word of a long list is looked at closer."""


class Misspelt(NamedTuple):
    """A word of a known name that is one letter off: where it stands, with the word beside it, how it should read.

    `name` is the shortest name of the reference that has both words, `kind` what bears it, `source` and `row` where
    it is from.
    """

    span: Span
    word: Span
    right: str
    name: str
    kind: str
    source: str
    row: str


_Slip = tuple[int, str, int]
"""Which of two words it is, what it should read, and in which name (by number)."""


class _Near(NamedTuple):
    """A word that may be a slip of `right`, which stands beside the other word of the pair in a name (by number)."""

    place: Place
    at: int
    right: str
    name: int


@once
def find_misspelt(document: Document, language: Language, reference: Reference) -> list[Misspelt]:
    """The misspelt names of places and institutions in a document, in order of place, each word once."""
    names = neighbours_in(document, language)
    if names is None:
        return []
    known = reference.spelt
    near = list(_near(names, reference.whole))
    if not near:
        return []
    from factcheck.reading.names.two_words import is_misspelling, words_of

    words = words_of(language)
    if words is None:
        return []
    found: dict[Span, Misspelt] = {}
    for one in near:
        word = names.run(one.place[0])[one.place[1] + one.at]
        if word.low in reference.aliases:  # "Pemkab Bateng": how the press shortens Bangka Tengah, and no Batang
            continue
        no_word = _is_only(names, known, one) or not words.known(word.low) or is_misspelling(word.low, one.right, words)
        other = _is_people(names, known, one) or _is_foreign(document.plain, names, one, words.particles)
        if no_word and not other and _goes_on(names, known, one):
            misspelt = _misspelt(names, known, one)
            # "Pemerintah Kabupatan Sigi" tells of a place, though there is an institution of governments of regencies.
            if misspelt.word not in found or misspelt.kind == PLACE:
                found[misspelt.word] = misspelt
    return sorted(found.values())


def _is_only(names: Neighbours, known: SpeltNames, one: _Near) -> bool:
    """Whether no name of a place has another word behind the first of the two: Pakpak."""
    first = names.run(one.place[0])[one.place[1]].low
    return one.at == 1 and known.names[one.name][1] == PLACE and len(known.behind.get(first, ())) == 1


def _near(names: Neighbours, reference: Reference) -> Iterator[_Near]:
    """Pairs of words that no name has, one of them a letter away from making a name with the other."""
    for two, places in names.places.items():
        for at, right, name in _slips_of(two, reference):
            for place in places:
                yield _Near(place, at, right, name)


@lru_cache(maxsize=KEPT)
def _slips_of(two: Two, reference: Reference) -> Sequence[_Slip]:
    """What two words may be slips of; the same two come again and again, and most are of nothing."""
    (one, other), known, found = two, reference.spelt, list[_Slip]()
    behind, before = known.behind.get(one), known.before.get(other)
    if behind is not None and other not in behind:
        found += _slips(other, behind, known, 1) if len(behind) > 1 else _slips_of_only(other, behind, known)
    if before is not None and one not in before:
        found += _slips(one, before, known, 0)
    return found


def _slips(word: str, right: Mapping[str, int], known: SpeltNames, at: int) -> Iterator[_Slip]:
    if len(word) < SHORTEST or not word.isalpha() or word in known.behind or word in known.before:
        return
    first, last = word[0], word[-END:]
    for other in [other for other in right if other[0] == first or other.endswith(last)]:
        if len(other) >= SHORTEST and one_letter(word, other) and not _other_head(word, other):
            yield at, other, right[other]


def _slips_of_only(word: str, right: Mapping[str, int], known: SpeltNames) -> Iterator[_Slip]:
    """ "Pakpak Barat": what may be a slip of the only word that any name of a place has behind another, be it a word of
    other names."""
    (other, name), first = *right.items(), word[:1]
    if known.names[name][1] != PLACE:
        yield from _slips(word, right, known, 1)
    elif len(other) >= SHORTEST <= len(word) and word.isalpha() and other[0] == first and one_letter(word, other):
        yield 1, other, name


def _other_head(one: str, other: str) -> bool:
    """Whether it is the first letter that is another: Landa Aceh is no Banda Aceh."""
    return len(one) == len(other) and one[0] != other[0] and one[1:] == other[1:]


def _is_foreign(plain: str, names: Neighbours, near: _Near, particles: Collection[str]) -> bool:
    """Whether a little word of another language stands before the name: Naar de Republiek Indonesia."""
    start = names.run(near.place[0])[0].start
    return plain[max(0, start - LOOK_BACK) : start].rstrip().rpartition(" ")[2] in particles


def _is_people(names: Neighbours, known: SpeltNames, near: _Near) -> bool:
    """Whether the word is of the people of a place: West Papuan; Bersama Indonesian Hypnosis Centre."""
    run, behind = names.run(near.place[0]), near.place[1] + 2
    people = near.right.endswith("a") and run[near.place[1] + near.at].low == f"{near.right}n"
    return people and (known.names[near.name][1] == PLACE or (near.at == 1 and behind < len(run)))


def _goes_on(names: Neighbours, known: SpeltNames, near: _Near) -> bool:
    """Whether the name goes on as one that is known, or ends as one: PT Kreta Indo is no PT Kereta Api."""
    run, behind = names.run(near.place[0]), near.place[1] + 2
    last = near.right if near.at else run[behind - 1].low
    whole = name_words(known.names[near.name][0])
    if behind >= len(run) or whole[-1] == last:
        return True
    return any(run[behind].low == word or one_letter(run[behind].low, word) for word in known.behind.get(last, ()))


def _misspelt(names: Neighbours, known: SpeltNames, near: _Near) -> Misspelt:
    run, at = names.run(near.place[0]), near.place[1]
    word = run[at + near.at]
    return Misspelt(
        Span(run[at].start, run[at + 1].end), Span(word.start, word.end), near.right, *known.names[near.name]
    )
