"""Whether a text without an open pack may tell of a measure at all: then figures of another source are looked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from factcheck.language.fold import all_words, fold, words_in
from factcheck.language.language import load
from factcheck.model import Document
from factcheck.reading.scan.lexicon import spoken
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.info import Measure, PackInfo


def measures_from_elsewhere(packs: Iterable[PackInfo]) -> Mapping[str, Measure]:
    """The measures (PACK/MEASURE) with words for their unit, of packs that hold figures."""
    return {
        f"{pack.name}/{name}": measure
        for pack in packs
        if any(role == "facts" for role, _ in pack.resources)
        for name, measure in pack.measures.items()
        if measure.counted_in and not measure.unit and measure.type == "number"
    }


def may_tell_of_measure(document: Document, reference: Reference) -> bool:
    """Whether a text has all words of a phrase for such a measure, or the head of a table, which may be one.

    "Sebanyak 2.350 orang" counts people, and is no "jumlah penduduk" of a region: its sentences need no framing.
    """
    if any(block.kind == "header" for block in document.blocks):
        return True
    words = words_in(fold(document.plain))
    return any(phrase <= words for phrase in _phrases(reference.whole, document.language))


@lru_cache(maxsize=8)
def _phrases(reference: Reference, code: str) -> Collection[frozenset[str]]:
    """The words of each phrase for such a measure, bare and with each ending."""
    measures = measures_from_elsewhere(reference.packs).values()
    endings = ("", *load(code).words.sentence.suffixes)
    told = (forms for one in measures for forms in (one.words, one.cues, *one.ends.values()))
    return frozenset(all_words(phrase + end) for forms in told for phrase in spoken(forms, code) for end in endings)
