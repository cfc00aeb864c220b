"""What a document is read against: the packs whose subject it is about, and the words for their measures."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache, partial

from factcheck.cache.once import once
from factcheck.cache.patterns import compiled
from factcheck.language.figures import DateMention, Number
from factcheck.language.fold import all_words, alternation, first_word, fold, words_in
from factcheck.language.language import Language
from factcheck.language.language import load as load_language
from factcheck.model import Document
from factcheck.reading.scan.lexicon import Lexicon, counted_words, spoken
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.info import Measure, PackInfo
from factcheck.typed import NamedTuple

_WORD = compiled(r"\w+")
_LARGE = r"[0-9][.,][0-9]+ (?:[a-z]+ )?(?:{})\b"


ENOUGH = 2
"""So many figures of those named in a text open a pack whose words it has not."""
DIGITS = 4
LISTED, LINE = 4, 60
"""So many short figures open a pack, each at most so many letters behind whose it is."""
LONG, RARE = 5, 6
"""A word of so many letters, in at most two to the power of so many of 20,000 articles, tells what a pack is about."""
NAME = 4
"""So many words make the longest name that is looked for in front of a short figure."""
NOBODY = "\x00"
MONEY = 100_000
"""A whole number from here on may be an amount."""


def _place(spoken: str, each: tuple[str, Measure]) -> tuple[bool, bool]:
    """The place of a measure of a pack among several: see `Setting.numeric`."""
    pack, measure = each
    return bool(measure.series_of), f"{pack}/{measure.name}" != spoken


class Setting(NamedTuple):
    """`packs` are the open ones, whose subject the document is about; `numbers` and `dates` are all of its text;
    `wholes` the measures (pack, measure) of whole numbers that it shows, of which a bare number may be one. `spoken` is
    the measure that a place speaks of, as PACK/MEASURE, where it is known."""

    reference: Reference
    language: Language
    lexicon: Lexicon
    packs: Mapping[str, PackInfo]
    numbers: Sequence[Number] = ()
    dates: Sequence[DateMention] = ()
    spoken: str = ""
    wholes: Collection[tuple[str, str]] = ()

    def numeric(self, number: Number) -> list[tuple[str, Measure]]:
        """The number measures of the open packs that a number may be of, by its unit and printed decimals (19,61 is no
        count of people), the one spoken of first; other series of a measure come last."""
        found = [
            (pack.name, measure)
            for pack in self.packs.values()
            for measure in pack.measures.values()
            if measure.type == "number" and measure.unit == number.unit
            if measure.decimals or measure.unit or number.quantum >= 1
        ]
        return sorted(found, key=partial(_place, self.spoken))

    def has_several(self) -> bool:
        """Whether the open packs measure more than one thing in numbers."""
        measures = (measure for pack in self.packs.values() for measure in pack.measures.values())
        return sum(measure.type == "number" for measure in measures) > 1

    def whole_measures(self) -> frozenset[tuple[str, str]]:
        """The measures of the open packs (pack, measure) whose figures are whole numbers with no sign of their own."""
        return frozenset(
            (pack.name, measure.name)
            for pack in self.packs.values()
            for measure in pack.measures.values()
            if measure.type == "number" and not measure.decimals and not measure.unit
        )

    def opened(self, place: str) -> bool:
        """Whether PACK/MEASURE belongs to an open pack."""
        return place.split("/", 1)[0] in self.packs


def open_packs(document: Document, reference: Reference, numbers: Sequence[Number] = ()) -> dict[str, PackInfo]:
    """The packs one of whose names and one of whose topics occur in the document's own text, and those of whom two
    telling figures of the text are facts of somebody it names: no list of words can close a pack."""
    heads = _heads(reference.whole, document.language)
    met = [one for first in (*words_in(fold(document.plain)).intersection(heads), "") for one in heads.get(first, ())]
    spoken_of = {one.pack for one in met if one.topic}
    names = [one for one in met if not one.topic]
    named = {one.pack for one in names if all(_is_word(word, document) for word in one.words)}
    opened = _opened(document, [pack for pack in reference.packs if pack.name in named]) if named else {}
    shown = _shown(document, reference, numbers, opened, spoken_of)
    shown |= _listed(document, reference, numbers, opened)
    units = counted_words(reference.whole, document.language)
    if not words_in(fold(document.plain)).isdisjoint(units):
        from factcheck.reading.scan.counted_figures import packs_counted

        shown |= packs_counted(document, reference, numbers, units, _named_in)
    if provisional := [name for name in spoken_of if name not in opened and _has_editions(name, reference)]:
        from factcheck.reading.scan.edition_figures import packs_told

        shown |= packs_told(numbers, reference).intersection(provisional)
    return {pack.name: pack for pack in reference.packs if pack.name in opened or pack.name in shown}


def measured_elsewhere(document: Document, reference: Reference) -> bool:
    """Whether a text has a large figure with the unit of a measure behind it, and a word for that measure, though its
    pack may not be open: what it tells of that measure may be of another source."""
    low = fold(document.plain)
    pattern, named = _units(reference.whole, document.language)
    if pattern is None or words_in(low).isdisjoint(named):
        return False
    return pattern.search(low) is not None or any(block.kind == "header" for block in document.blocks)


@lru_cache(maxsize=8)
def _units(reference: Reference, code: str) -> tuple[re.Pattern[str] | None, frozenset[str]]:
    """Where a large figure stands before the unit of a measure, and the words of which one names such a measure."""
    measures = [one for pack in reference.packs for one in pack.measures.values() if one.counted_in]
    units = [unit.lower() for one in measures for unit in spoken(one.counted_in, code)]
    endings = ("", *load_language(code).words.sentence.suffixes)
    heads = [first_word(word) for one in measures for word in spoken(one.words, code)]
    pattern = compiled(_LARGE.format(alternation(dict.fromkeys(units)))) if units else None
    return pattern, frozenset(head + end for head in heads for end in endings)


@lru_cache(maxsize=256)
def _has_editions(name: str, reference: Reference) -> bool:
    """Whether a pack has a dated table: two figures of one contest open it where the text has one of its topics."""
    return any(pack.name == name and any(role == "editions" for role, _ in pack.resources) for pack in reference.packs)


def _shown(
    document: Document,
    reference: Reference,
    numbers: Sequence[Number],
    opened: Collection[str],
    spoken_of: Collection[str],
) -> frozenset[str]:
    """The packs that the figures of a text open: two or more of them are facts of somebody who is named; one is
    enough where the text has a topic of the pack."""
    found: dict[str, set[Decimal]] = {}
    other: dict[str, dict[Decimal, list[str]]] = {}
    names: dict[str, bool] = {}
    for value in {number.value for number in numbers if _is_telling(number)}:
        for pack, entity in reference.bearers(value):
            if pack not in opened and (named := names.get(entity)) is not False:
                if named is None:
                    names[entity] = named = _is_named(entity, document, reference)
                if named:
                    found.setdefault(pack, set()).add(value)
            if pack not in opened and value >= MONEY:
                other.setdefault(pack, {}).setdefault(value, []).append(entity)
    for pack, amounts in other.items():  # "Central Java will pay Rp 2,169,349": by whatever name
        if len(amounts) >= ENOUGH - (pack in spoken_of) > len(found.get(pack, ())):
            there = _named_there(document, reference)
            found.setdefault(pack, set()).update(value for value, ids in amounts.items() if not there.isdisjoint(ids))
    return frozenset(pack for pack, values in found.items() if len(values) >= ENOUGH - (pack in spoken_of))


def _is_word(word: str, document: Document) -> bool:
    """Whether a text has a word, bare or with an ending: "prevalensi stuntingnya"."""
    words, endings = words_in(fold(document.plain)), load_language(document.language).words.sentence.suffixes
    return word in words or any(word + end in words for end in endings)


def _listed(
    document: Document,
    reference: Reference,
    numbers: Sequence[Number],
    opened: Collection[str],
) -> frozenset[str]:
    """The packs that short figures open: several are facts of somebody each of them stands behind in its line; fewer
    are enough where the text has a rare word of the pack's name ("angka stunting" of "prevalensi stunting")."""
    short = [number for number in numbers if number.quantum < 1 and _digits(number) == DIGITS - 1]
    if len(short) < ENOUGH:
        return frozenset()
    found: dict[str, set[tuple[str, Decimal]]] = {}
    for number in short:
        line = document.plain.rfind("\n", max(0, number.start - LINE), number.start) + 1
        before = document.plain[max(line, number.start - LINE) : number.start]
        told = [(pack, entity) for pack, entity in reference.bearers(number.value) if pack not in opened]
        named = _named_in(before, reference) if told else frozenset()
        for pack, entity in told:
            if entity in named:
                found.setdefault(pack, set()).add((entity, number.value))
    listed = {name for name, told in found.items() if len({entity for entity, _ in told}) >= LISTED}
    few = [name for name, told in found.items() if len(told) >= ENOUGH and name not in listed]
    rare = (name for name in few if any(_is_word(word, document) for word in _rare_words(reference.whole, name)))
    return frozenset((*listed, *rare))


