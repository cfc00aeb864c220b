"""Figures that are one slip off those of the edition that a draft goes by, as findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.checks.wording import as_written, called
from factcheck.judging.case import Case
from factcheck.judging.editions import claimed
from factcheck.judging.grounds.ground import Ground, severity
from factcheck.messages import Message, message
from factcheck.model import Claim, Entry, Evidence, Finding, Suggestion
from factcheck.reading.editions.given import CHANGE
from factcheck.reading.editions.told import Told
from factcheck.reading.people.identify import WRONG


def edition_slips(case: Case, rule: str) -> Iterator[Finding]:
    """A finding of a rule at each figure that misses the one of its edition by a slip."""
    told = case.article.editions.told if case.article.editions is not None else ()
    counted = {one.own.key: _stands_at(one) for one in told}
    for claim, one in claimed(case.claims, told):
        if one.slipped:
            yield _finding(case, claim, one, rule, counted)


def _finding(case: Case, claim: Claim, one: Told, rule: str, counted: Mapping[str, str]) -> Finding:
    right, entry = as_written(case, claim, one.given.value), one.given.entry
    who = "-".join(one.given.who) if one.given.kind != CHANGE else ""
    return Finding(
        rule,
        severity(Ground.SLIP),
        message(
            "{what} of {who} in the {table} of {day}, whose figures this draft tells: {right}, not {text}.",
            what=called(case, claim).at_the_head(),
            who=f"{who}, {case.name(entry.entity)}" if who else case.name(entry.entity),
            table=_table(entry),
            day=entry.day,
            right=right,
            text=case.text(claim),
        ),
        claim.start,
        claim.end,
        (claim.id,),
        expected=right,
        suggestions=(Suggestion(claim.start, claim.end, right),),
        evidence=(Evidence(entry.source, "", one.given.value, _row(one, counted)),),
        ground=Ground.SLIP,
    )


def edition_names(case: Case, rule: str) -> Iterator[Finding]:
    """A finding of a rule at each name that is a letter off one of its edition."""
    told = {one.start for one in case.article.people if one.spelling == WRONG}
    for span, right, name, entry in case.article.editions.misspelt if case.article.editions is not None else ():
        if not told.isdisjoint(range(*span)):
            continue
        yield Finding(
            rule,
            "warning",
            message(
                "The name in the {table} of {day}, whose figures this draft tells, is {name}, not {text}.",
                table=_table(entry),
                day=entry.day,
                name=name,
                text=case.document.text[span.start : span.end],
            ),
            span.start,
            span.end,
            tuple(claim.id for claim in case.claims.at(span.start) if claim.kind == "name"),
            expected=right,
            suggestions=(Suggestion(*span, right),),
            evidence=(Evidence(entry.source, "", name, f"{entry.row}; {entry.day}"),),
            ground=Ground.SLIP,
        )


def _table(entry: Entry) -> Message:
    """What kind of table a row is of."""
    return message("final table") if entry.final else message("provisional table")


def _row(one: Told, counted: Mapping[str, str]) -> str:
    """Where the figure stands, of which day it is, how far was counted then, and the sum that it comes of."""
    parts = (one.given.entry.row, one.given.entry.day, counted[one.own.key], one.given.made)
    return "; ".join(part for part in parts if part)


def _stands_at(one: Told) -> str:
    """How much of all an edition has counted: "stations 2172/2378"."""
    entries = one.own.entries
    return ", ".join(f"{entry.what} {entry.value}/{entry.of}" for entry in entries if entry.of and not entry.who)
