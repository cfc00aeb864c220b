"""All that is found by its words: the language's cues, the packs' measures, the gazetteer. One trie over tokens,
kept between runs in branches that are read when a text needs them."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from factcheck.cache.folder import used
from factcheck.cache.patterns import compiled
from factcheck.cache.pieces import parts_under
from factcheck.language.detect import DEFAULT
from factcheck.language.language import Language
from factcheck.language.language import load as load_language
from factcheck.language.tables import ProseWords, by_class
from factcheck.reading.scan.mentions import CUE_OF, IN_OF, VALUE_OF, Mention, Tag
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.info import PackInfo
from factcheck.typed import Any, NamedTuple

SUFFIX = ".lexicon"
BRANCHES = "branches"


def kept_lexicon(code: str, reference: Reference) -> Lexicon:
    """The lexicon of a language and a reference, found again where it was kept for the same packs, words and program;
    else built, and kept for the next run."""
    from factcheck.language.language import FOLDER
    from factcheck.version import __version__

    if used() is None or not reference.key:
        return lexicon_of(code, reference)
    made_from = (__version__, code, reference.key)
    words = FOLDER / code / "words.toml"
    files = [__file__, *([str(words)] if words.is_file() else [])]
    parts = parts_under(made_from, SUFFIX, lambda: {BRANCHES: freeze(lexicon_of(code, reference).trie)}, *files)
    return thawing(parts[BRANCHES])


@lru_cache(maxsize=8)
def lexicon_of(code: str, reference: Reference) -> Lexicon:
    """The lexicon of a language and a reference, built once a process."""
    return build(load_language(code), reference)


TOKEN = compiled(r"[^\W\d_]+|[0-9]+|[^\w\s]|_")

IN_TAGS = ("rank", "bind", "mood", "entity", "count_", "state", "magnitude")
"""Tables of `words.toml` whose lists are a part of the tag: `rank.cue`."""
RANKED = (Tag.RANK_CUE, Tag.RANK_ORDINAL_CUE)
"""Words for a rank, right behind which nothing is said of a member."""
END = "\n"
"""Behind the last token: no phrase has it."""
Trie = dict[str, Any]
"""Token -> the node of the tokens after it; the key "" holds what ends here: (tags, entity ids)."""


class Lexicon(NamedTuple):
    """The words of a language and a reference. The trie is plain data: it can be kept between runs.

    `frozen` are branches of a kept trie as `marshal` wrote them, by their first token, `tokens` those of them that are
    not thawed yet: a branch is put into the trie when a text has that token, for most drafts have a twentieth of them.
    """

    trie: Trie
    frozen: Mapping[str, bytes] = {}
    tokens: set[str] = set()  # noqa: RUF012 - the same: nothing is taken away from none


def freeze(trie: Trie) -> dict[str, bytes]:
    """The branches of a trie as `Lexicon.frozen` has them."""
    return {token: marshal.dumps(branch) for token, branch in trie.items()}


def thawing(frozen: Mapping[str, bytes]) -> Lexicon:
    """The lexicon of a kept trie's branches."""
    return Lexicon({}, frozen, set(frozen))


def _thaw(lexicon: Lexicon, tokens: Iterable[str]) -> None:
    """Two threads may thaw one branch at once: it is in the trie before it is gone from `tokens`, whoever is first."""
    for token in lexicon.tokens.intersection(tokens):
        lexicon.trie[token] = marshal.loads(lexicon.frozen[token])
        lexicon.tokens.discard(token)


def build(language: Language, reference: Reference) -> Lexicon:
    """The lexicon of `language` and `reference`. Names are entered last and keep the tags of equal words."""
    trie: Trie = {}
    for phrase, tag, word in (*_language_words(language.words), *_counted_years(language)):
        _enter(trie, phrase, {tag: word})
    endings = ("", *language.words.sentence.suffixes)
    for pack in reference.packs:
        for phrase, tag, word in _pack_words(pack, language.code):
            for ending in endings if _takes_endings(phrase, tag) else ("",):
                _enter(trie, phrase + ending, {tag: word})
                for inner in _with_ending(phrase, ending) if tag.startswith(VALUE_OF) else ():
                    _enter(trie, inner, {tag: word})
    for alias, ids in reference.aliases.items():
        _enter(trie, alias, {Tag.ENTITY: alias}, ids)
    return Lexicon(trie)


