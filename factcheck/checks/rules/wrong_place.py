"""A name of a place with one letter wrong.

Wrong: Kabupatan Bekasi; di Bengkulu Selaran; Kota Bukittingi.
Right: Kabupaten Bekasi; di Bengkulu Selatan; Kota Bukittinggi.
Why: the gazetteer has a province, regency or city of which two words stand so beside each other, no name with the word
    as it is written, and the word is no common one. Names in which another first letter stands, and those that go
    on otherwise than the known one, are left alone.
Silence: `wrong-place` under `ignore` in the configuration, or `[sic]` behind the name.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.misspelt import misspelt
from factcheck.judging.case import Case
from factcheck.model import Finding
from factcheck.reference.content.content import PLACE

RULE = "wrong-place"


def check(case: Case) -> Iterator[Finding]:
    """A finding at each misspelt name of a place."""
    return misspelt(case, RULE, lambda kind: kind == PLACE)
