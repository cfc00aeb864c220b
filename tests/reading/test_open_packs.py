"""A pack that the article is not about says nothing of its figures: not even of a slip that has been in print."""

from __future__ import annotations

from factcheck import check_text

SLIP_IN_PRINT = "Provinsi Bali 54,01 pada 2022."


def test_a_known_slip_of_an_open_pack_is_flagged() -> None:
    report = check_text(f"Ombudsman menilai kepatuhan pelayanan publik. {SLIP_IN_PRINT}")
    assert [finding.rule for finding in report.findings] == ["known-slip"]


def test_a_known_slip_of_another_pack_is_a_figure_like_any_other() -> None:
    report = check_text(f"UMP setiap provinsi naik. {SLIP_IN_PRINT}")
    assert (report.findings, report.failures) == ((), ())
    assert not [judged for judged in report.claims if judged.claim.pack == "ombudsman-kepatuhan"]
