"""A name of a place with one letter wrong.

Wrong: Kabupatan Bekasi; di Bengkulu Selaran; Kota Bukittingi.
Right: Kabupaten Bekasi; di Bengkulu Selatan; Kota Bukittinggi.
Why: the gazetteer has a province, regency or city of which two words stand so beside each other, no name with the word
    as it is written, and the word is no common one. Names in which another first letter stands, and those that go
    on otherwise than the known one, are left alone. A district ("Kecamatan Cigenang, Kabupaten Cianjur") is held
    against those of the region behind it: one other letter, or two that changed places. A short form in brackets that
    is another region's ("Sulawesi Tenggara (Sulteng)") is told with the one that is meant. Beside two regions of one
    province "Kabupaten" with a name that no region bears is the one of that province that is called nearly so, or
    the only one whose name ends so ("Kabupaten Timur"); so is a name in a list of three and more of one province
    ("Pinrang, Bone, Wajo, dan Sopeng"). Anywhere a long name of several words means the one region of
    that kind that is a letter off, though a district may be called as it is written ("Kabupaten Kutai Kertanegara").
Silence: `wrong-place` under `ignore` in the configuration, or `[sic]` behind the name.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.cache.patterns import compiled
from factcheck.checks.declare import rule
from factcheck.checks.names.misspelt import misspelt
from factcheck.checks.needs import names_in_a_row
from factcheck.judging.case import Case
from factcheck.judging.grounds.ground import Ground
from factcheck.language.fold import fold, holds
from factcheck.language.one_letter import one_letter
from factcheck.messages import message
from factcheck.model import Evidence, Finding, Suggestion
from factcheck.reference.content.content import PLACE
from factcheck.reference.packs.fold_name import letters
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.checks.names.district_mentions import District
    from factcheck.checks.names.neighbour_forms import NeighbourForm
    from factcheck.checks.names.unknown_regions import Unknown

RULE = "wrong-place"
SHORT_FORM = compiled(r"\([A-Z]")
"""How a short form in brackets begins."""


@rule(RULE, "warning", after="wrong-institution", ground=Ground.SLIP)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each misspelt name of a place."""
    spelt = list(misspelt(case, RULE, lambda kind: kind == PLACE))
    yield from spelt
    from factcheck.checks.names.unknown_regions import unknown_regions

    for one in (*unknown_regions(case), *_listed(case)):
        if not any(one.whole.start <= other.start < one.whole.end for other in spelt):
            yield _unknown(case, one)
    if SHORT_FORM.search(case.document.plain):
        from factcheck.checks.names.neighbour_forms import neighbour_forms

        yield from (_short_form(case, form) for form in neighbour_forms(case.document.plain, case.reference))
    if holds(fold(case.document.plain), case.language.people.governments.districts):
        from factcheck.checks.names.district_mentions import named_districts

        for district in named_districts(case):
            right = "" if district.within else _meant(case, district)
            if right:
                yield _finding(case, district, right)


def _listed(case: Case) -> Iterator[Unknown]:
    if not names_in_a_row(case.document):
        return
    from factcheck.checks.names.listed_regions import listed_regions

    yield from listed_regions(case)


def _short_form(case: Case, form: NeighbourForm) -> Finding:
    return Finding(
        RULE,
        "error",
        message(
            "{written} is short for {other}, not for {region}.",
            written=case.document.text[form.start : form.end],
            other=form.other,
            region=form.region,
        ),
        form.start,
        form.end,
        expected=form.right,
        suggestions=(Suggestion(form.start, form.end, form.right),) if form.right else (),
        evidence=(Evidence("the gazetteer", "", form.right or form.other, form.region),),
    )


def _unknown(case: Case, one: Unknown) -> Finding:
    text, record = case.document.text, one.right
    bare = record.name.partition(" ")[2]
    said = (
        message(
            "No region is called {written}; its neighbours are of {province}, where there is {right}.",
            written=text[one.whole.start : one.whole.end],
            province=case.name(record.parent),
            right=record.name,
        )
        if one.by_neighbours
        else message(
            "{word} should read {right}, as in {name}.", word=text[slice(*one.name)], right=bare, name=record.name
        )
    )
    return Finding(
        RULE,
        "warning",
        said,
        one.whole.start,
        one.whole.end,
        expected=record.name,
        suggestions=(Suggestion(one.name.start, one.name.end, bare),),
        evidence=(Evidence(f"the gazetteer ({record.pack})", "", record.name, record.id),),
    )


def _meant(case: Case, district: District) -> str:
    """The one district of the region behind the name that is as long and one slip away."""
    written = letters(case.document.plain[district.start : district.end])
    near = {
        name
        for region in district.regions
        for name in case.reference.districts_of(region.id)
        if len(letters(name)) == len(written) and one_letter(written, letters(name))
    }
    return near.pop() if len(near) == 1 else ""


def _finding(case: Case, district: District, right: str) -> Finding:
    text, region = case.document.text, district.regions[0]
    start, end = district.start, district.end
    return Finding(
        RULE,
        "warning",
        message("{written} should read {right}, a district of {region}", written=text[start:end], right=right,
                region=region.name),
        start,
        end,
        expected=right,
        suggestions=(Suggestion(start, end, right),),
        evidence=(Evidence(f"the gazetteer ({region.pack})", "", right, region.id),),
    )  # fmt: skip
