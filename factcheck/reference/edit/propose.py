"""Rows that a trusted article would add: what it states with subject, year and value and the reference lacks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from factcheck.messages import message
from factcheck.model import COUNTRY, Claim
from factcheck.reference.ask.reference import Reference
from factcheck.typed import NamedTuple


class Stated(NamedTuple):
    """A claim of an article that the reference says nothing about: `written` is the value as the article has it,
    `source` the article, `published` its day (ISO) or empty."""

    claim: Claim
    written: str
    line: int
    source: str
    published: str


class Draft(NamedTuple):
    """A row for a table of a pack: column -> cell."""

    pack: str
    role: str
    cells: Mapping[str, str]


def drafts(stated: Iterable[Stated], reference: Reference) -> tuple[Draft, ...]:
    """The rows, one for each subject, period and source; what a row says twice is drafted once."""
    rows: dict[tuple[str, ...], dict[str, str]] = {}
    for draft in stated:
        claim = draft.claim
        key, cells = _row(draft, reference)
        if not key or not claim.period:
            continue
        row = rows.setdefault((claim.pack, *key), {})
        notes = [part for part in (row.get("note", ""), cells.pop("note")) if part]
        row.update({name: cell for name, cell in cells.items() if name not in row})
        row["note"] = "; ".join(dict.fromkeys(notes))
    return tuple(Draft(key[0], key[1], row) for key, row in rows.items())


class Left(NamedTuple):
    """What an article states and no row says, and why."""

    stated: Stated
    why: str


def left_out(stated: Iterable[Stated], reference: Reference) -> tuple[Left, ...]:
    """The claims that make no row."""
    reasons = ((draft, _reason(draft, reference)) for draft in stated)
    return tuple(Left(draft, why) for draft, why in reasons if why)


def _reason(draft: Stated, reference: Reference) -> str:
    """Why a claim makes no row; empty where it makes one."""
    claim = draft.claim
    if claim.kind == "count" and not (claim.condition and claim.group):
        return message("it is not said what is counted, or among whom")
    if claim.kind not in ("rank", "count") and claim.measure not in _measures(reference, claim.pack):
        return message("no table has a column for it")
    if claim.kind != "count" and not claim.subject:
        return message("nobody is named")
    return "" if claim.period else message("no year is named")


def _row(draft: Stated, reference: Reference) -> tuple[tuple[str, ...], dict[str, str]]:
    """What tells the row from others, and its cells; nothing for a claim that no table can hold."""
    claim = draft.claim
    cells = {"source": draft.source, "published": draft.published, "note": _note(draft, reference)}
    if claim.kind == "rank":
        key = {"entity": claim.subject, "period": claim.period, "group": claim.group, "scope": claim.scope or COUNTRY}
        cells |= {**key, "rank": str(claim.value), "of": str(claim.of or "")}
        return ("ranks" if claim.subject else "", *key.values()), cells
    if claim.kind == "count" and claim.condition and claim.group:
        key = {"scope": claim.subject or COUNTRY, "period": claim.period, "group": claim.group}
        cells |= {**key, "what": claim.condition, "value": str(claim.value)}
        return ("counts", *key.values(), claim.condition), cells
    if not claim.subject or claim.measure not in _measures(reference, claim.pack):
        return (), cells
    cells |= {"entity": claim.subject, "period": claim.period, claim.measure: str(claim.value)}
    return ("facts", claim.subject, claim.period, draft.source), cells


def _note(draft: Stated, reference: Reference) -> str:
    rough = ", may be rounded" if _rough(draft.claim, reference) else ""
    return f"line {draft.line}: {' '.join(draft.written.split())}{rough}"


def _rough(claim: Claim, reference: Reference) -> bool:
    """Whether the writing stands for more than the value and its neighbours as the pack publishes them: a digit is left
    out. A rupiah to either side is the sen of an amount."""
    decimals = _measures(reference, claim.pack).get(claim.measure, -1)
    if claim.low is None or claim.high is None or decimals < 0:
        return False
    return claim.high - claim.low > 2 * Decimal(1).scaleb(-decimals)


def _measures(reference: Reference, pack: str) -> dict[str, int]:
    """The measures of a pack, with the decimals of each."""
    return {
        name: measure.decimals
        for info in reference.packs
        if info.name == pack
        for name, measure in info.measures.items()
    }
