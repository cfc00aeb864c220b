"""The manual as it is read in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.manual.pages import Page
from factcheck.messages import message, translate, translated

LABELS = (message("wrong"), message("right"), message("why"), message("silence"))


def listing(pages: Iterable[Page]) -> Iterator[str]:
    """One line to a rule: its name, how loud it is, what it is about."""
    listed = list(pages)
    width = max(len(page.rule.name) for page in listed)
    for page in listed:
        loud = translated(page.rule.severity)
        yield f"{page.rule.name:<{width}}  {loud:<10} {translated(page.title)}"


def manual_page(page: Page, width: int) -> Iterator[str]:
    """The page of one rule in lines of at most `width` columns."""
    from textwrap import wrap

    yield f"{page.rule.name} ({translated(page.rule.severity)})"
    if page.beside:
        yield translate("together with {rules}", rules=", ".join(page.beside))
    yield ""
    yield from wrap(translated(page.title), width)
    for label, text in zip(LABELS, (page.wrong, page.right, translated(page.why), in_short(page)), strict=True):
        yield ""
        yield from wrap(text, width, initial_indent=f"{translated(label):<9}", subsequent_indent=" " * 9)


def in_short(page: Page) -> str:
    """How to silence the rule, the comment in the article included."""
    comment = translate("<!-- factcheck: ignore {rule}: reason -->", rule=page.rule.name)
    above = translate(
        "In an article: `{comment}` above the passage, in plain text `# factcheck: …` on a line.", comment=comment
    )
    return f"{translated(page.silence)} {above}"
