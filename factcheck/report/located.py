"""What every format for programs says of a finding: its place, and why, in plain words."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from factcheck.document.offsets.line_table import LineTable, Place, line_table
from factcheck.messages import translate, translated
from factcheck.model import Document, DocumentReport, Finding, Span, Suggestion
from factcheck.report.safe import printable
from factcheck.report.tally import in_order
from factcheck.report.words import instead, reasons
from factcheck.typed import NamedTuple


class Located(NamedTuple):
    """A finding with its place: lines and columns from 1 in code points, `last` exclusive.

    `where` is the place in words for files that are not read by line, else empty.
    """

    finding: Finding
    first: Place
    last: Place
    where: str

    @property
    def line(self) -> int:
        """The line that it begins in."""
        return self.first.line

    @property
    def column(self) -> int:
        """The column that it begins at."""
        return self.first.column

    @property
    def rule(self) -> str:
        """The name of the rule that speaks."""
        return self.finding.rule

    @property
    def severity(self) -> str:
        """`error`, `warning` or `info`."""
        return self.finding.severity

    @property
    def message(self) -> str:
        """What does not fit, in a sentence, in the language of this run."""
        return translated(self.finding.message)

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """The ways to mend it, each alone."""
        return self.finding.suggestions


def located(report: DocumentReport) -> Iterator[Located]:
    """The findings of a document in the order of the text."""
    if not report.findings:
        return
    document = report.document
    lines = line_table(document.text)
    sentences = _sentences(document) if document.landmarks else ()
    for finding in in_order(report.findings):
        from factcheck.report.where import place_words

        yield Located(finding, *places(lines, finding), place_words(document, sentences, finding.start))


def _sentences(document: Document) -> Sequence[Span]:
    from factcheck.report.passage import sentences_of

    return sentences_of(document)


def places(lines: LineTable, span: Span | Finding) -> tuple[Place, Place]:
    """Where a span begins and ends."""
    return lines.place(span.start), lines.place(span.end)


def explained(document: Document, item: Located) -> str:
    """The message with where it is, what the place should read, and why, in one paragraph of harmless text."""
    finding = item.finding
    parts = [translated(finding.message).rstrip(".")]
    parts += [translate("should read: {way}", way=way) for way in instead(document, finding)]
    parts += [line for line, _ in reasons(finding.evidence, document.language, translated(finding.message))]
    where = f"{translated(item.where)}: " if item.where else ""
    return printable(where + "; ".join(parts))


def uri(path: str) -> str:
    """A path as a URI relative to the working folder, an address as it is."""
    if "://" in path:
        return quote(path, safe=":/?#[]@!$&'()*+,;=%~", errors="surrogatepass")
    place = Path(path)
    if place.is_absolute() and not place.is_relative_to(Path.cwd()):
        return place.as_uri()
    return quote(
        (place.relative_to(Path.cwd()) if place.is_absolute() else place).as_posix(), safe="/~", errors="surrogatepass"
    )
