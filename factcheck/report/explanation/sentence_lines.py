"""A sentence of an explanation: what was recognised in it, the years and values found."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.day_words import MONTHS
from factcheck.explain.place import Explanation, Passage
from factcheck.language.figures import DateMention, Number
from factcheck.messages import translate, translated
from factcheck.model import Span
from factcheck.reading.records import Mark, Value
from factcheck.reading.scan.mentions import MARKS, Mention, Sentence, Tag
from factcheck.report.explanation.line import Line, place, written
from factcheck.report.explanation.tag_words import FORMS, KINDS, ROLES, tag_word
from factcheck.report.reporter import Names
from factcheck.report.safe import printable
from factcheck.report.words import shown


def passage_lines(explanation: Explanation, passage: Passage, names: Names) -> Iterator[Line]:
    """The sentence with its mentions and what came of them."""
    as_read = passage.read
    sentence = as_read.frame.sentence
    yield Line(0, _head(sentence), place(explanation, sentence.start))
    yield Line(1, "", written(explanation, Span(sentence.start, sentence.end)))
    for at, mention in enumerate(as_read.frame.mentions):
        if not mention.tags.keys() <= set(MARKS.values()):  # signs that part clauses say nothing themselves
            text = written(explanation, Span(mention.start, mention.end))
            meaning = list(_meaning(mention, as_read.frame.roles[at], text, names, explanation.document.language))
            if meaning:
                yield Line(2, text, printable("; ".join(meaning)))
    yield from _found(explanation, passage)


def _head(sentence: Sentence) -> str:
    """ "sentence 10 (a row of a table)": its kind and whose words it is in, where it is no plain prose."""
    kinds = dict.fromkeys(KINDS.get(part, "") for part in (sentence.kind, sentence.voice))
    told = ", ".join(translated(kind) for kind in kinds if kind)
    number = sentence.place + 1
    if not told:
        return translate("sentence {number}", number=number)
    return translate("sentence {number} ({what})", number=number, what=told)


def _meaning(mention: Mention, role: str, text: str, names: Names, language: str) -> Iterator[str]:
    if mention.ids:
        yield translate("name of {who}", who=" / ".join(map(names, mention.ids)))
        if role in ROLES:
            yield translated(ROLES[role])
    if mention.number is not None:
        number = mention.number
        value = _unit(number, language)
        form = FORMS.get(number.form)
        told = translate("number {number} ({form})", number=value, form=translated(form)) if form else ""
        yield told or translate("number {number}", number=value)
    if mention.date is not None:
        date = mention.date
        yield translate("date {date}", date=_day(date))
    words = [] if mention.date is not None else list(dict.fromkeys(_tags(mention, text, names)))
    if words:
        yield ", ".join(words)


def _unit(number: Number, language: str) -> str:
    """A number with its unit, as a person writes it."""
    value = shown(number.value, language)
    if number.unit == "percent":
        return translate("{figure} per cent", figure=value)
    return f"Rp{value}" if number.unit == "rupiah" else value


def _day(date: DateMention) -> str:
    """A date in words, as far as it is printed."""
    month = translated(MONTHS[date.month - 1]) if 1 <= date.month <= 12 else str(date.month)
    return " ".join(part for part in (str(date.day or ""), month, str(date.year or "")) if part)


def _tags(mention: Mention, text: str, names: Names) -> Iterator[str]:
    """What the mention is, as far as a reader cares: what it measures, a year, a plan …"""
    for tag, word in mention.tags.items():
        measured = _measured(tag, word, names)
        if measured:
            yield measured
        elif tag == Tag.YEAR:
            yield from () if word == "word" else (translate("a year"),)
        elif tag_word(tag):
            yield translated(tag_word(tag))


def _measured(tag: str, word: str, names: Names) -> str:
    """ "nilai", "zona hijau": what a cue or a word of a scale speaks of, where it is known of which pack."""
    pack, _, rest = word.partition("/")
    measure, _, value = rest.partition(":")
    if not measure or tag.partition(".")[0] not in ("cue", "value"):
        return ""
    called = translated(names(f"{pack}:{measure}"))
    return f"{called} {value}".strip()


def _found(explanation: Explanation, passage: Passage) -> Iterator[Line]:
    as_read = passage.read
    if as_read.years:
        yield Line(1, translate("years"), ", ".join(_year(mark) for mark in as_read.years))
    if as_read.values:
        read = "; ".join(_read_value(explanation, value, passage) for value in as_read.values)
        yield Line(1, translate("values"), read)
    if passage.figures:
        left = "; ".join(written(explanation, Span(claim.start, claim.end)) for claim in passage.figures)
        yield Line(1, translate("no claim"), left)
    if not passage.claims:
        yield Line(1, translate("claims"), translate("none"))


def _year(mark: Mark) -> str:
    notes = [] if mark.written else [translate("counted")]
    notes += [translate("compared with")] if mark.compared else []
    return f"{mark.year} ({', '.join(notes)})" if notes else mark.year


def _read_value(explanation: Explanation, value: Value, passage: Passage) -> str:
    text = written(explanation, Span(value.start, value.end))
    return f"{text} ({translate('about nobody or nothing known')})" if value in passage.unbound else text
