"""A rise or fall that is not the difference of the two figures it lies between.

Wrong: Pada 2023 nilainya 88,41, pada 2024 85,62; turun 2,97 poin.
Right: Pada 2023 nilainya 88,41, pada 2024 85,62; turun 2,79 poin.
Why: the figures of the subject, in the draft or in the reference, differ by another amount in every pair of years
    that may be meant; or it is said to rise where every pair that far apart falls. Nothing is said where one of the
    figures is itself contradicted: it may be the slip. How far two are from each other ("terpaut 0,83 poin dari Gowa")
    is held against the figures that the draft gives for both in one year. What a value came to is
    no change: "naik sebesar Rp3.119.080", where the reference has that as the value.
Silence: `wrong-change` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from factcheck.checks.declare import differences, moved_values, rule
from factcheck.checks.wording import as_written, called, like, replacing
from factcheck.judging.answers.as_printed import decimals_printed
from factcheck.judging.answers.change_answers import fitting
from factcheck.judging.case import Case, evidence, frame_at
from factcheck.judging.vouching import digits_of, spoken_months, spoken_years
from factcheck.judging.years.foreseen import is_foreseen
from factcheck.judging.years.year_slips import explained
from factcheck.language.interval import is_round_of, is_rounded
from factcheck.language.number_format import formatted
from factcheck.messages import Message, message
from factcheck.model import COUNTRY, GAP, Claim, Evidence, Finding, Span, Suggestion, number_of, part_of, year_of
from factcheck.reading.bind.claim_index import Claims
from factcheck.reading.bind.which_change import counted_changes, known_changes, stated_changes
from factcheck.reading.evidence.explained.known_facts import MONEY, PERCENT
from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.reading.evidence.figures.whose_figure import is_of_country
from factcheck.reading.scan.frame import ENDS, FIGURES
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.sums.changes import Change, Changes, in_order
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.checks.levels_as_changes import LevelAsChange

RULE = "wrong-change"
REACH, FEW = 160, 4
"""Letters in front of a change, and figures among them, that may be what it lies between."""
WIDE = 25
"""A hedged figure may be anything within a twenty-fifth of it and more."""
FARTHEST = Decimal(200)
"""A change so many times too large or too small is one of something else: "naik 1,90 poin" of no number of people."""
EXACT = 3
"""So many digits of a change are hardly two neighbours'."""
BEFORE = 5
"""Sentences in front of a change that may name the two whom it lies between."""
NEAR = 3
"""Mentions behind a gap within which the other stands: "poin", "dari", the name."""
WAYS = ("up", "down")
NO_SCORE = ("step", "entity")
"""Places are gained by a smaller number, and entities are counted: their direction is not held."""