def _named_in(text: str, reference: Reference) -> frozenset[str]:
    """Who is named in a piece of text by any name of the reference, of two that begin at one word the longer."""
    words, named, at = _WORD.findall(fold(text)), set[str](), 0
    while at < len(words):
        ids, at = _name_at(words, at, reference)
        named.update(ids)
    return frozenset(named)


def _name_at(words: Sequence[str], at: int, reference: Reference) -> tuple[tuple[str, ...], int]:
    """Whom the longest name at a word may mean, and where the next word is."""
    for end in range(min(len(words), at + NAME), at, -1):
        if ids := reference.aliases.get(" ".join(words[at:end])):
            return ids, end
    return (), at + 1


@lru_cache(maxsize=64)
def _rare_words(reference: Reference, name: str) -> frozenset[str]:
    """The words of the names and topics of a pack, in any language, that few articles of that language have."""
    from factcheck.language.frequencies import frequencies

    pack = next(pack for pack in reference.packs if pack.name == name)
    forms = [*pack.names.items(), *pack.topics.items()]
    listed = {code: common for code, _ in forms if (common := frequencies(code)) is not None}
    told = ((code, word) for code, phrases in forms for phrase in phrases for word in all_words(phrase))
    return frozenset(
        word for code, word in told if code in listed and len(word) >= LONG and listed[code].of(word).power <= RARE
    )


