"""A word of rising or falling between two figures that went the other way.

Wrong: Angka kemiskinan 10,83 persen, menurun dibandingkan tahun lalu yang 10,77 persen.
Right: Angka kemiskinan 10,83 persen, meningkat dibandingkan tahun lalu yang 10,77 persen.
Why: the two figures are of one unit, the wording says which of them is the earlier, and no reading of the sentence
    bears the word out; or a figure told before is just so far from the one that is compared with as the change is
    large, on its other side ("82,13 ribu orang … menurun 0,95 ribu dari 81,18 ribu"); or two ranks that the
    reference has in their years went the other way than "merosot dari peringkat 28" says. Currencies that are
    quoted the other way round are left alone, and so are figures so far apart that they cannot be of one thing.
Silence: `wrong-direction` under `ignore` in the configuration, or `[sic]` behind the word.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations, takewhile

from factcheck.checks.declare import rule
from factcheck.checks.needs import sums
from factcheck.checks.subject_needs import ranks
from factcheck.judging.case import Case, evidence
from factcheck.judging.grounds.ground import Ground
from factcheck.language.figures import PERCENT
from factcheck.language.fold import fold
from factcheck.language.interval import change, difference
from factcheck.language.language import load
from factcheck.messages import Message, message
from factcheck.model import Claim, Document, Evidence, Finding, Span, Suggestion, number_of
from factcheck.reading.scan.frame import FIGURES, Frame, with_tag
from factcheck.reading.scan.mentions import Mention, Tag
from factcheck.reading.sums.sums import Sum

RULE = "wrong-direction"
NEAR = 5
"""Mentions in front of a rank in which "dari" leads to it."""
BEFORE = 40
"""Letters in front of a word of change in which a word of ranks stands."""
LED = 16
"""Letters in front of a figure in which one stands."""
AGO = 250
"""Letters in front of a figure in which that of another may stand with which a change begins."""
FINE = 100
"""A figure of so many of its last digits is told finely."""
FAR = Decimal("2.5")
"""How many times the smaller figure the larger may be."""


@rule(RULE, "error", after="wrong-percentage", needs=sums, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding for each word of rising or falling of a case that its figures do not bear out, none of which is flagged
    itself: "turun dari 94,25 menjadi 95,57", where 99,25 was meant."""
    from factcheck.checks.figures.odd_one import is_amended

    found = list(find(case.document, [stated for stated in case.sums if not _may_be_of_another(case, stated)]))
    told = {stated.verb for stated in case.sums if found and is_amended(case, stated, "")}
    return (one for one in found if not any(verb and verb.start <= one.end and one.start <= verb.end for verb in told))


def _may_be_of_another(case: Case, stated: Sum) -> bool:
    """ "Palu 78,41, Donggala 84,10. Setahun kemudian Palu naik menjadi 81,20": whether a change goes on from what was
    told in front of its word, and another figure told there bears that out."""
    first, last, verb = (*(stated.figures.get(role) for role in "AB"), stated.verb)
    if stated.kind != "direction" or first is None or last is None or verb is None or first.start > verb.start:
        return _is_added_to(case, stated)
    start = max(case.document.plain.rfind("\n", 0, first.start), first.start - AGO)
    numbers = case.numbers[bisect_left(case.numbers, start, key=lambda one: one.start) :]
    told = takewhile(lambda one: one.end <= verb.start, numbers)
    alike = (one for one in told if (one.unit, one.quantum) == (last.unit, last.quantum))
    return any(stated.direction * (last.value - one.value) > 0 for one in alike)


def _is_added_to(case: Case, stated: Sum) -> bool:
    """ "pays 2,878,286, and added 175,670 to the 2,702,616 of 2024": whether the figure behind a word of rising is what
    something was added to."""
    verb, last, size = stated.verb, stated.figures.get("B"), stated.figures.get("X")
    if verb is None or last is None or size is None or not verb.end <= size.start < last.start:
        return False
    return fold(case.document.text[slice(*verb)]) in case.language.changes.adding


@rule(RULE, "error", after="wrong-direction", needs=ranks)
def check_ranks(case: Case) -> Iterator[Finding]:
    """A finding for each word of rising or falling between two right ranks of one subject that went the other way."""
    for frame in with_tag(case.frames, Tag.RANK_CUE):
        if frame.has(Tag.CHANGE):
            told = [one for one in case.claims.inside(frame.sentence.place) if one.kind == "rank"]
            for one, other in permutations(told, 2):
                word = _word_between(case, frame, one, other)
                if word is not None and _went_otherwise(frame.mentions[word].tags[Tag.CHANGE], one, other):
                    yield _rank_finding(case, frame.mentions[word], one, other)


