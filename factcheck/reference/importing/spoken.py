"""How articles will speak of the measures of a new pack: words out of the heads of its table, and those that were said
for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from factcheck.cache.patterns import compiled
from factcheck.errors import FactcheckError
from factcheck.language.frequencies import frequencies
from factcheck.language.language import codes
from factcheck.messages import message
from factcheck.reference.importing.labels import title_measure
from factcheck.reference.importing.table_words import words
from factcheck.reference.packs.descriptor import UNITS
from factcheck.reference.packs.info import Measure, Words

LANGUAGE = "id"
"""What tables are written in."""
RARE = 4
"""A word that fewer than 32 of 20,000 articles have (two to the fifth) tells what an article is about."""

_SHORT = compiled(r"\(([^()\s]{2,12})\)")
_BRACKETS = compiled(r"[(\[][^()\[\]]*[)\]]")
_YEARS = compiled(r"(?<![\d/.])(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?(?![\d/])")
_WORD = compiled(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def said_of(text: str) -> str:
    """A name or title as an article says it: without years, and without brackets and what stands in them."""
    return " ".join(_YEARS.sub(" ", _BRACKETS.sub(" ", text)).split()).strip(" ,;:-–")


def words_of(label: str) -> tuple[str, ...]:
    """The words for a measure that a label has: its name in small letters, and the abbreviation in brackets ("Indeks
    Pembangunan Manusia (IPM)")."""
    full = said_of(label)
    found = (full.lower() if full.istitle() else full, *_SHORT.findall(label))
    return tuple(word for word in dict.fromkeys(found) if word)


def telling_word(measure: Measure) -> str:
    """The word of a measure's name that few articles have, "stunting" of "prevalensi stunting"; empty for a name of one
    word, or all of whose words are common."""
    name = next(iter(measure.words.get(LANGUAGE, ())), "").lower()
    parts, known = _WORD.findall(name), frequencies(LANGUAGE)
    if len(parts) < 2 or known is None:
        return ""
    rare = [part for part in parts if "-" not in part and len(part) > RARE and known.of(part).power <= RARE]
    return min(rare, key=lambda part: known.of(part).power, default="")


def with_telling(measures: Mapping[str, Measure]) -> tuple[dict[str, Measure], tuple[str, ...]]:
    """The measures with the telling word of each, and those words that several have: they tell only the subject."""
    telling = {name: telling_word(measure) for name, measure in measures.items()}
    often = Counter(telling.values())
    own = {name: _also(measures[name], LANGUAGE, [word]) for name, word in telling.items() if word and often[word] == 1}
    return {**measures, **own}, tuple(word for word in often if word and often[word] > 1)


def with_title(measures: Mapping[str, Measure], title: str) -> dict[str, Measure]:
    """The one measure of a pack with what the title said for the pack calls it ("Laju Pertumbuhan Ekonomi (LPE)
    menurut Provinsi" over a table of the growth of a gross product), unless that is a word of many articles."""
    called = [word if word.isupper() else f"{word[:1].lower()}{word[1:]}" for word in words_of(title_measure(title))]
    if len(measures) != 1:
        return dict(measures)
    wide = wide_words(called)
    return {name: _also(one, LANGUAGE, [word for word in called if word not in wide]) for name, one in measures.items()}


def with_said(measures: Mapping[str, Measure], said: Mapping[str, str]) -> dict[str, Measure]:
    """The measures with the words that were said for them: measure, or "measure:en" for words of another language ->
    words with commas between. Raises FactcheckError."""
    found = dict(measures)
    for key, text in said.items():
        name, _, language = key.partition(":")
        if name not in found:
            known = ", ".join(found)
            raise FactcheckError(message("“{name}” is no measure of this table: {known}.", name=name, known=known))
        if language and language not in codes():
            known = ", ".join(codes())
            raise FactcheckError(message("“{code}” is none of the languages: {known}.", code=language, known=known))
        found[name] = _also(found[name], language or LANGUAGE, words_in(text))
    return found


def words_in(text: str) -> tuple[str, ...]:
    """What stands between commas."""
    return tuple(word.strip() for word in text.split(",") if word.strip())


def units_of(measure: Measure, said: Words) -> Words:
    """How articles say the unit of a new measure, by language: what was said, else what tables print for it; nothing
    for a unit that has a sign of its own and for one that has no other words."""
    if not measure.unit or measure.unit in UNITS:
        return {}
    known = {code: tuple(forms[measure.unit]) for code, forms in words()["unit_words"].items() if measure.unit in forms}
    told = {**known, **said}
    return {LANGUAGE: (measure.unit,), **told} if told else {}


def wide_words(called: Sequence[str]) -> tuple[str, ...]:
    """Those words for a subject that many articles have which are about something else: single common words."""
    known = frequencies(LANGUAGE)
    single = [word for word in called if _WORD.fullmatch(word) and not word.isupper() and "-" not in word]
    return tuple(word for word in single if known is not None and known.of(word.lower()).power > RARE)


def _also(measure: Measure, language: str, more: Sequence[str]) -> Measure:
    words = tuple(dict.fromkeys((*measure.words.get(language, ()), *more)))
    return measure._replace(words={**measure.words, language: words})
