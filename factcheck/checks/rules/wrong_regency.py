"""A district with a regency, city or province behind it that it does not lie in.

Wrong: warga Kecamatan Cibinong, Kota Bogor; Kecamatan Palengaan (Kabupaten Sumenep).
Right: warga Kecamatan Cibinong, Kabupaten Bogor; Kecamatan Palengaan (Kabupaten Pamekasan).
Why: by the gazetteer no district of that name lies in the region that follows behind a comma, "di" or a bracket. Names
    that it does not know are left alone, and so are lists, provinces that were divided since, and what may be the short
    form of a district of the region ("Kecamatan Kota, Kabupaten Kudus").
Silence: `wrong-regency` under `ignore` in the configuration, or `[sic]` behind the region.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.checks.rules.wrong_province import goes_on
from factcheck.judging.case import Case
from factcheck.language.fold import alternation, fold
from factcheck.messages import message
from factcheck.model import EntityRecord, Evidence, Finding, Suggestion
from factcheck.reading.people.governments import regions_at
from factcheck.spans import SILENT

RULE = "wrong-regency"
_NAME = re.compile(r"[ \n]+([A-Z][\w'’-]*(?:[ \n][A-Z][\w'’-]*){0,3})")
_BEHIND = re.compile(r"(?:,[ \n]|[ \n]\(|[ \n]di[ \n]|[ \n](?=Kabupaten|Kab\.|Kota ))(?=[A-Z])")


class District(NamedTuple):
    """A district as written, with the region behind it: their places, and the regions that the name may mean."""

    start: int
    end: int
    region_start: int
    region_end: int
    regions: list[EntityRecord]


def check(case: Case) -> Iterator[Finding]:
    """A finding at each region behind a district that does not lie in it."""
    words = case.language.people.governments.districts
    if not words:
        return
    low = fold(case.document.plain)
    cue = re.compile(rf"(?<!\w)(?:{alternation(words)})(?=[ \n])")
    for block in case.document.blocks:
        if block.kind not in SILENT:
            for match in cue.finditer(low, block.start, block.end):
                yield from _held(case, match.end())


def _held(case: Case, at: int) -> Iterator[Finding]:
    district = _district(case, at)
    if district is None or goes_on(case, district.region_end):
        return
    within = case.reference.districts(case.document.plain[district.start : district.end])
    records = [case.reference.entities[name] for name in within if name in case.reference.entities]
    if not records or any(_lies(case, record, region) for record in records for region in district.regions):
        return
    begun = case.reference.districts_begun(case.document.plain[district.start : district.end])
    if not any(region.id in begun for region in district.regions):
        yield _finding(case, district, records)


def _district(case: Case, at: int) -> District | None:
    """The longest name of a district that begins behind its word and has a region behind it."""
    plain = case.document.plain
    name = _NAME.match(plain, at)
    if name is None:
        return None
    ends = [name.start(1) + word.end() for word in re.finditer(r"[^ \n]+", name[1])]
    for end in reversed(ends):
        mark = _BEHIND.match(plain, end)
        if mark is None or not case.reference.districts(plain[name.start(1) : end]):
            continue
        region_end, ids = regions_at(plain, mark.end(), case.reference)
        regions = [case.reference.entities[one] for one in ids if one in case.reference.entities]
        if regions and all(region.parent for region in regions):
            return District(name.start(1), end, mark.end(), region_end, regions)
    return None


def _lies(case: Case, record: EntityRecord, region: EntityRecord) -> bool:
    """Whether a regency is the region, or lies in it; a province that was divided since is still called so."""
    parent = case.reference.entities.get(record.parent)
    in_province = parent is not None and (parent.id == region.id or parent.name.startswith(region.name))
    return record.id == region.id or in_province


def _finding(case: Case, district: District, records: list[EntityRecord]) -> Finding:
    text = case.document.text
    start, end = district.region_start, district.region_end
    right = " / ".join(dict.fromkeys(record.name for record in records[:3])) + (" …" if len(records) > 3 else "")
    only = [records[0].name] if len(records) == 1 and records[0].kind == district.regions[0].kind else []
    return Finding(
        RULE,
        "warning",
        message(
            "{district} lies in {regions}, not in {written}",
            district=text[district.start : district.end],
            regions=right,
            written=text[start:end],
        ),
        start,
        end,
        expected=right,
        suggestions=tuple(Suggestion(start, end, name) for name in only),
        evidence=tuple(Evidence(f"the gazetteer ({one.pack})", "", one.name, one.id) for one in records[:3]),
    )
