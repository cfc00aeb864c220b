"""A rank, or the size of its group, that the reference has otherwise.

Wrong: Pemkot Jambi di urutan ke-63 dari 98 kota; Jateng terbaik kedua dari 38 provinsi pada 2024.
Right: Pemkot Jambi di urutan ke-36 dari 98 kota; Jateng terbaik kedua dari 34 provinsi pada 2024.
Why: no rank of this subject and year in the reference, stated or counted from a complete table, is the one printed
    in a group that may be meant; or so many as printed were not assessed that year.
Silence: `wrong-rank` or `wrong-group-size` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks.declare import rule
from factcheck.checks.subject_needs import contradicted, ranks
from factcheck.judging.case import Case, evidence
from factcheck.judging.grounds.ground import Ground, severity
from factcheck.judging.years.year_slips import explained
from factcheck.messages import Message, message
from factcheck.model import COUNTRY, FROM_BOTTOM, Claim, Fact, Finding, Suggestion, number_of
from factcheck.reading.scan.frame import SCALED
from factcheck.reading.scan.mentions import Tag

SIZE = "wrong-group-size"
RULE = "wrong-rank"
NEAR = 40
"""Letters behind the size of a group within which a word of a scale narrows it."""


@rule(RULE, "error", after="mixed-series", needs=contradicted)
def check_rank(case: Case) -> Iterator[Finding]:
    """A finding at each contradicted rank."""
    moved = explained(case)
    for claim in case.claims:
        if claim.kind != "rank" or case.answer(claim).verdict != "contradicted" or claim.id in moved:
            continue
        if claim.of and claim.value > Decimal(claim.of) if isinstance(claim.value, Decimal) else False:
            continue
        from factcheck.judging.grounds.grounds import ground

        found = ground(case, claim)
        if found is not None:
            yield _rank_finding(case, claim, case.answer(claim).facts, found)


@rule(SIZE, "error", after="wrong-rank", needs=ranks)
def check_size(case: Case) -> Iterator[Finding]:
    """A finding at each size of a group that was not assessed so."""
    for claim in case.claims:
        sized = claim.kind == "rank" and claim.of and claim.of_span is not None
        if sized and claim.value != claim.of and not _scaled(case, claim) and (_holds(case, claim) or _national(claim)):
            right = _right_size(case, claim)
            if right is not None and not _is_of_group_named(case, claim):
                yield _size_finding(case, claim, right)


def _rank_finding(case: Case, claim: Claim, facts: tuple[Fact, ...], found: Ground) -> Finding:
    told = [fact for fact in facts if fact.of == claim.of and claim.of] or list(facts)
    best = told[0]
    among = message(" of {size}", size=best.of) if best.of else ""
    exact = bool(claim.of or claim.scope or claim.group or len({fact.value for fact in facts}) == 1)
    turned = claim.condition == FROM_BOTTOM
    sentence = (
        message("Rank of {who} in {year}: {right}{among}, number {back} from the bottom, not {rank}.")
        if turned
        else message("Rank of {who} in {year}: {right}{among}, not {rank}.")
    )
    told_as = claim.of + 1 - number_of(claim) if turned else claim.value
    from factcheck.checks.wording import as_written, replacing

    return Finding(
        RULE,
        severity(found) if exact else "warning",
        Message(
            sentence.template,
            {
                "who": case.name(claim.subject),
                "year": claim.period,
                "right": best.value,
                "among": among,
                "back": claim.of + 1 - number_of(best),
                "rank": told_as,
            },
        ),
        claim.start,
        claim.end,
        (claim.id,),
        expected=as_written(case, claim, best.value),
        suggestions=tuple(dict.fromkeys(replacing(case, claim, fact.value) for fact in told[:3])),
        evidence=evidence(told),
        ground=found,
    )


def _scaled(case: Case, claim: Claim) -> bool:
    """ "peringkat 37 dari 103 kabupaten zona hijau": among those of one word of the scale, which is no whole group;
    and "urutan 11 dari 10" is told as what cannot be."""
    if claim.of_span is None or number_of(claim) > claim.of:
        return True
    for frame in case.frames:
        if frame.sentence.place == claim.sentence:
            behind = [at for at in frame.having(SCALED) if 0 < frame.mentions[at].start - claim.of_span.end < NEAR]
            return bool(behind)
    return False


def _holds(case: Case, claim: Claim) -> bool:
    """Whether the rank itself is one that the subject had that year: then the size of its group may be judged."""
    return any(fact.value == claim.value for fact in case.reference.ranks(claim.subject, claim.period, claim.pack))


def _is_of_group_named(case: Case, claim: Claim) -> bool:
    """ "Provinsinya pernah nomor satu dari 34", behind sentences on Kampar: whether a sentence names a group, or not
    the one whose rank was read, and just so many of that group, or of any, were assessed."""
    from factcheck.judging.answers.count_answers import counted
    from factcheck.judging.case import frame_of

    frame = frame_of(case, claim)
    if frame is None:
        return False
    groups = {frame.mentions[at].tags[Tag.GROUP] for at in frame.having(Tag.GROUP)}
    if claim.subject_span is None or claim.subject_span.start < frame.sentence.start:
        groups |= {fact.group for fact in case.reference.counts(COUNTRY, claim.period, claim.pack)}
    sized = (claim._replace(group=group, subject=COUNTRY) for group in groups - {claim.group, ""})
    facts = (fact for one in sized for fact in counted(one, "assessed", case.reference))
    return any(fact.value == claim.of for fact in facts)


def _national(claim: Claim) -> bool:
    """Whether the rank is told among all of a group in the country, whose size the reference has."""
    return bool(claim.group) and claim.scope in ("", COUNTRY)


def _right_size(case: Case, claim: Claim) -> Fact | None:
    """The group's real size: of the same rank in the reference, else as many as were assessed."""
    own = [fact for fact in case.reference.ranks(claim.subject, claim.period, claim.pack) if fact.of]
    if any(fact.of == claim.of and not fact.trust for fact in own):
        return None
    same = [
        fact
        for fact in own
        if not fact.trust and fact.value == claim.value and (not claim.group or fact.group == claim.group)
    ]
    if same:
        return same[0]._replace(value=Decimal(same[0].of))
    if not claim.group:
        return None
    scope = claim.scope or COUNTRY
    sizes = [
        fact
        for fact in case.reference.counts(scope, claim.period, claim.pack)
        if fact.condition == "assessed" and fact.group == claim.group
    ]
    if not sizes or any(fact.value == claim.of and not fact.trust for fact in sizes):
        return None
    from factcheck.judging.vouching import spoken_years

    if any(_sized(case, claim, year) for year in spoken_years(case)):  # "98,91 pada 2024, ketika … tiga dari 98 kota"
        return None
    near = case.reference.members(claim.group, COUNTRY)
    if claim.of == len(near) and sizes[0].value == claim.of - 1:  # "dari 416 kabupaten", one of which was not assessed
        return None
    return sizes[0] if scope != COUNTRY or claim.of * 2 > len(near) else None


def _sized(case: Case, claim: Claim, year: str) -> bool:
    """Whether the group had that size in a year."""
    return any(
        fact.condition == "assessed" and fact.group == claim.group and fact.value == claim.of and not fact.trust
        for fact in case.reference.counts(COUNTRY, year)
    )


def _size_finding(case: Case, claim: Claim, right: Fact) -> Finding:
    assert claim.of_span is not None
    number = str(right.value)
    from factcheck.checks.wording import group_word

    return Finding(
        SIZE,
        "error",
        message(
            "{size} {group} were ranked in {year}, not {text}.",
            size=number,
            group=group_word(case, right.group) if right.group else message("members"),
            year=claim.period,
            text=claim.of,
        ),
        claim.of_span.start,
        claim.of_span.end,
        (claim.id,),
        expected=number,
        suggestions=(Suggestion(*claim.of_span, number),),
        evidence=evidence([right]),
    )
