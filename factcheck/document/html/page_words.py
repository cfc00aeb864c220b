"""What the parts of a page are called: `page.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from factcheck.cache.wordlists import word_lists
from factcheck.typed import NamedTuple


class PageWords(NamedTuple):
    """The lists of page.toml."""

    silent: frozenset[str]
    blocks: frozenset[str]
    void: frozenset[str]
    closes: Mapping[str, frozenset[str]]
    other: frozenset[str]
    itemprops: frozenset[str]
    classes: frozenset[str]
    elements: tuple[str, ...]
    meta: Mapping[str, tuple[str, ...]]


@cache
def page_words() -> PageWords:
    """The lists, read once."""
    (table,) = word_lists(Path(__file__).with_name("page.toml"))
    article = table["article"]
    return PageWords(
        silent=frozenset(table["silent"]),
        blocks=frozenset(table["blocks"]),
        void=frozenset(table["void"]),
        closes={name: frozenset(ended) for name, ended in table["closes"].items()},
        other=frozenset(table["other"]["words"]),
        itemprops=frozenset(article["itemprop"]),
        classes=frozenset(article["classes"]),
        elements=tuple(article["elements"]),
        meta={what: tuple(names) for what, names in table["meta"].items()},
    )
