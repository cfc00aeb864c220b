"""Regions named with a word for their kind or their government: "Pemkab Sleman", "Wali Kota Jambi"."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from factcheck.cache.once import once
from factcheck.cache.patterns import compiled
from factcheck.language.fold import alternation, first_word, fold, words_in
from factcheck.language.language import Language
from factcheck.model import COUNTRY, Document
from factcheck.reading.people.office import LONGEST, place_at
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.fold_name import WORD
from factcheck.spans import SILENT
from factcheck.typed import NamedTuple

_WORD_BEFORE = compiled(r"(\w+)[ \n]*$")
REACH = 70
"""Code points that the name of a region takes at most."""


class GovernmentMention(NamedTuple):
    """A word for a kind of region with the region's name behind it.

    `start`..`word_end` is the word as written ("Pemkab"), `name_start`..`end` the name; `kind` is the kind of
    region that the word fits, `row` the words that say the same of each kind, `ids` the regions of that name.
    """

    start: int
    word_end: int
    name_start: int
    end: int
    kind: str
    row: Mapping[str, str]
    ids: tuple[str, ...]


class _Words(NamedTuple):
    firsts: frozenset[str]
    pattern: re.Pattern[str]
    rows: Mapping[str, tuple[str, Mapping[str, str]]]
    not_after: frozenset[str]
    not_before: frozenset[str]


@cache
def _words(language: Language) -> _Words | None:
    table = language.people.governments
    table_rows = (*table.bodies, *table.words)
    if not table_rows:
        return None
    rows = {
        writing.lower(): (kind, {other: names.split("|")[0] for other, names in row.items()})
        for row in table_rows
        for kind, writings in row.items()
        for writing in writings.split("|")
    }
    pattern = compiled(f"{alternation(rows)}(?=[. \\n])")
    return _Words(
        frozenset(map(first_word, rows)), pattern, rows, frozenset(table.not_after), frozenset(table.not_before)
    )


@cache
def rows_behind(language: Language) -> Mapping[str, tuple[str, Mapping[str, str]]]:
    """What each writing behind the name of a region says of which kind, and what says the same of the others."""
    return {
        writing.lower(): (kind, {other: names.split("|")[0] for other, names in row.items()})
        for row in language.people.governments.behind
        for kind, writings in row.items()
        for writing in writings.split("|")
    }


ABBREVIATED = 4
"""Letters of the longest shortened word ("Kab.", "Prov.")."""


@once
def find_governments(document: Document, language: Language, reference: Reference) -> tuple[GovernmentMention, ...]:
    """The regions that a document names with such a word, in order; those the gazetteer knows."""
    words = _words(language)
    low = fold(document.plain)
    if words is None or words.firsts.isdisjoint(words_in(low)):
        return ()
    return tuple(
        mention
        for block in document.blocks
        if block.kind not in SILENT
        for match in words.pattern.finditer(low, block.start, block.end)
        if (mention := _mention(document.plain, match, words, reference)) is not None
    )


def _mention(plain: str, match: re.Match[str], words: _Words, reference: Reference) -> GovernmentMention | None:
    if not plain[match.end() : match.end() + REACH].lstrip(" .\n")[:1].isupper():
        return None
    before = _WORD_BEFORE.search(plain, max(0, match.start() - 20), match.start())
    if plain[match.start() - 1 : match.start()].isalnum() or (before and before[1].lower() in words.not_after):
        return None
    if plain[match.end() : match.end() + 1] == "." and len(match.group()) > ABBREVIATED:
        return None  # "di provinsi. Kabupaten …": a full stop behind a whole word ends its sentence
    following = list(_name_words(plain, match.end()))
    tokens = [word.group().lower() for word in following]
    size, ids = place_at(reference.aliases, tokens, 0) if tokens else (0, ())
    # "Provinsi Bandung Raya": a plan, or a part of the country, not the region.
    if not size or COUNTRY in ids or (len(tokens) > size and tokens[size] in words.not_before):
        return None
    kind, row = words.rows[match.group()]
    if reference.aliases.get(f"{match.group()} {' '.join(tokens[:size])}"):
        ids = (*ids, *reference.aliases[f"{match.group()} {' '.join(tokens[:size])}"])
    return GovernmentMention(
        match.start(), match.end(), following[0].start(), following[size - 1].end(), kind, row, ids
    )


def _name_words(plain: str, at: int) -> Iterator[re.Match[str]]:
    """The words from an offset on that follow each other with nothing but blanks between, the first a capital."""
    for count, word in enumerate(WORD.finditer(plain, at, at + REACH)):
        if plain[at : word.start()].strip(" \n" if count else " .\n") or count > LONGEST:
            return
        if not count and not word.group()[0].isupper():
            return
        yield word
        at = word.end()


def regions_at(plain: str, at: int, reference: Reference) -> tuple[int, tuple[str, ...]]:
    """Where the longest name of a region that begins at an offset ends, and its ids; none where there is none."""
    following = list(_name_words(plain, at))
    size, ids = place_at(reference.aliases, [word.group().lower() for word in following], 0) if following else (0, ())
    return (following[size - 1].end(), ids) if size else (at, ())


def list_goes_on(plain: str, end: int, language: Language, reference: Reference) -> bool:
    """Whether a list goes on behind a region that ends there, or its name does: "Kabupaten Mukomuko, Sumsel dan Jambi"
    says nothing of where Mukomuko lies."""
    tail = plain[end : end + 40]
    word = re.match(r"(,?)[ \n]*(\w+|&)", tail)
    if word and (word[2].lower() in language.people.governments.joins or (not word[1] and word[2][0].isupper())):
        return True
    comma = re.match(r",[ \n](?=[A-Z])", tail)
    return comma is not None and bool(regions_at(plain, end + comma.end(), reference)[1])