def _word_between(case: Case, frame: Frame, before: Claim, after: Claim) -> int | None:
    """Where the word stands that leads from one rank to another of the same subject: "merosot dari peringkat 28"; None
    where they are no such two, or the reference does not have both."""
    alike = (before.subject, before.scope, before.group) == (after.subject, after.scope, after.group)
    alike = alike or (before.subject == after.subject and not (before.scope or before.group))
    if not alike or before.period >= after.period:
        return None
    if any(case.answer(one).verdict != "supported" for one in (before, after)):
        return None
    at = next((at for at in frame.having(FIGURES) if frame.mentions[at].end >= before.end), 0)
    sources = frame.having(Tag.BIND_FROM, max(0, at - NEAR), at)
    return sources[-1] - 1 if sources and frame.before(sources[-1], Tag.CHANGE, 1) else None


def _went_otherwise(word: str, before: Claim, after: Claim) -> bool:
    """Whether ranks went up where a word says down, or down where it says up."""
    one, other = number_of(before), number_of(after)
    return (word == "down" and other < one) or (word == "up" and other > one)


def _rank_finding(case: Case, mention: Mention, before: Claim, after: Claim) -> Finding:
    word = case.document.text[mention.start : mention.end]
    opposite = case.language.changes.opposites.get(fold(word), "")
    rose = number_of(after) < number_of(before)
    told = (
        message("From rank {one} to rank {other} is a rise.")
        if rose
        else message("From rank {one} to rank {other} is a fall.")
    )
    from factcheck.checks.wording import like

    return Finding(
        RULE,
        "error",
        Message(told.template, {"one": before.value, "other": after.value}),
        mention.start,
        mention.end,
        (before.id, after.id),
        expected=like(word, word, opposite) if opposite else None,
        suggestions=(Suggestion(mention.start, mention.end, like(word, word, opposite)),) if opposite else (),
        evidence=evidence([*case.answer(before).facts[:1], *case.answer(after).facts[:1]]),
        ground=Ground.SUM,
    )


def find(document: Document, sums: Sequence[Sum]) -> Iterator[Finding]:
    """A finding for each verb that no reading of `sums` (of `find_sums`) bears out."""
    by_verb: dict[Span, list[Sum]] = {}
    for stated in sums:
        if stated.verb is not None and stated.direction and _comparable(stated):
            by_verb.setdefault(stated.verb, []).append(stated)
    for verb, readings in by_verb.items():
        told = readings[0]
        if _is_parted(document, told):
            continue
        if all(map(_is_same, readings)):
            yield _same_finding(document, told)
        elif all(map(_against, readings)) and not any(
            way(document, verb, told) for way in (_of_ranks, _of_rates, _of_part)
        ):
            yield _finding(document, verb, told)


def _is_parted(document: Document, stated: Sum) -> bool:
    """ "Ketika hampir semua turun pada 2022, ia naik dari 7,70 ke 9,24", "warnanya naik, karena batas berubah dari 81
    menjadi 78": whether another word of change, or a clause that gives a reason, stands between one and its figures,
    which are that one's."""
    if stated.verb is None:
        return False
    first = min(stated.figures[name].start for name in ("A", "B"))
    between = fold(document.plain[stated.verb.end : first])
    language = load(document.language)
    inner = sorted((stated.figures[name] for name in ("A", "B")), key=lambda number: number.start)
    if stated.verb.end <= inner[0].start and _turns(document, Span(inner[0].end, inner[1].start)):
        return True
    if not language.changes.opposites.keys().isdisjoint(between.replace(",", " ").split()):
        return True
    return any(f", {word} " in f"{between} " for word in language.changes.reasons)


def _turns(document: Document, place: Span) -> bool:
    """ "turun dari 90,03 pada 2022, lalu melonjak ke 96,47": whether another word of change stands between two figures,
    to the second of which it leads."""
    language = load(document.language)
    words = {*language.words.change.up, *language.words.change.down}
    return any(word in words for word in fold(document.plain[slice(*place)]).replace(",", " ").split())


def _of_rates(document: Document, verb: Span, stated: Sum) -> bool:
    """ "Stunting improved from 37.8 percent": whether a rate is said to get better, be it by rising or by falling."""
    better = load(document.language).changes.better
    return stated.figures["A"].unit == PERCENT and fold(document.plain[slice(*verb)]) in better


