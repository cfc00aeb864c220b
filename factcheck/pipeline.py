"""The stages in their order: a document and a reference in, a report out. Pure; files and terminals are elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.checks.register import RULES
from factcheck.checks.run import run_rules, verdicts
from factcheck.document.offsets.source import in_source
from factcheck.document.read_document import FILE_PROPERTIES
from factcheck.judging.case import Case
from factcheck.judging.doubtful import without_doubtful
from factcheck.judging.judge import judge
from factcheck.judging.year_slips import charitable
from factcheck.language import calendar
from factcheck.language.dates import find_dates
from factcheck.language.language import load as load_language
from factcheck.language.numbers import find_numbers
from factcheck.messages import Message
from factcheck.model import Document, DocumentReport
from factcheck.reading.budget import within_budget
from factcheck.reading.read import read_article
from factcheck.reading.scan.kept_lexicon import lexicon_of
from factcheck.reading.scan.lexicon import Lexicon
from factcheck.reading.sums.sums import find_sums
from factcheck.reference.ask.reference import Reference
from factcheck.spans import own_text

Lexicons = Callable[[str, Reference], Lexicon]
"""What gives the lexicon of a language (by its code) and a reference."""


def check_document(document: Document, reference: Reference, lexicons: Lexicons = lexicon_of) -> DocumentReport:
    """Everything that is known of a document after reading it and holding it against the reference."""
    read, unread = within_budget(document)
    return report_of(read_case(read, reference, lexicons), unread)


def report_of(case: Case, unread: tuple[Message, ...] = ()) -> DocumentReport:
    """What the rules say of a document that was read; `unread` is what is to be said of the rest of it."""
    findings, failures = run_rules(case, RULES)
    return in_source(DocumentReport(case.document, tuple(verdicts(case, findings)), findings, (*unread, *failures)))


def read_case(document: Document, reference: Reference, lexicons: Lexicons = lexicon_of) -> Case:
    """The document read: claims, numbers and dates, and what the reference answers to each claim."""
    language = load_language(document.language)
    written = find_dates(document.plain, language)
    numbers = find_numbers(document.plain, language, written)
    own = own_text(document)
    dates = [mention for mention in written if own.holds(mention.start)]
    if document.published is None or document.published_from == FILE_PROPERTIES:
        published, how = calendar.published_from_text(document, dates)
        document = document._replace(published=published, published_from=how) if published else document
    code = document.language
    known = reference.known(document.published)
    read = read_article(document, lambda: lexicons(code, reference), language, known, numbers, written)
    claims, answers = judge(read.claims, known)
    sums = find_sums(document, numbers, dates)
    return without_doubtful(charitable(Case(document, claims, answers, numbers, dates, known, language, sums, read)))
