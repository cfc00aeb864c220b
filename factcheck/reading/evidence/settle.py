"""Claims as the grammar proposes them, put right by what explains their figures: the passes in their order."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from factcheck.model import FROM_BOTTOM, Claim, How
from factcheck.reading.evidence.counts.settled_counts import region_of, settle_counts
from factcheck.reading.evidence.explained.explained_figures import Evidence, Figure
from factcheck.reading.evidence.explained.known_facts import PERCENT
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
from factcheck.reading.evidence.words.beside_figures import Beside, places
from factcheck.reading.evidence.words.hung_words import (
    hung_word,
    moved_along,
    years_beside,
)
from factcheck.reading.evidence.words.list_years import (
    in_only_year,
    may_go_on,
    may_head,
    one_word_each,
    said_once,
    without_explanations,
    years_of_lists,
)
from factcheck.reading.evidence.written_years import years_as_written
from factcheck.reading.scan.frame import FIGURES, SCALED, UNITS, Frame, places_with, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting

LISTED = ("item", "row")
RUPIAH = "rupiah"
WHOLE = (Tag.MOOD_ALL, Tag.NUMBER, Tag.COLLECTIVE)
"""One of these says that all of a group are meant."""
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
    settled = _with_ranks(settled, frames, setting, tags)
    settled = _with_changes(settled, frames, known, tags)
    named = years_named(known, published)
    settled = years_beside(settled, main_year(settled), named, setting)
    if any(pack.series() for pack in setting.packs.values()):
        from factcheck.reading.evidence.figures.series import in_their_series

        settled = in_their_series(settled, setting)
    settled = _with_words(settled, frames, beside, setting, named)
    settled = _with_counts(settled, frames, setting, named, tags)
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
    if ordered or Tag.RANK_CUE in tags:
        from factcheck.reading.evidence.ranks.explained_ranks import explained_ranks

        settled = explained_ranks(settled, frames, setting)
    if any(claim.value == "lowest" for claim in settled) and any(claim.kind == "rank" for claim in settled):
        from factcheck.reading.evidence.ranks.from_bottom import behind_the_last

        settled = behind_the_last(settled, setting)
    return settled


def _with_changes(claims: Sequence[Claim], frames: Sequence[Frame], known: Known, tags: Collection[str]) -> list[Claim]:
    """The claims with changes that two values told near by show, and the columns of such changes; `tags` are those of
    the article."""
    rows, changing = any(frame.sentence.kind == "row" for frame in frames), Tag.CHANGE in tags
    if not (
        changing or rows or UNITS in tags or _in_points(frames) or any(claim.kind == "difference" for claim in claims)
    ):
        return list(claims)
    from factcheck.reading.evidence.changes.told_changes import told_changes

    told = told_changes(claims, frames, known)
    if changing and known.evidence.known.has(PERCENT):
        from factcheck.reading.evidence.changes.changes_beside import changes_beside

        told = changes_beside(told, frames, known)
    if changing:
        from factcheck.reading.evidence.changes.slipped_changes import slipped_changes

        told = slipped_changes(told, frames, known)
    if _has_unread_sizes(told, frames):
        from factcheck.reading.evidence.changes.based_changes import based_changes

        told = based_changes(told, frames, known)
    if any(figure.number.unit == PERCENT for figure in known.evidence.figures.values()):
        from factcheck.reading.evidence.changes.relative_changes import relative_changes

        told = relative_changes(told, frames, known)
    if len(told) == len(claims) or not rows:
        return told
    from factcheck.reading.evidence.figures.list_slots import list_slots

    return list_slots(told, frames, known)


def _has_unread_sizes(claims: Sequence[Claim], frames: Sequence[Frame]) -> bool:
    """Whether a figure that is not read counts points, or thousands and millions of what is counted, in a sentence that
    compares with a year."""
    read = {claim.start for claim in claims}
    bases, years = (Tag.BIND_FROM, Tag.BIND_COMPARE, Tag.BIND_SINCE), (Tag.YEAR, Tag.YEAR_DIGITS)
    return any(
        (number := frame.mentions[at - 1].number) is not None
        and number.figure.start not in read
        and (number.quantum < 1 or number.quantum > 1)
        and frame.has_any(bases)
        and frame.has_any(years)
        for tag in (Tag.UNIT, UNITS)
        for frame, at in places_with(frames, tag)
        if at
    )


def _in_points(frames: Sequence[Frame]) -> bool:
    """Whether any figure of an article counts points."""
    units = (frame.mentions[at].tags[Tag.UNIT] for frame, at in places_with(frames, Tag.UNIT))
    return any(unit == "point" for unit in units)


def _of_neighbours(
    claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, tags: Collection[str]
) -> list[Claim]:
    """The claims with what only the figures beside it, or the sentence before, tell of; without those of a part of the
    people. `tags` are those of the article."""
    settled = list(claims)
    if Tag.CHANGE in tags and (Tag.MOOD_THEM in tags or Tag.COLLECTIVE in tags):
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


def _has_loose_extremes(claims: Sequence[Claim], frames: Sequence[Frame]) -> bool:
    """Whether a word for the highest or lowest is read of nobody, or of somebody whom its sentence does not name."""
    extremes = [claim for claim in claims if claim.kind == "extreme"]
    read = {claim.end for claim in extremes if not any(part.is_subject for part in claim.how)}
    return any(frame.mentions[at].end not in read for frame, at in places_with(frames, Tag.EXTREME))


def _with_words(
    claims: Sequence[Claim], frames: Sequence[Frame], beside: Beside, setting: Setting, years: Sequence[str]
) -> list[Claim]:
    """The claims with words of scales said of all whom they reach, each in its year; `years` are those that the article
    may be about."""
    shown, kept = _in_years_explained(claims, setting)
    scaled = bool(with_tag(frames, SCALED))
    settled = _with_reach(shown, frames, beside, setting, years) if scaled else list(shown)
    if with_tag(frames, Tag.BIND_LIKEWISE):
        from factcheck.reading.evidence.words.likewise import likewise

        settled = likewise(settled, frames, setting)
    if any(frame.has(Tag.GROUP) and frame.has_any(WHOLE) for frame in with_tag(frames, SCALED)):
        from factcheck.reading.evidence.words.with_regions import with_regions

        settled = with_regions(settled, frames, setting, main_year(settled), years, region_of(frames, setting))
    if any(measure.banded_by for pack in setting.packs.values() for measure in pack.measures.values()):
        from factcheck.reading.evidence.words.short_words import short_words

        settled = short_words(settled, frames, setting)
    if scaled:
        from factcheck.reading.evidence.words.twin_words import twin_words

        settled = twin_words(settled, frames, setting)
    settled = one_word_each(said_once(settled), frames, setting, main_year(settled))
    if any(isinstance(claim.value, str) for claim in settled):
        from factcheck.reading.evidence.words.said_together import without_excepted

        settled = without_excepted(settled, frames)
    told = [claim for claim in settled if How.YEAR_OF_SENTENCE_BEFORE not in claim.how]
    settled = in_only_year(years_of_lists(settled, setting, years, main_year(told)))
    if any(How.SUBJECT_OF_ARTICLE in claim.how and isinstance(claim.value, str) for claim in settled):
        from factcheck.reading.evidence.counts.counted_words import without_unheard

        settled = without_unheard(settled, frames)
    settled = [kept.get(id(claim), claim) for claim in settled] if kept else settled
    if [one for one in settled if one.kind == "count" and one.period_span is None and ":" in one.condition]:
        from factcheck.reading.evidence.words.figure_years import counts_of_words

        settled = counts_of_words(settled, frames)
    return settled


def _with_reach(
    claims: Sequence[Claim], frames: Sequence[Frame], beside: Beside, setting: Setting, years: Sequence[str]
) -> list[Claim]:
    """The claims of an article that has words of scales, these said of all whom they reach."""
    from factcheck.reading.evidence.words.bare_words import bare_words
    from factcheck.reading.evidence.words.explained_words import explained_words
    from factcheck.reading.evidence.words.said_together import said_together
    from factcheck.reading.evidence.words.scales import settle_words

    settled = settle_words(claims, frames, setting, main_year(claims), years)
    settled = said_together(settled, frames, setting, main_year(settled), years)
    settled = bare_words(settled, frames, beside, setting, main_year(settled), years)
    settled = explained_words(settled, frames, setting, main_year(settled), years)
    if any(map(may_go_on, frames, frames[1:])):
        from factcheck.reading.evidence.words.lists_going_on import lists_going_on

        settled = lists_going_on(settled, frames, setting)
    if may_head(frames):
        from factcheck.reading.evidence.words.lists_led_to import headed_lists

        settled = headed_lists(settled, frames, setting, main_year(settled), years)
    return settled


def _with_counts(
    claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, years: Sequence[str], tags: Collection[str]
) -> list[Claim]:
    """The claims with counts put right by what explains them, those of tables among them; `years` are those that the
    article may be about, `tags` those of the article."""
    settled = settle_counts(claims, frames, setting, main_year(claims))
    if any(frame.sentence.kind == "header" and frame.has(SCALED) for frame in frames):
        from factcheck.reading.evidence.counts.counted_columns import counted_columns

        settled = counted_columns(settled, frames, region_of(frames, setting), setting, years)
    if SCALED in tags or Tag.CUE_WORD in tags:
        from factcheck.reading.evidence.counts.counts_by_names import counts_by_names

        settled = counts_by_names(settled, frames, setting)
    if Tag.GROUP in tags:
        from factcheck.reading.evidence.counts.counted_sides import counted_sides

        settled = counted_sides(settled, frames, setting, main_year(settled))
    return settled


def _in_years_explained(claims: Sequence[Claim], setting: Setting) -> tuple[Sequence[Claim], Mapping[int, Claim]]:
    """The claims with the figures under the years that explain them, and by its identity each such as it was."""
    if not [one for one in claims if one.readings and one.period_span is None]:
        return claims, {}
    from factcheck.reading.evidence.words.figure_years import in_year_explained

    return in_year_explained(claims, setting)


def counts_on(frames: Sequence[Frame]) -> bool:
    """Whether an article has an ordinal that may go on with ranks told before."""
    numbers = (frame.mentions[at].number for frame, at in places_with(frames, FIGURES))
    return any(number is not None and number.form == "ordinal" and number.value > 1 for number in numbers)


def beside_counts(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims with what a count takes to itself: the words that say what is counted, the share right behind it."""
    from factcheck.reading.evidence.counts.counted_words import without_counted
    from factcheck.reading.evidence.counts.shares_of_counts import shares_of_counts

    return shares_of_counts(without_counted(claims, frames, setting), frames, setting)
