"""What a Word file's styles say of a paragraph, and the numbers that Word prints before list items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = 9
"""A list of Word has no more."""
_DEEPEST = 20
"""Styles based on each other: more are a circle."""


class Style(NamedTuple):
    """`name` is the English one that Word keeps in every language ("heading 1"), in small letters."""

    name: str
    based_on: str
    listed: tuple[str, int] | None


class Styles(NamedTuple):
    """The styles of a file by id."""

    by_id: Mapping[str, Style]

    def kind(self, paragraph: Element) -> str:
        """heading, caption, or empty for running text."""
        for style in self._chain(paragraph):
            if style.name in ("title", "subtitle") or style.name.startswith("heading "):
                return "heading"
            if style.name == "caption":
                return "caption"
        return ""

    def listed(self, paragraph: Element) -> tuple[str, int] | None:
        """The list and level of a paragraph, by its own properties, else by its style; None for none."""
        own = _listed(paragraph.find(f"{W}pPr"))
        found = own or next((style.listed for style in self._chain(paragraph) if style.listed), None)
        return found if found and found[0] != "0" else None

    def _chain(self, paragraph: Element) -> list[Style]:
        """The style of a paragraph and those it is based on."""
        chain: list[Style] = []
        name = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
        while name in self.by_id and len(chain) < _DEEPEST:
            chain.append(self.by_id[name])
            name = chain[-1].based_on
        return chain


class Level(NamedTuple):
    """A level of a list: where it starts, and whether figures are printed."""

    start: int
    figures: bool


class Counters:
    """Counts the items of all lists of a file in the order of the text."""

    def __init__(self, lists: Mapping[str, str], levels: Mapping[tuple[str, int], Level]) -> None:
        self._lists = lists
        self._levels = levels
        self._counts: dict[tuple[str, int], int] = {}

    def next(self, paragraph: Element, styles: Styles) -> int | None:
        """The number printed before the paragraph, 0 for a bullet or letter; None when it is no list item."""
        listed = styles.listed(paragraph)
        if listed is None:
            return None
        key = (self._lists.get(listed[0], listed[0]), listed[1])
        level = self._levels.get(key, Level(1, False))
        self._counts[key] = self._counts.get(key, level.start - 1) + 1
        for deeper in range(key[1] + 1, 9):
            self._counts.pop((key[0], deeper), None)
        return self._counts[key] if level.figures else 0


def read_styles(root: Element | None) -> Styles:
    """The styles of word/styles.xml; none without one."""
    return Styles({style.get(f"{W}styleId", ""): _style(style) for style in _all(root, "style")})


def read_counters(root: Element | None) -> Counters:
    """The lists of word/numbering.xml; none without one. A list that starts anew somewhere counts by itself."""
    abstracts = {abstract.get(f"{W}abstractNumId", ""): abstract for abstract in _all(root, "abstractNum")}
    levels = {place: level for key, each in abstracts.items() for place, level in _levels(each, f"abstract:{key}")}
    lists = {}
    for number in _all(root, "num"):
        key, abstract = number.get(f"{W}numId", ""), _value(number.find(f"{W}abstractNumId"))
        restarted = number.find(f"{W}lvlOverride") is not None
        lists[key] = key if restarted else f"abstract:{abstract}"
        if restarted and abstract in abstracts:
            levels.update(_levels(abstracts[abstract], key))
    return Counters(lists, levels)


def _levels(abstract: Element, key: str) -> Iterator[tuple[tuple[str, int], Level]]:
    for level in abstract.findall(f"{W}lvl")[:LEVELS]:
        figures = _value(level.find(f"{W}numFmt")).startswith("decimal")
        yield (key, _integer(level.get(f"{W}ilvl"))), Level(_integer(_value(level.find(f"{W}start")), 1), figures)


def _style(style: Element) -> Style:
    return Style(
        _value(style.find(f"{W}name")).lower(),
        _value(style.find(f"{W}basedOn")),
        _listed(style.find(f"{W}pPr")),
    )


def _listed(properties: Element | None) -> tuple[str, int] | None:
    found = properties.find(f"{W}numPr") if properties is not None else None
    if found is None:
        return None
    return _value(found.find(f"{W}numId")) or "0", _integer(_value(found.find(f"{W}ilvl")))


def _all(root: Element | None, name: str) -> list[Element]:
    return root.findall(f"{W}{name}") if root is not None else []


def _value(element: Element | None) -> str:
    return element.get(f"{W}val", "") if element is not None else ""


def _integer(written: str | None, default: int = 0) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 5 else default
