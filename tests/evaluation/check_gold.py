"""Whether the gold files of the evaluation sets say what they may say: pure functions over decoded files.

A gold file names the claims of an article and its errors. Each hangs on anchors: a text and which occurrence of
it, counted from 1. What is checked: every anchor is found, the text at a value states the value, a subject is one
of the reference, and the keys are those that the scorer reads.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

Gold = Mapping[str, Any]

ROLES = {"value", "year", "subject", "weekday"}
NUMBERS = {"score", "share", "difference", "rank", "count"}
PLAIN = {"date", "name", "law"}
"""Kinds that have neither subject nor year."""
KINDS = NUMBERS | PLAIN | {"zone", "category", "opinion", "extreme"}
YEARS = range(2015, 2027)
WEEKDAYS = "senin selasa rabu kamis jumat sabtu minggu monday tuesday wednesday thursday friday saturday sunday"


@cache
def words() -> Mapping[str, Any]:
    """The word lists beside this file, one table a kind."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


def occurrence(text: str, part: str, nth: int) -> int:
    """Code-point offset of the nth occurrence, overlapping ones counted; -1 where there are fewer."""
    at = -1
    for _ in range(nth):
        at = text.find(part, at + 1)
        if at < 0:
            return -1
    return at


# ------------------------------------------------------------------ what an anchor states


def number(text: str) -> float | None:
    """The number that a text states in digits, a word or Roman figures."""
    numerals = words()["numerals"]
    plain = " ".join(text.split())
    if plain in numerals or plain.lower() in numerals:
        return float(numerals.get(plain, numerals.get(plain.lower())))
    found = re.search(r"[0-9]+(?:[.,][0-9]+)?", plain)
    return float(found[0].replace(",", ".")) if found else None


def day(text: str) -> str | None:
    """The date that a text states in the form of ISO 8601, "31 November" too: a claim says what the article says."""
    plain = " ".join(text.replace(",", " ").split()).lower()
    months = words()["months"]
    if found := re.fullmatch(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{2,4})", plain):
        return _iso(found[3], int(found[2]), found[1])
    if (found := re.fullmatch(r"([0-9]{1,2}) ([a-z]+) ([0-9]{4})", plain)) and found[2] in months:
        return _iso(found[3], months[found[2]], found[1])
    if (found := re.fullmatch(r"([a-z]+) ([0-9]{1,2}) ([0-9]{4})", plain)) and found[1] in months:
        return _iso(found[3], months[found[1]], found[2])
    return None


def _iso(year: str, month: int, of_month: str) -> str:
    return f"{int(year) if len(year) > 2 else 2000 + int(year)}-{month:02}-{int(of_month):02}"


def _word(kind: str) -> Callable[[str, Any], bool]:
    return lambda text, value: any(w in " ".join(text.lower().split()) for w in words()[kind].get(value, ()))


def _law(text: str, value: str) -> bool:
    figures = value.rpartition(" ")[2].split("/")
    return set(figures) <= set(re.findall(r"[0-9]+", text))


STATES: Mapping[str, Callable[[str, Any], bool]] = {
    **dict.fromkeys(NUMBERS, lambda text, value: number(text) == value),
    "zone": _word("zone"),
    "opinion": _word("opinion"),
    "extreme": _word("extreme"),
    "category": lambda text, value: re.search(rf"\b{value}\b", text) is not None,
    "date": lambda text, value: day(text) == value,
    "name": lambda text, value: " ".join(text.split()) == value,
    "law": _law,
}
"""By kind: whether a text states a value."""


# ------------------------------------------------------------------ what is wrong with a gold file


def problems(text: str, gold: Gold, subjects: Collection[str]) -> list[str]:
    """All that is wrong with the gold of one article, a sentence each."""
    return [
        *(f"claim {n}: {p}" for n, claim in enumerate(gold["claims"]) for p in claim_problems(text, claim, subjects)),
        *(f"error {n}: {p}" for n, error in enumerate(gold["errors"]) for p in error_problems(text, error)),
        *_twice(gold["claims"]),
    ]


def claim_problems(text: str, claim: Gold, subjects: Collection[str]) -> Iterator[str]:
    if claim["kind"] not in KINDS:
        yield f"no kind {claim['kind']!r}"
        return
    yield from anchor_problems(text, claim["anchors"])
    yield from _value_problems(claim)
    yield from _about_problems(claim, subjects)
    if not isinstance(claim["checkable"], bool):
        yield "checkable is neither true nor false"


def anchor_problems(text: str, anchors: list[Gold]) -> Iterator[str]:
    for anchor in anchors:
        if occurrence(text, anchor["text"], anchor["nth"]) < 0:
            yield f"{anchor['text']!r} does not occur {anchor['nth']} times"
        if anchor.get("role", "value") not in ROLES:
            yield f"no role {anchor['role']!r}"
        if anchor.get("role") == "weekday" and re.sub(r"\W", "", anchor["text"]).lower() not in WEEKDAYS.split():
            yield f"{anchor['text']!r} is no weekday"


def _value_problems(claim: Gold) -> Iterator[str]:
    values = [a["text"] for a in claim["anchors"] if a["role"] == "value"]
    if len(values) != 1:
        yield f"{len(values)} value anchors instead of one"
    for stated in values:
        if not STATES[claim["kind"]](stated, claim["value"]):
            yield f"{stated!r} does not state {claim['kind']} {claim['value']!r}"


def _about_problems(claim: Gold, subjects: Collection[str]) -> Iterator[str]:
    if claim["kind"] in PLAIN:
        if "subject" in claim or "year" in claim:
            yield f"a {claim['kind']} has neither subject nor year"
        return
    if claim.get("subject") not in subjects:
        yield f"the reference does not know the subject {claim.get('subject')!r}"
    if claim.get("year") not in YEARS:
        yield f"no year of an assessment: {claim.get('year')!r}"
    for anchor in claim["anchors"]:
        if anchor["role"] == "year" and anchor["text"].isdigit() and int(anchor["text"]) != claim["year"]:
            yield f"the year {anchor['text']} is not {claim['year']}"


def error_problems(text: str, error: Gold) -> Iterator[str]:
    yield from anchor_problems(text, error["anchors"])
    if not (error["anchors"] and error["right"] and error["why"]):
        yield "an error needs anchors, the right reading and a reason"
    if not isinstance(error["optional"], bool):
        yield "optional is neither true nor false"


def _twice(claims: list[Gold]) -> Iterator[str]:
    """Claims that stand twice: same kind, subject and year at the same words."""
    seen: set[tuple[object, ...]] = set()
    for claim in claims:
        places = [(a["text"], a["nth"]) for a in claim["anchors"] if a["role"] == "value"]
        key = (claim["kind"], claim.get("subject"), claim.get("year"), *places)
        if key in seen:
            yield f"stands twice: {key}"
        seen.add(key)
