"""A share beside a count is that count's: "272 instansi (46,42 persen) hijau", "62,5 persen atau 10 daerah hijau"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.language.figures import PERCENT, Number
from factcheck.language.interval import interval
from factcheck.model import Claim, number_of
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.scan.frame import FIGURES, Frame, places_with
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.ask.computed import is_side

ASSESSED = "assessed"
PAIR, HUNDRED = 2, 100
FAR = 6
"""Mentions between a count and the share of it: the word for what is counted, that of a scale, a bracket."""
BREAKS = (Tag.STOP, Tag.SEMICOLON, Tag.COMMA, Tag.BIND_CLAUSE, Tag.CHANGE, Tag.BIND_COMPARE)


def shares_of_counts(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims with each share told of what the count in front of it counts, those among them that nothing read;
    what stands beside those on one side of a rate may be a rate."""
    counted = (claim for claim in claims if claim.kind == "count" and claim.condition)
    counts = {claim.start: claim for claim in counted if not _of_rate(claim, setting)}
    shares = {claim.start: claim for claim in claims if claim.kind == "share"}
    taken = {claim.start for claim in claims if not kind_of(claim.kind).per_group}
    found: dict[int, Claim] = {}
    dropped: set[int] = set()
    for frame, at in places_with(frames, FIGURES):
        number = frame.mentions[at].number
        if number is None or number.figure.start in taken:
            continue
        if number.unit != PERCENT and not _is_bare(frame, at, counts):
            continue
        part = _part_of_whole(frame, at, counts)
        if part is None and _of_less(frame, at):
            dropped.add(number.figure.start)
            continue
        part = part or _part(frame, at, counts) or _part_behind(frame, at, counts)
        if part is not None:
            found[number.figure.start] = share_of(part, number, shares.get(number.figure.start))
    shown = [claim for claim in claims if claim.kind != "share" or claim.start not in dropped]
    kept = [found.pop(claim.start, claim) if claim.kind == "share" else claim for claim in shown]
    return [*kept, *found.values()]


def _of_rate(claim: Claim, setting: Setting) -> bool:
    """Whether those are counted who are on one side of a rate, or have gone one way."""
    pack = setting.packs.get(claim.pack)
    measure = pack.measures.get(claim.condition.partition(":")[0]) if pack is not None else None
    return is_side(claim.condition) and (measure is None or measure.unit == PERCENT)


def _part(frame: Frame, at: int, counts: Mapping[int, Claim]) -> Claim | None:
    """The count in front of a share, with nothing but what it counts and a bracket or "atau" between."""
    for place in range(at - 1, max(-1, at - 1 - FAR), -1):
        mention = frame.mentions[place]
        if mention.number is not None:
            claim = counts.get(mention.number.figure.start)
            joined = _joined(frame, place, at) or _follows(frame, place, at)
            return claim if claim is not None and claim.condition != "assessed" and joined else None
        comma = Tag.COMMA in mention.tags and frame.gap(place - 1, place) == ""  # "70, 11.93 percent"
        if mention.ids or (mention.tags.keys() & set(BREAKS) and not comma):
            return None
    return None


def _part_behind(frame: Frame, share: int, counts: Mapping[int, Claim]) -> Claim | None:
    """ "24,76 persen atau 103 kabupaten masuk zona hijau": the count to which nothing but "or" leads behind a share."""
    following = next(iter(frame.having(FIGURES, share + 1, share + FAR)), -1)
    number = frame.mentions[following].number if following >= 0 else None
    part = counts.get(number.figure.start) if number is not None else None
    between = frame.plain[frame.mentions[share].end : frame.mentions[following].start] if part is not None else ""
    words = between.lower().replace(",", " ").split()
    led = bool(words) and all(word in frame.words.alternative for word in words)
    return part if part is not None and led and part.condition != ASSESSED else None


