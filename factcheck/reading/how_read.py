"""The sentences that say how a claim was read where that is not written beside it (`Claim.how`), for translation."""

from __future__ import annotations

from factcheck.messages import said

WAYS = frozenset(
    {
        said("subject: from the sentence before"),
        said("subject: the subject of the article"),
        said("subject: the one spoken of"),
        said("subject: named before"),
        said("subject: from the head of the column"),
        said("subject: in the order of the sentence before"),
        said("subject: counted in the region the article is about"),
        said("year: counted from the year spoken of"),
        said("year: the year the article is about"),
        said("year: the year spoken of in the sentence before"),
        said("year: the year is not said"),
        said("year: the later year of the sentence"),
        said("year: the year before, from the change told"),
        said("year: from the head of the column"),
        said("year: the later of the two figures it is between"),
        said("figure: part of a sum that the text states"),
    }
)
