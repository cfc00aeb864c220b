"""A report that is too long for memory comes out as it was put in."""

from __future__ import annotations

from io import StringIO

import pytest

from factcheck.report import spool
from factcheck.report.spool import Spool

PIECES = ("baris\n", "", "\r\nsela \u2028 \U0001f41a ", "tengah" * 40, "\ud800", "akhir")


@pytest.mark.parametrize("most", [0, 10, 250, 10_000])
def test_what_comes_out_is_what_went_in(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "MOST", most)
    out = StringIO(newline="")
    Spool(PIECES).write_to(out)
    assert out.getvalue() == "".join(PIECES)