def _of_part(document: Document, verb: Span, stated: Sum) -> bool:
    """ "310 dari 416 kabupaten naik", "melonjak ke 414 dari 586": whether so many of a whole rose, or are that now:
    "dari" alone stands between whole numbers, and what is counted between the larger and the word behind it."""
    whole, part = stated.figures["A"], stated.figures["B"]
    if any(one.quantum != 1 or one.unit for one in (whole, part)) or not part.end < whole.start:
        return False
    of = fold(document.plain[part.end : whole.start]).strip() in load(document.language).changes.totals.of
    if verb.end <= part.start:
        return of and stated.direction > 0
    counted = document.plain[whole.end : verb.start].split() if whole.end < verb.start else ()
    return of and bool(counted) and all(word.isalpha() for word in counted)


def _of_ranks(document: Document, verb: Span, stated: Sum) -> bool:
    """ "peringkatnya melorot dari 13 ke 15", "peringkat 7 untuk kelompok provinsi, naik tiga tingkat dari urutan 10":
    whether a word of ranks stands in front of a word of change, or of one of its figures, which are whole numbers: who
    falls gets a larger one."""
    figures = [stated.figures[name] for name in ("A", "B")]
    if any(one.quantum != 1 or one.unit for one in figures):
        return False
    changes = load(document.language).changes
    fronts = [(max(0, verb.start - BEFORE), verb.start), *((max(0, one.start - LED), one.start) for one in figures)]
    before = {word for start, end in fronts for word in fold(document.plain[start:end]).split()}
    endings = ("", *changes.verbs.suffixes)
    return any(f"{word}{end}" in before for word in changes.loose_breaks for end in endings)


def _comparable(stated: Sum) -> bool:
    if not stated.figures.keys() >= {"A", "B"} or stated.kind == "share":
        return False
    one, other = stated.figures["A"], stated.figures["B"]
    if one.unit != other.unit or one.value <= 0 or "word" in (one.form, other.form):
        return False
    return 1 / FAR < other.value / one.value < FAR and _belong(stated)


def _belong(stated: Sum) -> bool:
    """Whether the two figures are of one change: what is said of its size fits them, or the words alone say so."""
    one, other = stated.range("A"), stated.range("B")
    if "X" in stated.figures:
        return difference(one, other).meets(stated.range("X"))
    if "P" in stated.figures:
        whole = change(one, other)
        return whole is not None and whole.meets(stated.range("P"))
    return stated.kind == "direction"


def _against(stated: Sum) -> bool:
    """Whether the figures went the other way beyond all rounding, which never turns about two that are printed to one
    place: "menambah … dari 10,14 juta menjadi 10,13 juta"."""
    first, second = stated.figures["A"], stated.figures["B"]
    if first.quantum == second.quantum:
        return stated.direction * (second.value - first.value) < 0
    one, other = stated.range("A"), stated.range("B")
    return other.low > one.high if stated.direction < 0 else other.high < one.low


def _is_same(stated: Sum) -> bool:
    """ "turun dari 4,10 ke 4,10": whether the figures of a change are one and the same, told finely."""
    one, other = stated.figures["A"], stated.figures["B"]
    return one.value == other.value and one.quantum == other.quantum and one.value >= FINE * one.quantum


def _same_finding(document: Document, stated: Sum) -> Finding:
    one, other = sorted((stated.figures["A"], stated.figures["B"]), key=lambda number: number.start)
    from factcheck.checks.figures.odd_one import figure_of

    row = f"{figure_of(document, one)} = {figure_of(document, other)}"
    told = message("{text} is told twice, and said to have changed.", text=figure_of(document, other))
    reckoned = Evidence("arithmetic", "", Decimal(0), row)
    return Finding(RULE, "warning", told, one.start, other.end, evidence=(reckoned,))


def _finding(document: Document, verb: Span, stated: Sum) -> Finding:
    one, other = stated.figures["A"], stated.figures["B"]
    word = document.text[slice(*verb)]
    from factcheck.checks.figures.odd_one import figure_of

    row = f"{figure_of(document, one)}, {figure_of(document, other)}"
    told = (
        message("The figures rise: {row}.", row=row)
        if stated.direction < 0
        else message("The figures fall: {row}.", row=row)
    )
    opposite = load(document.language).changes.opposites.get(fold(word), "")
    from factcheck.checks.wording import like

    return Finding(
        RULE,
        "error",
        told,
        *verb,
        expected=like(word, word, opposite) if opposite else row,
        suggestions=(Suggestion(*verb, like(word, word, opposite)),) if opposite else (),
        evidence=(Evidence("arithmetic", "", other.value - one.value, row),),
    )
