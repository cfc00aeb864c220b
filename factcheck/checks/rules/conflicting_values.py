"""Two values for one thing in one draft.

Wrong: Nilainya 83,22 pada 2023. … Pada 2023 nilainya melonjak ke 83,32.
Right: Nilainya 83,22 pada 2023. … Pada 2023 nilainya melonjak ke 83,22.
Why: the same subject, year and measure cannot have both. Where the reference contradicts one, the
    rule about the reference speaks instead; where it knows one of them, or two sources disagree, the other is flagged.
    Two that it knows both, side by side in one sentence, are told knowingly: an amount revised within the year.
    A headline that counts others than the text, which names as many as it counts, is flagged too, and so are two sizes
    of one group behind its ranks ("61 dari 63 kabupaten", "47 dari 64 kabupaten"), and a figure whose words in
    brackets are another: "5 (enam) daerah". So are an amount in short that points back to one told before and is a
    slip off it ("Rp3.508.776 … Rp3,05 juta itu"), and a long one that stands elsewhere with two digits exchanged.
Silence: `conflicting-values` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.checks.declare import rule
from factcheck.checks.needs import in_words, long_amounts, told_in_words
from factcheck.checks.subject_needs import asked_of_packs
from factcheck.document.offsets.line_table import line_table
from factcheck.judging.case import Case
from factcheck.messages import message
from factcheck.model import SURE, Claim, Evidence, Finding, Suggestion, Value, number_of
from factcheck.reading.claim_kinds import kind_of

RULE = "conflicting-values"
NEAR = 12
"""So many figures in front of one may be those that it lies between."""
LEAST = 2
"""A figure of so many digits and fewer is nearly another by chance; so near are two sizes of one group."""


@rule(RULE, "error", after="impossible-value", needs=asked_of_packs, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding at the value that stands alone against the others, or at the later of two; at the one of a headline
    that is a slip away from what the text has."""
    yield from _in_headlines(case)
    yield from _counts_in_headlines(case)
    yield from _group_sizes(case)
    for claims in _same_thing(case).values():
        values = {claim.value for claim in claims}
        if len(values) < 2 or any(case.answer(claim).verdict == "contradicted" for claim in claims):
            continue
        said_so = Counter(claim.value for claim in claims)
        if _told_knowingly(case, claims):
            continue
        odd = min(claims, key=lambda claim: _standing(case, claim, said_so))
        if case.answer(odd).verdict == "supported":
            continue
        rest = [claim for claim in claims if not odd.states(claim.value) and not claim.states(odd.value)]
        if rest and not _of_other_year(case, odd, rest) and not _lies_between(case, odd):
            yield _finding(case, odd, rest)


@rule(RULE, "warning", after=RULE, needs=long_amounts, itself=True)
def check_again(case: Case) -> Iterator[Finding]:
    """A finding at each amount that was told before with other digits."""
    from factcheck.checks.figures.odd_one import spelled_like
    from factcheck.checks.figures.told_again import told_again, turned_about

    text = case.document.text
    for odd in (*told_again(case), *turned_about(case)):
        number, right = odd.number, spelled_like(case.document, odd.number, odd.right)
        before, written = text[odd.before.start : odd.before.end], text[number.start : number.end]
        yield Finding(
            RULE,
            "warning",
            message("{text}: it stands as {before} before.", text=written, before=before),
            number.start,
            number.end,
            expected=right,
            suggestions=(Suggestion(*number.figure, right),),
            evidence=(Evidence(message("this draft"), "", odd.right, before),),
        )


@rule(RULE, "error", after=RULE, needs=in_words, itself=True)
def check_in_words(case: Case) -> Iterator[Finding]:
    """A finding at each number whose words in brackets are another: "5 (enam) daerah"."""
    plain = case.document.plain
    for number, words in told_in_words(case):
        if number.value != words.value:
            text = plain[number.figure.start : words.end + 1]
            told = message("{text}: the figure and its words are two numbers.", text=text)
            from factcheck.language.number_format import formatted

            right = formatted(words.value, case.language)
            repair = Suggestion(*number.figure, right)
            source = Evidence(message("this draft"), "", right, plain[words.start : words.end])
            start, end = number.figure.start, words.end + 1
            yield Finding(RULE, "error", told, start, end, expected=right, suggestions=(repair,), evidence=(source,))


