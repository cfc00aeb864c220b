"""Which figures of a sentence a sum may be told of, and the words that take one back."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.language.figures import RUPIAH, Number
from factcheck.language.fold import alternation, word_start
from factcheck.language.interval import THOUSAND
from factcheck.language.language import Language
from factcheck.model import Span
from factcheck.reading.sums.shapes import (
    FILL,
    MONEY,
    PERCENT,
    PLAIN,
    VERB,
    WIDEST,
    whole_words,
)
from factcheck.typed import NamedTuple

FIGURE = compiled(f"[{PLAIN}{MONEY}{PERCENT}]")
SENTENCE_END = compiled(r"[.!?\n]")
_NEXT = compiled(r"\b(?:19|20)\d\d, (?:[A-Z][a-z]{2,}\S* )+[^,;]{0,20}$")
_NAME_BEFORE = compiled(r"[A-Z][\w-]+ $")
COUNTED = compiled(r"\s([a-z]{3,30})")
CONTEXT = 80
"""Letters in front of a shape in which "kurs rupiah" tells that a quotation runs the other way."""


class Words(NamedTuple):
    """The words that decide whether a figure is an operand, over folded text."""

    hedged_before: re.Pattern[str]
    hedged_after: re.Pattern[str]
    minus: re.Pattern[str]
    name_before: re.Pattern[str]
    around: re.Pattern[str]
    counted: re.Pattern[str]
    step: re.Pattern[str]
    alike: re.Pattern[str]
    same: re.Pattern[str]
    inverse: re.Pattern[str]
    turns: re.Pattern[str]
    compares: re.Pattern[str]
    verb: re.Pattern[str]
    down: tuple[str, ...]
    apart: tuple[str, ...]
    compared: frozenset[str]
    turns_to: frozenset[str]


class Text(NamedTuple):
    """An article for the shapes: as it is, folded, with its figures masked, the numbers by their place, where
    those stand that count or measure, the words."""

    plain: str
    low: str
    masked: str
    at: dict[int, Number]
    places: Sequence[int]
    words: Words
    language: Language


@cache
def words_of(language: Language) -> Words:
    """The patterns made from `changes.toml`, and the words of a hedge."""
    words, hedge = language.changes, language.words.hedge
    hedges = [*hedge.around, *hedge.above, *hedge.below, *hedge.over, *hedge.limit, *hedge.loose]
    hedges += [*language.words.mood.planned, *language.words.bind.average]
    hedges += [word for word in hedge.behind if word.isalpha()]  # "meningkat lebih 100 persen"
    behind = alternation([*hedge.behind, *words.smaller_units])
    return Words(
        compiled(rf"{word_start(hedges)}\s{{0,2}}$"),
        compiled(rf"\s{{0,2}}(?:{behind})(?![a-z]){_no_comparing(language)}"),
        compiled(rf"(?:^|(?<=[\s(]))-$|{word_start(language.numbers.minus)}\s{{0,2}}$"),
        compiled(rf"{word_start(words.names)}\s{{0,2}}$"),
        compiled(rf"{word_start(hedge.around)}\s{{0,2}}$"),
        compiled(rf"\s{{1,2}}(?:{alternation(words.counted)})(?![a-z])"),
        compiled(rf"\s{{1,2}}(?:{alternation(words.steps)})(?![a-z])"),
        # a count and its share: "17 hijau (70,83 persen)", "96.214.691, atau 58,59 persen"
        compiled(rf",?\s?(?:[a-z/-]+,?\s){{0,4}}(?:\(|{alternation(words.alike)})\s?$|,\s$"),
        compiled(rf",?\s(?:{alternation(words.alike)})\s"),
        whole_words(words.inverse),
        whole_words(words.turns),
        whole_words(tuple(words.classes.get("from", "").split("|"))),
        compiled(f"{VERB}{FILL}*+"),
        (*language.words.change.down, *words.verbs.down),
        words.verbs.apart,
        frozenset(words.classes.get("from", "").split("|")),
        frozenset(words.classes.get("to", "").split("|")),
    )


def _no_comparing(language: Language) -> str:
    """What says that a word behind a figure compares, and takes nothing back: "1,38 persen lebih tinggi"."""
    phrases = (phrase.partition(" ") for phrase in (*language.words.change.up, *language.words.change.down))
    compared = [rest for first, _, rest in phrases if rest and first in language.words.hedge.behind]
    return rf"(?!\s(?:{alternation(compared)})(?![a-z]))" if compared else ""


def is_about(text: Text, number: Number) -> bool:
    """ "berkurang sekitar 900 ribu, dari 26,36 juta menjadi 25,90 juta": whether a change in thousands or millions is
    told as about so much, of which half or double is not about it."""
    before = text.words.around.search(text.low, max(0, number.start - 16), number.start)
    return before is not None and number.quantum >= THOUSAND


def is_base(text: Text, number: Number | None) -> bool:
    """ "turun 0,10 poin dibandingkan September 2024 (8,57), dan turun 0,56 …", "Rp3.685.616 (tahun lalu Rp3.460.672,
    bertambah Rp224.944)": whether a figure in brackets is what was compared with, and no later state."""
    if number is None:
        return False
    before, opened, inside = text.low[max(0, number.start - CONTEXT) : number.start].rpartition("(")
    if inside.strip(" :,").removesuffix("rp").strip() in _gone_by(text.language):
        return bool(opened)
    return bool(opened) and not inside and not text.words.compared.isdisjoint(before.split())


