"""Words of a scale that are said of just those who are named beside them, whatever the reference has of these: lists
that a word counts, names in a headline of whom the article tells the year rightly, one of several in one year."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice

from factcheck.cache.once import once
from factcheck.model import Claim
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.evidence.words.asked_words import PAIR, Asked, Named, counts_by_name, named_in, sentences_around
from factcheck.reading.evidence.words.borne_words import Cell
from factcheck.reading.evidence.words.list_years import is_right_in
from factcheck.reading.evidence.words.named_behind import FEW, has_score
from factcheck.reading.scan.frame import SCALED, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting

LEADS = {Tag.STATE_BEFORE, Tag.ENTITY_PLACES}
STATES = {*LEADS, Tag.CUE_WORD, Tag.BIND_THEN, Tag.BIND_IS}
"""What may stand between a name and a word that is said of it."""


def slipped_list(asked: Asked) -> Named:
    """Just so many as a word counts, named together behind it with a figure each, who all bear one other word of the
    scale: "Empat berada di zona kuning. Urutannya A (91,01), B (90,47), C (87,19) dan D (84,31)"."""
    if not counts_by_name(asked):
        return ()
    own = named_in(asked, asked.frame, asked.word.at)
    groups = (named_in(asked, one) for one in sentences_around(asked, 1) if not one.has(SCALED))
    found: list[tuple[Frame, Cell]] = []
    for group in islice(filter(None, (own, *groups)), PAIR):
        scored = all(has_score(asked.around, *one) for one in group)
        if scored or len(found) + len(group) == asked.size > len(group) + FEW:  # "X serta Y juga di kelompok ini"
            found += group
        if not scored or len(found) >= asked.size:
            break
    alike = len({cell.word for _, cell in found}) == 1 and len({cell.entity for _, cell in found}) == asked.size
    return found if alike and len(found) == asked.size else ()


def listed_behind(asked: Asked) -> Named:
    """All who are named behind a word in its sentence, where they bear it and are one more or less than it counts:
    "Sebanyak delapan pemda menghuni zona kuning, dimulai dari A dan B, 77,69, disusul C 74,61"."""
    found = named_in(asked, asked.frame, asked.word.at) if counts_by_name(asked) else ()
    fits = len(found) >= FEW and abs(len(found) - asked.size) <= 1
    return found if fits and all(cell.word == asked.word.word for _, cell in found) else ()


def is_vouched(asked: Asked, found: Named, dated: bool) -> bool:
    """Whether a word is said of those named right in front of it though all of them bore another: in a headline, where
    the article tells of each what is right in that year ("Kota Sorong sendirian di kuning"); in a year that is told
    beside it, behind others of whom the paragraph tells words of that year rightly ("Ternate ketika itu merah")."""
    if not found or any(cell.word in ("", asked.word.word) for _, cell in found) or not _leads_to(asked, found):
        return False
    setting = asked.around.setting
    right = _told_rightly(asked.claims, setting)
    if not dated and all((cell.entity, cell.period) in right for _, cell in found):
        return True
    if asked.frame.sentence.voice == "headline":
        return False
    block = asked.frame.sentence.block
    blocks = {frame.sentence.place for frame in asked.around.frames if frame.sentence.block == block}
    told = (one for one in asked.claims if one.sentence in blocks and one.measure == asked.word.measure)
    same = (one for one in told if one.period == found[0][1].period and is_right_in(one, one.period, setting))
    return dated and sum(1 for _ in islice(same, PAIR)) == PAIR


def _leads_to(asked: Asked, found: Named) -> bool:
    """Whether nothing but what says that it is so stands between the last name and a word: no "sempat", no "keluar
    dari", and a word that nobody knows only in front of "di" ("sendirian di hijau", not "waspadai merah")."""
    frame, last = asked.frame, max(cell.at for _, cell in found)
    between = range(last + 1, asked.word.at)
    if frame.has(Tag.BIND_FROM, last, asked.word.at):  # "selangkah saja dari merah"
        return False
    if not all(frame.mentions[at].tags.keys() & STATES for at in between):
        return False
    gaps = (at for at in range(last, asked.word.at) if frame.gap(at, at + 1).strip())
    return all(at + 1 < asked.word.at and frame.mentions[at + 1].tags.keys() & LEADS for at in gaps)


@once
def _told_rightly(claims: Sequence[Claim], setting: Setting) -> Collection[tuple[str, str]]:
    """Of whom and which year an article has a figure or a word that the reference has too."""
    values = (one for one in claims if one.measure and one.kind != "extreme" and kind_of(one.kind) is VALUE)
    return {(one.subject, one.period) for one in values if _is_right(one, setting)}


def _is_right(claim: Claim, setting: Setting) -> bool:
    facts = setting.reference.facts(claim.measure, claim.subject, claim.period, claim.pack) if claim.period else ()
    return any(claim.states(fact.value) for fact in facts)
