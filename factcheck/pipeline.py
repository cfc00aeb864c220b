"""The stages in their order: a document and a reference in, a report out. Pure; files and terminals are elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.checks.register import RULES
from factcheck.checks.run import run_rules, verdicts
from factcheck.document.read_document import FILE_PROPERTIES
from factcheck.judging.case import Case
from factcheck.judging.doubtful import without_doubtful
from factcheck.judging.judge import judge
from factcheck.language.dates import find_dates
from factcheck.language.language import load as load_language
from factcheck.language.numbers import find_numbers
from factcheck.model import Block, Document, DocumentReport, Finding, Span
from factcheck.reading.budget import SMALL, within_budget
from factcheck.reading.read import read_article
from factcheck.reading.scan.lexicon import Lexicon, lexicon_of
from factcheck.reading.sums.sums import find_sums
from factcheck.reference.ask.reference import Reference
from factcheck.spans import own_text

Lexicons = Callable[[str, Reference], Lexicon]
"""What gives the lexicon of a language (by its code) and a reference."""


def check_document(document: Document, reference: Reference, lexicons: Lexicons = lexicon_of) -> DocumentReport:
    """Everything that is known of a document after reading it and holding it against the reference."""
    return by_sections(document, lambda part: report_of(read_case(part, reference, lexicons)))


def by_sections(document: Document, look: Callable[[Document], DocumentReport]) -> DocumentReport:
    """What `look` says of a document, section by section where it is as long as a book, as said of its file.

    A day of publication that the first section names is that of all, and each is read under the head of the first.
    """
    read, unread = within_budget(document)
    if len(read.plain) <= SMALL:
        report = look(read)
        return _in_file(report._replace(failures=(*unread, *report.failures)))
    from factcheck.document.offsets.source import said_in_source
    from factcheck.document.packed import Alike, Packed
    from factcheck.document.section_heads import below_head, head_of, under_head
    from factcheck.document.sections import numbered_from, sections

    claims, alike, head = Packed(), Alike(), head_of(read)
    findings: list[Finding] = []
    failures: dict[str, None] = dict.fromkeys(unread)
    for number, part in enumerate(sections(read)):
        whole = part._replace(published=read.published, published_from=read.published_from)
        report = below_head(look(under_head(whole, head)), head) if number else look(whole)
        read = read._replace(published=report.document.published, published_from=report.document.published_from)
        before = claims.last.claim.sentence + 1 if claims.last else 0
        report = numbered_from(said_in_source(report), len(claims), before)
        claims.add(report.claims)
        findings += map(alike.of, report.findings)
        failures.update(dict.fromkeys(report.failures))
    document = _in_file(DocumentReport(read, (), ())).document
    return DocumentReport(document, claims, tuple(findings), tuple(failures))


def _in_file(report: DocumentReport) -> DocumentReport:
    """The report as said of the file, where the text was read out of markup."""
    if report.document.source is None:
        return report
    from factcheck.document.offsets.source import in_source

    return in_source(report)


def report_of(case: Case) -> DocumentReport:
    """What the rules say of a document that was read, as said of its text."""
    findings, failures = run_rules(case, RULES)
    return DocumentReport(case.document, tuple(verdicts(case, findings)), findings, failures)


def written_otherwise(document: Document, place: Span, written: str) -> Document:
    """The document with other signs at a place; what stands behind it is moved by as much as they are longer."""
    text, plain = (f"{one[: place.start]}{written}{one[place.end :]}" for one in (document.text, document.plain))
    by = len(written) - (place.end - place.start)
    blocks = tuple(_moved(block, place.start, by) for block in document.blocks) if by else document.blocks
    return document._replace(text=text, plain=plain, blocks=blocks)


def _moved(block: Block, start: int, by: int) -> Block:
    """A block with what lies behind a place moved."""
    cells = tuple(Span(*(at + by * (at > start) for at in cell)) for cell in block.cells)
    return block._replace(
        start=block.start + by * (block.start > start), end=block.end + by * (block.end > start), cells=cells
    )


def read_case(document: Document, reference: Reference, lexicons: Lexicons = lexicon_of) -> Case:
    """The document read: claims, numbers and dates, and what the reference answers to each claim."""
    language = load_language(document.language)
    written = find_dates(document.plain, language)
    numbers = find_numbers(document.plain, language, written)
    own = own_text(document)
    dates = [mention for mention in written if own.holds(mention.start)]
    if document.published is None or document.published_from == FILE_PROPERTIES:
        from factcheck.language import calendar

        published, how = calendar.published_from_text(document, dates)
        document = document._replace(published=published, published_from=how) if published else document
    code = document.language
    known = reference.known(document.published)
    read = read_article(document, lambda: lexicons(code, reference), language, known, numbers, written)
    claims, answers = judge(read.claims, known)
    if read.editions:
        from factcheck.judging.editions import with_editions

        answers = with_editions(claims, answers, read.editions.told)
    sums = find_sums(document, numbers, dates)

    def reread(place: Span, written: str) -> Case:
        return read_case(written_otherwise(document, place, written), reference, lexicons)

    case = Case(document, claims, answers, numbers, dates, known, language, sums, read, reread)
    if any(claim.readings for claim in claims):  # as in no article about no subject
        from factcheck.judging.years.charity import charitable

        case = charitable(case)
    return without_doubtful(case)
