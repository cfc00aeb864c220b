"""Six kinds of articles whose cost is watched, the same every time: what a newsroom writes, and what costs most."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, cycle, islice
from random import Random

from benchmarks.articles import FIRST, HERE, LAST, Article, dense, news, published

FIRST_DAY = date(2024, 3, 4)
ORDINARY = 2000
"""Bytes of an ordinary article: the mean of real ones."""
USUAL = 4700
REFERENCE = HERE.parent / "reference"
TITLES = ("Bupati", "Camat", "Kepala Desa", "Wakil Bupati", "Kapolres", "Direktur", "Ketua")
SENTENCES = (
    "{title} {one} menyerahkan kunci rumah kepada {two} di balai desa.",
    "Menurut {one}, bantuan itu sudah dicatat oleh {two} sejak pekan lalu.",
    '"Kami menunggu lama," kata {one}, didampingi {title} {two}.',
)
ENGLISH = (
    "The {title} met {one} at the market on {day} to hear what traders there had to say about the new road.",
    '"We have waited for years," said {one}, who sells fish with {two}.',
    "About {count} people came, more than the {less} of last week, and stayed for two hours.",
)


def ordinary(number: int) -> Article:
    """News of other things than a pack is about, with a day of publication."""
    random = Random(number)
    day = FIRST_DAY + timedelta(days=number)
    paragraphs = _up_to(ORDINARY, news(day, random))
    return Article(f"{number:05}.md", f"---\ndate: {day}\n---\n" + "\n\n".join(paragraphs) + "\n")


def as_published(number: int) -> Article:
    """An article about the subject of a pack."""
    return published(number, USUAL)


def dense_article(number: int) -> Article:
    """Nothing but claims, as nobody publishes it."""
    return Article(f"{number:05}.md", dense(USUAL, number * 4).text)


def table(number: int) -> Article:
    """A table of scores, a region a row."""
    rows = [*islice(cycle(_scores()), number * 7, number * 7 + 30)]
    lines = [f"| {name} | {before} | {after} |" for name, before, after in rows]
    head = "Nilai kepatuhan pelayanan publik menurut Ombudsman RI:\n\n| Daerah | 2023 | 2024 |\n| --- | --- | --- |\n"
    return Article(f"{number:05}.md", head + "\n".join(lines) + "\n")


def english(number: int) -> Article:
    """News in English."""
    return Article(f"{number:05}.md", " ".join(_up_to(ORDINARY, _filled(ENGLISH, Random(number)))) + "\n")


def names(number: int) -> Article:
    """Two people in every sentence."""
    return Article(f"{number:05}.md", " ".join(_up_to(ORDINARY, _filled(SENTENCES, Random(number)))) + "\n")


KINDS: Mapping[str, Callable[[int], Article]] = {
    "ordinary": ordinary,
    "as published": as_published,
    "dense": dense_article,
    "table": table,
    "English": english,
    "names in every sentence": names,
}
"""What a kind is called -> what makes its article number so-and-so."""


def pieces() -> set[str]:
    """What articles of all kinds are made of, a word or figure each, with the marks on it."""
    return {word for make in KINDS.values() for word in make(1).text.split()}


def _filled(sentences: tuple[str, ...], random: Random) -> Iterator[str]:
    for sentence in cycle(sentences):
        one, two = (f"{random.choice(FIRST)} {random.choice(LAST)}" for _ in "12")
        count = random.randint(30, 90)
        day = random.choice(("Monday", "Tuesday", "Friday"))
        title = random.choice(TITLES) if sentences is SENTENCES else "mayor"
        yield sentence.format(title=title, one=one, two=two, count=count, less=count - 20, day=day)


def _up_to(size: int, pieces: Iterator[str]) -> list[str]:
    """As many pieces as the size holds."""
    first = [*islice(pieces, size // 20)]
    sizes = accumulate(len(piece.encode()) + 2 for piece in first)
    return [piece for piece, end in zip(first, sizes, strict=True) if end <= size]


@cache
def _scores() -> list[tuple[str, str, str]]:
    """Regions with their scores of 2023 and 2024, from the pack that ships."""
    held: dict[str, dict[str, str]] = {}
    for row in _rows("ombudsman-kepatuhan/results.csv"):
        held.setdefault(row["entity"], {})[row["period"]] = row["score"].replace(".", ",")
    called = {row["id"]: row["name"] for row in _rows("ombudsman-kepatuhan/entities.csv")}
    called |= {row["id"]: row["name"] for row in _rows("wilayah/entities.csv")}
    both = ((entity, years) for entity, years in held.items() if years.get("2023") and years.get("2024"))
    return [(called[entity], years["2023"], years["2024"]) for entity, years in both if entity in called]


def _rows(file: str) -> Iterator[dict[str, str]]:
    with (REFERENCE / file).open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)
