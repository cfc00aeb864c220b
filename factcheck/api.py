"""The product from Python: text in, claims or a report out."""

from __future__ import annotations

from datetime import date
from functools import cache

from factcheck.document.read_document import read_document
from factcheck.model import Claim, DocumentReport
from factcheck.pipeline import check_document, read_case
from factcheck.reference.ask.reference import Reference, load
from factcheck.reference.packs.shipped import shipped_packs


def check_text(
    text: str, *, path: str = "draft.md", published: date | None = None, reference: Reference | None = None
) -> DocumentReport:
    """Everything that is known of a text after reading it and holding it against the reference.

    `path` decides how the text is read (.md, .txt); `published` is the day of publication where the text does not
    say it; `reference` is what `factcheck.reference.ask.reference.load` gives, else the packs that ship. Raises
    FactcheckError for a text that cannot be read.
    """
    document = read_document(path, text.encode("utf-8"), as_of=published)
    return check_document(document, reference or shipped_reference())


def extract(
    text: str, *, path: str = "draft.md", published: date | None = None, reference: Reference | None = None
) -> tuple[Claim, ...]:
    """The claims of a text in order of their place, unjudged. The arguments are those of `check_text`."""
    document = read_document(path, text.encode("utf-8"), as_of=published)
    return tuple(read_case(document, reference or shipped_reference()).claims)


@cache
def shipped_reference() -> Reference:
    """The reference made of the packs that ship, read once."""
    return load(shipped_packs())[0]
