"""The known findings of an archive: marked in the report, counted, and no reason to fail."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from factcheck.messages import message
from factcheck.model import Document, DocumentReport, Finding
from factcheck.typed import NamedTuple


class Entry(NamedTuple):
    """One known finding; `text` is the passage for a person, `until` the last day that it is known (None: for
    ever)."""

    fingerprint: str
    rule: str
    text: str
    since: date
    until: date | None = None


Entries = Mapping[str, Entry]
"""The entries of one article by fingerprint."""


class Marking(NamedTuple):
    """A report with its known findings marked, and the entries that are of no use: gone, or past their day."""

    report: DocumentReport
    stale: tuple[Entry, ...] = ()
    expired: tuple[Entry, ...] = ()


def marked(
    report: DocumentReport, entries: Entries, today: date, moved: Callable[[str], Entries] = lambda path: {}
) -> Marking:
    """`report` held against the entries of its article as of `today`; where it has none, against those of articles
    that are no more: it may have been one of them, under another name."""
    renamed = not entries and report.findings
    entries = moved(report.document.path) if renamed else entries
    if not entries:
        return Marking(report)
    from factcheck.filters.fingerprint import fingerprints

    keys = fingerprints(report.document, report.findings)
    findings = tuple(
        _marked(finding, entries.get(key), today) for finding, key in zip(report.findings, keys, strict=True)
    )
    stale = () if renamed else tuple(entry for key, entry in entries.items() if key not in keys)
    expired = tuple(entry for key, entry in entries.items() if key in keys and _over(entry, today))
    return Marking(report._replace(findings=findings), stale, expired)


def fresh(report: DocumentReport) -> DocumentReport:
    """`report` with the findings that the baseline does not know."""
    if not any(finding.known for finding in report.findings):
        return report
    return report._replace(findings=tuple(finding for finding in report.findings if not finding.known))


def entries_of(
    document: Document, findings: Iterable[Finding], before: Entries, today: date, until: date | None
) -> dict[str, Entry]:
    """The entries that make the findings of an article known; one that was known `before` keeps its first day."""
    from factcheck.filters.fingerprint import fingerprints

    listed = list(findings)
    entries = {}
    for finding, key in zip(listed, fingerprints(document, listed), strict=True):
        since = before[key].since if key in before else today
        text = " ".join(document.text[finding.start : finding.end].split())
        entries[key] = Entry(key, finding.rule, text, since, until)
    return entries


def _marked(finding: Finding, entry: Entry | None, today: date) -> Finding:
    if entry is None or _over(entry, today):
        return finding
    from factcheck.day_words import long_day

    since = entry.since.isoformat()
    first = long_day(entry.since)
    sentence = message("{message} [known since {since}]", message=finding.message, since=first)
    if entry.until:
        ends = {"since": first, "until": long_day(entry.until)}
        sentence = message("{message} [known since {since}, to be mended by {until}]", message=finding.message, **ends)
    return finding._replace(known=since, message=sentence)


def _over(entry: Entry, today: date) -> bool:
    return entry.until is not None and entry.until < today
