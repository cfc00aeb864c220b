"""Articles to measure with, the same every time, of two kinds.

As published: the first paragraphs of a draft from tests/evaluation, with what it states, among news of other things
(prose.txt, its names and amounts drawn anew every time): two to three claims to the kilobyte, about as the press
has them on this subject. Dense: nothing but such drafts, about twenty claims to the kilobyte.
"""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from random import Random
from typing import NamedTuple

HERE = Path(__file__).parent
GOLD = HERE.parent / "tests/evaluation/id/gold"
CLAIMS = 1.0
"""Claims to the kilobyte that are taken of a draft; two to three with the names and dates around them."""
WRONG = 11
"""One article in so many has a figure with two digits swapped."""

_FRONT = re.compile(r"(---|\+\+\+)\n.*?\n\1\n+", re.DOTALL)
_BLANK = re.compile(r"\n\s*\n")
_FIGURE = re.compile(r"\b([1-9])([0-9])([,.][0-9]{2})\b")
_CLAIM = re.compile(rf"{_FIGURE.pattern}|\b(?:hijau|kuning|merah|kategori|peringkat|\([0-9]+/[0-9]+/[0-9]+\))\b", re.I)
_GAP = re.compile(r"\{([a-z]+)\}")
ABOUT = "Angka-angka itu berasal dari penilaian kepatuhan pelayanan publik {year} oleh Ombudsman RI."
"""What each article as published says too: drafts say it late, and it may stand behind other news."""
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
FIRST = (
    "Arman", "Betty", "Darsono", "Elvira", "Fahmi", "Gunarti", "Harun", "Inayah", "Jefri", "Kartika", "Lodewijk",
    "Maimunah", "Nyoman", "Oktavia", "Parman", "Rosalina", "Sugeng", "Tiurma", "Usman", "Yuliana",
)  # fmt: skip
LAST = (
    "Anggoro", "Bangun", "Cahyono", "Damanik", "Effendi", "Ginting", "Hasibuan", "Irawan", "Kusnadi", "Lumentut",
    "Manoppo", "Nainggolan", "Palinggi", "Rumbiak", "Suryadi", "Tanjung", "Umbu", "Wibisono", "Yunus", "Zulkarnain",
)  # fmt: skip
VILLAGES = (
    "Sumber Waras", "Karang Jati", "Tanah Rata", "Muara Pulai", "Lubuk Sirih", "Pasir Putih", "Batu Licin Hilir",
    "Rawa Bening", "Tegal Arum", "Ujung Nipah", "Sendang Mulyo", "Air Pandan",
)  # fmt: skip


class Draft(NamedTuple):
    """A draft that states what the reference knows; `front` is its front matter, `year` what most of it is about."""

    ending: str
    front: str
    paragraphs: tuple[str, ...]
    published: date | None
    year: int
    right: bool


class Article(NamedTuple):
    """The name of a file and what stands in it."""

    name: str
    text: str


@cache
def drafts() -> tuple[Draft, ...]:
    """The drafts of the evaluation, in the order of their names."""
    return tuple(_draft(path) for path in sorted(GOLD.glob("*.json")))


