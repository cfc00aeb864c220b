"""Figures that are no claim of a declared measure: what is left for a person who checks an article by hand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from factcheck.cache.patterns import compiled
from factcheck.language.figures import DateMention, Number
from factcheck.language.interval import interval
from factcheck.language.language import Language
from factcheck.language.tables import by_class
from factcheck.model import Claim, Document, How, Span
from factcheck.reading.scan.scan import VOICES, quoted
from factcheck.reading.sums.sums import Sum
from factcheck.spans import SILENT, inside

FIGURE = "figure"
"""The kind of a claim of nothing that the reference measures."""
_YEAR = compiled(r"(?:19|20)[0-9]{2}")
_THING = compiled(r" ([^\W\d_]{2,})")
_WORD_BEFORE = compiled(r"([^\W\d_]+)\s{0,2}$")
_REACH = 24


def unread_figures(
    document: Document,
    language: Language,
    numbers: Sequence[Number],
    dates: Sequence[DateMention],
    claims: Sequence[Claim],
    sums: Sequence[Sum] = (),
) -> tuple[Claim, ...]:
    """The figures of the article's own text that no claim holds, as claims of the kind `figure`, ids f1, f2 …

    Years, dates, and numbers that measure nothing ("pasal 5", "blok 7") are left out; numbers in words too, but for
    those with a unit ("sepuluh persen"). `condition` is the word behind the figure, what it most likely counts.
    """
    held = inside([*_spans_of(claims), *((date.start, date.end) for date in dates)])
    added = {number.start for stated in sums for number in stated.figures.values()}
    quotes = quoted(document)
    labels = frozenset(phrase.split()[-1] for phrase in language.words.magnitude.before)
    small = _small_words(language)
    left = (
        number for number in numbers if _counts(document, number, labels) and not held.meets(number.start, number.end)
    )
    figures = (_claim(document, number, number.start in added, small) for number in left)
    spoken = (claim for claim in figures if claim.voice)
    return tuple(_named(claim, place, quotes) for place, claim in enumerate(spoken, 1))


def _claim(document: Document, number: Number, added: bool, small: frozenset[str]) -> Claim:
    low, high = interval(number, "")
    how = (How.PART_OF_SUM,) if added else ()
    behind = _THING.match(document.plain, number.end) if not number.unit else None
    thing = behind[1] if behind and behind[1].lower() not in small else ""
    return Claim(
        id="", kind=FIGURE, pack="", measure=number.unit, start=number.start, end=number.end, value=number.value,
        condition=thing, low=low, high=high, how=how, strength=0,
        voice=_voice(document, number.start),
    )  # fmt: skip


def _named(claim: Claim, place: int, quotes: Sequence[Span]) -> Claim:
    at = bisect_right(quotes, claim.start, key=lambda span: span.start) - 1
    inside = claim.voice == "article" and at >= 0 and claim.start < quotes[at].end
    return claim._replace(id=f"f{place}", voice="quote" if inside else claim.voice)


def _counts(document: Document, number: Number, labels: frozenset[str]) -> bool:
    """Whether a number may be a figure that somebody could check."""
    if number.unit:
        return True
    if number.form != "digits" or _YEAR.fullmatch(document.plain, number.start, number.end):
        return False
    before = _WORD_BEFORE.search(document.plain, max(0, number.start - _REACH), number.start)
    return before is None or before[1].lower() not in labels


def _small_words(language: Language) -> frozenset[str]:
    """Words behind a figure that it does not count: "94,10 pada …"."""
    words = language.words
    classes = [by_class(words.bind), by_class(words.change), by_class(words.mood)]
    years = (words.year.word, words.year.result, words.year.other)
    lists = (*(phrases for each in classes for phrases in each.values()), *years)
    return frozenset(phrase for phrases in lists for phrase in phrases)


def _voice(document: Document, at: int) -> str:
    """Whose words stand at an offset; empty for what is not the article's text."""
    index = bisect_right(document.blocks, at, key=lambda block: block.start) - 1
    if index < 0 or document.blocks[index].end <= at or document.blocks[index].kind in SILENT:
        return ""
    return VOICES.get(document.blocks[index].kind, "article")


def _spans_of(claims: Iterable[Claim]) -> Iterator[Span]:
    for claim in claims:
        yield from (Span(claim.start, claim.end), *(span for span in (claim.of_span, claim.period_span) if span))
