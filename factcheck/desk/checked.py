"""An article as it was checked: what is shown of it, with its places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property

from factcheck.filters.apply import Filtered
from factcheck.model import Document, DocumentReport, Finding, Judged, Problem
from factcheck.report.located import Located, located
from factcheck.typed import Any, NamedTuple


class Article(NamedTuple):
    """What was asked: the article as bytes, what it is called, its day and language where the caller said them."""

    data: bytes
    path: str
    published: date | None = None
    language: str = ""


class Checked:
    """What a `Desk` says of an article; nothing in it changes afterwards.

    `report` is the report as the command shows it, `hidden` the findings that are not shown, each with the reason, and
    `problems` what could not be checked: settings and packs that are not understood, rules that broke.
    """

    def __init__(
        self, article: Article, filtered: Filtered, names: Callable[[str], str], problems: tuple[Problem, ...]
    ) -> None:
        self.article = article
        self.filtered = filtered
        self.names = names
        self.problems = (*problems, *(Problem(one, article.path) for one in filtered.report.failures))

    @property
    def report(self) -> DocumentReport:
        """The report as it is shown."""
        return self.filtered.report

    @property
    def document(self) -> Document:
        """The article as it was read."""
        return self.report.document

    @property
    def text(self) -> str:
        """The text that every offset is one into."""
        return self.document.text

    @property
    def claims(self) -> Sequence[Judged]:
        """All that was read and judged, in the order of the text, also what agrees."""
        return self.report.claims

    @property
    def hidden(self) -> tuple[tuple[Finding, str], ...]:
        """What was found and is not shown, each with the reason."""
        return self.filtered.hidden

    @cached_property
    def findings(self) -> tuple[Located, ...]:
        """What does not fit, each with its line and column, in the order of the text."""
        return tuple(located(self.report))

    def to_dict(self) -> dict[str, Any]:
        """The article as one entry of `documents` in the JSON report (docs/report.schema.json)."""
        from factcheck.report.json import document_object

        return document_object(self.report, self.names)

    def to_json(self) -> str:
        """`to_dict` as JSON on one line."""
        from factcheck.report.json import encode

        return encode(self.to_dict())

    def __repr__(self) -> str:
        return f"<Checked {self.article.path}: {len(self.claims)} claims, {len(self.report.findings)} findings>"


class Mended(NamedTuple):
    """An article after mending: its text, its bytes in the encoding it came in, what was mended, and how it is now."""

    text: str
    data: bytes
    done: tuple[Finding, ...]
    checked: Checked
