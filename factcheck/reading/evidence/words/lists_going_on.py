"""A word of a list is said of those too with whom the next sentences go on: of as many as it counts, "Sembilan pemda
merah itu meliputi A, B, C dan D. Lalu E, F, G, H dan I", or of those who bear it, each with a figure as in the list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.model import Claim, Span
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.evidence.words.list_years import is_right_in
from factcheck.reading.evidence.words.named_behind import LONG, MANY
from factcheck.reading.evidence.words.words_of_scales import counting, words_of
from factcheck.reading.scan.frame import SCALED, Frame
from factcheck.reading.scan.mentions import Mention, Tag
from factcheck.reading.scan.setting import Setting

JOINS = {
    Tag.COMMA, Tag.SEMICOLON, Tag.STOP, Tag.OPEN, Tag.CLOSE, Tag.BIND_AND, Tag.BIND_BEHIND, Tag.BIND_CLAUSE,
    Tag.BIND_FRONT, Tag.CUE_NUMBER, Tag.COLON, Tag.ENTITY_GOVERNMENT,
}  # fmt: skip
"""What may stand between the names and figures of a list that goes on."""
RANKED = {Tag.RANK_CUE, Tag.ENTITY_PLACES, Tag.BIND_OPENER, Tag.BIND_HOLDER_AFTER, Tag.STATE_BEFORE}
"""And what where they are told with their ranks."""
ALONE = (Tag.MOOD_NEGATION, Tag.NUMBER, Tag.COUNT_EXISTS, Tag.MOOD_PAST)
"""With one of these in front of its name a word heads no group: "Yang hijau hanya Bombana"."""
STRANGE = (Tag.EXTREME, Tag.CHANGE, Tag.YEAR_DIGITS)
PAIR, HEAD = 2, 3
"""So many who are named behind a word begin a list; so many mentions at most stand in front of one that heads it."""


def lists_going_on(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims, and those of words that count more than their own sentence names, of all with whom the sentences
    behind it complete the number."""
    scores = scores_by_place(claims)
    said: dict[tuple[int, int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, str) and claim.measure and claim.kind != "extreme":
            said[claim.sentence, claim.end, claim.measure].append(_placed(claim, scores))
    groups = [
        group
        for group in said.values()
        if len(group) >= PAIR
        or _heads_list(group[0], frames[group[0].sentence])
        or _heads_group(group[0], frames[group[0].sentence])
    ]
    return [
        *claims,
        *(
            claim
            for group in groups
            for claim in (*_further(group, frames, setting), *_scored_further(group, frames, scores, setting))
        ),
    ]


def _placed(claim: Claim, scores: Mapping[int, Sequence[Claim]]) -> Claim:
    """A word that took its subject from a figure of its sentence, with the place where that one is named."""
    if claim.subject_span is not None:
        return claim
    own = (one.subject_span for one in scores.get(claim.sentence, ()) if one.subject == claim.subject)
    return claim._replace(subject_span=next(own, None))


def _heads_list(claim: Claim, frame: Frame) -> bool:
    """ "Kategori kota hijau: Magelang di peringkat pertama, 98,17. Pekalongan di posisi kedua, 97,46": whether a word
    stands in front of a mark, and behind that only the one it is said of, with a rank."""
    name, word = frame.subject_at(claim.subject_span), frame.ending(claim.end, SCALED)
    if not 0 <= word < name or frame.names_between(0, name) or frame.names_between(name + 1):
        return False
    ranks = frame.having(Tag.RANK_CUE, word)
    return bool(ranks) and frame.has_any((Tag.COLON, Tag.COMMA), word, min(ranks[0], name))


def _heads_group(claim: Claim, frame: Frame) -> bool:
    """ "Zona kuning dipimpin Kendari dengan 75,74. Di belakangnya Baubau 70,96": whether a word opens its sentence, and
    behind it only the one is named whom it is said of."""
    name, word = frame.subject_at(claim.subject_span), frame.ending(claim.end, SCALED)
    if not 0 <= word < name or word > HEAD or frame.names_between(0, name) or frame.names_between(name + 1):
        return False
    return not frame.has_any(ALONE, 0, name)


def _scored_further(
    group: Sequence[Claim], frames: Sequence[Frame], scores: Mapping[int, Sequence[Claim]], setting: Setting
) -> Iterator[Claim]:
    """ "Kategori B: A 85,35, B 84,16. … Lalu C 81,33, D 80,87. … E 79,41 dan F 78,64.": what is said of those in the
    sentences that go on with a list which ends its own, as long as all in them bear the word in the year of their
    figures. A word that counts them is told of by their number."""
    first = group[0]
    if first.measure not in setting.packs[first.pack].measures or _count(first, frames[first.sentence], setting):
        return
    banded = setting.packs[first.pack].measures[first.measure].banded_by
    listed = {one.subject_span for one in scores.get(first.sentence, ()) if one.measure == banded}
    behind = all(one.subject_span is not None and one.subject_span.start > one.end for one in group)
    if not behind or not all(one.subject_span in listed and is_right_in(one, one.period, setting) for one in group):
        return
    told = {one.subject for one in group}
    ranked = len(group) < PAIR
    for frame in frames[first.sentence + 1 : first.sentence + 1 + MANY]:
        own = [one for one in scores.get(frame.sentence.place, ()) if one.measure == banded]
        found = [
            first._replace(subject=one.subject, period=one.period, subject_span=one.subject_span, readings=())
            for one in own
        ]
        named = {one.subject for one in found}
        if (
            not found
            or named & told
            or not _lists_only(frame, own, ranked, frame.sentence.block == frames[first.sentence].sentence.block)
            or not all(is_right_in(one, one.period, setting) for one in found)
        ):
            return
        told |= named
        yield from found


def _lists_only(frame: Frame, scores: Sequence[Claim], ranked: bool, together: bool) -> bool:
    """Whether a sentence is nothing but names, each with a figure (`ranked`: and its rank), behind what goes on with a
    list; `together`: in the paragraph of the list, where all whom it names have a figure of their own."""
    spans = {one.subject_span.start for one in scores if one.subject_span is not None}
    names = {frame.mentions[at].start for at in frame.subjects()}
    plain = frame.sentence.kind == "paragraph" and not frame.has_any((*STRANGE, SCALED))
    plain = plain and (ranked or not frame.has(Tag.RANK_CUE))
    return (
        plain
        and len(spans) == len(scores)
        and spans == names
        and (together or all(_joins(one, ranked) for one in frame.mentions))
    )


def _joins(mention: Mention, ranked: bool) -> bool:
    joined = bool(mention.ids) or mention.number is not None or bool(mention.tags.keys() & JOINS)
    return joined or (ranked and bool(mention.tags.keys() & RANKED))


def scores_by_place(claims: Sequence[Claim]) -> Mapping[int, Sequence[Claim]]:
    """The values of each sentence that are figures of one who is named."""
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, Decimal) and kind_of(claim.kind) is VALUE and claim.subject_span is not None:
            found[claim.sentence].append(claim)
    return found


