"""A suppression without a reason.

Wrong: <!-- factcheck: ignore wrong-value -->
Right: <!-- factcheck: ignore wrong-value: angka versi daerah, menurut suratnya tanggal 3 Mei -->
Why: whoever reads the article next must know whether the figure was checked or only hushed.
Silence: `unexplained-suppression` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.filters.suppressions import Suppression
from factcheck.messages import message
from factcheck.model import Finding

RULE = "unexplained-suppression"


def find(suppressions: Iterable[Suppression]) -> Iterator[Finding]:
    """A finding for each suppression that is understood and gives no reason."""
    for order in suppressions:
        if not order.reason and not order.broken:
            sentence = message(
                "This comment gives no reason; write it behind a colon: `factcheck: ignore RULE: reason`."
            )
            yield Finding(RULE, "info", sentence, order.start, order.end)
