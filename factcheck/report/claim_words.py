"""What kind of thing a claim states, in words: "nilai", "prevalensi", "peringkat"."""

from factcheck.messages import message, translated
from factcheck.model import Claim
from factcheck.reading.claim_kinds import KINDS
from factcheck.report.reporter import Names

WORDS = {
    "rank": message("rank"),
    "count": message("count"),
    "share": message("share"),
    "difference": message("change"),
    "extreme": message("extreme"),
    "law": message("law"),
    "date": message("date"),
    "name": message("name"),
    "figure": message("figure"),
}
"""A word for each kind that belongs to no measure."""
ENDS = {"highest": message("the highest"), "lowest": message("the lowest")}


def kind_word(claim: Claim, names: Names) -> str:
    """The word for the kind of a claim; for the value of a measure what its pack calls the measure."""
    if claim.kind in KINDS:
        return translated(WORDS[claim.kind])
    called = names(f"{claim.pack}:{claim.measure}")
    return translated(called) if ":" not in called else claim.kind


def claim_words(claim: Claim, written: str, names: Names) -> str:
    """What a claim states, with the word for its kind: "nilai 90,02"; "zona kuning" has it already."""
    kind = kind_word(claim, names)
    return written if kind.lower() in written.lower() else f"{kind} {written}"
