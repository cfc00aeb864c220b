"""A count that the reference has otherwise.

Wrong: Pada 2022, 91 provinsi berada di zona hijau.
Right: Pada 2022, 19 provinsi berada di zona hijau.
Why: the reference states, or a table declared complete gives, another number for this group, condition, region
    and year; or a province has fewer regencies and cities than are counted, by one or two: "15 kabupaten/kota" where
    the province is counted among its own, or one more, all of which were assessed, or by any number beside all of its
    cities ("14 kabupaten dan 2 kota di Jambi"); or "dari 20 kabupaten/kota di Maluku
    Utara,", or far more than there are, is one slip from all of them, as "tertinggi di antara 24 provinsi" is
    from all of the country's;
    or "Daftar lengkap di 25 kabupaten/kota di Jawa Tengah:" announces a list, and is one slip from all there are;
    or the draft itself names just those whom the reference counts, and no way to count them gives the number.
Silence: `wrong-count` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks.declare import rule
from factcheck.checks.needs import regions_counted
from factcheck.checks.subject_needs import counts, groups_listed, wholes_told
from factcheck.checks.wording import as_written, counted_as, group_word, replacing
from factcheck.judging.case import Case, evidence, frame_of
from factcheck.judging.corrected import is_corrected
from factcheck.judging.grounds.ground import Ground, severity
from factcheck.judging.years.year_slips import explained
from factcheck.language.figures import Number
from factcheck.messages import message
from factcheck.model import COUNTRY, TOLD, Claim, Evidence, Fact, Finding, Suggestion
from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reference.packs.info import FIRST, SECOND

RULE = "wrong-count"
OVER = 2
"""A number further above what a province has is one of another region."""


@rule(RULE, "error", after="wrong-group-size", needs=counts)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each contradicted count."""
    moved = explained(case)
    for claim in case.claims:
        if claim.kind != "count" or claim.condition == TOLD:
            continue
        contradicted = case.answer(claim).verdict == "contradicted"
        found = _ground(case, claim) if contradicted and claim.id not in moved else None
        if found is not None:
            yield _finding(case, claim, found, case.answer(claim).facts)
        elif claim.id not in moved and (named := _named(case, claim)) is not None:
            yield _finding(case, claim, Ground.SUM, (named,))
        elif (size := _size(case, claim)) is not None and not is_corrected(case, claim.start):
            yield _too_many(case, claim, size)


def _is_made(case: Case, claim: Claim) -> bool:
    """Whether a count of a table is the sum of those above it: of all that the table tells, and of nobody else."""
    if not any(one.kind == "row" for one in case.document.blocks):
        return False
    from factcheck.checks.tables.made_totals import made_totals

    return claim.start in made_totals(case)


def _ground(case: Case, claim: Claim) -> Ground | None:
    """On what ground a contradicted count is flagged; None where it is not."""
    from factcheck.judging.grounds.grounds import ground
    from factcheck.judging.years.charity import forgiven

    return None if forgiven(case, claim) or _is_made(case, claim) else ground(case, claim)


@rule(RULE, "warning", after=RULE, needs=regions_counted)
def check_regions(case: Case) -> Iterator[Finding]:
    """A finding at each number of regencies or cities that is more than its province has, or not all of those that are
    said to be all, whatever the draft is about."""
    from factcheck.checks.sizes.region_pairs import region_pairs
    from factcheck.checks.sizes.region_sizes import region_sizes

    sizes = [*region_sizes(case), *region_pairs(case)]
    told = {one.start for one in (*check(case), *check_sizes(case))} if sizes and case.claims else ()
    for number, group, province, size in sizes:
        if number.start not in told and not is_corrected(case, number.start):
            yield _of_region(case, number, group, province, size)


def _of_region(case: Case, number: Number, group: str, province: str, size: int) -> Finding:
    from factcheck.checks.figures.odd_one import spelled_like

    right = spelled_like(case.document, number, Decimal(size))
    written, whose = case.document.text[slice(*number.figure)], case.name(province)
    known = Evidence(message("the gazetteer ({pack})", pack="wilayah"), "", Decimal(size), province)
    return Finding(
        RULE,
        "warning",
        message("{name} has {size} {group}, not {text}.", name=whose, size=size, group=group, text=written),
        *number.figure,
        expected=right,
        suggestions=(Suggestion(*number.figure, right),),
        evidence=(known,),
        ground=Ground.CLAUSE,
    )


