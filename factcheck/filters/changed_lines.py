"""What `git diff --unified=0` says: which lines of which files are new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.cache.patterns import compiled
from factcheck.document.offsets.line_table import line_table
from factcheck.model import Claim, DocumentReport, Finding, Span
from factcheck.typed import NamedTuple

_HUNK = compiled(r"@@ -[0-9,]+ \+([0-9]+)(?:,([0-9]+))? @@")
WHOLE = ((1, 2**31),)


class Change(NamedTuple):
    """A changed file: `lines` are first and last line of each new passage, from 1."""

    path: str
    lines: tuple[tuple[int, int], ...]


def changes(diff: str) -> tuple[Change, ...]:
    """The files of a diff without context lines, with their new lines; binary files have none.

    A passage that was only cut out touches the two lines it stood between.
    """
    found: list[Change] = []
    path = ""
    for line in diff.split("\n"):
        if line.startswith("diff --git "):
            path = ""
        elif line.startswith("+++ ") and not path:
            path = _path(line[4:])
            found.append(Change(path, ()))
        elif path and (hunk := _HUNK.match(line)):
            found[-1] = Change(path, (*found[-1].lines, _lines(int(hunk[1]), int(hunk[2] or 1))))
    return tuple(change for change in found if change.path != "/dev/null")


def touches(lines: Iterable[tuple[int, int]], first: int, last: int) -> bool:
    """Whether the lines `first`..`last` are among the changed."""
    return any(start <= last and first <= end for start, end in lines)


def _lines(first: int, count: int) -> tuple[int, int]:
    return (first, first + count - 1) if count else (first, first + 1)


def _path(written: str) -> str:
    """The path behind `+++ `, out of git's quotes: "b/na\\303\\257f.md"."""
    written = written.rstrip("\t")
    if written.startswith('"'):
        from ast import literal_eval

        raw: bytes = literal_eval("b" + written)
        written = raw.decode("utf-8", "surrogateescape")
    return written.removeprefix("b/")


def on_lines(report: DocumentReport, lines: tuple[tuple[int, int], ...]) -> DocumentReport:
    """`report` with the findings of which any part lies on the changed `lines` (first and last, from 1).

    The parts are the place itself, what would mend it, and of its claims the value, the subject, and the year
    wherever it was read: changing the year in the first sentence makes the value in the third wrong.
    """
    table = line_table(report.document.text)
    claims = report.flagged()

    def touched(finding: Finding) -> bool:
        spans = _parts(finding, [claims[key] for key in finding.claims if key in claims])
        return any(touches(lines, table.place(start).line, table.place(end).line) for start, end in spans)

    return report._replace(findings=tuple(filter(touched, report.findings)))


def _parts(finding: Finding, claims: list[Claim]) -> Iterator[Span]:
    yield Span(finding.start, finding.end)
    yield from (Span(way.start, way.end) for way in finding.suggestions)
    for claim in claims:
        yield Span(claim.start, claim.end)
        yield from (
            span for span in (claim.subject_span, claim.period_span, claim.period_origin, claim.of_span) if span
        )
