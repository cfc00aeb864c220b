"""Numbers behind the word for the group they count: "Provinsi yang belum melaporkan ada enam, yaitu …",
"Kementerian yang dinilai 24", "pemerintah provinsi 38, pemerintah kota 56, pemerintah kabupaten 170"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from factcheck.language.figures import Number
from factcheck.model import COUNTRY, TOLD, Claim, How, Strength
from factcheck.reading.evidence.counts.counts_by_names import PROSE, is_free
from factcheck.reading.evidence.counts.explained_counts import ASSESSED, counts, whole
from factcheck.reading.evidence.counts.settled_counts import region_of
from factcheck.reading.evidence.explained.slots import main_year
from factcheck.reading.group.counted import is_national
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.packs.info import FIRST

FAR = 7
"""Mentions from the word for a group to its number."""
WORDS = 8
"""Words between them: "provinsi yang belum melaporkan besarannya ada enam"."""
PAIR = 2
"""So many groups in a row, each in front of its number, are a list of them."""
LEADS = (Tag.COUNT_EXISTS, Tag.COUNT_ASSESSED)
OTHERS = frozenset(
    (Tag.COMMA, Tag.STOP, Tag.SEMICOLON, Tag.COLON, Tag.RANK_CUE, Tag.EXTREME, Tag.RANK_AMONG, Tag.CHANGE)
)
"""Between a group and a number these say that the one is not of the other."""
ENDS = (",", ".", ";", ")", "", '"', "”")


def counted_behind(
    claims: Sequence[Claim], frames: Sequence[Frame], every: Sequence[Frame], setting: Setting
) -> list[Claim]:
    """The numbers, in some sentences of an article, that stand behind the group that they count."""
    taken = {claim.start for claim in claims if isinstance(claim.value, Decimal) or claim.kind == "date"}
    region, main = region_of(every, setting), main_year(claims)
    return [
        _made(frame, number, group, _where(frame, group, region, setting), main, setting)
        for frame in frames
        if frame.sentence.kind in PROSE
        for number, group in _of_frame(frame, taken)
    ]


def _of_frame(frame: Frame, taken: Collection[int]) -> Iterator[tuple[Number, str]]:
    listed: list[tuple[Number, str]] = []
    for at in frame.having(FIGURES):
        number = whole(frame, at)
        if number is None or not at or not is_free(frame, at, {*taken}) or not _ends(frame, at):
            continue
        if frame.before(at, Tag.GROUP):
            listed.append((number, frame.mentions[at - 1].tags[Tag.GROUP]))
        elif frame.has_any(LEADS, at - 1, at) and frame.close(at - 1, at):
            group = _group(frame, at)
            if group:
                yield number, group
    if len({group for _, group in listed}) >= PAIR:
        yield from listed


def _ends(frame: Frame, at: int) -> bool:
    """Whether a mark, "dan" or the end of the sentence stands behind a number: nothing else is counted."""
    if frame.after(at, Tag.BIND_AND):
        return True
    behind = frame.plain[frame.mentions[at].end : frame.sentence.end].lstrip(" ")
    return (behind[:1].strip() in ENDS and not behind[1:2].isdigit()) or not behind.strip()


def _group(frame: Frame, at: int) -> str:
    """The group in front of a number at the head of its clause, a clause of its own between ("yang belum …") or its
    place, and nothing that is somebody's or told of a word of a scale."""
    for place in range(at - 1, max(-1, at - 1 - FAR), -1):
        mention = frame.mentions[place]
        if (
            mention.number is not None
            or mention.tags.keys() & OTHERS
            or any(one.startswith(SCALED) for one in mention.tags)
        ):
            return ""
        if Tag.GROUP in mention.tags and not frame.before(place, Tag.ENTITY_PLACES):
            words = frame.plain[mention.end : frame.mentions[at].start].split()
            return mention.tags[Tag.GROUP] if len(words) <= WORDS and not mention.ids else ""
    return ""


def _where(frame: Frame, group: str, region: str, setting: Setting) -> str:
    """The province that its sentence names, else that of the article, or the country."""
    reference = setting.reference
    named = [ids[0] for _, ids in frame.bearers if len(ids) == 1 and reference.level_of(ids[0]) == FIRST]
    beside = {frame.mentions[at].tags[Tag.GROUP] for at in frame.having(Tag.GROUP)}
    if is_national(reference.whole, group) or (not named and any(is_national(reference.whole, one) for one in beside)):
        return COUNTRY
    return named[0] if named else region or COUNTRY


def _made(frame: Frame, number: Number, group: str, region: str, main: str, setting: Setting) -> Claim:
    marks = [frame.mentions[at].tags[Tag.YEAR_DIGITS] for at in frame.having(Tag.YEAR_DIGITS)]
    period, packs = marks[0] if len({*marks}) == 1 else main, list(setting.packs)
    facts = [fact for pack in packs for fact in counts(setting.reference, region, period, ASSESSED, pack)]
    right = next((fact for fact in facts if fact.group == group and fact.value == number.value), None)
    return Claim(
        "", "count", right.pack if right is not None else packs[0], "count", *number.figure, number.value,
        subject=region, scope=region, period=period, group=group, condition=ASSESSED if right is not None else TOLD,
        low=number.value, high=number.value, how=(How.COUNTED_IN_REGION, How.YEAR_OF_ALL),
        strength=Strength.CARRIED, voice=frame.sentence.voice, sentence=frame.sentence.place,
    )  # fmt: skip