@rule(RULE, "warning", after=RULE, needs=wholes_told)
def check_sizes(case: Case) -> Iterator[Finding]:
    """A finding at each number that is said to be of all regencies and cities of a province, which has another."""
    from factcheck.checks.sizes.group_sizes import sizes_missed
    from factcheck.checks.sizes.national_sizes import national_sizes_missed

    yield from (_of_size(case, *missed) for missed in (*sizes_missed(case), *national_sizes_missed(case)))


@rule(RULE, "warning", after=RULE, needs=groups_listed)
def check_listed(case: Case) -> Iterator[Finding]:
    """A finding at each number that announces a list of all of a kind, and is one slip from how many there are."""
    from factcheck.checks.sizes.listed_wholes import wholes_listed

    missed = list(wholes_listed(case))
    told = {one.start for one in (*check(case), *check_sizes(case), *check_regions(case))} if missed else ()
    yield from (_of_size(case, *one) for one in missed if one.number.start not in told)


def _of_size(case: Case, number: Number, group: str, province: str, size: int) -> Finding:
    from factcheck.checks.figures.odd_one import figure_of, spelled_like

    said = message(
        "{who} has {size} {group}, not {text}.",
        who=case.name(province),
        size=size,
        group=group_word(case, group),
        text=figure_of(case.document, number),
    )
    right = spelled_like(case.document, number, Decimal(size))
    return Finding(
        RULE,
        "warning",
        said,
        number.start,
        number.end,
        expected=right,
        suggestions=(Suggestion(*number.figure, right),),
        evidence=(Evidence(message("the gazetteer"), "", Decimal(size), province),)
        * _is_of_gazetteer(case, group, size, province),
        ground=Ground.SUM,
    )


def _is_of_gazetteer(case: Case, group: str, size: int, region: str) -> bool:
    """Whether so many of a group are in the gazetteer, which knows nothing of 34 provinces before there were 38."""
    return region != COUNTRY or len(case.reference.members(group, region)) == size


def _named(case: Case, claim: Claim) -> Fact | None:
    """What the reference counts, where the draft names just those."""
    if case.answer(claim).verdict == "supported" or not case.answer(claim).facts:
        return None
    from factcheck.judging.grounds.group_grounds import named_here
    from factcheck.judging.years.foreseen import is_foreseen, is_of_another_time

    return None if is_foreseen(case, claim) or is_of_another_time(case, claim) else named_here(case, claim)


def _size(case: Case, claim: Claim) -> int | None:
    """How many of a group a province has, where the number counted cannot be that of all."""
    record = case.reference.entities.get(claim.subject)
    if record is None or record.parent != COUNTRY or not claim.group or not isinstance(claim.value, Decimal):
        return None
    frame = frame_of(case, claim)
    at = frame.ending(claim.end, FIGURES) if frame is not None else -1
    if frame is None or at < 0 or not _is_group(frame, at, claim.group):
        return None
    size = len(case.reference.members(claim.group, claim.subject, claim.period, claim.pack))
    # "Di antara 98 kota ia ke-36, di antara 11 kabupaten/kota di Jambi pertama": the first are those of the country
    all_there_are = (len(case.reference.members(claim.group, region)) for region in (claim.subject, COUNTRY))
    if not size or claim.value in (size, *all_there_are):
        return None
    if not case.reference.all_on(claim.group, SECOND):  # "pemda": the province is one of them
        return size if _is_beyond(case, claim, size) else None
    few = _is_of_all(frame, at) and _cannot_be(case, claim, size)
    few = few or _is_one_short(case, claim, size)
    over = _is_one_over(claim, size) or _is_beyond(case, claim, size) or _is_over_beside(case, claim, frame, size)
    return size if few or over else None


def _is_one_short(case: Case, claim: Claim, size: int) -> bool:
    """ "Yang dinilai 21 kabupaten/kota di Nusa Tenggara Timur", all 22 of which the reference counts as assessed."""
    told = claim.condition == "assessed" and claim.subject_span is not None and claim.value == size - 1
    if not told or not any(fact.value == size and not fact.trust for fact in case.answer(claim).facts):
        return False
    from factcheck.judging.grounds.group_grounds import is_of_all

    return not is_of_all(case, claim)


def _is_beyond(case: Case, claim: Claim, size: int) -> bool:
    """ "Lima dari 24 pemerintah daerah di Kalimantan Selatan", which has fourteen with its own: whether a number is far
    more than there are of a province that is written in the sentence, and one slip from that."""
    if not isinstance(claim.value, Decimal) or claim.value <= size + OVER or claim.subject_span is None:
        return False
    return one_slip(str(claim.value), str(size)) and not _was_parted(case, claim)


