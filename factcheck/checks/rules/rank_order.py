"""An order of ranks against the order of scores.

Wrong: Kedua Kota Bima (83,90), ketiga Provinsi NTB (84,51).
Right: Kedua Provinsi NTB (84,51), ketiga Kota Bima (83,90).
Why: the higher score takes the better rank; of two neighbours in one list one stands on the other's place. Nothing
    is said where the reference already contradicts one of the scores. Where the figures beside them are in order, the
    list goes by those, and the word that announces it is flagged.
Silence: `rank-order` under `ignore` in the configuration.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks.declare import rule
from factcheck.checks.subject_needs import ranked
from factcheck.judging.case import Case
from factcheck.judging.grounds.ground import LISTED
from factcheck.messages import message
from factcheck.model import COUNTRY, Claim, Evidence, Finding, number_of
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.evidence.ranks.ranked_lists import IN_ORDER, ranked_items
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.checks.lists.order_by_another import ByAnother

RULE = "rank-order"
LIST = 4
"""Ranks that make a list."""
REACH = 2
"""Sentences between two ranks of one list."""


@rule(RULE, "error", after="wrong-list-count", needs=ranked, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each rank that has a lower score than the next, and at one that breaks a counted list."""
    for pairs in _lists(case).values():
        for run in _runs([rank for rank, _ in pairs]):
            yield from _out_of_line(case, run)
        for one_list in _apart(pairs):
            yield from _out_of_order(case, one_list)


def _apart(pairs: Sequence[tuple[Claim, Claim]]) -> Iterator[list[tuple[Claim, Claim]]]:
    """The lists of an article: one ends where nothing follows near by, or where items are counted from 1 again."""
    one_list: list[tuple[Claim, Claim]] = []
    for rank, score in pairs:
        before = one_list[-1][0] if one_list else None
        counted_again = before is not None and rank.condition == LISTED and number_of(rank) <= 1 < number_of(before)
        if before is not None and (counted_again or rank.sentence - before.sentence > REACH):
            yield one_list
            one_list = []
        one_list.append((rank, score))
    yield one_list


def _out_of_order(case: Case, pairs: Sequence[tuple[Claim, Claim]]) -> Iterator[Finding]:
    """A finding at each rank of one list that has a lower score than the next."""
    if _ascends(pairs):
        return
    broken = [at for at, (pair, next_pair) in enumerate(itertools.pairwise(pairs)) if _against(case, *pair, *next_pair)]
    broken = [at for at in broken if not _is_one_known(case, pairs[at][0], pairs[at + 1][0])]
    if broken:
        from factcheck.checks.lists.order_by_another import by_another

        other = by_another(case, pairs)
        if other is not None:
            yield from _by_another(case, other)
            return
    if all(pairs[at][0].condition == LISTED for at in broken):  # numbered by something else: "(up 7.9 percent)"
        broken = [at for at in broken if len(broken) == 1 and _mends(pairs, at)]
    yield from (_finding(case, *pairs[at], *pairs[at + 1]) for at in broken)


def _by_another(case: Case, found: ByAnother) -> Iterator[Finding]:
    """A finding at the word that announces the order of one figure above a list that is in that of another."""
    if found.word is None:
        return
    from factcheck.checks.wording import called

    what, other = called(case, found.score), called(case, found.other)
    yield Finding(
        RULE,
        "warning",
        message("The list below goes by {other}, not by {what}.", other=other, what=what),
        found.word.start,
        found.word.end,
        (found.score.id, found.other.id),
        expected=other,
        evidence=(Evidence(message("this draft"), "", found.other.value, case.text(found.other)),),
    )


def _is_one_known(case: Case, one: Claim, other: Claim) -> bool:
    """Whether the reference bears out one of two ranks, and the other is flagged for what it is: which of the two is
    the slip is known then."""
    answers = [(rank, case.answer(rank).verdict) for rank in (one, other) if rank.condition != LISTED]
    wrong = [rank for rank, verdict in answers if verdict == "contradicted"]
    if len(answers) != len(wrong) + 1 or len(wrong) != 1 or all(verdict != "supported" for _, verdict in answers):
        return False
    from factcheck.judging.grounds.grounds import is_flagged

    return is_flagged(case, wrong[0])


