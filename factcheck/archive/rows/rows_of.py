"""The report of an article to its rows."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from factcheck.archive.inputs.record import Record
from factcheck.archive.rows.row_kinds import CHECKED, PARTLY, UNREAD, ClaimRow, DocumentRow, FindingRow, Rows
from factcheck.archive.rows.slip_key import slip_key
from factcheck.filters.conflicting_articles import is_comparable
from factcheck.messages import translated
from factcheck.model import Claim, Document, DocumentReport, Evidence, Finding, Judged, Value
from factcheck.report.json import plain_value
from factcheck.report.passage import passage, sentences_of
from factcheck.report.reporter import Names
from factcheck.report.tally import SEVERITIES, in_order
from factcheck.typed import NamedTuple

_NO_CLAIM = Claim("", "", "", "", 0, 0, "")


class Fields(NamedTuple):
    """Where the parts of a record stand in the text that was checked: the title first, the text from `text` on."""

    text: int
    name: str = "text"

    def place(self, start: int, end: int) -> tuple[str, int, int]:
        """The field that a place is in, and where in it."""
        return (self.name, start - self.text, end - self.text) if start >= self.text else ("title", start, end)


def key_of(record: Record) -> str:
    """What names an article within a run: the input and the row."""
    return f"{record.source}#{record.row}"


def unread_rows(record: Record, reason: str) -> Rows:
    """The row of an article that could not be checked."""
    return Rows([_document(record)._replace(status=UNREAD, reason=translated(reason))], [], [])


def rows_of(record: Record, report: DocumentReport, names: Names, fields: Fields, remark: str) -> Rows:
    """All rows of an article that was checked."""
    document, findings = report.document, in_order(report.findings)
    severities = [finding.severity for finding in findings]
    errors, warnings, infos = map(severities.count, SEVERITIES)
    row = _document(record)._replace(
        title=record.title or _title(document),
        published=document.published,
        published_from=document.published_from,
        language=document.language,
        characters=len(document.text) - fields.text,
        status=PARTLY if report.failures else CHECKED,
        reason=" ".join(map(translated, report.failures)),
        remark=translated(remark),
        claims=len(report.claims),
        findings=len(findings),
        errors=errors,
        warnings=warnings,
        infos=infos,
    )
    key = row.document
    flagged = {each for finding in findings for each in finding.claims}
    claims = [_claim(key, judged, document.text, names, fields) for judged in report.claims]
    claims = [claim._replace(comparable=claim.comparable and claim.claim not in flagged) for claim in claims]
    return Rows([row], claims, _findings(key, report, findings, names, fields))


def _document(record: Record) -> DocumentRow:
    key = key_of(record)
    return DocumentRow(
        key, record.source, record.row, record.id or key, record.address, record.outlet or _host(record.address),
        record.title, record.day, "", "", 0, CHECKED, "", "", 0, 0, 0, 0, 0,
    )  # fmt: skip


def _title(document: Document) -> str:
    """The title that stands in an article itself, on one line."""
    found = next((document.text[block.start : block.end] for block in document.blocks if block.kind == "title"), "")
    return " ".join(found.split())


def _host(address: str) -> str:
    """The outlet by the address of an article: its host."""
    try:
        return (urlsplit(address if "://" in address else f"//{address}").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _claim(key: str, judged: Judged, text: str, names: Names, fields: Fields) -> ClaimRow:
    claim = judged.claim
    known = judged.evidence[0] if judged.evidence else Evidence("")
    return ClaimRow(
        key, claim.id, claim.kind, claim.pack, claim.measure, claim.subject, _name(claim.subject, names), claim.period,
        claim.group, claim.scope, claim.of, claim.condition, text[claim.start : claim.end], _shown(claim.value),
        _number(claim.value), _number(claim.low), _number(claim.high), *fields.place(claim.start, claim.end),
        claim.voice, list(claim.how), int(claim.strength), judged.verdict, is_comparable(judged), _shown(known.value),
        known.url or known.source,
    )  # fmt: skip


def _findings(
    key: str, report: DocumentReport, findings: Sequence[Finding], names: Names, fields: Fields
) -> list[FindingRow]:
    document = report.document
    claims = {judged.claim.id: judged.claim for judged in report.claims}
    sentences = sentences_of(document) if findings else ()
    rows = []
    for number, finding in enumerate(findings, 1):
        sentence = passage(document, sentences, finding.start, finding.end).text
        place = (*fields.place(finding.start, finding.end), sentence)
        claim = next((claims[each] for each in finding.claims if each in claims), None)
        rows.append(_finding((key, number), finding, document.text, place, _About(claim, names)))
    return rows


class _About(NamedTuple):
    """The claim that a finding is about, if it is about one, and what gives the names of entities."""

    claim: Claim | None
    names: Names


def _finding(
    key: tuple[str, int], finding: Finding, text: str, place: tuple[str, int, int, str], about: _About
) -> FindingRow:
    field, start, end, sentence = place
    quote = text[finding.start : finding.end]
    claim = about.claim or _NO_CLAIM
    return FindingRow(
        *key, finding.rule, finding.severity, str(finding.ground), translated(finding.message), quote,
        finding.expected or "", [each.replacement for each in finding.suggestions],
        field, start, end, sentence, list(finding.claims),
        claim.kind, claim.pack, claim.measure, claim.subject, _name(claim.subject, about.names), claim.period,
        _shown(claim.value), [_source(each) for each in finding.evidence], finding.known,
        slip_key(finding, quote, about.claim),
    )  # fmt: skip


def _source(evidence: Evidence) -> str:
    """ "93.68, https://… (results.csv:1404)": what the reference says and where."""
    parts = (_shown(evidence.value), evidence.url or evidence.source)
    row = f" ({evidence.row})" if evidence.row else ""
    return ", ".join(part for part in parts if part) + row


def _name(entity: str, names: Names) -> str:
    return names(entity) if entity else ""


def _shown(value: Value) -> str:
    return str(plain_value(value)) if value != "" else ""


def _number(value: Value | None) -> float | None:
    shown = None if value is None or isinstance(value, str) else plain_value(value)
    return None if shown is None or isinstance(shown, str) else float(shown)
