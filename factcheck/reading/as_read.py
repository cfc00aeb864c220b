"""A document read: what rules and `explain` look at, so that nothing is read a second time, or otherwise."""

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.reading.bind.claim_index import Claims
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.setting import Setting


class Article(NamedTuple):
    """The claims of a document, and, where it is about an open subject, its sentences as frames and what they were
    read against."""

    claims: Claims
    frames: Sequence[Frame] = ()
    setting: Setting | None = None
