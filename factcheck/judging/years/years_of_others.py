"""Years that stand right beside what is theirs, while what fits another is told of others in the same sentence."""

from collections.abc import Sequence
from decimal import Decimal

from factcheck.judging.case import Case, frame_at
from factcheck.judging.years.held_year import Held
from factcheck.judging.years.right_year import is_distinctive
from factcheck.judging.years.told_years import GLUED, ends_series, fine_figures
from factcheck.model import Claim, Span
from factcheck.reading.scan.frame import FIGURES, SCALED
from factcheck.reading.scan.mentions import Tag

LED = 24
"""Code points from a figure to a year behind its unit: " juta ton pada "."""


def is_of_last_alone(case: Case, held: Held) -> bool:
    """ "Lahat 80,58 dan Banyuasin 85,40, lalu Palembang 91,23 pada 2022": whether a year stands right behind a figure
    that is right in it, and all that it is not the year of stand in front of that, or it stands in brackets; or they
    are of others who are named behind it: "Lahat turun ke 80,58 dari 83,17 pada 2022, dan Banyuasin meraih 85,40"."""
    year, near = (
        case.document.plain[slice(*held.span)],
        case.claims.inside(frame_at(case, held.span.start).sentence.place),
    )
    told = [*held.claims, *(claim for claim in near if claim.period == year and isinstance(claim.value, Decimal))]
    last = max((claim for claim in told if claim.end <= held.span.start), key=lambda one: one.end, default=None)
    if last is None or held.span.start - last.end > LED:
        return _is_of_nobodys(case, held.span, held.shown)
    if not is_distinctive(last):
        return False
    if case.answer(last).verdict != "supported":
        return False
    if all(claim.end < last.start or _is_behind(claim, last, held.span) for claim in held.shown):
        return True
    around = case.document.plain[held.span.start - 1 : held.span.end + 1]
    bracketed = around.startswith("(") and around.endswith(")")
    before = all(claim.end < last.start for claim in held.shown)
    return held.span.start - last.end <= GLUED and (before or bracketed)


def _is_of_nobodys(case: Case, span: Span, shown: Sequence[Claim]) -> bool:
    """ "Lembaga lain menghitung 61,40 pada 2023, sementara Kota Jambi bertahan di 93,68": whether a year stands right
    behind a figure that is nobody's, and all that it is not the year of are of those named behind it."""
    glued = any(0 <= span.start - one.end <= GLUED for one in fine_figures(case, span.start))
    return glued and all(one.subject_span is not None and one.subject_span.start > span.end for one in shown)


def _is_behind(claim: Claim, last: Claim, year: Span) -> bool:
    """Whether a claim is of another than the one in front of a year, who is named behind it."""
    name = claim.subject_span
    return claim.subject != last.subject and name is not None and name.start > year.end


def is_behind_full_stop(case: Case, held: Held) -> bool:
    """ "Pada 2021 peringkat 10, pada 2022 7. Lampung memperoleh 88,49": whether a figure right behind the year is its
    own, and what fits another stands behind a full stop."""
    plain = case.document.plain
    return plain[held.span.end + 1 : held.span.end + 2].isdigit() and all(
        ". " in plain[held.span.end : one.start] for one in held.shown
    )


def stands_behind_series(case: Case, held: Held) -> bool:
    """Whether a year stands behind another figure than those of one who is named that fit another year."""
    if any(claim.subject_span is None or claim.period_span != held.span for claim in held.shown):
        return False
    return ends_series(frame_at(case, held.span.start), max(claim.end for claim in held.shown), held.span)


def is_of_others(case: Case, held: Held) -> bool:
    """ "Angka itu diraihnya pada 2024; dua yang lain 79,33 dan 80,71": whether all that fits another year stands behind
    a word for the others, with nobody named between: they are those of other years."""
    frame = frame_at(case, held.span.start)
    others = frame.having(Tag.COUNT_OTHER)
    first = next((at for at in others if frame.mentions[at].start >= held.span.end), -1)
    if first < 0:
        return False
    inside = [one for one in held.shown if one.sentence == frame.sentence.place]
    last = max((frame.ending(one.end, FIGURES) for one in inside), default=-1)
    behind = all(one.start > frame.mentions[first].end for one in held.shown)
    return behind and len(inside) == len(held.shown) and not frame.names_between(first, max(first, last))


def is_of_word(case: Case, held: Held) -> bool:
    """ "Minahasa Utara, juga merah pada 2022, meraih 92,56", "mereka yang pada 2021 kuning: Belu (83,33)": whether the
    year stands right beside a word of a scale that is its in that year and not in the other, and what fits the other
    follows behind a comma or a colon."""
    if any(claim.start < held.span.end for claim in held.shown):
        return False
    from factcheck.judging.carried_words import bears
    from factcheck.reading.evidence.words.words_of_scales import words_in

    one, frame = held.shown[0], frame_at(case, held.span.start)
    words = words_in(frame, frozenset((one.pack,))) if frame.has(SCALED) else ()
    glued = (word for word in words if _is_closed_beside(case, held.span, word.span))
    return any(
        bears(case, one.subject, one.period, one.pack, word.measure, word.word)
        and not bears(case, one.subject, held.right, one.pack, word.measure, word.word)
        for word in glued
    )


def _is_closed_beside(case: Case, year: Span, word: Span) -> bool:
    """Whether a year and a word of a scale stand side by side, and a comma or a colon behind them."""
    behind = max(year.end, word.end)
    between = case.document.plain[year.end : word.start]  # "pada 2021 masih kuning:"
    near = 0 <= year.start - word.end <= GLUED or (0 < len(between) <= GLUED and between.replace(" ", "a").isalpha())
    return near and case.document.plain[behind : behind + 1] in (",", ":")


def is_of_extreme(case: Case, held: Held) -> bool:
    """ "Yang paling bawah pada 2021, Morowali Utara, berkualitas tertinggi": whether the year stands right behind a
    word for the highest or lowest that names somebody behind a comma, and all that fits another behind that name."""
    if all(one.kind == "extreme" for one in held.shown):
        from factcheck.judging.aside import is_replaced

        if all(is_replaced(case, one) for one in held.shown):
            return True
    frame = frame_at(case, held.span.start)
    at = next((at for at in frame.having(Tag.YEAR_DIGITS) if frame.mentions[at].start == held.span.start), -1)
    lead = at - 1 - frame.before(at, Tag.YEAR)
    if at < 0 or lead < 0 or Tag.EXTREME not in frame.mentions[lead].tags or not frame.after(at, Tag.COMMA):
        return False
    names = [one for one in frame.named if one > at]
    return bool(names) and all(one.start > frame.mentions[names[0]].start for one in held.shown)


def is_moved_on(case: Case, held: Held) -> bool:
    """ "was second in 2022 with 90.36 and has slipped to ninth": whether a figure that is right in the year stands
    right behind it, and what fits another behind a change that came to it."""
    frame = frame_at(case, held.span.start)
    to = next((at for at in frame.having(Tag.BIND_TO) if frame.before(at, Tag.CHANGE)), -1)
    if to < 0 or frame.mentions[to].start < held.span.end:
        return False
    here = case.claims.inside(frame.sentence.place)
    own = [one for one in here if held.span.end <= one.start and one.end <= frame.mentions[to - 1].start]
    right = [one for one in own if is_distinctive(one) and case.answer(one).verdict == "supported"]
    year = case.document.plain[slice(*held.span)]
    return any(one.period == year for one in right) and all(one.start >= frame.mentions[to].end for one in held.shown)