def _takes_endings(phrase: str, tag: str) -> bool:
    """Whether a word may bear one of the language's endings: "warnanya", "kuningnya"; a letter bears none."""
    return tag.startswith(CUE_OF) or tag == Tag.GROUP or (tag.startswith(VALUE_OF) and len(phrase) > 1)


def _with_ending(phrase: str, ending: str) -> Iterator[str]:
    """ "kepatuhannya sedang", "tingkat kepatuhannya sedang": a word of a scale told in several, one in front of the
    last with an ending."""
    words = phrase.split()
    for at in range(len(words) - 1) if ending else ():
        yield " ".join((*words[:at], words[at] + ending, *words[at + 1 :]))


def tokenize(plain: str, start: int, end: int) -> list[str]:
    """Words, runs of figures and single marks of `plain[start:end]`, lower-case."""
    return [*map(str.lower, TOKEN.findall(plain, start, end))]


def find(lexicon: Lexicon, plain: str, start: int, end: int) -> list[Mention]:
    """The longest phrases of the lexicon in `plain[start:end]`, left to right, not overlapping.

    A name is only taken where it begins with a capital letter.
    """
    matches = [*TOKEN.finditer(plain, start, end)]
    tokens = "\n".join([match[0] for match in matches]).lower().split("\n")
    if lexicon.tokens:
        _thaw(lexicon, tokens)
    trie, ended = lexicon.trie, [*tokens, END]
    found: list[Mention] = []
    free = 0
    for at in [at for at, token in enumerate(tokens) if token in trie]:
        if at < free or ("" not in trie[tokens[at]] and ended[at + 1] not in trie[tokens[at]]):
            continue
        first = matches[at].start()
        stop, entry = _longest(trie, ended, at, plain[first])
        if entry is not None and not (stop > at + 1 and Tag.BIND_MEMBER in entry[0] and _is_ranked(found, first)):
            found.append(Mention(first, matches[stop - 1].end(), *entry))
            free = stop
    return found


def _is_ranked(found: Sequence[Mention], start: int) -> bool:
    """ "nomor satu di antara 34 provinsi": whether a word for a rank stands right in front of what begins at a place,
    so that it is no member of so many."""
    return bool(found) and start - found[-1].end == 1 and bool(found[-1].tags.keys() & RANKED)


def _longest(
    trie: Trie, tokens: Sequence[str], at: int, letter: str
) -> tuple[int, tuple[dict[str, str], tuple[str, ...]] | None]:
    node, best, entry = trie, at, None
    while tokens[at] in node:
        node = node[tokens[at]]
        at += 1
        if "" in node:
            tags, ids = node[""]
            if ids and not letter.isupper():
                tags, ids = {tag: word for tag, word in tags.items() if tag != Tag.ENTITY}, ()
            if tags:
                best, entry = at, (tags, ids)
    return best, entry


def _enter(trie: Trie, phrase: str, tags: dict[str, str], ids: tuple[str, ...] = ()) -> None:
    node = trie
    for token in tokenize(phrase, 0, len(phrase)):
        node = node.setdefault(token, {})
    if node is trie:
        return
    old_tags, old_ids = node.get("", ({}, ()))
    node[""] = ({**old_tags, **tags}, (*old_ids, *(name for name in ids if name not in old_ids)))


