"""The list of all claims of an article: what every format of it says of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module

from factcheck.document.offsets.line_table import Place, line_table
from factcheck.messages import message, translate, translated
from factcheck.model import Claim, Document, DocumentReport, Judged, Span
from factcheck.reading.claim_kinds import kind_of
from factcheck.report.passage import passage, sentences_of
from factcheck.report.reporter import Look, Names, Reporter
from factcheck.report.safe import printable
from factcheck.report.tally import Tally
from factcheck.report.visible import visible_text
from factcheck.report.where import place_words
from factcheck.report.words import REASONED, counted, coverage, shown
from factcheck.typed import Any, NamedTuple, TextIO

FORMATS = {
    "rich": "factcheck.report.claims.rich:RichClaims",
    "plain": "factcheck.report.claims.plain:PlainClaims",
    "json": "factcheck.report.claims.json:JsonClaims",
    "csv": "factcheck.report.claims.csv:CsvClaims",
}
"""The formats, imported only when one is asked for."""

VOICES = {"quote": message("in a quotation"), "headline": message("in a headline"), "caption": message("in a caption")}
"""Whose words a claim is in, where they are not the article's own."""
CONDITIONS = {
    "assessed": message("assessed"),
    "units": message("service units"),
    "products": message("service products"),
}
"""What is counted of a group, where it is no word of a scale."""
STANDS = {
    "supported": message("agrees"),
    "contradicted": message("contradicted"),
    "inconsistent": message("inconsistent"),
    "disputed": message("disputed"),
    "unverifiable": message("not in the reference"),
}
"""A verdict in words."""


class Row(NamedTuple):
    """A claim as it is listed. `text` is what stands there, harmless and on one line; `sentence` the words around it,
    `where` its place in words for files that nobody reads by line, `details` how it was read."""

    judged: Judged
    place: Place
    where: str
    text: str
    who: str
    verdict: str
    details: tuple[str, ...]
    sentence: str


def lister(format_name: str, out: TextIO, names: Names, look: Look) -> Reporter:
    """What writes the list to `out` in a format, a key of FORMATS."""
    module, _, name = FORMATS[format_name].partition(":")
    made: Any = getattr(import_module(module), name)
    return made(out, names, look)  # type: ignore[no-any-return]


def rows(report: DocumentReport, names: Names) -> Iterator[Row]:
    """The claims of a report in the order of the text."""
    document = report.document
    lines = line_table(document.text)
    sentences = sentences_of(document)
    for judged in report.claims:
        claim = judged.claim
        yield Row(
            judged,
            lines.place(claim.start),
            place_words(document, sentences, claim.start) if document.landmarks else "",
            _text(document, claim),
            printable(names(claim.subject)) if claim.subject else "",
            translated(STANDS[judged.verdict]),
            tuple(printable(detail) for detail in _details(judged, document.language, names)),
            _sentence(document, sentences, claim),
        )


def summary(tally: Tally, problems: int) -> str:
    """ "3 articles; 31 claims: 27 agree, 4 not in the reference; 1 problem, see above"."""
    sentence = f"{counted(tally.documents, 'article')}; {coverage(tally)}"
    unread = translate("{problems}, see above", problems=counted(problems, "problem"))
    return f"{sentence}; {unread}" if problems else sentence


def in_reference(judged: Judged) -> bool:
    """Whether the reference has anything to the claim, be it the same or not."""
    return any(evidence.source not in REASONED for evidence in judged.evidence)


def _text(document: Document, claim: Claim) -> str:
    """The value as written, with what it counts where that is all that is known of it: "40 poin"."""
    written = printable(visible_text(document, claim.start, claim.end))
    return f"{written} {printable(claim.condition)}" if claim.kind == "figure" and claim.condition else written


def _sentence(document: Document, sentences: Sequence[Span], claim: Claim) -> str:
    return passage(document, sentences, claim.start, claim.end).text


def _details(judged: Judged, language: str, names: Names) -> Iterator[str]:
    claim = judged.claim
    yield from among(claim, names)
    if claim.voice in VOICES:
        yield translated(VOICES[claim.voice])
    yield from map(translated, claim.how)
    if judged.verdict != "supported" and in_reference(judged):
        yield translate("the reference has {value}", value=shown(judged.evidence[0].value, language))


def among(claim: Claim, names: Names) -> Iterator[str]:
    """What is counted, and among whom a rank is taken."""
    if claim.kind == "figure":
        return
    measure, _, word = claim.condition.partition(":")
    scale = translated(names(f"{claim.pack}:{measure}")) if word else CONDITIONS.get(measure, measure)
    counted = f"{translated(scale)} {word}".strip() if kind_of(claim.kind).per_group else ""
    among = " ".join(part for part in (str(claim.of or ""), claim.group.replace("+", "/")) if part)
    if among:
        yield translate("among {group}", group=among)
    if counted:
        yield translate("counted: {what}", what=counted)
    if claim.scope and claim.scope != claim.subject:
        yield translate("in {place}", place=names(claim.scope))
