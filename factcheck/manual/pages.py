"""The manual page of a rule, read from the docstring of its module."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from factcheck.rules import RuleInfo, known_rules
from factcheck.typed import NamedTuple

BLOCKS = ("Wrong", "Right", "Why", "Silence")


class Page(NamedTuple):
    """What a rule is about in one line, a wrong and a right example, why, and how to silence it.

    `beside` are the other rules of the same module, which share the page.
    """

    rule: RuleInfo
    title: str
    wrong: str
    right: str
    why: str
    silence: str
    beside: tuple[str, ...] = ()


def pages() -> Iterator[Page]:
    """The pages of all rules, in the order of the register."""
    return (page(rule) for rule in known_rules().values())


def page(rule: RuleInfo) -> Page:
    """The page of a rule. Raises ValueError when the docstring of its module lacks a block."""
    title, blocks = read_blocks(import_module(rule.module).__doc__ or "")
    missing = [name for name in BLOCKS if not blocks.get(name)]
    if missing or not title:
        raise ValueError(f"the docstring of {rule.module} lacks {', '.join(missing) or 'its first line'}")
    beside = (other.name for other in known_rules().values() if other.module == rule.module and other != rule)
    wrong, right, why, silence = (blocks[name] for name in BLOCKS)
    return Page(rule, title, wrong, right, why, silence, tuple(beside))


def read_blocks(docstring: str) -> tuple[str, dict[str, str]]:
    """The first paragraph of a docstring, and its blocks `Name: text`, each on one line."""
    title, _, rest = docstring.strip().partition("\n\n")
    blocks: dict[str, list[str]] = {}
    name = ""
    for line in rest.splitlines():
        head, colon, text = line.partition(":")
        if colon and head in BLOCKS:
            name = head
            blocks[name] = [text.strip()]
        elif name:
            blocks[name].append(line.strip())
    return " ".join(title.split()), {name: " ".join(lines).strip() for name, lines in blocks.items()}
