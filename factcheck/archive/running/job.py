"""What a worker is told beside its portion, and what it answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from factcheck.archive.rows.row_kinds import PARTLY, UNREAD, DocumentRow
from factcheck.archive.rows.tables_written import Made
from factcheck.typed import NamedTuple

SHOWN = 5
"""Articles of a portion whose reason is told by name; the others are counted."""


class Standard(NamedTuple):
    """What articles are held against: the arguments of a `Desk`, and the language in which it speaks."""

    folder: str = "."
    reference: tuple[str, ...] = ()
    only_reference: bool | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    language: str = "en"


class Job(NamedTuple):
    """A run as its workers know it: where they write, by what they check, how many seconds a short article may take."""

    folder: Path
    standard: Standard
    made: Made
    as_of: date | None = None
    limit: float = 60.0


class Counts(NamedTuple):
    """What is in the rows of some articles."""

    documents: int = 0
    unread: int = 0
    partly: int = 0
    remarks: int = 0
    claims: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0

    def plus(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(*(one + more for one, more in zip(self, other, strict=True)))

    @property
    def findings(self) -> int:
        """Findings of any severity."""
        return self.errors + self.warnings + self.infos


class Done(NamedTuple):
    """A portion that was written: its counts, and the first of its articles that could not be checked, with reasons."""

    name: str
    counts: Counts
    unread: tuple[tuple[str, str], ...] = ()


def done_with(name: str, documents: list[DocumentRow]) -> Done:
    """What is told of a portion with these articles."""
    statuses = [row.status for row in documents]
    counts = Counts(
        len(documents), statuses.count(UNREAD), statuses.count(PARTLY), sum(bool(row.remark) for row in documents),
        *(sum(getattr(row, field) for row in documents) for field in ("claims", "errors", "warnings", "infos")),
    )  # fmt: skip
    unread = [(row.document, row.reason) for row in documents if row.reason]
    return Done(name, counts, tuple(unread[:SHOWN]))
