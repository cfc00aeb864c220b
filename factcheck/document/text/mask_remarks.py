"""What an article says to this tool and not to its readers: `<!-- factcheck: … -->`, or a line `# factcheck: …`.

What such a remark means is read by `factcheck.filters.suppressions`; here it is only kept out of the article's words.
"""

from __future__ import annotations

import re

from factcheck.cache.patterns import compiled
from factcheck.document.layout.normalise import blanked

REMARK = compiled(
    r"<!--[ \t\r\n]{0,9}factcheck:(?P<markup>(?:(?!-->)[^\x00]){0,1000})-->"
    r"|^[ \t]*(?:[#%]{1,3}|\.\.|//)[ \t]*factcheck:(?P<line>[^\r\n]{0,1000})",
    re.MULTILINE,
)


def mask_remarks(plain: str) -> str:
    """`plain` with the remarks blanked, same length."""
    return REMARK.sub(blanked, plain) if "factcheck:" in plain else plain
