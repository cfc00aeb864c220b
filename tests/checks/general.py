"""The rules that need no subject, run over one passage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.checks.rules import (
    impossible_date,
    wrong_difference,
    wrong_list_count,
    wrong_percentage,
    wrong_total,
    wrong_weekday,
)
from factcheck.document.read_document import read_document
from factcheck.judging.case import Case
from factcheck.language.dates import find_dates
from factcheck.language.language import load
from factcheck.language.numbers import find_numbers
from factcheck.model import Document, Event, Finding
from factcheck.reading.bind.claim_index import Claims
from factcheck.reading.sums.sums import find_sums
from factcheck.reference.ask.reference import load as load_reference

NOTHING, _ = load_reference([])
"""A reference of no packs."""


def read(text: str, published: date | None = None, ending: str = "txt") -> Document:
    """A document as the command reads it; its publication date counts as written in the front matter."""
    document = read_document(f"draft.{ending}", text.encode())
    return document._replace(published=published, published_from="front matter" if published else "")


def findings(document: Document, events: Sequence[Event] = ()) -> list[Finding]:
    """What the general rules find, in the order of the text."""
    language = load(document.language)
    dates = find_dates(document.plain, language)
    numbers = find_numbers(document.plain, language, dates)
    sums = find_sums(document, numbers, dates)
    found = [
        *wrong_weekday.find(document, dates, document.published, events),
        *impossible_date.find(document, dates, document.published),
        *wrong_percentage.find(document, sums),
        *wrong_difference.check(Case(document, Claims(), {}, numbers, dates, NOTHING, language, sums)),
        *wrong_total.find(document, numbers, dates),
        *wrong_list_count.find(document, numbers),
    ]
    return sorted(found, key=lambda finding: (finding.start, finding.rule))
