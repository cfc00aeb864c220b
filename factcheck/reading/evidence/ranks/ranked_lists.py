"""Numbered lists that announce an order: "Lima besar kota se-Jateng: 1. Magelang – 95,1" tells ranks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.cache.patterns import compiled
from factcheck.model import Block, Claim
from factcheck.reading.scan.frame import SCALED, Frame
from factcheck.reading.scan.mentions import Tag

_NUMBER = compiled(r"([0-9]{1,3})\W{0,4}$")
REACH = 8
"""A printed number stands at most so far (code points) in front of its item."""
RANKED = (Tag.RANK_CUE, Tag.COUNT_TOP)
"""Words in the sentence above a list that make its numbers ranks: "lima besar", "provinsi peringkat teratas"."""
IN_ORDER = (*RANKED, Tag.EXTREME)
"""Words that say of a list only that it is in order; its numbers count its items: "dari yang terbesar"."""
TOGETHER = 2
SECOND = 2
"""The number of the first item of a list that goes on behind the first, whom a sentence in front of it tells."""


def ranked_items(
    claims: Sequence[Claim],
    frames: Sequence[Frame],
    blocks: Sequence[Block],
    text: str,
    words: Sequence[str] = RANKED,
) -> list[Claim]:
    """A rank for each item of a numbered list whose announcement has one of the words."""
    valued = {claim.sentence: claim for claim in claims if claim.kind != "rank" and claim.period}
    ranked = {claim.start for claim in claims if claim.kind == "rank"}
    made: list[Claim] = []
    for above, items in _lists(frames):
        if not above or len(items) < TOGETHER:
            continue
        numbers = [(_printed(frame, blocks, text), frame) for frame in items]
        goes_on = [match and int(match[1]) for match, _ in numbers[:TOGETHER]] == [SECOND, SECOND + 1]
        announcement = next((one for one in (above if goes_on else above[:1]) if one.has_any(words)), None)
        if announcement is None or announcement.has(SCALED):  # "kategori B, diurutkan dari nilai terbesar"
            continue
        begin = SECOND if goes_on else 1
        in_order = sum(match is not None and int(match[1]) == at for at, (match, _) in enumerate(numbers, begin))
        if in_order < max(TOGETHER, len(numbers) - 1):
            continue
        group = next((announcement.mentions[at].tags[Tag.GROUP] for at in announcement.having(Tag.GROUP)), "")
        for match, frame in numbers:
            names = frame.bearers
            if match is None or not names or match.start(1) in ranked or frame.sentence.place not in valued:
                continue
            made.append(_rank(match, frame, valued[frame.sentence.place], group))
    return made


def _rank(match: re.Match[str], frame: Frame, beside: Claim, group: str) -> Claim:
    value = Decimal(match[1])
    return beside._replace(
        kind="rank", measure="rank", start=match.start(1), end=match.end(1), value=value, low=value, high=value,
        group=group, condition="item", of=0, of_span=None,
    )  # fmt: skip


def _printed(frame: Frame, blocks: Sequence[Block], text: str) -> re.Match[str] | None:
    block = blocks[frame.sentence.block]
    return _NUMBER.search(text, max(0, block.start - REACH), block.start) if block.number else None


def _lists(frames: Sequence[Frame]) -> Iterator[tuple[Sequence[Frame], list[Frame]]]:
    """Runs of list items, each with the sentence in front of it and the one before that, of the same paragraph."""
    above: list[Frame] = []
    items: list[Frame] = []
    for frame in frames:
        if frame.sentence.kind == "item":
            if not items or frame.sentence.block != items[-1].sentence.block:
                items.append(frame)
            continue
        if items:
            yield above, items
            items = []
        above = [frame, *(one for one in above[:1] if one.sentence.block == frame.sentence.block)]
    if items:
        yield above, items
