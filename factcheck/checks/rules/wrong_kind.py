"""A list announced as regencies that names a city, or the other way.

Wrong: Hanya tiga kabupaten yang hijau, yaitu Kota Banjarbaru, Kota Banjarmasin, dan Kabupaten Tanah Laut.
Right: Hanya tiga daerah yang hijau, yaitu Kota Banjarbaru, Kota Banjarmasin, dan Kabupaten Tanah Laut.
Why: the number fits the list, so the word counts all that are named, and the gazetteer has one of them as another kind.
Silence: `wrong-kind` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.declare import names_listed, rule
from factcheck.judging.case import Case
from factcheck.judging.ground import Ground
from factcheck.messages import message
from factcheck.model import Evidence, Finding
from factcheck.reading.evidence.name_lists import NameList, name_lists
from factcheck.reading.scan.mentions import Mention, Tag

RULE = "wrong-kind"


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
            yield _finding(case, noun, strangers[0])


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


def _finding(case: Case, noun: Mention, stranger: Mention) -> Finding:
    written = case.document.text[noun.start : noun.end]
    name = case.name(stranger.ids[0])
    return Finding(
        RULE,
        "warning",
        message("{name} is no {kind}, but stands in a list of them.", name=name, kind=written),
        noun.start,
        noun.end,
        evidence=(Evidence(message("the gazetteer ({pack})", pack="wilayah"), "", name, stranger.ids[0]),),
        ground=Ground.CLAUSE,
    )
