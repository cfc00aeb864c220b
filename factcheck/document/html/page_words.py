"""What the parts of a page are called: `page.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from factcheck.cache.wordlists import word_lists


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
    common: Mapping[str, frozenset[str]]


@cache
def page_words() -> PageWords:
    """The lists, read once."""
    (said,) = word_lists(Path(__file__).with_name("page.toml"))
    article = said["article"]
    return PageWords(
        silent=frozenset(said["silent"]),
        blocks=frozenset(said["blocks"]),
        void=frozenset(said["void"]),
        closes={name: frozenset(ended) for name, ended in said["closes"].items()},
        other=frozenset(said["other"]["words"]),
        itemprops=frozenset(article["itemprop"]),
        classes=frozenset(article["classes"]),
        elements=tuple(article["elements"]),
        meta={what: tuple(names) for what, names in said["meta"].items()},
        common={code: frozenset(found) for code, found in said["common"].items()},
    )
