"""A list announced as regencies that names a city, or the other way.

Wrong: Hanya tiga kabupaten yang hijau, yaitu Kota Banjarbaru, Kota Banjarmasin, dan Kabupaten Tanah Laut.
Right: Hanya tiga daerah yang hijau, yaitu Kota Banjarbaru, Kota Banjarmasin, dan Kabupaten Tanah Laut.
Why: the number fits the list, so the word counts all that are named, and the gazetteer has one of them as another kind
    (so too behind "beberapa kota, seperti", where no town bears its name); or a name in a row with its figure, which
    the reference bears out, stands behind the word for a kind that no region of that name is of ("Kota Gresik
    Rp4.642.031, Kabupaten Sidoarjo Rp4.638.582"); or a city with a right rank is told to be one of so many regencies,
    as just so many cities are.
Silence: `wrong-kind` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks.declare import rule
from factcheck.checks.needs import kinds_listed
from factcheck.checks.subject_needs import framed, names_listed, ranks
from factcheck.judging.case import Case, frame_of
from factcheck.judging.grounds.ground import Ground
from factcheck.messages import Message, message
from factcheck.model import Claim, Evidence, Finding, Span, Suggestion
from factcheck.reading.evidence.explained.name_lists import NameList, name_lists
from factcheck.reading.scan.frame import FIGURES, Frame, places_with
from factcheck.reading.scan.mentions import Mention, Tag
from factcheck.reference.packs.info import FIRST, SECOND
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.checks.lists.region_lists import RegionList

RULE = "wrong-kind"
APART = 2
"""Words of a region's name that no town bears."""
LISTED = ("row", "item")
ROWS = 3
"""Rows or items to both sides of one that may tell the kinds of theirs."""


@rule(RULE, "warning", after="repeated-name", needs=names_listed)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each word for a kind that a member of its list is not of."""
    for found in name_lists(case.frames, case.language):
        noun = _noun(found)
        if noun is None or found.announced is None or found.announced.value != len(found.names):
            continue
        kinds = case.reference.kinds(noun.tags[Tag.GROUP])
        strangers = [name for name in found.names if _kind(case, name) and _kind(case, name) not in kinds]
        if strangers:
            yield _of_list(case, noun, strangers[0])


@rule(RULE, "warning", after="repeated-name", needs=framed)
def check_rows(case: Case) -> Iterator[Finding]:
    """A finding at each name with a right figure behind a word for a kind that nobody of the name is of, in a sentence
    that tells the kinds of others."""
    right = {
        claim.subject_span.start: claim.subject
        for claim in case.claims
        if claim.subject_span and isinstance(claim.value, Decimal) and case.answer(claim).verdict == "supported"
    }
    for frame, at in places_with(case.frames, Tag.GROUP) if right else ():
        name = frame.mentions[at + 1] if at + 1 < len(frame.mentions) else None
        if name is not None and name.start in right and _is_no(case, frame, at) and _tells_kinds(case, frame):
            yield _of_row(case, frame.mentions[at], name)


@rule(RULE, "warning", after="repeated-name", needs=ranks)
def check_ranks(case: Case) -> Iterator[Finding]:
    """A finding at each word for a kind behind the size of a group in which somebody of another has that very rank."""
    for claim in case.claims:
        if claim.kind == "rank" and claim.of and claim.of_span is not None:
            own = case.reference.kind_of(claim.subject)
            alike = any(fact.of == claim.of and fact.group == own for fact in case.answer(claim).facts)
            noun = _noun_behind(case, claim, claim.of_span) if alike else None
            kinds = case.reference.kinds(noun.tags[Tag.GROUP]) if noun is not None else ()
            if noun is not None and len(kinds) == 1 and own not in kinds and case.reference.all_on(kinds[0], SECOND):
                place = Span(noun.start, noun.end)
                told = message("{name} is no {kind}.", name=case.name(claim.subject), kind=_written(case, noun))
                known = Evidence(message("the gazetteer ({pack})", pack="wilayah"), "", own, claim.subject)
                found = Finding(RULE, "warning", told, *place, expected=own, evidence=(known,), ground=Ground.CLAUSE)
                yield found._replace(suggestions=(Suggestion(*place, own),))


def _noun_behind(case: Case, claim: Claim, size: Span) -> Mention | None:
    """The one word for a group right behind its size: "98 kabupaten", but not "98 kabupaten/kota"."""
    frame = frame_of(case, claim)
    at = frame.ending(size.end, FIGURES) if frame is not None else -1
    if frame is None or at < 0 or not frame.after(at, Tag.GROUP) or frame.after(at + 1, Tag.GROUP):
        return None
    return frame.mentions[at + 1]


@rule(RULE, "warning", after="repeated-name", needs=kinds_listed)
def check_regions(case: Case) -> Iterator[Finding]:
    """A finding at each word for a kind in front of a list of regions of which one is of another, whatever the draft is
    about."""
    from factcheck.checks.lists.region_lists import region_lists

    told = {one.start for one in check(case)} if case.frames else ()
    for found in region_lists(case):
        if (
            found.noun.start in told
            or not found.kinds
            or not (found.some or (found.number is not None and found.number.value == len(found.names)))
        ):
            continue
        strangers = [one for one in found.names if _is_stranger(case, found, *one)]
        if 0 < len(strangers) < len(found.names) or (strangers and all(_bears_word(case, one) for one, _ in strangers)):
            yield _of_region(case, found.noun, strangers[0][1][0])


def _is_stranger(case: Case, found: RegionList, name: Span, ids: Sequence[str]) -> bool:
    """Whether nobody of a name is of the kinds of a list; a town that a regency is called after is one: "tiga kota,
    yakni Surabaya, Sidoarjo, dan Malang"."""
    if any(case.reference.kind_of(one) in found.kinds for one in ids):
        return False
    apart = len(case.document.plain[slice(*name)].split()) >= APART
    return apart or _bears_word(case, name) or not _is_loose(case, found)


