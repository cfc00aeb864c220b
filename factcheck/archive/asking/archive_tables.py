"""The tables that a report on an archive consists of, and those of the difference between two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from factcheck.archive.asking.database import Answer, Database, query
from factcheck.archive.running.run_record import read_record
from factcheck.messages import figures, message, translate
from factcheck.typed import NamedTuple

REPORT: Mapping[str, str] = {
    "rules": message("By rule"),
    "outlets": message("By outlet"),
    "years": message("By year of publication"),
    "subjects": message("By subject"),
    "slips": message("Slips that recur"),
    "first": message("Who printed it first"),
    "firsts": message("First with slips that others have too"),
    "conflicts": message("Facts that articles state differently"),
    "unread": message("Not checked, and why"),
    "remarks": message("Checked with a remark"),
    "duplicates": message("Ids that several articles bear"),
}
"""The tables of a report in their order, each the name of a query, with its heading."""
DIFFERENCE: Mapping[str, str] = {
    "change_counts": message("What became wrong, right, or wrong in another way"),
    "changes": message("Where"),
    "verdicts": message("What the reference says of the same claims"),
    "articles_apart": message("Articles that only one of the two has"),
}
HEADS: Mapping[str, str] = {
    "address": message("address"), "article": message("article"), "articles": message("articles"),
    "articles_after": message("articles after it"), "became": message("became"), "claims": message("claims"),
    "condition": message("condition"), "errors": message("errors"), "expected": message("should read"),
    "expected_before": message("should read, before"), "findings": message("findings"),
    "first_article": message("first article"), "first_day": message("first day"),
    "first_outlet": message("first outlet"), "first_title": message("first title"), "group": message("among"),
    "id": message("id"), "in_thousand": message("of 1,000 with an error"), "last_day": message("last day"),
    "measure": message("measure"), "most_outlets": message("most outlets after it"), "only_in": message("only in"),
    "outlet": message("outlet"), "outlets": message("outlets"), "outlets_after": message("outlets after it"),
    "pack": message("pack"), "period": message("period"), "published": message("published"),
    "quote": message("as printed"), "reason": message("reason"), "remark": message("remark"), "rule": message("rule"),
    "severity": message("severity"), "slip": message("slip"), "slips": message("slips"),
    "subject": message("subject"), "value": message("value"), "verdict": message("verdict"),
    "verdict_before": message("verdict before"), "warnings": message("warnings"),
}  # fmt: skip
"""What the columns of these tables are called for people; programs get their names as they are."""
PLACES = frozenset(("address", "article", "first_article"))
"""Columns of which the end tells more than the beginning."""
COUNTS = frozenset((
    "articles", "articles_after", "claims", "errors", "findings", "in_thousand", "most_outlets", "outlets",
    "outlets_after", "slips", "warnings",
))  # fmt: skip
"""Columns that count something."""
KEYS = frozenset(("slip",))
"""Columns for programs, which say what others say in words."""
SPARED = (
    "first_title", "first_article", "article", "last_day", "outlets_after", "first_day", "group", "condition",
    "severity", "warnings", "expected_before",
)  # fmt: skip
"""Columns that are left out where a line is too narrow, the first of them first."""


class Table(NamedTuple):
    """A table of a report: the name of its query, its heading, its rows, and whether there are more."""

    name: str
    title: str
    answer: Answer
    more: bool = False

    @property
    def rest(self) -> str:
        """What is said below a table that does not show all of its rows; else nothing."""
        number = figures(len(self.answer.rows))
        return translate("The first {number} rows; --most 0 shows all.", number=number) if self.more else ""

    @property
    def for_people(self) -> Answer:
        """The answer without keys for programs, and without columns in which no row has anything."""
        columns, rows = self.answer
        kept = [
            place for place, name in enumerate(columns)
            if name not in KEYS and any(row[place] not in ("", None) for row in rows)
        ]  # fmt: skip
        return Answer(
            tuple(columns[place] for place in kept), tuple(tuple(row[place] for place in kept) for row in rows)
        )


def report_tables(opened: Database, names: Sequence[str], most: int) -> Iterator[Table]:
    """These tables of a report, at most so many rows of each; those without rows are left out."""
    for name in names:
        yield from _table(opened, name, REPORT[name], query(name), most)


def difference_tables(opened: Database, old: Path, new: Path, most: int) -> Iterator[Table]:
    """What is other in the second of two archives, at most so many rows of each table.

    Articles are the same by input and row where both runs were over inputs of the same names, else by their ids.
    """
    key = "document" if _inputs(old) == _inputs(new) else "id"
    opened.ask(f"create view changes as {query('changes').format(key=key)}")
    for name, title in DIFFERENCE.items():
        sql = "select * from changes" if name == "changes" else query(name).format(key=key)
        yield from _table(opened, name, title, sql, most)


def _table(opened: Database, name: str, title: str, sql: str, most: int) -> Iterator[Table]:
    """The table of an answer that has rows; one row more than are shown tells whether that is all."""
    columns, rows = opened.ask(sql, most + 1 if most else 0)
    if rows:
        shown = rows[:most] if most else rows
        yield Table(name, title, Answer(columns, shown), len(shown) < len(rows))


def _inputs(folder: Path) -> list[str]:
    return [each["path"] for each in read_record(folder)["inputs"]]
