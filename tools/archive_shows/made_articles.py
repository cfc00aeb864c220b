"""Articles made from those of the repository: cut, put in another order, dated anew, with slips here and there."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
OUTLETS = [f"{name}{number}.example" for name in ("koran", "kabar", "warta", "suara") for number in range(1, 11)]
GROUP = 5_000
"""Articles of a group of rows; a file has four."""
SLIPS = 0.1
"""Share of the articles in which a figure is changed."""


def make(folder: Path, articles: int, seed: int) -> Path:
    """A folder of Parquet files with so many articles, the same for the same seed; one that is there is kept."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    if folder.is_dir():
        return folder
    made = folder.with_suffix(".making")
    made.mkdir(parents=True, exist_ok=True)
    rows = list(made_articles(articles, seed))
    for number, first in enumerate(range(0, len(rows), 4 * GROUP)):
        table = pa.Table.from_pylist(rows[first : first + 4 * GROUP])
        pq.write_table(table, made / f"{number:04d}.parquet", row_group_size=GROUP)
    return made.rename(folder)


def made_articles(articles: int, seed: int) -> Iterator[dict[str, Any]]:
    """Rows with id, judul, isi, tanggal, media and url."""
    chance = random.Random(seed)
    sources = [_parts(path.read_text("utf-8")) for path in sorted((ROOT / "articles").iterdir())]
    for number in range(articles):
        title, paragraphs = chance.choice(sources)
        kept = [each for each in paragraphs if chance.random() < 0.85] or list(paragraphs)
        if chance.random() < 0.3:
            chance.shuffle(kept)
        text = "\n\n".join(kept)
        outlet = chance.choice(OUTLETS)
        yield {
            "id": f"a{seed}-{number:08d}",
            "judul": title,
            "isi": _slipped(text, chance) if chance.random() < SLIPS else text,
            "tanggal": (date(2024, 12, 4) + timedelta(days=chance.randrange(60))).isoformat(),
            "media": outlet,
            "url": f"https://{outlet}/{number}",
        }


def _parts(text: str) -> tuple[str, list[str]]:
    """The title and the paragraphs of an article, without front matter."""
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    paragraphs = [each.strip() for each in re.split(r"\n\s*\n", body) if each.strip()]
    return paragraphs[0].lstrip("# ")[:120], paragraphs


def _slipped(text: str, chance: random.Random) -> str:
    """The text with one digit of one of its figures changed."""
    figures = list(re.finditer(r"[0-9]+,[0-9]+", text))
    if not figures:
        return text
    place = chance.choice(figures).end() - 1
    return text[:place] + str((int(text[place]) + chance.randrange(1, 10)) % 10) + text[place + 1 :]
