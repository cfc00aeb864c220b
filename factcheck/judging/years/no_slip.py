"""Years that look like slips and are none: what stands beside a written year says why its figures fit another."""

from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal

from factcheck.judging.case import Case, frame_at
from factcheck.judging.years.right_year import is_distinctive, is_figure
from factcheck.judging.years.told_years import (
    FOLLOWS,
    GLUED,
    dates_something_else,
    ends_series,
    fine_figures,
    is_relative,
    year_in_front,
    years_told,
)
from factcheck.model import Claim, How, Span, number_of
from factcheck.reading.scan.frame import FIGURES, SCALED
from factcheck.reading.scan.mentions import Tag
from factcheck.spans import HEADS
from factcheck.typed import NamedTuple

EXACT = 1000
"""A change of so many rupiah is no other year's by chance."""
LISTED = 3
"""So many right amounts of one year make a draft one about that year."""
LED = 24
"""Code points from a figure to a year behind its unit: " juta ton pada "."""


class Held(NamedTuple):
    """A year as written, the claims under it held together, those of them that fit another, and that other year."""

    span: Span
    claims: Sequence[Claim]
    shown: Sequence[Claim]
    right: str


def is_none(case: Case, held: Held) -> bool:
    """Whether a year that the figures under it refute is right all the same, or was carried to them wrongly."""
    return any(question(case, held) for question in QUESTIONS)


def _is_relative_alone(case: Case, held: Held) -> bool:
    """Whether a relative year has no figure with decimals, or is itself read as the other year."""
    if not is_relative(case, held.span):
        return False
    return not any(map(is_figure, held.shown)) or all((one.subject, held.right) in one.readings for one in held.shown)


def _is_headed(case: Case, held: Held) -> bool:
    """ "## 2022: standar baru", above "Setahun kemudian …" counted from the chapter before: whether the last heading
    above a relative year has the right one."""
    if not is_relative(case, held.span):
        return False
    heads = [block for block in case.document.blocks if block.kind in HEADS and block.end <= held.span.start]
    return bool(heads) and held.right in case.document.plain[heads[-1].start : heads[-1].end]


def _stands(case: Case, held: Held) -> bool:
    """Whether the year of claims that it was carried to is borne out by a telling figure elsewhere in the draft: then
    they were misread, and the year is no slip."""
    if any(claim.period_span is not None or How.YEAR_OF_ARTICLE not in claim.how for claim in held.claims):
        return False
    year = held.claims[0].period
    if any(0 <= claim.start - held.span.end < FOLLOWS for claim in held.claims):
        return False
    return any(
        claim.period == year
        and claim.period_origin not in (held.span, held.claims[0].period_origin)
        and is_distinctive(claim)
        and case.answer(claim).verdict == "supported"
        for claim in case.claims
    )


def _are_cut_short(case: Case, held: Held) -> bool:
    """Whether all that another year has is what that as written has, cut off."""
    from factcheck.judging.vouching import is_cut_short

    return all(is_cut_short(case, claim) for claim in held.shown)


def _is_risen_to(case: Case, held: Held) -> bool:
    """ "pada 2026 naik Rp140.895 menjadi Rp2.305.985": whether the one figure that fits another year stands beside a
    change that is right in the year as written: then the figure is the slip."""
    if len(held.shown) != 1:
        return False
    one = held.shown[0]
    return not _has_its_own(case, one) and any(
        (other.kind, other.subject, other.period) == ("difference", one.subject, one.period)
        and number_of(other) > EXACT
        and case.answer(other).verdict == "supported"
        for other in case.claims.inside(one.sentence)
    )


def _is_old_amount(case: Case, held: Held) -> bool:
    """ "Daftar 2026: …, Jawa Timur 2026 Rp2.305.985": whether one amount of last year stands under the year in which
    the draft has most amounts right: then the amount is the slip, copied from the old list."""
    from factcheck.judging.something_else import times_right
    from factcheck.judging.vouching import is_exact

    if len(held.shown) != 1 or not is_exact(held.shown[0]) or held.right > held.shown[0].period:
        return False
    if _has_its_own(case, held.shown[0]):
        return False
    here = times_right(case, held.shown[0])
    return here >= LISTED and here > times_right(case, held.shown[0]._replace(period=held.right))


def _has_its_own(case: Case, claim: Claim) -> bool:
    """ "Iuran 2023 naik menjadi Rp2.943.000 dari iuran 2023 yang Rp2.698.940": whether the draft tells, of the subject
    of a claim, the right figure of the year as written elsewhere: then the claim is of another one."""
    same = (claim.measure, claim.kind, claim.period)
    return any(
        (one.measure, one.kind, one.period) == same and one.id != claim.id and case.answer(one).verdict == "supported"
        for one in case.claims.of(claim.subject)
    )


def _is_no_year_of_results(case: Case, held: Held) -> bool:
    from factcheck.judging.years.foreseen import is_no_year_of_results

    return is_no_year_of_results(case, held.span, held.shown)


def _is_of_last_alone(case: Case, held: Held) -> bool:
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


def _has_another(case: Case, held: Held) -> bool:
    """ "tadinya posisi 28 pada tahun 2023": a year that is right beside a telling value is not convicted by those of
    later sentences that it was carried to; nor is one beside any other value, by those of the article's own year."""
    if any(claim.period_span is not None for claim in held.shown):
        return False
    own = [claim for claim in held.claims if claim.period_span == held.span]
    if any(is_distinctive(claim) and case.answer(claim).verdict == "supported" for claim in own):
        return True
    borne = [claim for claim in own if case.answer(claim).verdict in ("supported", "disputed")]
    if borne and 2 * sum(claim.start < held.span.start for claim in held.shown) > len(
        held.shown
    ):  # told in front of that year
        return True
    later = bool(borne) and all(claim.sentence > borne[-1].sentence for claim in held.shown)
    return later and _is_main(case, held.right, held.span)