def _digits(number: Number) -> int:
    return sum(sign.isdigit() for sign in str(number.value).lstrip("0."))


def _is_telling(number: Number) -> bool:
    """Whether a figure is printed with four digits and a decimal, or is an amount."""
    if number.quantum >= 1:
        return number.value >= MONEY
    return _digits(number) >= DIGITS


def _is_named(entity: str, document: Document, reference: Reference) -> bool:
    """Whether the name of an entity, without the word for its kind, stands in the text."""
    return _bare_name(entity, reference.whole) in document.plain


@once
def _named_there(document: Document, reference: Reference) -> frozenset[str]:
    """Who is named in a text by any name."""
    return _named_in(document.plain, reference)


@lru_cache(maxsize=4096)
def _bare_name(entity: str, reference: Reference) -> str:
    """The name of an entity without the word for its kind; what stands in no text for who is none."""
    record = reference.entities.get(entity)
    if record is None:
        return NOBODY
    first, _, rest = record.name.partition(" ")
    kinds = {
        word.lower() for info in reference.packs for words in info.kinds.get(record.kind, {}).values() for word in words
    }
    return rest if rest and first.lower() in kinds else record.name


class _Head(NamedTuple):
    """A name or a topic of a pack with the words that a text has where it stands."""

    pack: str
    topic: bool
    words: frozenset[str]


@lru_cache(maxsize=8)
def _heads(reference: Reference, code: str) -> Mapping[str, Sequence[_Head]]:
    """The names and topics of the packs by their first words, bare and with each ending; empty where none can be told:
    it may stand anywhere."""
    found: dict[str, list[_Head]] = {}
    endings = ("", *load_language(code).words.sentence.suffixes)
    for pack in reference.packs:
        for topic, forms in ((False, pack.names), (True, pack.topics)):
            for phrase in spoken(forms, code):
                head, first = _Head(pack.name, topic, all_words(phrase)), first_word(phrase)
                for end in endings if first else endings[:1]:
                    found.setdefault(first + end, []).append(head)
    return found


def _opened(document: Document, packs: Iterable[PackInfo]) -> dict[str, PackInfo]:
    text = " ".join(
        document.plain[block.start : block.end].lower() for block in document.blocks if block.kind != "boilerplate"
    )
    low = f" {' '.join(_WORD.findall(text))} "
    code = document.language
    return {
        pack.name: pack
        for pack in packs
        if _said(spoken(pack.names, code), low, code)
        and (not pack.topics or _said(spoken(pack.topics, code), low, code) or _scaled(pack, code, low))
    }


def _scaled(pack: PackInfo, code: str, low: str) -> bool:
    """Whether the text has two words of one scale of the pack: "hijau" and "kuning" beside its name."""
    return any(
        sum(_said(spoken(forms, code), low, code) for forms in measure.values.values()) >= ENOUGH
        for measure in pack.measures.values()
        if measure.type == "word" and any(len(word) > 1 for word in measure.values)
    )


def _said(words: Iterable[str], low: str, code: str) -> bool:
    return any(map(low.__contains__, _between_blanks(tuple(words), code)))


@lru_cache(maxsize=1024)
def _between_blanks(words: tuple[str, ...], code: str) -> tuple[str, ...]:
    """The words as they stand in a text, alone or with an ending."""
    endings = ("", *load_language(code).words.sentence.suffixes)
    return tuple([f" {word.lower()}{end} " for word in words for end in endings])