def _mends(pairs: Sequence[tuple[Claim, Claim]], at: int) -> bool:
    """Whether a list of numbered items is in order once two neighbours change places or one of them is left out: else
    its numbers only count."""
    scores = [number_of(score) for _, score in pairs]
    before, one, other, behind = scores[:at], scores[at], scores[at + 1], scores[at + 2 :]
    return any(_descends([*before, *mended, *behind]) for mended in ((other, one), (one,), (other,)))


def _descends(scores: Sequence[Decimal]) -> bool:
    return all(one >= other for one, other in itertools.pairwise(scores))


def _ascends(pairs: Sequence[tuple[Claim, Claim]]) -> bool:
    """Whether a list counts from the lowest: most of its neighbours stand the other way round, of few all."""
    scores = [number_of(score) for _, score in pairs]
    up = sum(one < other for one, other in itertools.pairwise(scores))
    return (len(pairs) >= LIST and 2 * up > len(pairs)) or 2 <= up == len(pairs) - 1


def _runs(ranks: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The ranks that follow each other sentence by sentence."""
    run: list[Claim] = []
    for rank in ranks:
        if run and rank.sentence - run[-1].sentence > 1:
            yield run
            run = []
        run.append(rank)
    yield run


def _out_of_line(case: Case, ranks: Sequence[Claim]) -> Iterator[Finding]:
    """The one rank of a list that does not follow: 1, 2, 2, 4."""
    if len(ranks) < LIST:
        return
    offsets = Counter(number_of(rank) - place for place, rank in enumerate(ranks))
    offset, times = offsets.most_common(1)[0]
    if times != len(ranks) - 1:
        return
    place, odd = next((place, rank) for place, rank in enumerate(ranks) if number_of(rank) - place != offset)
    right, answer = Decimal(place) + offset, case.answer(odd)
    if place in (0, len(ranks) - 1) and abs(right - number_of(odd)) == 1 and _rises(ranks):
        return  # 1, 3, 4, 5: one of them was left out
    if place == len(ranks) - 1 and _is_told_on(ranks, odd):
        return  # ten in a list, and below it who is the last of all
    doubted = answer.verdict == "contradicted" and odd.condition != LISTED
    if right < 1 or (doubted and all(fact.value != right for fact in answer.facts)):
        return
    from factcheck.checks.wording import as_written, replacing

    yield Finding(
        RULE, "error",
        message("Rank {rank} breaks the list; by its place it is {right}.", rank=odd.value, right=right),
        odd.start, odd.end, (odd.id,),
        expected=as_written(case, odd, right), suggestions=(replacing(case, odd, right),),
        evidence=(Evidence(message("this draft"), "", right, ", ".join(str(rank.value) for rank in ranks)),),
    )  # fmt: skip


def _is_told_on(ranks: Sequence[Claim], last: Claim) -> bool:
    """ "Peringkat 24 ditempati …" below the first ten: whether the last rank stands in no item, as those before it do,
    and is further down."""
    in_items = last.condition != LISTED and all(rank.condition == LISTED for rank in ranks if rank is not last)
    return in_items and number_of(last) > max(number_of(rank) for rank in ranks if rank is not last)


def _rises(ranks: Sequence[Claim]) -> bool:
    return all(number_of(one) < number_of(other) for one, other in itertools.pairwise(ranks))


def _lists(case: Case) -> dict[tuple[str, str, str], list[tuple[Claim, Claim]]]:
    grouped: dict[tuple[str, str, str], list[tuple[Claim, Claim]]] = defaultdict(list)
    for rank in sorted((*case.claims, *_items_in_order(case)), key=lambda claim: claim.start):
        if rank.kind != "rank" or not rank.subject or _told_twice(case, rank):
            continue
        score = _score_of(case, rank)
        if score is not None:
            grouped[(rank.pack, rank.period, f"{rank.scope}{rank.of}{_kind(case, rank)}")].append((rank, score))
    return grouped


def _items_in_order(case: Case) -> Sequence[Claim]:
    """The items of numbered lists that say that they are in order, as if their numbers were ranks."""
    if not any(block.kind == "item" for block in case.document.blocks):
        return ()
    return ranked_items(case.claims, case.frames, case.document.blocks, case.document.text, IN_ORDER)


def _told_twice(case: Case, rank: Claim) -> bool:
    """ "kelima … naik dari peringkat 15": of two ranks of one subject and year one is of another year."""
    slot = (rank.kind, rank.subject, rank.period)
    return any(
        (one.kind, one.subject, one.period) == slot and one.value != rank.value
        for one in case.claims.inside(rank.sentence)
    )


def _score_of(case: Case, rank: Claim) -> Claim | None:
    return next(
        (
            claim
            for claim in case.claims.inside(rank.sentence)
            if claim.subject == rank.subject
            and claim.period == rank.period
            and isinstance(claim.value, Decimal)
            and kind_of(claim.kind).of_measure
        ),
        None,
    )


def _kind(case: Case, rank: Claim) -> str:
    """National ranks of cities and of regencies are two lists, ranks within a province are one."""
    return rank.group or (case.reference.kind_of(rank.subject) if rank.scope == COUNTRY else "")


def _against(case: Case, rank: Claim, score: Claim, next_rank: Claim, next_score: Claim) -> bool:
    settled = any(case.answer(claim).verdict == "contradicted" for claim in (score, next_score))
    if (score.kind, score.measure) != (next_score.kind, next_score.measure):
        return False
    if settled or rank.value == next_rank.value or rank.subject == next_rank.subject:
        return False
    if (number_of(rank) < number_of(next_rank)) == (number_of(score) >= number_of(next_score)):
        return False
    if rank.condition != LISTED and all(case.answer(one).verdict == "supported" for one in (rank, next_rank)):
        return False  # "ketiga di provinsi. Pekalongan (97,46) keempat secara nasional"
    from factcheck.judging.grounds.grounds import is_flagged

    # where one is told to be wrong itself nothing more is said
    return not _in_two_lists(case, rank, next_rank) and not any(is_flagged(case, one) for one in (rank, next_rank))


def _in_two_lists(case: Case, rank: Claim, next_rank: Claim) -> bool:
    """ "Provinsi Bali peringkat kedelapan … Kota Denpasar posisi sembilan": two levels in two sentences."""
    levels = {case.reference.level_of(claim.subject) for claim in (rank, next_rank)}
    return len(levels) > 1 and rank.sentence != next_rank.sentence


def _finding(case: Case, rank: Claim, score: Claim, next_rank: Claim, next_score: Claim) -> Finding:
    place, figure = (next_rank, next_score) if _is_refuted(case, next_rank, rank) else (rank, score)
    names = [case.name(claim.subject) for claim in (rank, next_rank)]
    row = f"{case.text(score)} ({names[0]}) < {case.text(next_score)} ({names[1]})"
    from factcheck.checks.wording import called

    return Finding(
        RULE,
        "error",
        message(
            "Rank {rank}: {what} {score}, less than {more} of rank {next}; {one} and {other} may have changed places.",
            rank=rank.value,
            what=called(case, score),
            score=case.text(score),
            next=next_rank.value,
            more=case.text(next_score),
            one=names[0],
            other=names[1],
        ),
        place.start,
        max(place.end, figure.end),
        tuple(claim.id for claim in (rank, score, next_rank, next_score)),
        expected=message(
            "{one} before {other}",
            one=f"{names[1]} {case.text(next_score)}",
            other=f"{names[0]} {case.text(score)}",
        ),
        evidence=(Evidence("arithmetic", "", "", row),),
    )


def _is_refuted(case: Case, one: Claim, other: Claim) -> bool:
    """Whether the reference has the one of two ranks otherwise and bears out the other."""
    return (case.answer(one).verdict, case.answer(other).verdict) == ("contradicted", "supported")
