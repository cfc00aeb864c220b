"""Regions with the word for their government behind the name: "Banyuwangi Regency Government"."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.language.fold import alternation, fold, holds
from factcheck.language.language import Language
from factcheck.model import COUNTRY, Document
from factcheck.reading.people.governments import REACH, GovernmentMention, rows_behind
from factcheck.reading.people.office import LONGEST
from factcheck.reference.ask.reference import Reference
from factcheck.spans import SILENT

_NAME = compiled(r"(?:[A-Z][\w-]*[ \n]){1,6}$")


def governments_behind(document: Document, language: Language, reference: Reference) -> Iterator[GovernmentMention]:
    """The regions that a document names in front of such a word, in order; those the gazetteer knows."""
    rows = rows_behind(language)
    low = fold(document.plain)
    if not rows or not holds(low, tuple(rows)):
        return
    compass = frozenset(language.people.governments.compass)
    for block in document.blocks:
        for match in _pattern(language).finditer(low, block.start, block.end) if block.kind not in SILENT else ():
            mention = _mention(document.plain, match, rows, compass, reference)
            if mention is not None:
                yield mention


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    return compiled(rf"(?<=[ \n])(?:{alternation(rows_behind(language))})(?![a-z])")


def _mention(
    plain: str,
    match: re.Match[str],
    rows: Mapping[str, tuple[str, Mapping[str, str]]],
    compass: frozenset[str],
    reference: Reference,
) -> GovernmentMention | None:
    """The government whose name ends in front of a word; none behind a point of the compass ("Greater Malang")."""
    start = max(0, match.start() - REACH)
    name = _NAME.search(plain, start, match.start())
    words = list(re.finditer(r"[\w-]+", name[0])) if name else []
    for size in range(min(LONGEST, len(words)), 0, -1):
        ids = reference.aliases.get(" ".join(word[0].lower() for word in words[-size:]))
        if not ids or name is None:
            continue
        before = words[-size - 1][0].lower() if size < len(words) else ""
        if COUNTRY in ids or before in compass:
            return None
        kind, row = rows[match[0]]
        first, last = name.start() + words[-size].start(), name.start() + words[-1].end()
        return GovernmentMention(match.start(), match.end(), first, last, kind, row, ids)
    return None
