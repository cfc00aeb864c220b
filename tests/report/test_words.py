"""Words of the reports: how a claim was read is said once, in any language."""

from __future__ import annotations

import pytest

from factcheck.api import check_text
from factcheck.messages import speaking, translated
from factcheck.report.words import tells_reading

CARRIED = "Ombudsman menilai pelayanan publik pada 2024. Kota Jambi hadir. Nilainya 39,68 dan masuk zona merah.\n"
BESIDE = "Ombudsman menilai pelayanan publik. Pada 2024 Pemkot Jambi meraih nilai 93,86.\n"


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize(("text", "told"), [(CARRIED, True), (BESIDE, False)], ids=["carried", "written beside it"])
def test_a_message_says_itself_how_its_claim_was_read(text: str, told: bool, language: str) -> None:
    findings = [finding for finding in check_text(text).findings if finding.rule == "wrong-value"]
    assert findings
    with speaking(language):
        for sentence in (findings[0].message, translated(findings[0].message)):
            assert tells_reading(sentence) == told
