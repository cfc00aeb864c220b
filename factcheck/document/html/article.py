"""Which parts of a page are the article."""

from __future__ import annotations

from factcheck.document.html.elements import Element, Page
from factcheck.document.html.page_parts import PagePart

LEAST_SHARE = 0.4
"""Of the characters of a page outside menus and the like, how many an element must hold to be the article."""
FEWEST = 100
"""Characters: an element that holds fewer is no article, though it is marked as one."""


def article_of(page: Page, parts: list[PagePart]) -> list[PagePart]:
    """The headline and the body: the parts of the element that is marked as the article and holds most of the
    page's text, else all that is not marked as something else.
    """
    sizes = _sizes(page.elements, parts)
    other = _others(page.elements, sizes)
    own = [part for part in parts if not other[part.element] and not part.linked]
    root = _root(page.elements, own)
    inside = _inside(page.elements, root)
    body = [part for part in parts if not other[part.element] and inside[part.element]]
    return _from_headline(page.elements, own, body)


def _sizes(elements: list[Element], parts: list[PagePart]) -> list[int]:
    """How many characters each element holds."""
    sizes = [0] * len(elements)
    for part in parts:
        sizes[part.element] += part.size
    for index in range(len(elements) - 1, 0, -1):  # an element comes after the one around it
        sizes[elements[index].parent] += sizes[index]
    return sizes


def _others(elements: list[Element], sizes: list[int]) -> list[bool]:
    """Which elements are, or stand in, something marked as no article, unless that holds half the page."""
    others: list[bool] = []
    for element, size in zip(elements, sizes, strict=True):
        marked = element.mark == "other" and size < sizes[0] / 2
        others.append(marked or (element.parent >= 0 and others[element.parent]))
    return others


def _root(elements: list[Element], own: list[PagePart]) -> int:
    """The element that is the article; 0, the page, where none is."""
    sizes = _sizes(elements, own)
    enough = max(FEWEST, LEAST_SHARE * sizes[0])
    marked = [
        index for index, each in enumerate(elements) if each.mark.startswith("article:") and sizes[index] >= enough
    ]
    return min(marked, key=lambda index: (elements[index].mark, -sizes[index]), default=0)


def _inside(elements: list[Element], root: int) -> list[bool]:
    """Which elements are, or stand in, the root."""
    inside: list[bool] = []
    for index, element in enumerate(elements):
        inside.append(index == root or (element.parent >= 0 and inside[element.parent]))
    return inside


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