def _is_over_beside(case: Case, claim: Claim, frame: Frame, size: int) -> bool:
    """ "14 kabupaten dan 2 kota di Jambi", which has nine and two: whether a number is more than there are, and that of
    the other kind right behind it is all of them; in a sentence of one province."""
    provinces = {id for one in frame.mentions for id in one.ids if case.reference.level_of(id) == FIRST}
    if not isinstance(claim.value, Decimal) or claim.value <= size or provinces != {claim.subject}:
        return False
    beside = [one for one in case.claims.inside(claim.sentence) if one.kind == "count" and one.start > claim.end]
    other = min(beside, key=lambda one: one.start, default=None)
    return (
        other is not None
        and other.group not in ("", claim.group)
        and case.reference.all_on(other.group, SECOND)
        and (other.subject, other.condition) == (claim.subject, claim.condition)
        and other.value == len(case.reference.members(other.group, other.subject))
        and not _was_parted(case, claim)
    )


def _is_group(frame: Frame, at: int, group: str) -> bool:
    """Whether the word right behind the number is that of the group, and no "lain" behind it."""
    if not frame.after(at, Tag.GROUP) or frame.has(Tag.COUNT_PART, at + 1, at + OVER + 2):
        return False
    return frame.mentions[at + 1].tags[Tag.GROUP] == group


def _is_one_over(claim: Claim, size: int) -> bool:
    """Whether one or two more than there are, of a province not named before: "di Jakarta, menempatkan tiga"."""
    before = claim.subject_span is not None and claim.subject_span.end <= claim.start
    return isinstance(claim.value, Decimal) and 0 < claim.value - size <= OVER and not before


def _is_of_all(frame: Frame, at: int) -> bool:
    """ "Dari 20 kabupaten/kota di Maluku Utara, …": those of which all that follows is a part, without "yang"."""
    behind = at + 2
    if frame.roles[behind + 1 : behind + 2] and frame.roles[behind + 1] in ("place", "scope"):
        behind += 2
    before = at > 0 and Tag.RANK_AMONG in frame.mentions[at - 1].tags and frame.close(at - 1, at, 0)
    return before and frame.after(behind - 1, Tag.COMMA)


def _cannot_be(case: Case, claim: Claim, size: int) -> bool:
    """Whether a number one slip from that of all is more than there are, or fewer than those with a value that year."""
    if not isinstance(claim.value, Decimal) or not one_slip(str(claim.value), str(size)) or _was_parted(case, claim):
        return False
    if _is_behind_another(case, claim):
        return False
    if claim.value > size - OVER:  # sources differ over who was assessed, one more or one less
        return claim.value > size
    members = {member.id for member in case.reference.members(claim.group, claim.subject)}
    measures = next((pack.measures for pack in case.reference.packs if pack.name == claim.pack), {})
    known = {f.entity for name in measures for f in case.reference.facts_of(name, claim.period, claim.pack)}
    return len(known & members) > claim.value


def _is_behind_another(case: Case, claim: Claim) -> bool:
    """ "the governments of Jambi and Riau, as well as 12 cities": whether the name last in front of a count is another
    than that of the region it was read of."""
    frame = frame_of(case, claim)
    before = [ids for at, ids in frame.bearers if frame.mentions[at].end <= claim.start] if frame is not None else []
    return claim.subject_span is not None and bool(before) and claim.subject not in before[-1]


def _was_parted(case: Case, claim: Claim) -> bool:
    """Whether another province came out of it: Papua had 29 before 2022."""
    return any(record.out_of == claim.subject for record in case.reference.entities.values())


def _too_many(case: Case, claim: Claim, size: int) -> Finding:
    right = as_written(case, claim, Decimal(size))
    return Finding(
        RULE,
        "warning",
        message(
            "{who} has {size} {group}, not {text}.",
            who=case.name(claim.subject),
            size=size,
            group=group_word(case, claim.group),
            text=case.text(claim),
        ),
        claim.start,
        claim.end,
        (claim.id,),
        expected=right,
        suggestions=(replacing(case, claim, Decimal(size)),),
        evidence=(Evidence(message("the gazetteer"), "", Decimal(size), claim.subject),),
        ground=Ground.SUM,
    )


def _finding(case: Case, claim: Claim, found: Ground, facts: Sequence[Fact]) -> Finding:
    right = facts[0]
    return Finding(
        RULE,
        severity(found),
        message(
            "{who} in {year}: {right} {counted}, not {text}.",
            who=case.name(claim.subject),
            year=claim.period,
            right=right.value,
            counted=counted_as(case, right),
            text=case.text(claim),
        ),
        claim.start,
        claim.end,
        (claim.id,),
        expected=as_written(case, claim, right.value),
        suggestions=(replacing(case, claim, right.value),),
        evidence=evidence(facts),
        ground=found,
    )