def _of_other_year(case: Case, odd: Claim, rest: Sequence[Claim]) -> bool:
    """ "hingga tahun 2024 … turun dari 211,90 ribu menjadi 143,41 ribu", which is of 2023: whether a figure is exactly
    that of another year, and another place has the right one of this."""
    return bool(case.answer(odd).periods) and any(case.answer(one).verdict == "supported" for one in rest)


def _lies_between(case: Case, odd: Claim) -> bool:
    """ "Bulukumba 466.352 dan Maros 411.919 jiwa. Keduanya hanya berbeda 54.433": whether a figure is just how far two
    right ones of its measure lie apart that stand in its sentence or the one before."""
    here = (*case.claims.inside(odd.sentence - 1), *case.claims.inside(odd.sentence))
    slot = (odd.pack, odd.measure, odd.period)
    alike = [one for one in here if (one.pack, one.measure, one.period) == slot and isinstance(one.value, Decimal)]
    right = [number_of(one) for one in alike[-NEAR:] if case.answer(one).verdict == "supported"]
    return isinstance(odd.value, Decimal) and any(odd.states(abs(a - b)) for a, b in combinations(right, 2))


def _in_headlines(case: Case) -> Iterator[Finding]:
    """ "Skor 86,93, Kemenkes Hijau" over "meraih skor 86,39": a headline that leaves open of when its figure is."""
    sure = _same_thing(case)
    for claim in case.claims:
        loose = claim.voice == "headline" and claim.strength < SURE and _single_valued(claim)
        rest = sure.get(_key(claim), []) if loose and case.answer(claim).verdict == "unverifiable" else []
        if rest and len({one.value for one in rest}) == 1 and _misprints(claim, rest[0]):
            yield _finding(case, claim, rest)


def _counts_in_headlines(case: Case) -> Iterator[Finding]:
    """ "Enam Kabupaten Rapor Merah" over "lima kabupaten di zona merah, yaitu" and five names: a headline that counts
    others than the text has, which names as many as it counts or has its number of the reference."""
    counts: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if claim.kind == "count" and claim.condition and claim.subject and not claim.of:
            counts[(*_key(claim), claim.group, claim.condition)].append(claim)
    for claims in counts.values():
        heads = [
            claim for claim in claims if claim.voice == "headline" and case.answer(claim).verdict == "unverifiable"
        ]
        rest = [claim for claim in claims if claim.voice != "headline"]
        if heads and len({claim.value for claim in rest}) == 1 and any(_borne_out(case, claim) for claim in rest):
            yield from (_finding(case, head, rest, _counted) for head in heads if head.value != rest[0].value)


def _group_sizes(case: Case) -> Iterator[Finding]:
    """Two sizes, nearly alike, of the group in which ranks of one year are told: flagged is the rarer one, or that of
    the rank which is less surely read."""
    told: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if claim.kind == "rank" and claim.of and claim.of_span is not None and claim.group and claim.period:
            told[claim.pack, claim.measure, claim.period, claim.group, claim.scope].append(claim)
    for ranks in told.values():
        sizes = Counter(rank.of for rank in ranks)
        if len(sizes) != 2 or any(case.answer(rank).verdict == "contradicted" for rank in ranks):
            continue
        if abs(min(sizes) - max(sizes)) <= LEAST or sorted(str(min(sizes))) == sorted(str(max(sizes))):
            odd = min(ranks, key=lambda rank: (sizes[rank.of], rank.strength, -rank.start))
            yield _of_size(case, odd, next(rank for rank in ranks if rank.of != odd.of))


def _of_size(case: Case, odd: Claim, other: Claim) -> Finding:
    text = case.document.text
    spans = [span for span in (odd.of_span, other.of_span) if span is not None]
    written, right = (text[slice(*span)] for span in spans)
    line = line_table(text).place(other.start).line
    return Finding(
        RULE,
        "warning",
        message("A group of {one} here, of {other} in line {line}.", one=written, other=right, line=line),
        *spans[0],
        (odd.id, other.id),
        expected=right,
        suggestions=(Suggestion(*spans[0], right), Suggestion(*spans[1], written)),
        evidence=(Evidence(message("this draft"), "", right, message("line {line}", line=line)),),
    )


