"""The roles a table can play in a pack: the columns of each, and what may stand in their cells.

docs/packs.md says the same in words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.cache.patterns import compiled
from factcheck.messages import message
from factcheck.typed import NamedTuple


class Column(NamedTuple):
    """A column of a role: the form of its cells (a key of `FORMS`), must it be there, must it be filled."""

    name: str
    form: str = "text"
    needed: bool = True
    filled: bool = False


class Form(NamedTuple):
    """What a cell may hold: a pattern for the whole cell, and how to say that it does not fit."""

    pattern: re.Pattern[str]
    advice: str


FORMS: Mapping[str, Form] = {
    "number": Form(
        compiled(r"-?[0-9]+(?:\.[0-9]+)?"), message("is no number: write it like 89.62, with a decimal point")
    ),
    "whole": Form(compiled(r"[0-9]+"), message("is no whole number")),
    "date": Form(compiled(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), message("is no date: write it like 2024-12-31")),
    "year": Form(compiled(r"[0-9]{4}"), message("is no year: write it like 2024")),
    "period": Form(compiled(r"[0-9]{4}(?:-[0-9A-Z]{1,5})?"), message("is no period: write a year like 2024")),
    "day": Form(
        compiled(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"), message("is no date: write 2024, 2024-12 or 2024-12-31")
    ),
    "doubt": Form(compiled(r"name|short"), message("must be name, short or empty")),
    "yes": Form(compiled(r"yes|no"), message("must be yes, no or empty")),
}

_TAIL = (
    Column("source", filled=True),
    Column("note", needed=False),
    Column("trust", "whole", needed=False),
    Column("conflict", "yes", needed=False),
    Column("published", "date", needed=False),
)

ROLES: Mapping[str, tuple[Column, ...]] = {
    "entities": (
        Column("id", filled=True),
        Column("name", filled=True),
        Column("kind", filled=True),
        Column("parent"),
        Column("since", "year", needed=False),
        Column("out_of", needed=False),
        Column("note", needed=False),
    ),
    "aliases": (
        Column("alias", filled=True),
        Column("id", filled=True),
        Column("note", needed=False),
        Column("language", needed=False),
    ),
    "districts": (Column("name", filled=True), Column("within", filled=True), Column("note", needed=False)),
    "codes": (
        Column("code", filled=True),
        Column("id", filled=True),
        Column("source", filled=True),
        Column("note", needed=False),
    ),
    "facts": (Column("entity", filled=True), Column("period", "period", filled=True), *_TAIL),
    "ranks": (
        Column("entity", filled=True),
        Column("period", "period", filled=True),
        Column("rank", "whole", filled=True),
        Column("of", "whole"),
        Column("group"),
        Column("scope", filled=True),
        *_TAIL,
    ),
    "counts": (
        Column("scope", filled=True),
        Column("period", "period", filled=True),
        Column("group", filled=True),
        Column("what", filled=True),
        Column("value", "number", filled=True),
        *_TAIL,
    ),
    "editions": (
        Column("entity", filled=True),
        Column("contest", filled=True),
        Column("who"),
        Column("what", filled=True),
        Column("value", "whole", filled=True),
        Column("of", "whole"),
        Column("day", "date", filled=True),
        Column("final", "yes", needed=False),
        Column("source", filled=True),
        Column("note", needed=False),
    ),
    "errata": (
        Column("measure", filled=True),
        Column("entity", filled=True),
        Column("period", "period"),
        Column("value", filled=True),
        Column("group", needed=False),
        Column("scope", needed=False),
        Column("what", needed=False),
        Column("source", filled=True),
        Column("reason", filled=True),
        Column("note", needed=False),
    ),
    "bands": (
        Column("first", "period", filled=True),
        Column("last", "period", filled=True),
        Column("low", "number", filled=True),
        Column("high", "number", filled=True),
        Column("source", filled=True),
        Column("note", needed=False),
    ),
    "complete": (
        Column("period", "period", filled=True),
        Column("group", filled=True),
        Column("scope", filled=True),
        Column("source", filled=True),
        Column("note", needed=False),
    ),
    "people": (
        Column("name", filled=True),
        Column("variants"),
        Column("role"),
        Column("institution"),
        Column("first", "day"),
        Column("last", "day"),
        Column("source", filled=True),
        Column("note", needed=False),
    ),
    "institutions": (
        Column("name", filled=True),
        Column("short"),
        Column("also"),
        Column("wrong"),
        Column("kind", filled=True),
        Column("first", "day"),
        Column("last", "day"),
        Column("doubt", "doubt"),
        Column("source", filled=True),
        Column("note", needed=False),
    ),
    "laws": (
        Column("kind", filled=True),
        Column("short", filled=True),
        Column("number", filled=True),
        Column("year", "period", filled=True),
        Column("about"),
        Column("source", filled=True),
        Column("note", needed=False),
    ),
    "tests": (
        Column("sentence", filled=True),
        Column("flagged", "yes", filled=True),
        Column("expected", needed=False),
        Column("published", "date", needed=False),
        Column("note", needed=False),
    ),
    "events": (
        Column("date", "date", filled=True),
        Column("what", filled=True),
        Column("venue"),
        Column("city"),
        Column("entity"),
        Column("period", "period"),
        Column("weekday", needed=False),
        Column("source", filled=True),
        Column("note", needed=False),
    ),
}