def _bears_word(case: Case, name: Span) -> bool:
    """Whether a name is written with the word for its kind."""
    return case.document.plain[slice(*name)].split()[0].lower() in case.reference.kinds_on(FIRST, SECOND)


def _is_loose(case: Case, found: RegionList) -> bool:
    """Whether the word for the kind is said of towns too."""
    return not found.kinds.isdisjoint(case.language.people.governments.loose)


def _of_region(case: Case, noun: Span, stranger: str) -> Finding:
    said = message(
        "{name} is no {kind}, but stands in a list of them.",
        name=case.name(stranger),
        kind=case.document.text[slice(*noun)],
    )
    known = Evidence(message("the gazetteer ({pack})", pack="wilayah"), "", case.name(stranger), stranger)
    return Finding(RULE, "warning", said, *noun, evidence=(known,), ground=Ground.CLAUSE)


def _is_no(case: Case, frame: Frame, at: int) -> bool:
    """Whether a capital word for one kind stands right in front of a name that is of another."""
    word, name = frame.mentions[at], frame.mentions[at + 1]
    close = frame.plain[word.end : name.start] == " " and frame.plain[word.start].isupper()
    kinds = case.reference.kinds(word.tags[Tag.GROUP])
    return close and len(kinds) == 1 and all(case.reference.kind_of(one) not in kinds for one in name.ids)


def _tells_kinds(case: Case, frame: Frame) -> bool:
    """Whether another name of a sentence, or of a row or item beside it, bears the word for its kind: "Kabupaten
    Sidoarjo"."""
    place, kind = frame.sentence.place, frame.sentence.kind
    around = case.frames[max(0, place - ROWS) : place + ROWS + 1] if kind in LISTED else (frame,)
    near = (one for one in around if one.sentence.kind == kind)
    return any(_bears_kind(case, one) for one in near)


def _bears_kind(case: Case, frame: Frame) -> bool:
    names = (frame.mentions[at] for at in frame.subjects())
    return any(
        frame.plain[name.start : name.end].lower().startswith(f"{case.reference.kind_of(name.ids[0])} ")
        for name in names
        if name.ids
    )


def _of_row(case: Case, word: Mention, name: Mention) -> Finding:
    right = case.name(name.ids[0])
    place = Span(word.start, name.end)
    told = _finding(case, message("{name} is no {kind}.", name=right, kind=_written(case, word)), place, name)
    return told._replace(expected=right, suggestions=(Suggestion(*place, right),))


def _noun(found: NameList) -> Mention | None:
    """The word for what is counted, right behind the number; None where several are: "4 pemkab/pemko"."""
    frame = found.frame
    for at, mention in enumerate(frame.mentions[:-1]):
        if mention.number is found.announced and Tag.GROUP in frame.mentions[at + 1].tags:
            return None if frame.after(at + 1, Tag.GROUP) else frame.mentions[at + 1]
    return None


def _kind(case: Case, name: Mention) -> str:
    """The kind of a name that is nobody else's too; empty where it may be of several."""
    return case.reference.kind_of(name.ids[0]) if len(name.ids) == 1 else ""


def _of_list(case: Case, noun: Mention, stranger: Mention) -> Finding:
    said = message(
        "{name} is no {kind}, but stands in a list of them.",
        name=case.name(stranger.ids[0]),
        kind=_written(case, noun),
    )
    return _finding(case, said, Span(noun.start, noun.end), stranger)


def _written(case: Case, mention: Mention) -> str:
    return case.document.text[mention.start : mention.end]


def _finding(case: Case, said: Message, place: Span, name: Mention) -> Finding:
    known = Evidence(message("the gazetteer ({pack})", pack="wilayah"), "", case.name(name.ids[0]), name.ids[0])
    return Finding(RULE, "warning", said, *place, evidence=(known,), ground=Ground.CLAUSE)
