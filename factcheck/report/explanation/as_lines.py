"""An explanation in lines, the same for a terminal and a pipe: a label and what is said, all of it harmless text."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.explain.place import Explanation
from factcheck.messages import translate, translated
from factcheck.reading.as_read import About
from factcheck.report.explanation.claim_lines import claim_lines
from factcheck.report.explanation.line import Line
from factcheck.report.explanation.sentence_lines import passage_lines
from factcheck.report.reporter import Names
from factcheck.report.safe import printable
from factcheck.report.words import published


def lines(explanation: Explanation, names: Names) -> Iterator[Line]:
    """The whole explanation. What steers is taken out here once, whoever made the line."""
    for line in _lines(explanation, names):
        yield Line(line.depth, printable(line.label), printable(line.text))


def _lines(explanation: Explanation, names: Names) -> Iterator[Line]:
    yield from _about(explanation, names)
    if explanation.silent:
        yield Line(0, translate("nothing is read here"), translated(explanation.silent))
    for passage in explanation.passages:
        yield from passage_lines(explanation, passage, names)
        for explained in passage.claims:
            yield from claim_lines(explanation, explained, names)


def _about(explanation: Explanation, names: Names) -> Iterator[Line]:
    about, opened = explanation.about, explanation.opened
    yield Line(
        0, translate("the article"), "; ".join(filter(None, (_topic(about, names), published(explanation.document))))
    )
    if about.years:
        yield Line(1, translate("years open"), ", ".join(about.years))
    yield Line(
        1, translate("subjects"), ", ".join(opened.subjects) or translate("none: only dates, names and laws are read")
    )
    if opened.closed:
        why = translate(
            "{packs}: one of its names and one of its topics must occur, or two of its figures",
            packs=", ".join(opened.closed),
        )
        yield Line(1, translate("not its subject"), why)


def _topic(about: About, names: Names) -> str:
    place = translate("in {place}", place=names(about.scope)) if about.scope not in ("", about.entity) else ""
    parts = ", ".join(part for part in (names(about.entity) if about.entity else "", about.period, place) if part)
    return (
        translate("about {parts}", parts=printable(parts)) if parts else translate("about nobody the reference knows")
    )
