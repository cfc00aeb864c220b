"""Lists of places: "Kabupaten Mukomuko, Sumsel dan Jambi" says nothing of where Mukomuko lies."""

from __future__ import annotations

import re

from factcheck.judging.case import Case
from factcheck.reading.people.governments import regions_at


def goes_on(case: Case, end: int) -> bool:
    """Whether a list goes on behind the province, or its name does."""
    tail = case.document.plain[end : end + 40]
    word = re.match(r"(,?)[ \n]*(\w+|&)", tail)
    if word and (word[2].lower() in case.language.people.governments.joins or (not word[1] and word[2][0].isupper())):
        return True
    comma = re.match(r",[ \n](?=[A-Z])", tail)
    return comma is not None and bool(regions_at(case.document.plain, end + comma.end(), case.reference)[1])
