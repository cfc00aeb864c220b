"""Claims as the grammar proposes them, put right by what explains their figures: the passes in their order."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set
from datetime import date
from decimal import Decimal

from factcheck.language.figures import PERCENT, RUPIAH
from factcheck.model import FROM_BOTTOM, Claim
from factcheck.reading.evidence.explained.explained_figures import Evidence, Figure
from factcheck.reading.evidence.explained.slots import Known, gather_known, main_year, years_named
from factcheck.reading.evidence.figures.apart import (
    is_stranger,
    of_no_facts,
    of_pack,
    of_word_before_name,
    without_distances,
    without_other_measures,
)
from factcheck.reading.evidence.figures.figure_claims import settled_figure
from factcheck.reading.evidence.word_passes import beside_counts, with_changes, with_counts, with_words
from factcheck.reading.evidence.words.beside_figures import Beside, places
from factcheck.reading.evidence.words.hung_words import hung_word, moved_along, years_beside
from factcheck.reading.evidence.words.list_years import (
    without_explanations,
)
from factcheck.reading.evidence.written_years import years_as_written
from factcheck.reading.scan.frame import FIGURES, UNITS, Frame, places_with, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting

LISTED = ("item", "row")
LIKE = (Tag.BIND_AND, Tag.BIND_COMPARE, Tag.BIND_FRONT)
"""Words that may tell one more name of whom a figure is."""
MANY = 3
"""So many claims may show what one more is of."""


def settle(
    claims: Sequence[Claim], evidence: Evidence, frames: Sequence[Frame], setting: Setting, published: date | None
) -> list[Claim]:
    """The claims with each explained figure bound as it is explained, and those that only the evidence reads."""
    known = gather_known(claims, evidence, frames, setting, published)
    tags = {tag for frame in frames for tag in frame.tagged}
    claims = _of_years(claims, known) if known.evidence.quarters else claims
    read = {claim.start for claim in claims if isinstance(claim.value, Decimal)}
    settled = [one for claim in claims for one in settled_figure(claim, known)]
    settled = moved_along(settled, claims, known, frames)
    beside, where = Beside(known.evidence.figures, known.choices), places(frames)
    settled = [hung_word(claim, beside, where, setting) for claim in settled]
    settled = [of_word_before_name(of_pack(claim, known, frames), known) for claim in settled]
    settled = [claim for claim in settled if not is_stranger(claim, setting)]
    settled = without_other_measures(settled, known)
    unread = [figure for start, figure in known.evidence.figures.items() if start not in read]
    settled = [*settled, *_found(unread, known)] if unread else settled
    settled = _with_slots(settled, frames, known)
    if known.evidence.exact or known.evidence.known.has(PERCENT):
        from factcheck.reading.evidence.rates.rates_alike import is_rate, rates_alike

        settled = rates_alike(settled, frames, known)
        if any(is_rate(claim, known) for claim in settled):
            from factcheck.reading.evidence.rates.rate_slots import rate_slots

            settled = rate_slots(settled, frames, known)
    if known.evidence.known.has(PERCENT):
        settled = _with_told_rates(settled, frames, known)
    settled = _with_amounts(settled, frames, known)
    if known.evidence.figures and any(_joins(frame, at) for tag in LIKE for frame, at in places_with(frames, tag)):
        from factcheck.reading.evidence.figures.twin_figures import twin_figures

        settled = twin_figures(settled, known)
    settled = _with_ranks(settled, frames, setting, tags)
    settled = with_changes(settled, frames, known, tags)
    named = years_named(known, published)
    settled = years_beside(settled, main_year(settled), named, setting)
    if any(pack.series() for pack in setting.packs.values()):
        from factcheck.reading.evidence.figures.series import in_their_series

        settled = in_their_series(settled, setting)
    settled = with_words(settled, frames, beside, setting, named)
    settled = with_counts(settled, frames, setting, named, tags)
    if Tag.ENTITY_OFFICES in tags:
        from factcheck.reading.evidence.words.office_results import without_office_results

        settled = without_office_results(settled, frames, known)
    if any(claim.condition == FROM_BOTTOM for claim in settled):
        from factcheck.reading.evidence.ranks.from_bottom import from_bottom

        settled = from_bottom(settled, setting)
    settled = _of_neighbours(settled, frames, setting, tags)
    settled = without_distances(of_no_facts(settled, setting), frames, setting)
    settled = without_explanations(years_as_written(settled, frames, setting, published), frames)
    return beside_counts(settled, frames, setting) if any(claim.kind == "count" for claim in settled) else settled


def _found(unread: Sequence[Figure], known: Known) -> Iterator[Claim]:
    """The claims of figures that the grammar passed over."""
    from factcheck.reading.evidence.figures.found_figures import found_figures

    return (claim for figure in unread for claim in found_figures(figure, known))


def _of_years(claims: Sequence[Claim], known: Known) -> list[Claim]:
    """The claims without rates of a quarter."""
    from factcheck.reading.evidence.rates.rates_alike import of_rate

    quarters = known.evidence.quarters
    return [claim for claim in claims if claim.start not in quarters or not of_rate(claim, known.setting)]


def _with_slots(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims with those of figures that the places of a list, or the figures behind names beside them, show."""
    settled = list(claims)
    if any(frame.sentence.kind in LISTED for frame in frames):
        from factcheck.reading.evidence.figures.list_slots import list_slots, without_supposed

        settled = without_supposed(list_slots(settled, frames, known), frames, known)
    read = {claim.start for claim in settled}
    if len(settled) > MANY and not read.issuperset(known.evidence.figures):
        from factcheck.reading.evidence.figures.list_slots import sentence_slots

        settled = sentence_slots(settled, frames, known)
    return settled


