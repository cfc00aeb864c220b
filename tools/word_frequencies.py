"""Counts in how many articles each word stands, and writes factcheck/language/<code>/frequencies.txt anew.

    python tools/word_frequencies.py id "the CLICK-ID corpus" ARTICLES.jsonl...

Each file has one article a line, `{"title": …, "text": …}`. What is kept are words and counts, nothing of the texts.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import wrap

LANGUAGES = Path(__file__).parent.parent / "factcheck" / "language"
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
FEWEST, SHORTEST = 8, 4
"""Articles that have a word, and its letters."""
SMALL = 6
"""A word is ordinary where one article in so many of its own has it in small letters."""
HEAD = """\
# Words of four letters and more of {articles} news articles, by the power of two of how many have them; `ordinary`
# ones stand in small letters too. Written by tools/word_frequencies.py; counted on {source}.
"""


def main(code: str, source: str, paths: Iterable[str]) -> None:
    """Writes the list of a language; `source` says what was counted."""
    every, small, articles = count(texts(paths))
    groups: dict[tuple[str, int], list[str]] = {}
    for word, times in sorted(every.items()):
        if times >= FEWEST and len(word) >= SHORTEST:
            kind = "ordinary" if small[word] >= FEWEST and small[word] * SMALL >= times else "name"
            groups.setdefault((kind, times.bit_length() - 1), []).append(word)
    lines = [
        f"{kind} {power} {line}"
        for (kind, power), words in sorted(groups.items(), key=lambda item: (item[0][0] != "ordinary", -item[0][1]))
        for line in wrap(" ".join(words), 108, break_on_hyphens=False)
    ]
    head = HEAD.format(articles=articles, source=source)
    (LANGUAGES / code / "frequencies.txt").write_text(head + "\n".join(lines) + "\n", "utf-8")


def texts(paths: Iterable[str]) -> Iterator[str]:
    """The articles of all files."""
    for path in paths:
        with Path(path).open(encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                yield f"{article.get('title') or ''}\n{article['text']}"


def count(articles: Iterable[str]) -> tuple[Counter[str], Counter[str], int]:
    """How many articles have each word, how many in small letters, and how many articles there are."""
    every: Counter[str] = Counter()
    small: Counter[str] = Counter()
    number = 0
    for number, text in enumerate(articles, 1):  # noqa: B007 - the last number is the count
        words = set(WORD.findall(text))
        every.update({word.lower() for word in words})
        small.update(word for word in words if word.islower())
    return every, small, number


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
