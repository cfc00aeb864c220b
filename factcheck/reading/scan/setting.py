"""What a document is read against: the packs whose subject it is about, and the words for their measures."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from factcheck.cache.patterns import compiled
from factcheck.language.fold import first_word, fold, words_in
from factcheck.language.language import Language
from factcheck.language.written import DateMention, Number
from factcheck.model import Document
from factcheck.reading.scan.lexicon import Lexicon, spoken
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.info import Measure, PackInfo

_WORD = compiled(r"\w+")


class Setting(NamedTuple):
    """`packs` are the open ones, whose subject the document is about; `numbers` and `dates` are all of its text."""

    reference: Reference
    language: Language
    lexicon: Lexicon
    packs: Mapping[str, PackInfo]
    numbers: Sequence[Number] = ()
    dates: Sequence[DateMention] = ()

    def numeric(self, number: Number) -> list[tuple[str, Measure]]:
        """The number measures of the open packs that a number may be of, by its unit and printed decimals."""
        return [
            (pack.name, measure)
            for pack in self.packs.values()
            for measure in pack.measures.values()
            if measure.type == "number" and measure.unit == number.unit
        ]

    def opened(self, place: str) -> bool:
        """Whether PACK/MEASURE belongs to an open pack."""
        return place.split("/", 1)[0] in self.packs


def open_packs(document: Document, reference: Reference) -> dict[str, PackInfo]:
    """The packs one of whose names and one of whose topics occur in the document's own text."""
    code, words = document.language, words_in(fold(document.plain))
    likely = [
        pack for pack in reference.packs if _likely(pack.names, code, words) and _likely(pack.topics, code, words)
    ]
    return _opened(document, likely) if likely else {}


def _likely(forms: Mapping[str, tuple[str, ...]], code: str, words: frozenset[str]) -> bool:
    """Whether the article has the first word of one of the phrases: of most packs no more need be asked."""
    firsts = map(first_word, spoken(forms, code))
    return any(not word or word in words for word in firsts)


def _opened(document: Document, packs: Iterable[PackInfo]) -> dict[str, PackInfo]:
    text = " ".join(
        document.plain[block.start : block.end].lower() for block in document.blocks if block.kind != "boilerplate"
    )
    low = f" {' '.join(_WORD.findall(text))} "
    code = document.language
    return {
        pack.name: pack
        for pack in packs
        if _said(spoken(pack.names, code), low) and _said(spoken(pack.topics, code), low)
    }


def _said(words: Iterable[str], low: str) -> bool:
    return any(f" {word.lower()} " in low for word in words)
