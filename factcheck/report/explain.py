"""An explanation in lines, the same for a terminal and a pipe: a label and what is said, all of it harmless text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.checks.base import Answer
from factcheck.explanation import Candidate, Explained, Explanation, Passage
from factcheck.model import Claim, Fact, Span
from factcheck.reading.explain import About
from factcheck.reading.mentions import Mention
from factcheck.reading.value import Value
from factcheck.reading.years import Mark
from factcheck.report.base import Names
from factcheck.report.claims import STANDS
from factcheck.report.safe import printable
from factcheck.report.visible import visible_text
from factcheck.report.words import published, shown
from factcheck.speech import say, translated

MARKS = frozenset(("open", "close", "comma", "semicolon", "colon", "cell", "stop"))
"""Tags of signs between the words: they part the clauses and say nothing themselves."""
UNSAID = ("entity", "number", "cue.number", "cue.word", "year.digits")
"""Tags that others or the number itself say better."""
MOST = 3
"""Facts shown of one answer."""


class Line(NamedTuple):
    """A line of an explanation: `depth` 0 heads a part, 1 and 2 stand in it; `label` is what `said` is."""

    depth: int
    label: str
    said: str


def lines(explanation: Explanation, names: Names) -> Iterator[Line]:
    """The whole explanation."""
    yield from _about(explanation, names)
    if explanation.silent:
        yield Line(0, say("nothing is read here"), translated(explanation.silent))
    for passage in explanation.passages:
        yield from _passage(explanation, passage, names)
        for explained in passage.claims:
            yield from _claim(explanation, explained, names)


def _about(explanation: Explanation, names: Names) -> Iterator[Line]:
    about = explanation.about
    yield Line(0, say("the article"), "; ".join(filter(None, (_topic(about, names), published(explanation.document)))))
    if about.years:
        yield Line(1, say("years open"), ", ".join(about.years))
    yield Line(1, say("subjects"), ", ".join(about.subjects) or say("none: only dates, names and laws are read"))
    if about.closed:
        why = say("{packs}: one of its names and one of its topics must occur", packs=", ".join(about.closed))
        yield Line(1, say("not its subject"), why)


def _topic(about: About, names: Names) -> str:
    place = say("in {place}", place=names(about.scope)) if about.scope not in ("", about.entity) else ""
    parts = ", ".join(part for part in (names(about.entity) if about.entity else "", about.period, place) if part)
    return say("about {parts}", parts=printable(parts)) if parts else say("about nobody the reference knows")


# ------------------------------------------------------------------ a sentence


def _passage(explanation: Explanation, passage: Passage, names: Names) -> Iterator[Line]:
    trace = passage.trace
    sentence = trace.frame.sentence
    head = say(
        "sentence {number} ({kind}, {voice})", number=sentence.place + 1, kind=sentence.kind, voice=sentence.voice
    )
    yield Line(0, head, _place(explanation, sentence.start))
    yield Line(1, "", _written(explanation, Span(sentence.start, sentence.end)))
    for at, mention in enumerate(trace.frame.mentions):
        if not mention.tags.keys() <= MARKS:
            text = _written(explanation, Span(mention.start, mention.end))
            meaning = _meaning(mention, trace.frame.roles[at], text, names)
            yield Line(2, text, printable("; ".join(meaning)))
    yield from _found(explanation, passage)


def _meaning(mention: Mention, role: str, text: str, names: Names) -> Iterator[str]:
    if mention.ids:
        yield say("name of {who}", who=" / ".join(f"{names(name)} ({name})" for name in mention.ids))
        yield say("role {role}", role=role)
    if mention.number is not None:
        number = mention.number
        unit = f" {number.unit}" if number.unit else ""
        yield say("number {number} ({form})", number=f"{number.value:f}{unit}", form=number.form)
    if mention.date is not None:
        date = mention.date
        yield say("date {date}", date="-".join(str(part) for part in (date.year, date.month, date.day) if part))
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
        yield Line(1, say("years"), ", ".join(_year(mark) for mark in trace.years))
    if trace.values:
        read = "; ".join(_read_value(explanation, value, passage) for value in trace.values)
        yield Line(1, say("values"), read)
    if passage.figures:
        left = "; ".join(_written(explanation, Span(claim.start, claim.end)) for claim in passage.figures)
        yield Line(1, say("no claim"), left)
    if not passage.claims:
        yield Line(1, say("claims"), say("none"))


def _year(mark: Mark) -> str:
    notes = [] if mark.written else [say("counted")]
    notes += [say("compared with")] if mark.compared else []
    return f"{mark.year} ({', '.join(notes)})" if notes else mark.year


def _read_value(explanation: Explanation, value: Value, passage: Passage) -> str:
    said = f"{value.kind} {_written(explanation, Span(value.start, value.end))}"
    return f"{said} ({say('about nobody or nothing known')})" if value in passage.unbound else said


# ------------------------------------------------------------------ a claim


def _claim(explanation: Explanation, explained: Explained, names: Names) -> Iterator[Line]:
    claim = explained.judged.claim
    text = _written(explanation, Span(claim.start, claim.end))
    yield Line(0, say("claim {id}", id=claim.id), f"{claim.kind} {text}, {_place(explanation, claim.start)}")
    yield Line(1, say("value"), "; ".join(_value(explanation, claim)))
    yield from _bound(explanation, claim, names)
    language = explanation.document.language
    for number, candidate in enumerate(explained.candidates):
        label = say("reading") if not number else say("or")
        yield Line(1, label, printable(_candidate(claim, candidate, number, names)))
        yield from (Line(2, "", printable(fact)) for fact in _facts(candidate.answer, language, names))
    yield Line(1, say("verdict"), translated(STANDS[explained.judged.verdict]))
    for finding in explained.findings:
        said = translated(finding.message)
        yield Line(1, say("rule"), printable(f"{finding.rule} ({translated(finding.severity)}): {said}"))
    if not explained.findings:
        yield Line(1, say("rule"), translated(explained.silence) if explained.silence else say("none speaks"))


def _value(explanation: Explanation, claim: Claim) -> Iterator[str]:
    yield shown(claim.value, explanation.document.language)
    if claim.low is not None and claim.high is not None and claim.low != claim.high:
        yield say("stands for {low} to {high}", low=f"{claim.low:f}", high=f"{claim.high:f}")
    for label, said in (("among", claim.group), ("of", str(claim.of or "")), ("what", claim.condition)):
        if said:
            yield printable(f"{label} {said}")


def _bound(explanation: Explanation, claim: Claim, names: Names) -> Iterator[Line]:
    """Where subject and year are written, and how they were found where they are not."""
    told = {part.partition(":")[0]: part.partition(":")[2].strip() for part in map(str, claim.how)}
    parts = (
        (say("subject"), claim.subject_span, names(claim.subject) if claim.subject else "", "subject"),
        (say("year"), claim.period_span or claim.period_origin, claim.period, "year"),
    )
    for label, span, bound, key in parts:
        if not bound:
            continue
        said = [printable(bound)]
        if span is not None:
            where = say(
                "written “{text}” at {place}", text=_written(explanation, span), place=_place(explanation, span.start)
            )
            said.append(where)
        if key in told:
            said.append(translated(told[key]))
        yield Line(1, label, "; ".join(said))


def _candidate(claim: Claim, candidate: Candidate, number: int, names: Names) -> str:
    about = ", ".join(
        part for part in (names(candidate.subject) if candidate.subject else "", candidate.period) if part
    )
    notes = [about or say("bound to nobody")]
    if not number:
        notes.append(say("strength {strength} of 100", strength=claim.strength))
    answer = say("the reference: {verdict}", verdict=translated(STANDS[candidate.answer.verdict]))
    taken = [say("so it was taken")] if candidate.chosen and number else []
    return "; ".join((*notes, answer, *taken))


def _facts(answer: Answer, language: str, names: Names) -> Iterator[str]:
    for intro, facts in (
        ("", answer.facts),
        (say("the same value in another year: "), answer.periods),
        (say("the same value of a namesake: "), answer.namesakes),
    ):
        yield from (f"{intro}{_fact(fact, language, names)}" for fact in facts[:MOST])
        if len(facts) > MOST:
            yield say("and {number} more", number=len(facts) - MOST)
    if answer.note:
        yield translated(answer.note)


def _fact(fact: Fact, language: str, names: Names) -> str:
    who = names(fact.entity) if fact.entity else ""
    parts = (shown(fact.value, language), who, fact.period, fact.row, fact.source)
    return " · ".join(part for part in parts if part)


def _place(explanation: Explanation, offset: int) -> str:
    place = explanation.back.place(offset)
    return f"{place.line}:{place.column}"


def _written(explanation: Explanation, span: Span) -> str:
    return printable(visible_text(explanation.document, *span))