def _further(group: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> Iterator[Claim]:
    """What is said of those named behind the sentence of a word."""
    first = group[0]
    place = first.sentence
    count = _count(first, frames[place], setting)
    missing = count - len(group)
    if missing <= 0 or any(one.subject_span is None or one.subject_span.start < first.end for one in group):
        return
    found: list[tuple[str, Span]] = []
    for frame in frames[place + 1 : place + 1 + MANY]:
        if len(found) >= missing or not _goes_on(frame):
            break
        named = [(ids[0], frame.mentions[at]) for at, ids in frame.bearers if len(ids) == 1]
        found += [(name, Span(mention.start, mention.end)) for name, mention in named]
    told = {one.subject for one in group}
    whole = len(found) == missing or (count > LONG and abs(len(found) - missing) == 1)
    if whole and not told & {name for name, _ in found}:
        yield from (first._replace(subject=name, subject_span=span, readings=()) for name, span in found)


def _count(claim: Claim, frame: Frame, setting: Setting) -> int:
    """How many a word counts."""
    words = (one for one in words_of(frame, setting) if one.span.end == claim.end and one.measure == claim.measure)
    word = next(words, None)
    return counting(frame, word) if word is not None else 0


def _goes_on(frame: Frame) -> bool:
    """Whether a sentence begins with a word that goes on with a list, and tells no word of a scale itself."""
    leads = frame.mentions and Tag.BIND_AND in frame.mentions[0].tags
    opens = frame.plain[frame.sentence.start : frame.mentions[0].start].strip(" *_\n\"'") if leads else "-"
    return not opens and frame.sentence.kind == "paragraph" and not frame.has_any((Tag.EXTREME, Tag.CHANGE, SCALED))