@cache
def _gone_by(language: Language) -> frozenset[str]:
    """What says that a figure behind it is of the year before, or of a time gone by."""
    words = language.words
    return frozenset((*words.year.relative.get("-1", ()), *words.mood.past))


def is_mean_before(text: Text, match: re.Match[str], first: Number) -> bool:
    """ "Rata-rata nilai seluruh kabupaten 83,17. Nilai Sleman naik 0,20 poin dari 91,37": whether the figure that the
    next sentence would go on with is a mean."""
    if not SENTENCE_END.search(text.masked, first.end, match.end()):
        return False
    lead = SENTENCE_END.split(text.low[max(0, first.start - CONTEXT) : first.start])[-1]
    return any(word in lead for word in text.language.words.bind.average)


def is_of_next(text: Text, last: Number) -> bool:
    """ "naik Rp51.535 dari tahun 2023, Kabupaten Anambas Rp3.835.605": whether a year and the name of the next one
    stand in front of the last of the figures, so that nothing is told of the others by it."""
    return _NEXT.search(text.plain, max(0, last.start - CONTEXT), last.start) is not None


def is_led_base(text: Text, number: Number | None) -> bool:
    """ "turun 4,1 ribu dibandingkan Maret 2021 yakni 187,35 ribu. Dibanding Maret 2020 …": whether nothing but a word
    that compares leads to the last figure of a sentence, which is then no state of now."""
    if number is None:
        return False
    lead = FIGURE.split(text.masked[max(0, number.start - CONTEXT) : number.start])[-1]
    clause = SENTENCE_END.split(lead)[-1].rpartition(",")[2].split()
    led = max((at for at, word in enumerate(clause) if word in text.words.compared), default=-1)
    return led >= 0 and text.words.turns_to.isdisjoint(clause[led:])


def is_level(text: Text, rate: Number) -> bool:
    """ "kemiskinan naik menjadi 5,21 persen, atau bertambah 8,9 ribu orang dari 219,65 ribu": whether a rate is where
    something came to, and no part of what the figures beside it tell."""
    return not text.words.turns_to.isdisjoint(text.low[max(0, rate.start - WIDEST) : rate.start].split()[-1:])


def turns_elsewhere(text: Text, match: re.Match[str]) -> bool:
    """Whether the verb leads to another figure than its change: "naik menjadi 101.750"."""
    places = match.groupdict()
    if "verb" not in places:
        return False
    after = match.end("verb")
    start, role = min((match.start(role), role) for role in "ABXP" if role in places and match.start(role) >= after)
    return role in "XP" and text.words.turns.search(text.masked, after, start) is not None


def is_hedged(low: str, number: Number, language: Language) -> bool:
    """Whether the folded text takes the figure back a little: sekitar 90; 856 miliar lebih; 3.300-an."""
    words = words_of(language)
    before = words.hedged_before.search(low, max(0, number.start - 16), number.start)
    return before is not None or words.hedged_after.match(low, number.end) is not None


def is_name(low: str, number: Number, language: Language) -> bool:
    """Whether the figure is part of a name: kelas 1, pasal 5."""
    return words_of(language).name_before.search(low, max(0, number.start - 16), number.start) is not None


