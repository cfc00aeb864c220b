"""The outline of a draft: its headings, and under each the claims that it makes."""

from __future__ import annotations

from factcheck.desk.checked import Checked
from factcheck.messages import translated
from factcheck.model import Block, Judged
from factcheck.report.claims.lister import STANDS
from factcheck.report.safe import printable
from factcheck.report.visible import visible_text
from factcheck.spans import HEADS
from factcheck.typed import NamedTuple

LONGEST = 80


class Entry(NamedTuple):
    """A heading or a claim with what it is about; a heading reaches to the next and holds the claims up to there."""

    name: str
    detail: str
    start: int
    end: int
    own_end: int
    below: tuple[Entry, ...] = ()

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading: what it reaches over is more than its own words."""
        return bool(self.below) or self.own_end != self.end


def outline(checked: Checked) -> tuple[Entry, ...]:
    """The entries in the order of the text; claims before the first heading stand for themselves."""
    headings = [block for block in checked.document.blocks if block.kind in HEADS]
    ends = [*(block.start for block in headings[1:]), len(checked.text)]
    first = headings[0].start if headings else len(checked.text)
    loose = tuple(_claim(checked, judged) for judged in checked.claims if judged.claim.start < first)
    return (*loose, *(_heading(checked, *pair) for pair in zip(headings, ends, strict=True)))


def _heading(checked: Checked, block: Block, end: int) -> Entry:
    held = (judged for judged in checked.claims if block.start <= judged.claim.start < end)
    below = tuple(_claim(checked, judged) for judged in held if judged.claim.end <= end)
    return Entry(_shown(checked, block.start, block.end), "", block.start, end, block.end, below)


def _claim(checked: Checked, judged: Judged) -> Entry:
    claim = judged.claim
    who = checked.names(claim.subject) if claim.subject else ""
    parts = (who, claim.period, translated(STANDS[judged.verdict]))
    detail = printable(" · ".join(part for part in parts if part))
    return Entry(_shown(checked, claim.start, claim.end), detail, claim.start, claim.end, claim.end)


def _shown(checked: Checked, start: int, end: int) -> str:
    words = " ".join(printable(visible_text(checked.document, start, end)).split())
    return (words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…") or "…"