def published(number: int, size: int) -> Article:
    """Article number so-and-so as published, of about so many bytes."""
    random = Random(number)
    right = [draft for draft in drafts() if draft.right]
    draft = right[number % len(right)]
    stated = list(_lead(draft, CLAIMS * random.uniform(0.5, 1.5) * size / 1000))
    stated.insert(len(stated) // 2 + 1, ABOUT.format(year=draft.year))
    if number % WRONG == WRONG - 1:
        stated = _swapped(stated)
    paragraphs = _among(stated, news(draft.published, random), size - len(draft.front.encode()), random)
    return Article(f"{number:05}{draft.ending}", draft.front + "\n\n".join(paragraphs) + "\n")


def long_article(size: int) -> Article:
    """An article as published of about so many bytes: one after the other of the usual length, in one file."""
    if size <= 4700:
        return Article("long.md", published(0, size).text)
    return Article("long.md", _first(size, (_FRONT.sub("", published(number, 4700).text) for number in count())))


def dense(size: int, begin: int = 0) -> Article:
    """An article of nothing but drafts from number `begin` on, again and again, of about so many bytes."""
    every = drafts()
    texts = ("\n\n".join(every[number % len(every)].paragraphs) for number in count(begin))
    return Article("dense.md", _first(size, texts))


def write(folder: Path, articles: Iterator[Article]) -> Path:
    """Writes the articles into a folder that holds nothing else."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for article in articles:
        (folder / article.name).write_text(article.text, encoding="utf-8")
    return folder


def _draft(path: Path) -> Draft:
    gold = json.loads(path.read_text("utf-8"))
    article = path.parents[1] / gold["article"]
    text = article.read_text("utf-8")
    front = _FRONT.match(text)
    body = text[front.end() :] if front else text
    paragraphs = tuple(part.strip("\n") for part in _BLANK.split(body) if part.strip())
    day = date.fromisoformat(gold["published"]) if gold.get("published") else None
    years = Counter(claim["year"] for claim in gold["claims"] if claim.get("year"))
    year = years.most_common(1)[0][0]
    return Draft(article.suffix, front.group() if front else "", paragraphs, day, year, not gold["errors"])


def _lead(draft: Draft, claims: float) -> Iterator[str]:
    """The first paragraphs of the draft, as many as hold about so many claims, and four at least."""
    stated = 0
    for paragraph in draft.paragraphs:
        more = len(_CLAIM.findall(paragraph))
        if stated >= 4 and stated + more > claims:
            return
        stated += more
        yield paragraph


def _swapped(paragraphs: list[str]) -> list[str]:
    """The paragraphs with the digits before the comma of their last figure swapped."""
    for place in reversed(range(len(paragraphs))):
        found = [one for one in _FIGURE.finditer(paragraphs[place]) if one[1] != one[2] != "0"]
        if found:
            start, end = found[-1].span()
            wrong = f"{found[-1][2]}{found[-1][1]}{found[-1][3]}"
            text = paragraphs[place]
            return [*paragraphs[:place], text[:start] + wrong + text[end:], *paragraphs[place + 1 :]]
    return paragraphs


def _among(stated: list[str], news: Iterator[str], size: int, random: Random) -> list[str]:
    """What is stated, in its order, with news between and behind up to the size; behind a colon comes its list."""
    paragraphs = list(stated)
    left = size - _bytes(paragraphs)
    while left > 120:
        paragraph = next(news)
        free = [
            place
            for place in range(len(stated) // 2 + 1, len(paragraphs) + 1)
            if not paragraphs[place - 1].endswith(":")
        ]
        paragraphs.insert(random.choice(free or [len(paragraphs)]), paragraph)
        left -= len(paragraph.encode()) + 2
    return paragraphs


def news(day: date | None, random: Random) -> Iterator[str]:
    """Paragraphs on other things, in another order every time; after the last they begin again with other amounts."""
    pool = (HERE / "prose.txt").read_text("utf-8").strip().split("\n\n")
    while True:
        random.shuffle(pool)
        for paragraph in pool:
            yield _filled(paragraph, day, random)


def _filled(paragraph: str, day: date | None, random: Random) -> str:
    """The paragraph with its gaps filled; {nama} is one person throughout, {tanggal} a day before the article's."""
    first, last = random.choice(FIRST), random.choice(LAST)
    fixed = {"nama": f"{first} {last}", "panggil": last, "desa": random.choice(VILLAGES)}
    drawn = {
        "hari": lambda: random.choice(DAYS),
        "tanggal": lambda: _before(day, random) if day else random.choice(DAYS),
        "n": lambda: str(random.randint(11, 59)),
        "ratus": lambda: str(random.randint(110, 980)),
        "ribu": lambda: f"{random.randint(1, 48)}.{random.randint(100, 990)}",
        "juta": lambda: f"{random.randint(2, 96)},{random.randint(1, 9)}",
        "koma": lambda: f"{random.randint(1, 9)},{random.randint(1, 9)}",
        "miliar": lambda: f"{random.randint(2, 40)},{random.randint(1, 9)}",
        "jam": lambda: f"{random.randint(6, 21):02}.{random.choice((0, 15, 30, 45)):02}",
    }
    return _GAP.sub(lambda gap: fixed.get(gap[1]) or drawn[gap[1]](), paragraph)


def _before(day: date, random: Random) -> str:
    then = day - timedelta(days=random.randint(1, 6))
    return f"{DAYS[then.weekday()]} ({then.day}/{then.month}/{then.year})"


def _first(size: int, texts: Iterator[str]) -> str:
    """As many of the texts as reach the size, the last one cut at the end of a line."""
    kept: list[str] = []
    left = size
    for text in texts:
        if left <= 0:
            break
        whole = len(text.encode()) <= left
        kept.append(text if whole else text[: text.rfind("\n", 0, left) + 1] or text[:left])
        left -= len(text.encode()) + 2
    return "\n\n".join(kept)


def _bytes(paragraphs: list[str]) -> int:
    return sum(len(paragraph.encode()) + 2 for paragraph in paragraphs)