def _is_main(case: Case, year: str, span: Span) -> bool:
    """Whether most figures that the reference bears out are of a year, one of them in front of a place: then what was
    carried to another year from there was misread."""
    borne = [claim for claim in case.claims if is_distinctive(claim) and case.answer(claim).verdict == "supported"]
    years = Counter(claim.period for claim in borne)
    told = any(claim.period == year and claim.end <= span.start for claim in borne)
    return told and years[year] == max(years.values())


def _has_a_figure(case: Case, held: Held) -> bool:
    """ "Pada 2021 peringkat 10, pada 2022 7. Lampung memperoleh 88,49": whether a figure right behind the year is its
    own, and what fits another stands behind a full stop."""
    plain = case.document.plain
    return plain[held.span.end + 1 : held.span.end + 2].isdigit() and all(
        ". " in plain[held.span.end : one.start] for one in held.shown
    )


def _ends_series(case: Case, held: Held) -> bool:
    """Whether a year stands behind another figure than those of one who is named that fit another year."""
    if any(claim.subject_span is None or claim.period_span != held.span for claim in held.shown):
        return False
    return ends_series(frame_at(case, held.span.start), max(claim.end for claim in held.shown), held.span)


def _dates_something_else(case: Case, held: Held) -> bool:
    """ "Tahun 2024. Pada 2023 kantornya pindah. Kota Jambi bernilai 93,68": whether a year was only carried to claims
    from a sentence that tells of nothing measured, and the year written last in front of that sentence is theirs."""
    if any(claim.period_span is not None for claim in held.shown):
        return False
    if all(year_in_front(case, claim.start) == held.right for claim in held.shown):
        return True  # "… 92,08 pada 2024.\n\nDi tahun terakhir cara lama itu Tuban meraih 99,03"
    return dates_something_else(case, held.span.start, held.right)


def _is_told_otherwise(case: Case, held: Held) -> bool:
    """ "Media menulis nilai 2023 sebagai 57,22. Itu keliru": whether all that fits another year is told to be wrong, or
    is the mean of those told beside it."""
    from factcheck.judging.aside import is_corrected
    from factcheck.judging.means import is_mean

    return all(is_corrected(case, claim.start) or is_mean(case, claim) for claim in held.shown)


def _is_of_others(case: Case, held: Held) -> bool:
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


def _is_of_word(case: Case, held: Held) -> bool:
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
    near = 0 <= year.start - word.end <= GLUED or 0 <= word.start - year.end <= 1
    return near and case.document.plain[behind : behind + 1] in (",", ":")


def _is_of_extreme(case: Case, held: Held) -> bool:
    """ "Yang paling bawah pada 2021, Morowali Utara, berkualitas tertinggi": whether the year stands right behind a
    word for the highest or lowest that names somebody behind a comma, and all that fits another behind that name."""
    frame = frame_at(case, held.span.start)
    at = next((at for at in frame.having(Tag.YEAR_DIGITS) if frame.mentions[at].start == held.span.start), -1)
    lead = at - 1 - frame.before(at, Tag.YEAR)
    if at < 0 or lead < 0 or Tag.EXTREME not in frame.mentions[lead].tags or not frame.after(at, Tag.COMMA):
        return False
    names = [one for one in frame.named if one > at]
    return bool(names) and all(one.start > frame.mentions[names[0]].start for one in held.shown)


def _is_moved_on(case: Case, held: Held) -> bool:
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


def _is_counted_on(case: Case, held: Held) -> bool:
    """ "Daftar 34 pemda pada 2021. … Setahun kemudian lembarnya berubah. Begini bunyinya.": whether a year counted from
    the one written stands behind it and in front of all that fits that one."""
    year, first = case.document.plain[slice(*held.span)], min(claim.start for claim in held.shown)
    between = (span for _, span in years_told(case) if held.span.end <= span.start < first)
    last = next(iter(list(between)[-1:]), None)
    if last is None or not year.isdigit():
        return False
    frame = frame_at(case, last.start)
    at = next((at for at in frame.having(Tag.YEAR_ANCHORED) if frame.mentions[at].start == last.start), -1)
    step = frame.mentions[at].tags.get(Tag.YEAR, "") if at >= 0 else ""
    return step.lstrip("-").isdigit() and str(int(year) + int(step)) == held.right


def _tells_both(case: Case, held: Held) -> bool:
    """ "Hasil penilaian 2023 baru dibicarakan pada 2024. Waktu itu Tebo 88,85": whether a year was only carried to what
    fits another from a sentence that writes that one too."""
    if any(claim.period_span is not None for claim in held.shown):
        return False
    frame = frame_at(case, held.span.start)
    return any(frame.mentions[at].tags[Tag.YEAR_DIGITS] == held.right for at in frame.having(Tag.YEAR_DIGITS)) and all(
        one.sentence == frame.sentence.place + 1 and case.frames[one.sentence].has(Tag.BIND_THEN) for one in held.shown
    )


QUESTIONS: tuple[Callable[[Case, Held], bool], ...] = (
    _is_relative_alone,
    _stands,
    _are_cut_short,
    _is_risen_to,
    _is_old_amount,
    _is_no_year_of_results,
    _is_of_last_alone,
    _has_another,
    _has_a_figure,
    _ends_series,
    _dates_something_else,
    _is_headed,
    _is_told_otherwise,
    _is_of_others,
    _is_of_word,
    _is_moved_on,
    _is_counted_on,
    _is_of_extreme,
    _tells_both,
)
"""Each a way of writing of the press in which the year is right, the cheap ones first."""