def is_operand(text: Text, number: Number) -> bool:
    """Whether the figure is a quantity as it stands: not hedged, no name (kelas 1), no end of a range."""
    before = text.low[max(0, number.start - 16) : number.start]
    if text.words.minus.search(before):
        return not is_hedged(text.low, number, text.language)
    named = text.words.name_before.search(before)
    return not (is_ranged(text, number) or named or is_hedged(text.low, number, text.language))


def is_ranged(text: Text, number: Number) -> bool:
    """Whether a figure is an end of a range: 88-92."""
    before, behind = text.low[max(0, number.start - 1) : number.start], text.low[number.end : number.end + 4]
    return before in ("-", "–", "+") or re.match(r"\s?[-–]\s?[0-9]", behind) is not None


def is_model(text: Text, number: Number) -> bool:
    """Whether the figure is behind a name and counts nothing: Snapdragon 865, Adreno 650."""
    named = _NAME_BEFORE.search(text.plain, max(0, number.start - 16), number.start)
    return named is not None and not number.unit and not text.words.counted.match(text.low, number.end)


def with_its_sign(text: Text, number: Number) -> Number:
    """The number below zero where a minus stands in front: -2,3 persen; minus 2,3 persen."""
    before = text.low[max(0, number.start - 16) : number.start]
    return number._replace(value=-number.value) if text.words.minus.search(before) else number


def is_finely_shared(figures: Mapping[str, Number]) -> bool:
    """ "494 dari 587 kotak atau 84,16 persen": whether two whole numbers of whatever is counted have a share with two
    decimals, which only counts have."""
    if not figures.keys() >= {"A", "B", "P"} or figures["P"].quantum > Decimal("0.01"):
        return False
    return all(figures[role].quantum == 1 and not figures[role].unit for role in "AB")


def are_large(figures: Mapping[str, Number]) -> bool:
    """ "146.088 dari 216.608 pemilih": whether part and whole are so large, and told to the last digit, that they can
    be but counts, of whatever."""
    return all(
        one is not None and one.quantum == 1 and not one.unit and one.form == "digits" and one.value >= THOUSAND
        for one in (figures.get(role) for role in "AB")
    )


def counts_before(text: Text, match: re.Match[str]) -> bool:
    """ "instansi di zona hijau bertambah dari 179 menjadi 272": whether what is counted is named in front of a change,
    and no figure in between."""
    start = max(match.start() - CONTEXT, text.low.rfind("\n", 0, match.start()) + 1)
    clause = SENTENCE_END.split(text.masked[start : match.start()])[-1]
    return FIGURE.search(clause) is None and text.words.counted.search(f" {clause}") is not None


def is_counted(text: Text, number: Number) -> bool:
    """Whether a figure counts anything: a whole number in digits with a word behind it that is no measure ("180
    lapak")."""
    word = COUNTED.match(text.low, number.end) if number.quantum == 1 and number.form == "digits" else None
    return word is not None and not number.unit and word[1] not in text.language.numbers.measures


def is_count(low: str, number: Number, words: Words) -> bool:
    if number.quantum != 1:
        return False
    return number.form == "word" or number.unit == RUPIAH or bool(words.counted.match(low, number.end))


def _of_quotation(text: Text, word: str, verb: Span) -> int:
    """ "rupiah menguat ke Rp16.195 per dolar AS": which way the quotation goes of a currency that stands right in front
    of the verb; 0 where something else does, or nothing says in what it is quoted."""
    words, lead = text.language.changes.quoted, text.low[: verb.start].rstrip().rpartition(" ")[2]
    said = (word.startswith(words.weaker)) - (word.startswith(words.firmer))
    return (
        said
        if lead in words.currencies and _quoted(text.language).search(text.low, verb.end, verb.end + CONTEXT)
        else 0
    )


@cache
def _quoted(language: Language) -> re.Pattern[str]:
    """What says in which other currency one is quoted: "per dolar AS"."""
    per = [word for word in language.changes.inverse if word.startswith("per ")]
    return whole_words(tuple(per))


def direction_of(text: Text, match: re.Match[str], verb: Span | None) -> int:
    if verb is None:
        return 0
    word = text.low[slice(*verb)]
    if text.words.inverse.search(text.low, max(0, match.start() - CONTEXT), match.end()):
        return _of_quotation(text, word, verb)
    if word.startswith(text.words.apart):
        return 0
    return -1 if word.startswith(text.words.down) else 1
