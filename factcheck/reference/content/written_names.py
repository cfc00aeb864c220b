"""Names word by word: which word stands behind which in a name that the reference knows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from factcheck.reference.content.content import PLACE, Plain, SpeltNames
from factcheck.reference.packs.fold_name import fold, name_words
from factcheck.reference.packs.pack import Pack

MANY = 10
"""Names before which a word stands that is a word for their kind."""
NAME = "name"
"""The doubt of a name that nobody has seen."""


def expansions(institutions: Sequence[Plain]) -> dict[str, tuple[int, ...]]:
    """Which of the institutions bear a name, by its words, and which a short form, folded."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(institutions):
        names = (" ".join(name_words(name)) for name in (row[0], *row[2]))
        for name in dict.fromkeys((*map(fold, row[1]), *names)):
            found[name].append(place)
    return {short: tuple(places) for short, places in found.items()}


def spelt_names(packs: Sequence[Pack]) -> SpeltNames:
    """The names of all packs, those that nobody has seen left out."""
    behind: dict[str, dict[str, int]] = defaultdict(dict)
    before: dict[str, dict[str, int]] = defaultdict(dict)
    names: list[tuple[str, str, str, str]] = []
    for words, name in sorted(_named(packs), key=lambda item: (len(item[0]), item[1])):
        fresh = False
        for one, other in pairwise(words):
            if other not in behind[one]:
                behind[one][other] = before[other][one] = len(names)
                fresh = True
        if fresh:
            names.append(name)
    return SpeltNames(dict(behind), dict(before), tuple(names))


def _named(packs: Iterable[Pack]) -> Iterator[tuple[list[str], tuple[str, str, str, str]]]:
    for pack in packs:
        source = pack.info.name
        kinds = {entity.id: PLACE if entity.parent else entity.kind for entity in pack.entities}
        whole = _whole_words(pack)
        for entity in pack.entities:
            yield name_words(entity.name), (entity.name, kinds[entity.id], source, entity.id)
        for alias in pack.aliases:
            words, kind = name_words(alias.alias), kinds.get(alias.id, PLACE)
            if kind != PLACE or whole.issuperset(words):
                yield words, (alias.alias, kind, source, alias.row)
        for one in pack.institutions:
            for name in (one.name, *one.also) if one.doubt != NAME else ():
                yield name_words(name), (name, one.kind, one.source, one.row)


def _whole_words(pack: Pack) -> set[str]:
    """The words that names are made of, and those that stand before many of them (Pemkab). Polman is shortened: what is
    one letter off from it may be anything."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for alias in pack.aliases:
        for word in name_words(alias.alias):
            bearers[word].add(alias.id)
    common = {word for word, ids in bearers.items() if len(ids) >= MANY}
    return common.union(*(name_words(entity.name) for entity in pack.entities))
