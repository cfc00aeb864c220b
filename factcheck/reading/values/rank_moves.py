"""Numbers that no word right in front of them makes a rank, but a move from one place to another: "dari 26 ke 34"."""

from __future__ import annotations

from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag

MOST_RANKED = 1000
"""So many are ranked nowhere."""


def ends_move(frame: Frame, at: int) -> bool:
    """ "Peringkat Aceh melorot, dari 26 pada 2022 ke 34", "posisinya merangkak dari 34 ke 27": whether a number is
    where a move between two places begins or ends, behind a word for them and no other figure but a year."""
    begins = at if frame.before(at, Tag.BIND_FROM) else -1
    if begins < 0 and frame.before(at, Tag.BIND_TO):
        begins = next((one for one in frame.having(FIGURES, 0, at)[::-1] if not _is_year(frame, one)), -1)
    if (
        begins < 1
        or not frame.before(begins, Tag.BIND_FROM)
        or not _is_small(frame, at)
        or not _is_small(frame, begins)
    ):
        return False
    ends = next((one for one in frame.having(FIGURES, begins + 1) if not _is_year(frame, one)), -1)
    cues = frame.having(Tag.RANK_CUE, 0, begins)
    if ends < 0 or not cues or not frame.before(ends, Tag.BIND_TO) or not _is_small(frame, ends):
        return False
    measured = frame.having(Tag.CUE_NUMBER, cues[-1] + 1, begins)
    told = [one for one in frame.having(FIGURES, cues[-1], begins) if not _is_year(frame, one)]
    return (
        at in (begins, ends) and not told and not measured and not frame.has_any((Tag.UNIT, Tag.GROUP), ends, ends + 2)
    )


def _is_year(frame: Frame, at: int) -> bool:
    return Tag.YEAR_DIGITS in frame.mentions[at].tags


def _is_small(frame: Frame, at: int) -> bool:
    """Whether a number in figures may be a place among others."""
    number = frame.mentions[at].number
    return (
        number is not None
        and number.form == "digits"
        and not number.unit
        and number.quantum == 1
        and number.value < MOST_RANKED
    )
