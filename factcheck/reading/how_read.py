"""The sentences that say how a claim was read where that is not written beside it (`Claim.how`), for translation."""

from __future__ import annotations

from factcheck.messages import message

WAYS = frozenset(
    {
        message("subject: from the sentence before"),
        message("subject: the subject of the article"),
        message("subject: the one spoken of"),
        message("subject: named before"),
        message("subject: from the head of the column"),
        message("subject: in the order of the sentence before"),
        message("subject: counted in the region the article is about"),
        message("year: counted from the year spoken of"),
        message("year: the year the article is about"),
        message("year: the year spoken of in the sentence before"),
        message("year: the year is not said"),
        message("year: the later year of the sentence"),
        message("year: the year before, from the change told"),
        message("year: from the head of the column"),
        message("year: the later of the two figures it is between"),
        message("figure: part of a sum that the text states"),
    }
)