@rule(RULE, "error", after="conflicting-values", needs=differences, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each change that no pair of figures bears out, in size or in direction."""
    yield from _turned(case)
    yield from _apart(case)
    for claim in case.claims:
        if claim.kind != "difference" or not claim.subject or is_foreseen(case, claim):
            continue
        told = _told(case, claim)
        if told is not None:
            yield _finding(case, claim, told)
        if told is not None or case.answer(claim).verdict == "supported":
            continue
        change = _meant(case, claim)
        if (
            change is not None
            and not _between_figures(case, claim)
            and not is_rounded(claim.value, change.size)
            and not is_round_of(claim.value, change.size)
            and not any(fitting(claim, _all(case, claim)))
            and not _is_vague(case, claim)
            and not _is_told_finer(case, claim)
            and not _is_mean(case, claim)
            and FARTHEST > number_of(claim) / (change.size or 1) > 1 / FARTHEST
            and not _is_of_another(case, claim)
            and not _is_gap(case, claim)
            and not _lies_between(case, claim)
        ):
            yield _finding(case, claim, change)


@rule(RULE, "warning", after="wrong-change", needs=moved_values)
def check_levels(case: Case) -> Iterator[Finding]:
    """A finding for each value that is told as if it were a change."""
    from factcheck.checks.levels_as_changes import levels_as_changes

    for one in levels_as_changes(case):
        yield _level_finding(case, one)


def _level_finding(case: Case, one: LevelAsChange) -> Finding:
    text, word, claim = case.document.text, case.document.text[slice(*one.word)], one.claim
    earlier = one.shown.kind != "difference" and one.shown.period > claim.period
    led = case.language.changes.classes["from" if earlier else "to"].split("|")[0]
    right = f"{word} {like(word, word, led)} {text[one.start : claim.end]}"
    facts = [*case.answer(claim).facts[:1], *case.answer(one.shown).facts[:1]]
    told = message(
        "{text} is the {what} of {who} itself, not how much it changed.",
        text=text[one.start : claim.end], what=called(case, claim), who=case.name(claim.subject),
    )  # fmt: skip
    return Finding(
        RULE,
        "warning",
        told,
        one.word.start,
        claim.end,
        (claim.id,),
        expected=right,
        suggestions=(Suggestion(one.word.start, claim.end, right),),
        evidence=evidence(facts),
    )


def _told(case: Case, claim: Claim) -> Change | None:
    """The change between the two right rates beside it that a change in points misses, and of other figures that from
    the year or month named behind it; imported where one may be."""
    measures = (info.measures for info in case.reference.packs if info.name == claim.pack)
    if any(one[claim.measure].unit == PERCENT for one in measures if claim.measure in one):
        from factcheck.checks.told_pairs import told_pair

        return told_pair(case, claim)
    if not _is_told_from(case, claim) or (case.answer(claim).verdict == "supported" and not _has_parts(case, claim)):
        return None
    from factcheck.checks.told_pairs import told_since

    return told_since(case, claim)


def _has_parts(case: Case, claim: Claim) -> bool:
    """Whether what changes has figures of parts of a year: so many that two of some are any size apart."""
    facts = case.reference.facts(claim.measure, claim.subject, claim.period, claim.pack)
    return any(part_of(fact.period) for fact in facts)


def _is_told_from(case: Case, claim: Claim) -> bool:
    """Whether a year stands in the sentence of a change."""
    from factcheck.judging.case import frame_of

    frame = frame_of(case, claim)
    return frame is not None and frame.has_any((Tag.YEAR_DIGITS, Tag.YEAR))


def _is_vague(case: Case, claim: Claim) -> bool:
    """ "nyaris tiga puluh poin", "still more than four points", of whom the sentence does not name."""
    if claim.subject_span is not None:
        return False
    if claim.low is None or claim.high is None or case.text(claim).isalpha():
        return case.text(claim).isalpha()
    return (claim.high - claim.low) * WIDE >= number_of(claim)


def _is_told_finer(case: Case, claim: Claim) -> bool:
    """ "Tambah 41 Poin dalam Tiga Tahun" over "menambah 41,02 poin": whether the draft tells a right change of the same
    subject that a change rounds."""
    right = _right_changes(case).get((claim.subject, claim.measure), ())
    return any(is_rounded(claim.value, one) or is_round_of(claim.value, one) for one in right)


def _is_mean(case: Case, claim: Claim) -> bool:
    """ "Rata-rata kenaikan per tahun Rp141.149": whether a word for a mean leads to a change in its clause."""
    from factcheck.judging.case import frame_of

    frame = frame_of(case, claim)
    at = frame.ending(claim.end, FIGURES) if frame is not None else -1
    means = frame.having(Tag.BIND_AVERAGE, 0, at) if frame is not None and at > 0 else ()
    return frame is not None and bool(means) and not frame.has_any((*ENDS, FIGURES), means[-1], at)


@lru_cache(maxsize=2)
def _right_changes(case: Case) -> Mapping[tuple[str, str], Collection[Decimal]]:
    """The sizes of the right changes of each subject."""
    found: dict[tuple[str, str], dict[Decimal, None]] = defaultdict(dict)
    for claim in case.claims:
        if claim.kind == "difference" and case.answer(claim).verdict == "supported":
            found[claim.subject, claim.measure][number_of(claim)] = None
    return found


def _is_gap(case: Case, claim: Claim) -> bool:
    """ "terpaut 0,95 dari Banten": how far somebody is from another, whom the sentence names behind the figure."""
    if claim.condition.startswith(GAP):
        return True
    from factcheck.judging.case import frame_of

    frame = frame_of(case, claim)
    if frame is None:
        return False
    at = max(0, frame.ending(claim.end, Tag.NUMBER))
    told = frame.having(Tag.CHANGE, 0, at)
    if not told or frame.mentions[told[-1]].tags[Tag.CHANGE] != "any":
        return False
    between = [place for place, _ in frame.bearers if told[-1] < place < at]
    if len(between) == 2 and frame.has(Tag.BIND_AND, between[0], between[1]):  # "Jarak Kepri dan Riau 0,96 tahun"
        return True
    if between:  # "Selisih kita dengan Banten cuma 0,05 poin"
        before = frame.plain[frame.mentions[told[-1]].end : frame.mentions[between[0]].start].lower().split()[-1:]
        return before in ([word] for word in frame.words.apart)
    return any(claim.subject not in ids for place, ids in frame.bearers if at < place <= at + NEAR)


def _apart(case: Case) -> Iterator[Finding]:
    """Gaps to another that the right figures of both in the draft do not make, but for a slip of the finger."""
    for claim in case.claims:
        if claim.kind != "difference" or not claim.subject or claim.measure in NO_SCORE or not _is_gap(case, claim):
            continue
        for other in _others_behind(case, claim)[:1]:
            pair = _right_pair(case, claim, other)
            gap = abs(pair[0] - pair[1]) if pair is not None else Decimal(0)
            if gap and not claim.states(gap) and one_slip(str(claim.value), f"{gap:.{decimals_printed(claim)}f}"):
                yield _gap_finding(case, claim, other, gap)


def _lies_between(case: Case, claim: Claim) -> bool:
    """ "Selisih tersempit dengan peringkat kedua 0,41": whether a change of whom its sentence does not name is just how
    far two of those named near by lie apart in a year spoken of, by the reference."""
    if claim.subject_span is not None or claim.measure in NO_SCORE or not case.frames:
        return False
    near = case.frames[max(0, claim.sentence - BEFORE) : claim.sentence + 1]
    names = sorted({claim.subject, *(ids[0] for frame in near for _, ids in frame.bearers)})
    for year in spoken_years(case):
        facts = (case.reference.facts(claim.measure, name, year, claim.pack)[:1] for name in names)
        values = [number_of(fact) for found in facts for fact in found if isinstance(fact.value, Decimal)]
        if any(claim.states(abs(one - other)) for one, other in combinations(values, 2)):
            return True
    return False


def _others_behind(case: Case, claim: Claim) -> list[str]:
    """Whom the sentence names right behind a gap, but for its subject."""
    from factcheck.judging.case import frame_of

    frame = frame_of(case, claim)
    at = max(0, frame.ending(claim.end, Tag.NUMBER)) if frame is not None else 0
    bearers = frame.bearers if frame is not None else ()
    return [ids[0] for place, ids in bearers if at < place <= at + NEAR and claim.subject not in ids]


def _right_pair(case: Case, claim: Claim, other: str) -> tuple[Decimal, ...] | None:
    """The figures of two in the year of a gap, where the draft gives one for each and the reference bears both out."""
    slots = [(subject, claim.measure, claim.period) for subject in (claim.subject, other)]
    one, its = (_right_figures(case).get(slot, frozenset()) for slot in slots)
    return (*one, *its) if len(one) == len(its) == 1 else None


@lru_cache(maxsize=2)
def _right_figures(case: Case) -> Mapping[tuple[str, str, str], frozenset[Decimal]]:
    """The figures of a draft that the reference bears out, by subject, measure and year."""
    found: dict[tuple[str, str, str], set[Decimal]] = defaultdict(set)
    for claim in case.claims:
        told = isinstance(claim.value, Decimal) and claim.kind != "difference"
        if told and case.answer(claim).verdict == "supported":
            found[claim.subject, claim.measure, claim.period].add(number_of(claim))
    return {slot: frozenset(values) for slot, values in found.items()}


def _gap_finding(case: Case, claim: Claim, other: str, gap: Decimal) -> Finding:
    figures = sorted(_right_pair(case, claim, other) or (), reverse=True)
    row = f"{' - '.join(formatted(figure, case.language) for figure in figures)} = {formatted(gap, case.language)}"
    return Finding(
        RULE,
        "error",
        message(
            "{text} is not how far {who} is from {other}: {row}.",
            text=case.text(claim), who=case.name(claim.subject), other=case.name(other), row=row,
        ),
        claim.start,
        claim.end,
        (claim.id,),
        expected=as_written(case, claim, gap),
        suggestions=(replacing(case, claim, gap),),
        evidence=(Evidence("arithmetic", "", gap, row),),
    )  # fmt: skip


def _is_of_another(case: Case, claim: Claim) -> bool:
    """ "hanya tiga yang menyusut: provinsi (2,79 poin), Tebo (4,29)": of whom the sentence does not name, and just what
    the figures of somebody else in the draft differ by; in brackets, or told so exactly that it is no chance."""
    if claim.subject != COUNTRY and _is_national(case, claim):
        return True
    bracketed = case.document.plain[claim.start - 1 : claim.start] == "("
    if not (bracketed or digits_of(claim) >= EXACT) or claim.subject_span is not None or claim.measure in NO_SCORE:
        return False
    return bool(_sizes(case, claim.measure).get(number_of(claim), frozenset()) - {claim.subject})


def _is_national(case: Case, claim: Claim) -> bool:
    """Whether the country is spoken of between the figure before and a change."""
    from factcheck.judging.case import frame_of

    frame = frame_of(case, claim)
    at = frame.ending(claim.end, FIGURES) if frame is not None else -1
    return frame is not None and at >= 0 and is_of_country(frame, at)


@lru_cache(maxsize=8)
def _sizes(case: Case, measure: str) -> Mapping[Decimal, frozenset[str]]:
    """By how much the figures of a draft differ from year to year, with those whose they are."""
    found: dict[Decimal, set[str]] = defaultdict(set)
    for subject in case.claims.subjects:
        for change in case.claims.changes(subject, measure):
            found[change.size].add(subject)
    return {size: frozenset(subjects) for size, subjects in found.items()}


def _between_figures(case: Case, claim: Claim) -> bool:
    """Whether two figures right in front of it, or in its sentence, differ by just so much, whosesoever they are:
    "78,63. Tahun 2018 angkanya 67,99, jadi ada tambahan 10,64", "naik 0,81 dari 91,35"; or, in per cent, by just such a
    part of one: "dari Rp3.385.145 menjadi Rp3.657.527, bertambah 8,05 persen"."""
    end = frame_at(case, claim.start).sentence.end if case.frames else claim.end
    near = (one for one in case.numbers if claim.start - REACH < one.start < end and one.figure.start != claim.start)
    told = [one for one in near if one.quantum < 1 or one.value >= MONEY]
    before = [one.value for one in told if one.start < claim.start][-FEW:]
    pairs = list(combinations([*before, *(one.value for one in told if one.start > claim.start)][: FEW + 2], 2))
    if any(abs(one - other) == claim.value for one, other in pairs):
        return True
    step = Decimal(1).scaleb(-decimals_printed(claim))
    rates = (abs(100 * (other - one) / one) for one, other in pairs if one) if _is_rate(case, claim) else ()
    return any(abs(rate - number_of(claim)) < step for rate in rates)


def _is_rate(case: Case, claim: Claim) -> bool:
    return any(one.figure.start == claim.start and one.unit == PERCENT for one in case.numbers)


def _unit_before(case: Case, claim: Claim) -> str:
    """The unit as written right in front of a figure: "Rp", "Rp "; empty where none is."""
    number = next((one for one in case.numbers if one.figure.start == claim.start and one.start < claim.start), None)
    return case.document.text[number.start : claim.start] if number is not None else ""


def _turned(case: Case) -> Iterator[Finding]:
    """Changes of the right size the wrong way: "naik" where all pairs of figures that far apart fell."""
    for claim in case.claims:
        if claim.kind != "difference" or claim.measure in NO_SCORE or claim.condition not in WAYS or not claim.subject:
            continue
        if is_foreseen(case, claim):
            continue
        fit = [change for change in fitting(claim, _all(case, claim)) if change.size]
        changes = [change for change in fit if _is_spoken_of(case, change)]
        if changes and all(_way(change) != claim.condition for change in changes):
            yield _other_way(case, claim, _first(case, claim))


def _is_spoken_of(case: Case, change: Change) -> bool:
    """Whether a draft speaks of the years of a change between months: of these there are so many that one of any size
    is found somewhere."""
    years = {year_of(change.first_period), year_of(change.second_period)}
    return "-" not in f"{change.first_period}{change.second_period}" or years <= spoken_years(case)


def _way(change: Change) -> str:
    return "up" if change.second > change.first else "down"


def _first(case: Case, claim: Claim) -> Change:
    """Of the changes of the right size the one over the fewest years."""
    stated, known = _all(case, claim)
    changes = [*in_order(fitting(claim, (stated,))), *in_order(fitting(claim, (known,)))]
    told = (change for change in changes if change.size and _is_spoken_of(case, change))
    return min(told, key=lambda change: change.years)


def _other_way(case: Case, claim: Claim, change: Change) -> Finding:
    span = claim.of_span or Span(claim.start, claim.end)
    word = case.document.text[span.start : span.end]
    opposite = case.language.changes.opposites.get(word.lower(), "")
    moved = (
        message("{what} of {who} fell: {row}.")
        if change.second < change.first
        else message("{what} of {who} rose: {row}.")
    )
    first, second = (formatted(value, case.language) for value in (change.first, change.second))
    row = f"{first} ({change.first_period}), {second} ({change.second_period})"
    return Finding(
        RULE,
        "error",
        Message(
            moved.template, {"what": called(case, claim).at_the_head(), "who": case.name(claim.subject), "row": row}
        ),
        span.start,
        claim.end,
        (claim.id,),
        expected=f"{opposite}{case.document.text[span.end : claim.end]}" if opposite else row,
        suggestions=(Suggestion(*span, like(word, word, opposite)),) if opposite else (),
        evidence=(Evidence("arithmetic", "", change.size, row),),
    )


def _all(case: Case, claim: Claim) -> tuple[Changes, Changes]:
    """The changes of the draft, as written and as put under the right year, and those of the reference."""
    entities = claim.measure == "entity"
    stated = (
        counted_changes(claim, case.claims, _sound(case))
        if entities
        else stated_changes(claim, _written_and_sound(case))
    )
    return stated, known_changes(claim, case.reference, spoken_months(case))


@lru_cache(maxsize=2)
def _written_and_sound(case: Case) -> Claims:
    return Claims((*case.claims, *_sound(case)))


@lru_cache(maxsize=2)
def _sound(case: Case) -> Claims:
    """The claims that the reference does not contradict; those under a wrong year are put under the right one."""
    moved = explained(case)
    claims = [one._replace(period=moved[one.id].right) if one.id in moved else one for one in case.claims]
    return Claims(one for one in claims if one.id in moved or case.answer(one).verdict != "contradicted")


def _meant(case: Case, claim: Claim) -> Change | None:
    """The change that is likeliest meant, none where rounding explains what is told; imported where one may be."""
    from factcheck.checks.meant_change import is_of_rounded, meant

    change = meant(case, claim, _sound(case), _all(case, claim))
    return None if change is not None and is_of_rounded(claim, change) else change


def _finding(case: Case, claim: Claim, change: Change) -> Finding:
    larger, smaller = max(change.first, change.second), min(change.first, change.second)
    unit = _unit_before(case, claim)
    minuend, subtrahend, size = (formatted(value, case.language) for value in (larger, smaller, change.size))
    when = "–".join(dict.fromkeys((change.first_period, change.second_period)))
    row = f"{minuend} - {subtrahend} = {size} ({when})"
    return Finding(
        RULE,
        "error",
        message(
            "{text} is not the change in {what} of {who}: {row}.",
            text=case.text(claim),
            what=called(case, claim),
            who=case.name(claim.subject),
            row=row,
        ),
        claim.start - len(unit),
        claim.end,
        (claim.id,),
        expected=f"{unit}{as_written(case, claim, change.size)}",
        suggestions=(replacing(case, claim, change.size),),
        evidence=(Evidence("arithmetic", "", change.size, row),),
    )
