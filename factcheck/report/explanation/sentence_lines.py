"""A sentence of an explanation: what was recognised in it, the years and values found."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.explain.place import Explanation, Passage
from factcheck.messages import translate
from factcheck.model import Span
from factcheck.reading.records import Mark, Value
from factcheck.reading.scan.mentions import Mention
from factcheck.report.explanation.line import Line, place, written
from factcheck.report.reporter import Names
from factcheck.report.safe import printable

MARKS = frozenset(("open", "close", "comma", "semicolon", "colon", "cell", "stop"))
"""Tags of signs between the words: they part the clauses and say nothing themselves."""
UNSAID = ("entity", "number", "cue.number", "cue.word", "year.digits")
"""Tags that others or the number itself say better."""


def passage_lines(explanation: Explanation, passage: Passage, names: Names) -> Iterator[Line]:
    """The sentence with its mentions and what came of them."""
    trace = passage.trace
    sentence = trace.frame.sentence
    head = translate(
        "sentence {number} ({kind}, {voice})", number=sentence.place + 1, kind=sentence.kind, voice=sentence.voice
    )
    yield Line(0, head, place(explanation, sentence.start))
    yield Line(1, "", written(explanation, Span(sentence.start, sentence.end)))
    for at, mention in enumerate(trace.frame.mentions):
        if not mention.tags.keys() <= MARKS:
            text = written(explanation, Span(mention.start, mention.end))
            meaning = _meaning(mention, trace.frame.roles[at], text, names)
            yield Line(2, text, printable("; ".join(meaning)))
    yield from _found(explanation, passage)


def _meaning(mention: Mention, role: str, text: str, names: Names) -> Iterator[str]:
    if mention.ids:
        yield translate("name of {who}", who=" / ".join(f"{names(name)} ({name})" for name in mention.ids))
        yield translate("role {role}", role=role)
    if mention.number is not None:
        number = mention.number
        unit = f" {number.unit}" if number.unit else ""
        yield translate("number {number} ({form})", number=f"{number.value:f}{unit}", form=number.form)
    if mention.date is not None:
        date = mention.date
        yield translate("date {date}", date="-".join(str(part) for part in (date.year, date.month, date.day) if part))
    words = [] if mention.date is not None else list(_tags(mention, text))
    if words:
        yield ", ".join(words)


def _tags(mention: Mention, text: str) -> Iterator[str]:
    """The tags with the words they stand for, where those are not the words themselves or said by another tag."""
    seen = {"", text.lower()}
    for tag, word in mention.tags.items():
        if tag in UNSAID:
            continue
        yield f"{tag} {word}" if word not in seen else tag
        if "/" in word:
            seen.add(word)


def _found(explanation: Explanation, passage: Passage) -> Iterator[Line]:
    trace = passage.trace
    if trace.years:
        yield Line(1, translate("years"), ", ".join(_year(mark) for mark in trace.years))
    if trace.values:
        read = "; ".join(_read_value(explanation, value, passage) for value in trace.values)
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
    shown = f"{value.kind} {written(explanation, Span(value.start, value.end))}"
    return f"{shown} ({translate('about nobody or nothing known')})" if value in passage.unbound else shown