def _borne_out(case: Case, count: Claim) -> bool:
    """Whether a count is that of the reference, or as many bear its word in its sentence."""
    measure, _, word = count.condition.partition(":")
    bearers = {
        one.subject
        for one in case.claims.inside(count.sentence)
        if (one.measure, one.value) == (measure, word) and one.subject_span is not None
    }
    return case.answer(count).verdict == "supported" or len(bearers) == count.value


def _misprints(claim: Claim, other: Claim) -> bool:
    """Whether two figures of as many telling digits are one but for a slip of the finger."""
    if claim.low is None or other.low is None:
        return False
    from factcheck.judging.vouching import digits_printed

    alike = digits_printed(claim) == digits_printed(other) > LEAST
    from factcheck.reading.evidence.explained.one_slip import one_slip

    return alike and one_slip(str(claim.value), str(other.value))


def _told_knowingly(case: Case, claims: Sequence[Claim]) -> bool:
    """Whether all stand in one sentence of one name, or sources bear each out or they are exact and no slip of one
    another: "diperoleh dari Rp2.904.645 ditambah Rp27.448, sehingga Rp2.932.094"."""
    if len({claim.sentence for claim in claims}) > 1:
        return False
    if len({claim.subject_span for claim in claims}) == 1:  # "Tertinggi Surabaya Rp4,2 juta dan terendah Rp1,9 juta"
        return True
    from factcheck.judging.vouching import is_exact
    from factcheck.reading.evidence.explained.one_slip import one_slip

    known = all(case.answer(claim).verdict in ("supported", "disputed") for claim in claims)
    return known or (
        all(map(is_exact, claims)) and not any(one_slip(str(a.value), str(b.value)) for a, b in combinations(claims, 2))
    )


def _standing(case: Case, claim: Claim, said_so: Counter[Value]) -> tuple[bool, int, int]:
    """How well a value stands against the others: with the reference, by number, by coming first."""
    supported = case.answer(claim).verdict == "supported"
    return supported, said_so[claim.value], -claim.start


def _same_thing(case: Case) -> dict[tuple[str, ...], list[Claim]]:
    grouped: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if (
            claim.subject
            and claim.period
            and (claim.strength >= SURE or case.answer(claim).verdict == "disputed")
            and _single_valued(claim)
        ):
            grouped[_key(claim)].append(claim)
    return grouped


def _key(claim: Claim) -> tuple[str, ...]:
    when = f"{claim.period}-{claim.part}" if claim.part else claim.period
    return claim.pack, claim.measure, claim.kind, claim.subject, when, str(claim.of)


def _single_valued(claim: Claim) -> bool:
    return isinstance(claim.value, Decimal) and kind_of(claim.kind).of_measure


def _two_values(case: Case, odd: Claim, other: Claim) -> str:
    from factcheck.checks.wording import called, written

    return message(
        "{what} of {who} in {year} has two values here: {one} and {other}.",
        what=called(case, odd).at_the_head(),
        who=case.name(odd.subject),
        year=odd.period,
        one=written(case, odd),
        other=written(case, other),
    )


def _counted(case: Case, odd: Claim, other: Claim) -> str:
    return message("{one} in the headline, but {other} in the text.", one=case.text(odd), other=case.text(other))


def _finding(
    case: Case, odd: Claim, rest: Sequence[Claim], said: Callable[[Case, Claim, Claim], str] = _two_values
) -> Finding:
    from factcheck.checks.wording import replacing

    other = rest[0]
    mended = replacing(case, odd, other.value)
    return Finding(
        RULE,
        "error",
        said(case, odd, other),
        odd.start,
        odd.end,
        (odd.id, *(claim.id for claim in rest)),
        expected=case.text(other),
        suggestions=(mended,) if said is _counted else (mended, replacing(case, other, odd.value)),
        evidence=(
            Evidence(
                message("this draft"),
                "",
                other.value,
                message("line {line}", line=line_table(case.document.text).place(other.start).line),
            ),
        ),
    )