def _with_told_rates(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims with the rates of tables, and those that figures beside them vouch for."""
    settled = list(claims)
    if any(frame.sentence.kind == "header" for frame in frames):
        from factcheck.reading.evidence.rates.rate_tables import rate_tables

        settled = rate_tables(settled, frames, known)
    sure = {claim.start for claim in settled if claim.subject_span is not None or claim.kind == "difference"}
    rates = (start for start, one in known.evidence.figures.items() if one.number.unit == PERCENT)
    if all(start in sure for start in rates):
        return settled
    from factcheck.reading.evidence.rates.rates_of_counted import rates_of_counted
    from factcheck.reading.evidence.rates.vouched_rates import vouched_rates

    return rates_of_counted(vouched_rates(settled, frames, known), frames, known)


def _with_amounts(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims with rates and amounts that the amounts beside them, or the region in front of them, tell of."""
    figures, settled = known.evidence.figures, list(claims)
    amounts = [start for start, figure in figures.items() if figure.number.unit == RUPIAH]
    if any(start in known.choices for start in amounts):
        from factcheck.reading.evidence.rates.rates_beside import rates_beside

        settled = rates_beside(settled, frames, known)
    measures = (measure for pack in known.setting.packs.values() for measure in pack.measures.values())
    if amounts and any(measure.unit == RUPIAH for measure in measures):
        from factcheck.reading.evidence.rates.amounts_beside import amounts_beside

        settled = amounts_beside(settled, known)
    if amounts:
        from factcheck.reading.evidence.rates.rates_of_country import rates_of_country

        settled = rates_of_country(settled, frames, known)
    return settled


def _with_ranks(
    claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, tags: Collection[str]
) -> list[Claim]:
    """The claims with the ranks that go on with others, and those that only a figure beside them tells of. `tags` are
    those of the article."""
    settled, ordered = list(claims), counts_on(frames)
    if any(claim.kind == "rank" for claim in settled):
        from factcheck.reading.evidence.ranks.packs_beside import packs_beside
        from factcheck.reading.evidence.ranks.rank_chains import (
            rank_chains,
            ranks_behind_names,
            ranks_held_behind,
            years_of_chains,
        )
        from factcheck.reading.evidence.ranks.ranks_of_namesakes import ranks_of_namesakes

        settled = ranks_of_namesakes(packs_beside(settled, frames, setting), setting)
        settled = rank_chains(settled, frames) if ordered else settled
        settled = years_of_chains(settled, setting)
        settled = ranks_held_behind(ranks_behind_names(settled, frames, setting), frames, setting)
    if ordered or Tag.RANK_CUE in tags or Tag.RANK_NUMBERED in tags:
        from factcheck.reading.evidence.ranks.explained_ranks import explained_ranks

        settled = explained_ranks(settled, frames, setting)
        if Tag.BIND_AND in tags:
            from factcheck.reading.evidence.ranks.ranks_in_order import ranks_in_order

            settled = ranks_in_order(settled, frames, setting)
    if any(claim.value == "lowest" for claim in settled) and any(claim.kind == "rank" for claim in settled):
        from factcheck.reading.evidence.ranks.from_bottom import behind_the_last

        settled = behind_the_last(settled, setting)
    return settled


def _of_neighbours(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, tags: Set[str]) -> list[Claim]:
    """The claims with what only the figures beside it, or the sentence before, tell of; without those of a part of the
    people. `tags` are those of the article."""
    settled = list(claims)
    if Tag.CHANGE in tags and not tags.isdisjoint((Tag.MOOD_THEM, Tag.COLLECTIVE, Tag.BIND_ALIKE)):
        from factcheck.reading.evidence.rates.rates_of_all import rates_of_all

        settled = rates_of_all(settled, frames, setting)
    places = {frame.sentence.place for frame in with_tag(frames, Tag.EXTREME)} if Tag.EXTREME in tags else set()
    if places and any(claim.sentence in places for claim in settled):
        from factcheck.reading.evidence.ranks.extremes_beside import extremes_beside

        settled = extremes_beside(settled, frames, setting)
    if Tag.END_OF in tags or (Tag.EXTREME in tags and _has_loose_extremes(settled, frames)):
        from factcheck.reading.evidence.ranks.explained_extremes import explained_extremes

        settled = explained_extremes(settled, frames, setting)
    if Tag.COUNT_PEOPLE in tags:
        from factcheck.reading.evidence.rates.of_part import without_parts

        settled = without_parts(settled, frames, setting)
    if UNITS in tags:
        from factcheck.reading.evidence.figures.counted_on import counted_on

        settled = counted_on(settled, frames, setting)
        from factcheck.reading.evidence.counts.divisions import divisions

        settled = divisions(settled, frames, setting)
    return settled


def _joins(frame: Frame, at: int) -> bool:
    """ "Agam dan Dharmasraya", "…, sama dengan Riau": whether a word joins two names, or a name to what was told."""
    named = at < len(frame.mentions) - 1 and bool(frame.mentions[at + 1].ids)
    return named and (Tag.BIND_AND not in frame.mentions[at].tags or (at > 0 and bool(frame.mentions[at - 1].ids)))


def _has_loose_extremes(claims: Sequence[Claim], frames: Sequence[Frame]) -> bool:
    """Whether a word for the highest or lowest is read of nobody, of one or a year that its clause does not name, or of
    the one right behind, which may be the region among whom."""
    extremes = [claim for claim in claims if claim.kind == "extreme" and not claim.how]
    read = {one.end for one in extremes if one.subject_span is not None and one.subject_span.start < one.start}
    return any(frame.mentions[at].end not in read for frame, at in places_with(frames, Tag.EXTREME))


def counts_on(frames: Sequence[Frame]) -> bool:
    """Whether an article has an ordinal that may go on with ranks told before."""
    numbers = (frame.mentions[at].number for frame, at in places_with(frames, FIGURES))
    return any(number is not None and number.form == "ordinal" and number.value > 1 for number in numbers)
