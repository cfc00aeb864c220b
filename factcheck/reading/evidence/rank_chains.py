"""Ranks told one after the other, of which only the first has its word: "Urutan pertama adalah Kabupaten Bima 86,65.
Kedua, Kota Bima (83,90). Ketiga, …": each ordinal that is the next one, in front of a name with a figure, is a rank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from factcheck.model import Claim, Span, number_of
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag

BACK = 2
"""So many sentences after a rank the next one follows."""
LEADS = {Tag.COMMA, Tag.COLON, Tag.BIND_HOLDER_AFTER, Tag.COUNT_EXISTS, Tag.BIND_OPENER}
"""What may stand between an ordinal and whose it is: "Ketiga, Provinsi NTB", "ketujuh ada Sumbawa"."""


def rank_chains(claims: Sequence[Claim], frames: Sequence[Frame]) -> list[Claim]:
    """The claims, and the ranks that go on with one of them."""
    ranks = {claim.start: claim for claim in claims if claim.kind == "rank"}
    if not ranks:
        return list(claims)
    scores = {(claim.sentence, claim.subject_span): claim for claim in claims if _is_score(claim)}
    last: Claim | None = None
    found: list[Claim] = []
    for frame in frames:
        for at in frame.having(FIGURES):
            number = frame.mentions[at].number
            known = ranks.get(number.figure.start) if number is not None else None
            made = known or _next(frame, at, last, scores)
            if made is not None:
                last = made
                found += [made] if known is None else []
    return [*claims, *found]


def _is_score(claim: Claim) -> bool:
    return kind_of(claim.kind) is VALUE and isinstance(claim.value, Decimal) and claim.subject_span is not None


def _next(frame: Frame, at: int, last: Claim | None, scores: Mapping[tuple[int, Span | None], Claim]) -> Claim | None:
    """The rank at a place that is the next one after `last`; None where there is none."""
    number = frame.mentions[at].number
    if number is None or last is None or number.form != "ordinal" or number.value != number_of(last) + 1:
        return None
    if not 0 <= frame.sentence.place - last.sentence <= BACK or not _heads(frame, at):
        return None
    name = at + 1 + frame.has_any(LEADS, at + 1, at + 2)
    if not frame.names_between(name, name + 1) or not frame.close(name - 1, name):
        return None
    mention = frame.mentions[name]
    score = scores.get((frame.sentence.place, Span(mention.start, mention.end)))
    return None if score is None or score.subject == last.subject else _made(frame, last, score, number.figure)


def _heads(frame: Frame, at: int) -> bool:
    """Whether a clause begins with the ordinal: at most "dan" stands between it and the mark in front."""
    before = frame.mentions[at - 1].tags if at else {Tag.STOP: ""}
    return bool(before.keys() & {Tag.STOP, Tag.COMMA, Tag.SEMICOLON, Tag.BIND_AND, Tag.CLOSE, Tag.BIND_CLAUSE})


def _made(frame: Frame, last: Claim, score: Claim, figure: Span) -> Claim:
    value = number_of(last) + 1
    return last._replace(
        start=figure.start, end=figure.end, value=value, low=value, high=value, of=0, of_span=None,
        subject=score.subject, subject_span=score.subject_span, period=score.period, period_span=score.period_span,
        period_origin=score.period_origin, sentence=frame.sentence.place, how=(), readings=(),
    )  # fmt: skip
