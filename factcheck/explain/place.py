"""Why a place of an article was read as it was: sentences, candidate readings, answers, rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks.register import RULES
from factcheck.checks.run import run_rules, verdicts
from factcheck.document.offsets.back_to_file import Back, way_back
from factcheck.document.section_heads import head_of, under_head
from factcheck.document.sections import section_at, sections
from factcheck.explain.claim import Explained, explain_claim, meet
from factcheck.explain.trace import Opened, trace
from factcheck.judging.case import Case
from factcheck.messages import message
from factcheck.model import Claim, Document, Span
from factcheck.pipeline import Lexicons, read_case
from factcheck.reading.as_read import About, SentenceRead
from factcheck.reading.bind.leftover_figures import unread_figures
from factcheck.reading.budget import within_budget
from factcheck.reading.records import Value
from factcheck.reading.scan.lexicon import lexicon_of
from factcheck.reading.scan.mentions import Sentence
from factcheck.reference.ask.reference import Reference
from factcheck.typed import NamedTuple


class Passage(NamedTuple):
    """A sentence as read, with the claims of the place asked for, figures in it that are no claim, and values that
    nobody and nothing known was found for."""

    read: SentenceRead
    claims: tuple[Explained, ...]
    figures: tuple[Claim, ...]
    unbound: tuple[Value, ...]


class Explanation(NamedTuple):
    """All that can be said of a place. `document` is the text as it was read; `back` tells where its
    offsets lie in the file. `silent` says what the place is where nothing was read there."""

    document: Document
    opened: Opened
    about: About
    passages: tuple[Passage, ...]
    silent: str
    back: Back


def explain_place(
    document: Document, reference: Reference, line: int, column: int = 0, lexicons: Lexicons = lexicon_of
) -> Explanation:
    """Why what stands at a line (and column; 0: the whole line) of the file was read as it was.

    Lines and columns count from 1, in the file as it lies on disk. Raises FactcheckError for a place that the file
    does not have.
    """
    read, _ = within_budget(document)
    first, *rest = sections(read)
    if rest:
        dated = read_case(first, reference, lexicons).document
        part = section_at((first, *rest), way_back(read).wanted(line, column).start)
        part = part if part is first else under_head(part, head_of(read))
        read = part._replace(published=dated.published, published_from=dated.published_from)
    return explain_case(read_case(read, reference, lexicons), line, column, lexicons)


def explain_case(case: Case, line: int, column: int, lexicons: Lexicons) -> Explanation:
    """The same of a place of a document that was read."""
    back = way_back(case.document)
    wanted = back.wanted(line, column)
    opened, about, read = trace(case, lexicons, lambda sentences: _touched(sentences, wanted, back))
    passages = tuple(_passages(case, read, wanted, back))
    silent = "" if passages else _kind_at(case.document, wanted, back)
    return Explanation(case.document, opened, about, passages, silent, back)


def _touched(sentences: Sequence[Sentence], wanted: Span, back: Back) -> list[int]:
    spans = back.spans([Span(sentence.start, sentence.end) for sentence in sentences])
    return [one.place for one, span in zip(sentences, spans, strict=True) if meet(span, wanted)]


def _passages(case: Case, read: Sequence[SentenceRead], wanted: Span, back: Back) -> Iterator[Passage]:
    if not read:
        return
    findings, _ = run_rules(case, RULES)
    judged = {one.claim.id: one for one in verdicts(case, findings)}
    first = {claim.id: claim for claim in case.article.claims}
    figures = unread_figures(case.document, case.language, case.numbers, case.dates, case.claims, case.sums)
    for one in read:
        sentence = one.frame.sentence
        own = [claim for claim in case.claims if claim.sentence == sentence.place or _inside(claim, sentence)]
        asked = _asked(own, wanted, back)
        explained = tuple(explain_claim(case, judged[claim.id], first[claim.id], findings) for claim in asked)
        left = tuple(claim for claim in figures if _inside(claim, sentence))
        bound = {(claim.kind, claim.start) for claim in case.claims}
        unbound = tuple(value for value in one.values if (value.kind, value.start) not in bound)
        yield Passage(one, explained, left, unbound)


def _asked(claims: Sequence[Claim], wanted: Span, back: Back) -> list[Claim]:
    """The claims at the place; all of the sentence where none stands there."""
    spans = back.spans([Span(claim.start, claim.end) for claim in claims])
    there = [claim for claim, span in zip(claims, spans, strict=True) if meet(span, wanted)]
    return there or list(claims)


def _kind_at(document: Document, wanted: Span, back: Back) -> str:
    """What stands where no sentence was read."""
    spans = back.spans([Span(block.start, block.end) for block in document.blocks])
    kinds = [block.kind for block, span in zip(document.blocks, spans, strict=True) if meet(span, wanted)]
    if "boilerplate" in kinds:
        return message("links and notes that are not the article's own words")
    return (
        message("front matter, of which only the title is read")
        if "field" in kinds
        else message("no text of the article")
    )


def _inside(claim: Claim, sentence: Sentence) -> bool:
    return sentence.start <= claim.start < sentence.end
