"""Findings about names that the reference spells otherwise by one letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factcheck.judging.case import Case
from factcheck.messages import message
from factcheck.model import Evidence, Finding, Suggestion
from factcheck.reading.names.known_names import Misspelt, find_misspelt


def misspelt(case: Case, rule: str, of_kind: Callable[[str], bool]) -> Iterator[Finding]:
    """A warning at each word that is one letter off in a name whose bearer is of a kind."""
    for one in find_misspelt(case.document, case.language, case.reference):
        if of_kind(one.kind):
            yield _finding(case, rule, one)


def _finding(case: Case, rule: str, one: Misspelt) -> Finding:
    text = case.document.text
    right = cased(one.right, text[slice(*one.word)])
    mended = text[one.span.start : one.word.start] + right + text[one.word.end : one.span.end]
    url = one.source if one.source.startswith("http") else ""
    return Finding(
        rule,
        "warning",
        message("{word} should read {right}, as in {name}.", word=text[slice(*one.word)], right=right, name=one.name),
        *one.span,
        expected=mended,
        suggestions=(Suggestion(*one.word, right),),
        evidence=(Evidence(one.source, url, one.name, one.row),),
    )


def cased(right: str, written: str) -> str:
    """A word as the article cases it."""
    if written.isupper():
        return right.upper()
    return right.capitalize() if written[:1].isupper() else right.lower()
