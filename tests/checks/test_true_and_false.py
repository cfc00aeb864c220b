"""Sentences made of the reference itself: a true one is never flagged, one with a slip of the finger always is."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import check_text
from factcheck.api import shipped_reference
from factcheck.model import Fact, Finding

TOPIC = "Ombudsman RI menilai kepatuhan penyelenggaraan pelayanan publik."
YEARS = ("2021", "2022", "2023", "2024")
SCORES = (
    "Pada {year}, {name} meraih nilai {value}.",
    "{name} meraih nilai {value} pada {year}.",
    "Nilai {name} pada tahun {year} tercatat {value}.",
    "Tahun {year}, skor kepatuhan {name} mencapai {value} dan diumumkan di Jakarta.",
    "Dengan nilai {value} pada {year}, {name} berbenah.",
    "Dalam penilaian {year}, {name} memperoleh angka {value}.",
    "{name} ({value}) termasuk yang dinilai pada {year}.",
    "# Nilai {name} {value} pada {year}\n\nWarga berharap antrean lebih pendek.",
    "Hasil tahun {year}:\n\n1. {name}: {value}\n",
    "Hasil tahun {year}:\n\n| Daerah | Nilai |\n| --- | --- |\n| {name} | {value} |\n",
    "Pada {year} ada kabar baik.\n\n{name} mengantongi nilai {value}. Warga senang.",
)
SPOKEN_OF = "{name} meraih nilai {value} pada {year}. Warga senang."
"""A sentence before, about somebody else."""
FRONTED = SCORES[4]
"""The value stands before its subject: after somebody else has been spoken of it is still given to them."""
ZONES = (
    "Pada {year}, {name} berada di zona {value}.",
    "{name} masuk zona {value} dalam penilaian {year}.",
    "Rapor {value} diterima {name} pada {year}.",
    "Hasil tahun {year}:\n\n| Daerah | Zona |\n| --- | --- |\n| {name} | {value} |\n",
)


@cache
def known(measure: str) -> list[tuple[str, str, str]]:
    """Name, year and value of what the reference knows for certain of regions, one value for each."""
    reference = shipped_reference()
    rows = [fact for year in YEARS for fact in reference.facts_of(measure, year)]
    said: dict[tuple[str, str], set[str]] = {}
    for fact in rows:
        said.setdefault((fact.entity, fact.period), set()).add(_written(fact))
    return [
        (reference.entities[entity].name, period, values.pop())
        for (entity, period), values in sorted(said.items())
        if len(values) == 1 and "." not in period and entity in reference.entities
    ]


def _written(fact: Fact) -> str:
    return str(fact.value).replace(".", ",")


def _found(template: str, name: str, year: str, value: str, before: str = "") -> tuple[str, tuple[Finding, ...]]:
    text = f"{TOPIC} {before}\n\n{template.format(name=name, year=year, value=value)}\n"
    report = check_text(text)
    assert report.failures == ()
    return text, report.findings


@pytest.mark.parametrize("template", SCORES)
@settings(max_examples=25)
@given(st.data())
def test_a_true_score_is_never_flagged(template: str, data: st.DataObject) -> None:
    text, found = _found(template, *data.draw(st.sampled_from(known("score"))))
    assert [finding.message for finding in found] == [], text


@pytest.mark.parametrize("template", ZONES)
@settings(max_examples=25)
@given(st.data())
def test_a_true_zone_is_never_flagged(template: str, data: st.DataObject) -> None:
    text, found = _found(template, *data.draw(st.sampled_from(known("zone"))))
    assert [finding.message for finding in found] == [], text


@pytest.mark.parametrize("template", SCORES)
@settings(max_examples=25)
@given(st.data())
def test_a_score_with_two_digits_swapped_is_flagged_and_mended(template: str, data: st.DataObject) -> None:
    rows = [row for row in known("score") if row[2][-2] != row[2][-1] and row[2][-3:-2] == ","]
    name, year, value = data.draw(st.sampled_from(rows))
    text, found = _found(template, name, year, f"{value[:-2]}{value[-1]}{value[-2]}")
    assert [finding.expected for finding in found] == [value], text


@pytest.mark.parametrize("template", ZONES)
@settings(max_examples=25)
@given(st.data())
def test_a_zone_of_another_colour_is_flagged(template: str, data: st.DataObject) -> None:
    name, year, value = data.draw(st.sampled_from(known("zone")))
    other = data.draw(st.sampled_from(sorted({"hijau", "kuning", "merah"} - {value})))
    text, found = _found(template, name, year, other)
    assert len(found) == 1, text


@pytest.mark.parametrize("template", [template for template in (*SCORES, *ZONES) if template != FRONTED])
@settings(max_examples=25)
@given(st.data())
def test_a_true_sentence_behind_one_about_another_is_never_flagged(template: str, data: st.DataObject) -> None:
    other, period, score = data.draw(st.sampled_from(known("score")))
    rows = [row for row in known("zone" if template in ZONES else "score") if row[0] != other]
    before = SPOKEN_OF.format(name=other, year=period, value=score)
    text, found = _found(template, *data.draw(st.sampled_from(rows)), before=before)
    assert [finding.message for finding in found] == [], text
