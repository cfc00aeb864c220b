"""A district with a regency, city or province behind it that it does not lie in.

Wrong: warga Kecamatan Cibinong, Kota Bogor; Kecamatan Palengaan (Kabupaten Sumenep).
Right: warga Kecamatan Cibinong, Kabupaten Bogor; Kecamatan Palengaan (Kabupaten Pamekasan).
Why: by the gazetteer no district of that name lies in the region that follows behind a comma, "di" or a bracket. Names
    that it does not know are left alone, and so are lists, provinces that were divided since, and what may be the short
    form of a district of the region ("Kecamatan Kota, Kabupaten Kudus").
Silence: `wrong-regency` under `ignore` in the configuration, or `[sic]` behind the region.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.declare import rule
from factcheck.checks.names.district_mentions import District, named_districts
from factcheck.checks.needs import districts
from factcheck.judging.case import Case
from factcheck.judging.grounds.ground import Ground
from factcheck.messages import message
from factcheck.model import EntityRecord, Evidence, Finding, Suggestion

RULE = "wrong-regency"


@rule(RULE, "warning", after="wrong-province", needs=districts, ground=Ground.CLAUSE)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each region behind a district that does not lie in it."""
    for district in named_districts(case):
        records = [case.reference.entities[name] for name in district.within if name in case.reference.entities]
        if not records or any(_lies(case, record, region) for record in records for region in district.regions):
            continue
        begun = case.reference.districts_begun(case.document.plain[district.start : district.end])
        if not any(region.id in begun for region in district.regions):
            yield _finding(case, district, records)


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
            "{district} lies in {regions}, not in {written}.",
            district=text[district.start : district.end],
            regions=right,
            written=text[start:end],
        ),
        start,
        end,
        expected=right,
        suggestions=tuple(Suggestion(start, end, name) for name in only),
        evidence=tuple(
            Evidence(message("the gazetteer ({pack})", pack=one.pack), "", one.name, one.id) for one in records[:3]
        ),
    )