def _is_bare(frame: Frame, at: int, counts: Mapping[int, Claim]) -> bool:
    """ "Dari 586 instansi, yang hijau 272 instansi (46,42)": whether a figure alone in brackets is the percentage that
    the count right in front of it makes of the whole that its sentence tells."""
    number = frame.mentions[at].number
    if number is None or number.unit or number.quantum >= 1 or not frame.before(at, Tag.OPEN):
        return False
    part = _part(frame, at, counts) if frame.after(at, Tag.CLOSE) else None
    told = (counts.get(one.number.figure.start) for one in frame.mentions[:at] if one.number is not None)
    wholes = [one for one in told if one is not None and one.condition == ASSESSED]
    if part is None:
        return False
    return any(
        abs(HUNDRED * number_of(part) / number_of(one) - number.value) < number.quantum
        for one in wholes
        if number_of(one)
    )


def _part_of_whole(frame: Frame, share: int, counts: Mapping[int, Claim]) -> Claim | None:
    """ "16 dari 24 kabupaten/kota di Sulsel masuk zona hijau pada 2023, atau 66,67 persen": the part of a whole, both
    in front of a share that "or" leads to, where the whole is that of a group of whom nothing is told."""
    lead = frame.plain[frame.mentions[share - 2].end : frame.mentions[share].start] if share > 1 else ""
    if not {*lead.lower().replace(",", " ").split()} & {*frame.words.alternative}:
        return None
    places = [at for at in frame.having(FIGURES, 0, share) if Tag.YEAR_DIGITS not in frame.mentions[at].tags][-2:]
    told = [counts.get(number.figure.start) for at in places if (number := frame.mentions[at].number) is not None]
    if len(told) != PAIR or not frame.before(places[1], Tag.RANK_AMONG):
        return None
    part, whole = told
    if part is None or whole is None or whole.condition != ASSESSED or part.condition in ("", ASSESSED):
        return None
    return part


def _of_less(frame: Frame, share: int) -> bool:
    """ "five of the country's 59 red regencies, or 8.47 percent": the share is of the five, and of no region."""
    counts = [at for at in frame.having(FIGURES, max(0, share - FAR), share) if _is_whole_number(frame, at)]
    near = frame.having(Tag.RANK_AMONG, max(0, counts[-1] - 3), counts[-1]) if counts else ()
    return bool(near) and near[0] > 0 and any(_is_whole_number(frame, at) for at in range(max(0, near[0] - 2), near[0]))


def _is_whole_number(frame: Frame, at: int) -> bool:
    number = frame.mentions[at].number
    return number is not None and number.quantum == 1 and not number.unit


def _joined(frame: Frame, count: int, share: int) -> bool:
    """Whether brackets open, or "atau" stands, between a count and a share."""
    if frame.has(Tag.OPEN, count, share) and not frame.has(Tag.CLOSE, count, share):
        return True
    between = frame.plain[frame.mentions[count].end : frame.mentions[share].start].lower().split()
    return any(word in frame.words.alternative for word in between)


def _follows(frame: Frame, count: int, share: int) -> bool:
    """Whether nothing but a comma, or that and "atau", stands between a count and a share: "337, or 57.41 percent"."""
    between = frame.plain[frame.mentions[count].end : frame.mentions[share].start]
    words = between.lower().replace(",", " ").split()
    return between.startswith(",") and all(word in frame.words.alternative for word in words)


def share_of(part: Claim, number: Number, read: Claim | None = None, sentence: int = -1) -> Claim:
    """The claim that a figure is the share of those whom a count counts; in its sentence, unless another is given."""
    low, high = interval(number, "")
    bare = read or part._replace(kind="share", measure="share", value=number.value, of=0, of_span=None)
    return bare._replace(
        start=number.figure.start, end=number.figure.end, low=low, high=high, subject=part.subject, scope=part.scope,
        period=part.period, period_span=part.period_span, period_origin=part.period_origin, pack=part.pack,
        group=part.group, condition=part.condition, how=part.how, readings=(),
        sentence=part.sentence if sentence < 0 else sentence,
    )  # fmt: skip
