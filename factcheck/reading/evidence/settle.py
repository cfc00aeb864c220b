"""Claims as the grammar proposes them, put right by what explains their figures: the passes in their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from factcheck.model import Claim, How
from factcheck.reading.evidence.apart import is_stranger, of_pack
from factcheck.reading.evidence.bare_words import bare_words
from factcheck.reading.evidence.beside_figures import BREAKS, HANGS, Beside, hung, places
from factcheck.reading.evidence.choose import Choice
from factcheck.reading.evidence.counted_words import without_counted
from factcheck.reading.evidence.figure_claims import found_figures, settled_figure
from factcheck.reading.evidence.list_years import one_word_each, years_of_lists
from factcheck.reading.evidence.said_together import said_together
from factcheck.reading.evidence.scales import PAIR, settle_words, word_known, words_of
from factcheck.reading.evidence.settled_counts import settle_counts
from factcheck.reading.evidence.shares_of_counts import shares_of_counts
from factcheck.reading.evidence.slots import gather_known, main_year, years_named
from factcheck.reading.evidence.written_years import under_written_years
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.setting import Setting

NEAR = 3
"""Mentions between a year and the word of a scale it stands beside."""
LEFT = ("bind.leave", "bind.out", "bind.from")


def settle(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, published: date | None) -> list[Claim]:
    """The claims with each explained figure bound as it is explained, and those that only the evidence reads."""
    known = gather_known(claims, frames, setting, published)
    read = {claim.start for claim in claims if isinstance(claim.value, Decimal)}
    settled = [one for claim in claims for one in settled_figure(claim, known)]
    beside, where = Beside(known.evidence.figures, known.choices), places(frames)
    settled = [hung_word(claim, beside, where, setting) for claim in settled]
    settled = [of_pack(claim, known) for claim in settled]
    settled = [claim for claim in settled if not is_stranger(claim, setting)]
    unread = [figure for start, figure in known.evidence.figures.items() if start not in read]
    settled = [*settled, *(claim for figure in unread for claim in found_figures(figure, known))]
    if any(pack.series() for pack in setting.packs.values()):
        from factcheck.reading.evidence.series import in_their_series

        settled = in_their_series(settled, setting)
    settled = under_written_years(settled, frames, known, published)
    settled = settle_words(settled, frames, setting, main_year(settled))
    settled = said_together(settled, frames, setting, main_year(settled), years_named(known, published))
    settled = bare_words(settled, frames, beside, setting, main_year(settled))
    settled = one_word_each(settled, setting, main_year(settled))
    settled = years_of_lists(settled, setting, years_named(known, published))
    settled = without_counted(settle_counts(settled, frames, setting, main_year(settled)))
    return shares_of_counts(settled, frames)


def hung_word(claim: Claim, beside: Beside, where: Mapping[int, tuple[Frame, int]], setting: Setting) -> Claim:
    pack = setting.packs.get(claim.pack)
    measure = pack.measures.get(claim.measure) if pack else None
    if measure is None or measure.type != "word" or claim.end not in where or claim.kind == "extreme":
        return claim
    frame, at = where[claim.end]
    if claim.period_span is None and _is_past(frame, at):  # "dulunya zona kuning": in a year that is not told
        return claim._replace(period="", period_origin=None, how=(*claim.how, How.NO_YEAR), readings=())
    inside = beside.in_brackets(frame, at) or beside.behind(frame, at)
    if inside is not None:
        return hung(claim, inside, bracketed=True)
    bearing = _bearing(claim, beside, frame, at, setting)
    if bearing is not None:
        return claim._replace(
            period=bearing.fact.period, period_span=None, period_origin=None, how=(f"year: {HANGS}",), readings=()
        )
    if frame.has_any(LEFT, max(0, at - 2), at):  # "meninggalkan zona merah": what was, and not what the figure tells
        return claim
    return hung(claim, beside.of(frame, at))


def _is_past(frame: Frame, at: int) -> bool:
    """Whether a word for a time gone by stands close in front of a mention, with no figure between."""
    past = frame.having("mood.past", max(0, at - NEAR), at)
    return bool(past) and not frame.has("figures", past[-1], at) and not frame.has_any(BREAKS, past[-1], at)


def _bearing(claim: Claim, beside: Beside, frame: Frame, at: int, setting: Setting) -> Choice | None:
    """The figure of the sentence that makes a word of two right: "86.65, up from 57.22 in 2022, … took it from the
    yellow zone to the green". Not where a year stands beside the word."""
    word = next((one for one in words_of(frame, setting) if one.at == at and one.measure == claim.measure), None)
    years = frame.having("year.digits", max(0, at - NEAR), at + NEAR + 1)
    if word is None or years or sum(one.measure == word.measure for one in words_of(frame, setting)) < PAIR:
        return None
    mine = [one for one in beside.all_of(frame) if one.fact.entity == claim.subject and one.fact.pack == word.pack]
    known = {one.fact.period: word_known(word, claim.subject, one.fact.period, setting, one.fact) for one in mine}
    if known.get(claim.period) == word.word or len(known) < PAIR:
        return None
    return next((one for one in mine if known[one.fact.period] == word.word), None)