def _language_words(words: ProseWords) -> Iterator[tuple[str, str, str]]:
    """Each phrase with its tag and word: in some classes the list is part of the tag, in others it is the word."""
    mood, hedge = words.mood, words.hedge
    for name in IN_TAGS:
        for kind, phrases in by_class(getattr(words, name)).items():
            yield from ((phrase, f"{name.rstrip('_')}.{kind}", phrase) for phrase in phrases)
    for tag, kinds in {
        Tag.EXTREME: by_class(words.extreme),
        Tag.CHANGE: by_class(words.change),
        Tag.UNIT: by_class(words.unit),
        Tag.HEDGE: {"around": hedge.around, "below": hedge.below, "above": (*hedge.above, *hedge.over)},
        Tag.COLLECTIVE: words.collective,
        Tag.YEAR: {"word": (*words.year.word, *words.year.result), **words.year.relative},
    }.items():
        for kind, phrases in kinds.items():
            yield from ((phrase, tag, kind) for phrase in phrases)
    for kind, phrases in by_class(words.end).items():
        yield from ((phrase, Tag.END_OF, f":{kind}") for phrase in phrases)
    unreal = (*mood.conditional, *mood.planned, *hedge.below, *hedge.over, *hedge.limit)
    yield from ((phrase, Tag.MOOD_IRREALIS, phrase) for phrase in unreal)
    yield from ((phrase, Tag.YEAR_OTHER, phrase) for phrase in words.year.other)
    yield from ((phrase, Tag.YEAR_RESULT, phrase) for phrase in words.year.result)
    yield from ((phrase, Tag.YEAR_PART, phrase) for phrase in words.year.part)
    yield from ((phrase, Tag.YEAR_ANCHORED, phrase) for phrase in words.year.anchored.words)
    yield from ((phrase, Tag.YEAR_LEADING, phrase) for phrase in words.year.leading.words)
    yield from ((phrase, Tag.YEAR_FUTURE, phrase) for phrase in words.year.relative.get("future", ()))


def _counted_years(language: Language) -> Iterator[tuple[str, str, str]]:
    """ "lima tahun lalu", "dua tahun kemudian": each number of years in front of the words that say from where on."""
    numbers, counted = language.numbers, language.words.year.counted
    told = {**numbers.ones, **numbers.wholes}
    for word, years in told.items():
        for kind, phrases in by_class(counted).items() if years > 1 else ():
            for phrase in (f"{number} {one}" for one in phrases for number in (word, years)):
                yield phrase, Tag.YEAR, str(years if kind == "after" else -years)
                if kind != "back":
                    yield phrase, Tag.YEAR_LEADING if kind == "leading" else Tag.YEAR_ANCHORED, phrase


def _pack_words(pack: PackInfo, code: str) -> Iterator[tuple[str, str, str]]:
    for name, measure in pack.measures.items():
        place = f"{pack.name}/{name}"
        for phrase in (*spoken(measure.words, code), *spoken(measure.cues, code)):
            yield phrase, f"{CUE_OF}{name}", place
            yield phrase, f"{CUE_OF}{measure.type}", place
        for phrase in spoken(measure.counted_in, code):
            yield phrase, f"{IN_OF}{name}", place
        for word, forms in measure.values.items():
            for phrase in spoken(forms, code):
                yield phrase, f"{VALUE_OF}{name}", f"{place}:{word}"
        for end, forms in measure.ends.items():
            yield from ((phrase, Tag.END_OF, f"{place}:{end}") for phrase in spoken(forms, code))
    for thing, phrases in pack.counted.get(code, {}).items():
        yield from ((phrase, Tag.COUNTED, thing) for phrase in phrases)
    yield from ((phrase, Tag.SUBJECT, pack.name) for phrase in spoken(pack.names, code))
    for kind, forms in pack.kinds.items():
        yield from ((phrase, Tag.GROUP, kind) for phrase in spoken(forms, code))


def spoken(forms: Mapping[str, tuple[str, ...]], code: str) -> Iterable[str]:
    """The words of `forms` in language `code`, and those of every language (`*`); where it has none, those that
    articles of that language quote: "known in Indonesian as angka harapan hidup"."""
    own = (*forms.get(code, ()), *forms.get("*", ()))
    return own or forms.get(DEFAULT, ())


@lru_cache(maxsize=8)
def counted_words(reference: Reference, code: str) -> Mapping[str, tuple[str, str]]:
    """By each word in which one measure alone is counted, and by which its pack ranks, that measure (pack, measure)."""
    found: dict[str, set[tuple[str, str]]] = {}
    ranked = {(pack.name, pack.rank_measure) for pack in reference.packs}
    for pack in reference.packs:
        for measure in pack.measures.values():
            for phrase in spoken(measure.counted_in, code) if measure.counted_in else ():
                found.setdefault(phrase.lower(), set()).add((pack.name, measure.name))
    return {unit: next(iter(told)) for unit, told in found.items() if len(told) == 1 and told <= ranked}
