"""The passes over changes, words of scales and counts in their order: which two values a change is
of, whom each reaches, in which year, how many there are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from factcheck.language.figures import PERCENT
from factcheck.model import Claim, How
from factcheck.reading.evidence.counts.settled_counts import region_of, settle_counts
from factcheck.reading.evidence.explained.slots import Known, main_year
from factcheck.reading.evidence.words.beside_figures import Beside
from factcheck.reading.evidence.words.list_years import (
    in_only_year,
    may_go_on,
    may_head,
    one_word_each,
    said_once,
    years_of_lists,
)
from factcheck.reading.scan.frame import SCALED, UNITS, Frame, places_with, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting

POINT = "point"
"""What a change in points of nothing in particular measures."""


def with_changes(claims: Sequence[Claim], frames: Sequence[Frame], known: Known, tags: Collection[str]) -> list[Claim]:
    """The claims with changes that two values told near by show, and the columns of such changes; `tags` are those of
    the article."""
    rows, changing = any(frame.sentence.kind == "row" for frame in frames), Tag.CHANGE in tags
    if not (
        changing or rows or UNITS in tags or _in_points(frames) or any(claim.kind == "difference" for claim in claims)
    ):
        return list(claims)
    from factcheck.reading.evidence.changes.told_changes import told_changes

    told = list(claims)
    if known.evidence.shown and any(claim.measure == POINT for claim in told):
        from factcheck.reading.evidence.changes.points_of_rates import points_of_rates

        told = points_of_rates(told, known)
    told = told_changes(told, frames, known)
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


WHOLE = (Tag.MOOD_ALL, Tag.NUMBER, Tag.COLLECTIVE)
"""One of these says that all of a group are meant."""


def with_words(
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
        from factcheck.reading.evidence.words.regions_told_too import with_regions

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
    if any(len(frame.having(SCALED)) > 1 < len(frame.having(Tag.YEAR_DIGITS)) for frame in frames):
        from factcheck.reading.evidence.words.words_in_turn import words_in_turn

        settled = words_in_turn(settled, frames, setting)
    if any(map(may_go_on, frames, frames[1:])):
        from factcheck.reading.evidence.words.lists_going_on import lists_going_on

        settled = lists_going_on(settled, frames, setting)
    if may_head(frames):
        from factcheck.reading.evidence.words.lists_led_to import headed_lists

        settled = headed_lists(settled, frames, setting, main_year(settled), years)
    return settled


def with_counts(
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


def beside_counts(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims with what a count takes to itself: the words that say what is counted, the share right behind it."""
    from factcheck.reading.evidence.counts.counted_words import without_counted
    from factcheck.reading.evidence.counts.shares_apart import shares_apart
    from factcheck.reading.evidence.counts.shares_of_counts import shares_of_counts

    return shares_apart(shares_of_counts(without_counted(claims, frames, setting), frames, setting), frames, setting)
