"""The packs that ship are sound, complete as promised, and what other tools of their format read too."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.reference.ask.reference import Reference, load
from factcheck.reference.packs.pack import Pack, read_pack
from factcheck.reference.packs.roles import ROLES
from factcheck.reference.packs.shipped import shipped_packs
from factcheck.reference.validation.remarks import lines
from factcheck.reference.validation.validate import validate

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
LICENCES = {
    "ODbL-1.0": "Open Database License",
    "MIT": "MIT licence",
    "CC0-1.0": "CC0",
    "other-open": "no rights are claimed",
}


@pytest.fixture(scope="module")
def packs() -> dict[str, Pack]:
    found = {}
    for path in shipped_packs():
        pack, problems = read_pack(path)
        assert pack is not None
        assert problems == ()
        found[pack.info.name] = pack
    return found


@pytest.fixture(scope="module")
def reference() -> Reference:
    found, problems = load(shipped_packs())
    assert problems == ()
    return found


def test_every_folder_of_the_reference_ships(packs: dict[str, Pack]) -> None:
    assert {*packs} == {path.name for path in (ROOT / "reference").iterdir()}


def test_each_has_its_page_and_its_licence(packs: dict[str, Pack]) -> None:
    guide = (DOCS / "packs.md").read_text("utf-8")
    for name, pack in packs.items():
        page = (DOCS / f"packs/{name}.md").read_text("utf-8")
        assert f"(packs/{name}.md)" in guide
        assert page.startswith(f"# {name}\n")
        assert all(path in page for role, path in pack.info.resources if role != "entities")
        assert LICENCES[pack.info.licence] in page


def test_they_are_valid(packs: dict[str, Pack]) -> None:
    assert validate(list(packs.values())).errors == ()


def test_names_and_institutions_are_counted(packs: dict[str, Pack]) -> None:
    assert len(packs["lembaga"].institutions) >= 720
    assert sum(one.kind != "term" and not one.doubt for one in packs["lembaga"].institutions) >= 380
    assert len(packs["hukum"].laws) >= 1_640
    assert len({person.name for person in packs["pejabat"].people}) >= 1_200


def test_no_misspelling_is_somebody_elses_right_name(packs: dict[str, Pack]) -> None:
    people, bodies = packs["pejabat"].people, packs["lembaga"].institutions
    assert {form for one in people for form in one.variants}.isdisjoint(one.name for one in people)
    names = {name for one in bodies for name in (one.name, *one.also)}
    assert {form for one in bodies for form in one.wrong}.isdisjoint(names)


def test_what_is_in_doubt_has_been_looked_at(packs: dict[str, Pack]) -> None:
    rows = {
        (line.table.path, line.row.line): line
        for pack in packs.values()
        for role in ROLES
        for line in lines(pack, role)
    }
    doubts = validate(list(packs.values())).warnings
    assert [doubt for doubt in doubts if not rows[doubt.path, doubt.line].known] == []


@pytest.mark.parametrize(
    ("measure", "entity", "period", "value"),
    [
        ("score", "51", "2022", "54.01"),
        ("score", "51", "2023", "94.46"),
        ("zone", "15.08", "2023", "kuning"),
        ("category", "16", "2023", "A"),
        ("rank", "kementerian-kesehatan", "2021", "1"),
        ("count", "ID", "2023", "399"),
        ("count", "ID", "2023", "4"),
        ("count", "12", "2021", "34"),
        ("scale", "ID", "2024", "77.79"),
        ("date", "15", "2024", "2024-12-02"),
    ],
)
def test_slips_in_print_are_no_facts(reference: Reference, measure: str, entity: str, period: str, value: str) -> None:
    (slip, *_) = [one for one in reference.errata(measure, entity, period) if str(one.value) == value]
    assert slip.source
    assert slip.reason
    assert dict(slip.reasons).get("en")
    asked = f"{slip.condition} of {slip.group}"
    facts = (*reference.facts(measure, entity, period), *reference.ranks(entity, period))
    counts = [one for one in reference.counts(entity, period) if f"{one.condition} of {one.group}" == asked]
    assert value not in [str(fact.value) for fact in (*facts, *counts)]


def test_they_hold_what_was_promised(packs: dict[str, Pack]) -> None:
    results = packs["ombudsman-kepatuhan"].facts
    wages = packs["upah-minimum"].facts
    regions = [entity for entity in packs["wilayah"].entities if entity.kind != "negara"]
    assert len({(fact.entity, fact.period, fact.source) for fact in results}) >= 1200
    assert len({(fact.entity, fact.period) for fact in wages}) == 215
    assert len(regions) == 552
    for name, measure in (("penduduk", "population"), ("luas-wilayah", "area"), ("kecamatan", "districts")):
        held = {fact.entity for fact in packs[name].facts if fact.measure == measure}
        assert {entity.id for entity in regions} <= held


@pytest.mark.parametrize("measure", ["population", "men", "women", "area", "districts", "anies_muhaimin"])
def test_parts_make_the_whole(reference: Reference, measure: str) -> None:
    """Provinces are the sum of their regions, and the country that of the provinces (and of the votes abroad)."""
    value: dict[str, Decimal] = {}
    for entity in reference.entities:
        for fact in reference.facts(measure, entity):
            assert isinstance(fact.value, Decimal)
            value[entity] = fact.value
    parts: defaultdict[str, Decimal] = defaultdict(Decimal)
    for entity, one in value.items():
        parts[reference.entities[entity].parent] += one
    assert {whole: value[whole] for whole in parts if whole in value} == {
        whole: part for whole, part in parts.items() if whole in value
    }
    assert [whole for whole in parts if whole in value]


def test_the_poor_of_the_parts_are_those_of_the_whole(reference: Reference) -> None:
    """The country is rounded to ten thousand, and of 2013 it was counted anew."""
    months = {fact.period for fact in reference.facts("poor_people", "ID")}
    provinces = [entity.id for entity in reference.members("provinsi", "ID")]
    for month in months:
        country = reference.facts("poor_people", "ID", month)[0]
        held = [fact[0].value for one in provinces if (fact := reference.facts("poor_people", one, month))]
        apart = abs(sum(Decimal(str(value)) for value in held) - Decimal(str(country.value)))
        assert apart <= 6_000 or month.startswith("2013")
        assert len(held) >= 33
    assert {"2012-03", "2022-09", "2023-03", "2026-03"} <= months
    assert len(months) == 28
    regions = [one for one in reference.entities if "." in one and reference.facts("poor_people", one, "2025-03")]
    assert len(regions) == 514
    for one in provinces:
        parts = [reference.facts("poor_people", part, "2025-03")[0].value for part in regions if part[:2] == one]
        whole = reference.facts("poor_people", one, "2025-03")[0].value
        assert abs(sum(Decimal(str(part)) for part in parts) - Decimal(str(whole))) <= 100


@pytest.mark.parametrize(
    ("entity", "period", "score", "zone"),
    [
        ("17.06", "2023", "90.02", "hijau"),
        ("17.06", "2022", "60.35", "kuning"),
        ("15.71", "2024", "93.68", "hijau"),
        ("51", "2023", "96.46", "hijau"),
        ("52", "2021", "83.89", "hijau"),
    ],
)
def test_results_by_region(reference: Reference, entity: str, period: str, score: str, zone: str) -> None:
    assert str(reference.facts("score", entity, period)[0].value) == score
    assert reference.facts("zone", entity, period)[0].value == zone


@pytest.mark.parametrize(
    ("period", "assessed", "green"),
    [("2021", 587, 179), ("2022", 586, 272), ("2023", 586, 414), ("2024", 587, 494)],
)
def test_national_totals(reference: Reference, period: str, assessed: int, green: int) -> None:
    counts: dict[str, int] = {}
    for fact in reference.counts("ID", period):
        if fact.group == "all":
            counts.setdefault(fact.condition, int(fact.value))
    assert counts["assessed"] == assessed
    assert counts["zone:hijau"] == green


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("jambi", {"15", "15.71"}),
        ("solok", {"13.02", "13.72"}),
        ("gorontalo", {"75", "75.01", "75.71"}),
        ("tanjabbar", {"15.06"}),
        ("lubuklinggau", {"16.73"}),
        ("pemko payakumbuh", {"13.76"}),
        ("prov. sumut", {"12"}),
        ("diy", {"34"}),
        ("kab ttu", {"53.03"}),
        ("kemenkes", {"kementerian-kesehatan"}),
    ],
)
def test_names_of_the_press(reference: Reference, name: str, ids: set[str]) -> None:
    assert set(reference.aliases[name]) == ids


@pytest.mark.parametrize("path", shipped_packs(), ids=lambda path: path.name)
def test_frictionless_agrees(path: object) -> None:
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(f"{path}/datapackage.json")
    assert report.valid, report.flatten(["title", "rowNumber", "message"])
