"""A report made by hand, with everything that a format has to show."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from factcheck.document.offsets.source import in_source
from factcheck.document.read_document import read_document
from factcheck.model import (
    Claim,
    Document,
    DocumentReport,
    Evidence,
    Finding,
    How,
    Judged,
    Problem,
    Report,
    Suggestion,
)

HERE = Path(__file__).parent
SOURCE = "https://lembaga.example/hasil/penilaian-kepatuhan-2022-provinsi-teluk-kabupaten-selat.pdf"


def report() -> Report:
    """Three articles: one with findings of every severity, a clean one, and one with no claims."""
    wrong = article("selat.md")
    clean = Document("articles/bersih.txt", "Nilai 90,02.", "Nilai 90,02.", ())
    empty = clean._replace(path="articles/kosong.txt")
    documents = (
        DocumentReport(wrong, claims_of(wrong), findings_of(wrong)),
        DocumentReport(clean, (judged(clean, "c1", "90,02", "supported"),), ()),
        DocumentReport(empty, (), ()),
    )
    return Report(documents, (), (("99.01", "Kabupaten Selat"),))


def with_problems() -> Report:
    """The same with an article that could not be read."""
    return report()._replace(problems=(Problem("This is a binary file.", "articles/foto.txt"),))


def article(name: str) -> Document:
    """The article of this folder, as if it lay in articles/."""
    read = read_document(f"articles/{name}", (HERE / name).read_bytes())
    return in_source(DocumentReport(read, (), ())).document


def span(document: Document, text: str) -> tuple[int, int]:
    """Where `text` first stands in the document."""
    start = document.text.index(text)
    return start, start + len(text)


def judged(document: Document, key: str, text: str, verdict: str, how: tuple[How, ...] = ()) -> Judged:
    start, end = span(document, text)
    value = Decimal(text.replace(",", ".")) if text[0].isdigit() else text
    kind = "score" if text[0].isdigit() else "zone"
    claim = Claim(key, kind, "kepatuhan", kind, start, end, value, "99.01", "2023", how=how)
    return Judged(claim, verdict, (Evidence("hasil.csv", SOURCE, value, "hasil.csv:12"),))


def claims_of(document: Document) -> tuple[Judged, ...]:
    return (
        judged(document, "c1", "90,02", "supported"),
        judged(document, "c2", "kuning", "contradicted", (How.SUBJECT_OF_SENTENCE_BEFORE,)),
        judged(document, "c3", "3,10", "inconsistent"),
        judged(document, "c4", "88,41", "unverifiable"),
        judged(document, "c5", "87", "disputed"),
    )


def findings_of(document: Document) -> tuple[Finding, ...]:
    """Not in the order of the text: putting them there is the reporter's part."""
    year, day, weekday = (span(document, text) for text in ("2023 lalu", "2/12/2024", "Selasa"))
    year = (year[0], year[0] + 4)
    whole = (weekday[0], day[1] + 1)
    total, title = span(document, "3,10"), span(document, "Zona Hijau")
    return (
        Finding(
            "wrong-weekday", "warning", "2 December 2024 was a Monday.", *whole, (), None,
            (Suggestion(*day, "3/12/2024"), Suggestion(*weekday, "Senin")),
            (Evidence("arithmetic", "", "", "2 December 2024 is a Monday"),),
        ),
        Finding(
            "wrong-period", "error", "Kabupaten Selat was yellow in 2022, not in 2023.", *year, ("c2",),
            "2022", (Suggestion(*year, "2022"),), (Evidence("hasil.csv", SOURCE, "kuning", "hasil.csv:12"),),
        ),
        Finding(
            "wrong-difference", "error", "The difference is not 3,10.", *total, ("c3",), "1,61", (),
            (Evidence("arithmetic", "", "", "90,02 - 88,41 = 1,61"),),
        ),
        Finding("note", "info", "The \x1b[31mheadline\x1b[0m says [bold]more[/bold] than the text.", *title),
    )  # fmt: skip
