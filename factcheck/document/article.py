"""Which parts of a page are the article."""

from __future__ import annotations

from factcheck.document.elements import Element, Page, ancestors
from factcheck.document.pageparts import PagePart

LEAST_SHARE = 0.4
"""Of the characters of a page outside menus and the like, how many an element must hold to be the article."""
FEWEST = 100
"""Characters: an element that holds fewer is no article, though it is marked as one."""


def article_of(page: Page, parts: list[PagePart]) -> list[PagePart]:
    """The headline and the body: the parts of the element that is marked as the article and holds most of the
    page's text, else all that is not marked as something else.
    """
    sizes = _sizes(page.elements, parts)
    others = _others(page.elements, parts, sizes)
    own = [part for part in parts if part.element not in others and not part.linked]
    root = _root(page.elements, own)
    body = [part for part in parts if part.element not in others and _inside(page.elements, part.element, root)]
    return _from_headline(page.elements, own, body)


def _sizes(elements: list[Element], parts: list[PagePart]) -> dict[int, int]:
    """How many characters each element holds."""
    sizes: dict[int, int] = {}
    for part in parts:
        for index in ancestors(elements, part.element):
            sizes[index] = sizes.get(index, 0) + part.size
    return sizes


def _others(elements: list[Element], parts: list[PagePart], sizes: dict[int, int]) -> set[int]:
    """The blocks that stand in something marked as no article, unless that holds half the page."""
    half = sizes.get(0, 0) / 2
    found = set()
    for block in {part.element for part in parts}:
        marked = (each for each in ancestors(elements, block) if elements[each].mark == "other")
        if any(sizes[each] < half for each in marked):
            found.add(block)
    return found


def _root(elements: list[Element], own: list[PagePart]) -> int:
    """The element that is the article; 0, the page, where none is."""
    sizes = _sizes(elements, own)
    marked = sorted(
        (elements[index].mark, -size, index)
        for index, size in sizes.items()
        if elements[index].mark.startswith("article:")
    )
    enough = max(FEWEST, LEAST_SHARE * sizes.get(0, 0))
    return next((index for _, size, index in marked if -size >= enough), 0)


def _inside(elements: list[Element], index: int, root: int) -> bool:
    return root in ancestors(elements, index)


def _from_headline(elements: list[Element], own: list[PagePart], body: list[PagePart]) -> list[PagePart]:
    """The body from its headline on; a headline above it is put before it."""
    within = next((at for at, part in enumerate(body) if _is_h1(elements, part)), -1)
    if within >= 0 and sum(part.size for part in body[:within]) < sum(part.size for part in body[within:]):
        return body[within:]
    first = body[0].part.cells[0][0].start if body else 0
    above = [part for part in own if _is_h1(elements, part) and part.part.cells[0][0].start < first]
    return [*above[-1:], *body] if within < 0 else body


def _is_h1(elements: list[Element], part: PagePart) -> bool:
    return elements[part.element].name == "h1"
