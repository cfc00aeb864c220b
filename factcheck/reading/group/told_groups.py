"""Groups of whom something is told that no table counts: "30 provinsi sudah mengumumkan upahnya"."""

from collections.abc import Sequence

from factcheck.model import COUNTRY, Claim
from factcheck.reading.group.counted import is_beyond, is_national
from factcheck.reading.records import Value
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.counts import is_listed
from factcheck.reference.packs.info import FIRST

LISTED = ("item", "row")
PLACED = 3
"""So many mentions at most stand from a group to the name of where it lies: "provinsi baru di Papua"."""


def told_of(frame: Frame, count: Value, setting: Setting) -> bool:
    """Whether so many of a kind are told of: "10 kabupaten/kota di NTT diganjar penghargaan"; not one alone, which is
    somebody, nor those who stand above or below somebody, nor provinces of an island, which no region is."""
    if not count.group or count.condition or not frame.after(count.at, Tag.GROUP, 1):
        return False
    if count.value == 1 and not is_listed(frame, count.at):
        return False
    if is_beyond(frame, count) or (frame.sentence.kind in LISTED and count.at == 0):  # "a. 9 kementerian;"
        return False
    return not (is_national(setting.reference.whole, count.group) and _is_placed(frame, count))


def lies_in(frame: Frame, count: Value, setting: Setting) -> tuple[str, int] | None:
    """ "Papua Selatan hanya punya empat kabupaten": the region told of last in front of those in it, and the place of
    its name; None where none is, or its regions are told of themselves."""
    reference = setting.reference
    before = [(ids, place) for place, ids in frame.bearers if place < count.at]
    if not before or is_national(reference.whole, count.group):
        return None
    (region, *others), place = before[-1]
    return (region, place) if not others and reference.level_of(region) == FIRST else None


def unread(groups: Sequence[Claim], claims: Sequence[Claim]) -> list[Claim]:
    """The groups whose number nothing else has read; one of no year is of the only year that all claims are of."""
    read, years = {claim.start for claim in claims}, {claim.period for claim in claims if claim.period}
    only = next(iter(years)) if len(years) == 1 else ""
    left = (claim for claim in groups if claim.start not in read)
    return [claim if claim.period or not only else claim._replace(period=only) for claim in left]


def _is_placed(frame: Frame, count: Value) -> bool:
    """ "lima provinsi di Sumatera", "the six provinces of Papua": whether a place that is not the country stands right
    behind a group."""
    for at in range(count.at + 2, min(len(frame.mentions), count.at + 2 + PLACED)):
        mention = frame.mentions[at]
        if mention.ids:
            return COUNTRY not in mention.ids and frame.close(at - 1, at, 1)
        if Tag.ENTITY_PLACES in mention.tags:
            following = frame.mentions[at + 1] if at + 1 < len(frame.mentions) else None
            named = following is not None and COUNTRY in following.ids
            return not named and frame.plain[mention.end : mention.end + 2].strip()[:1].isupper()
        if not mention.tags.keys() & {Tag.GROUP, Tag.COMMA, Tag.BIND_AND, Tag.RANK_AMONG}:
            break
    return False
