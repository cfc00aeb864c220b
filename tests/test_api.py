"""The product from Python: `factcheck.check_text` and `factcheck.extract`."""

from __future__ import annotations

import pickle
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import factcheck
from factcheck.errors import FactcheckError
from factcheck.model import Document, DocumentReport
from factcheck.reference.ask.reference import load

DRAFT = "Ombudsman RI menilai kepatuhan pelayanan publik. Pada 2024 Pemkot Jambi meraih nilai 93,86.\n"


def test_check_text_gives_the_document_its_claims_and_its_findings() -> None:
    report = factcheck.check_text(DRAFT)
    assert isinstance(report, DocumentReport)
    assert isinstance(report.document, Document)
    (judged,) = report.claims
    (finding,) = report.findings
    assert (judged.claim.kind, judged.claim.value, judged.verdict) == ("score", Decimal("93.86"), "contradicted")
    assert (finding.rule, finding.expected) == ("wrong-value", "93,68")
    assert DRAFT[finding.start : finding.end] == "93,86"
    assert finding.evidence[0].source
    assert finding.claims == (judged.claim.id,)


def test_extract_gives_the_claims_in_order_of_place() -> None:
    claims = factcheck.extract("Pada 2024 Kota Jambi di zona hijau. " + DRAFT)
    assert [claim.kind for claim in claims] == ["zone", "score"]
    assert [claim.start for claim in claims] == sorted(claim.start for claim in claims)
    assert len({claim.id for claim in claims}) == len(claims)


def test_a_clean_text_has_no_findings() -> None:
    assert factcheck.check_text(DRAFT.replace("93,86", "93,68")).findings == ()


def test_an_empty_text_has_no_claims() -> None:
    assert factcheck.extract("Tidak ada angka di sini.\n") == ()


def test_the_day_of_publication_is_that_of_the_caller() -> None:
    draft = "Rapat tindak lanjut digelar Jumat (5/12).\n"
    assert factcheck.check_text(draft).findings == ()
    (finding,) = factcheck.check_text(draft, published=date(2024, 12, 6)).findings
    assert (finding.rule, finding.severity) == ("wrong-weekday", "warning")


def test_the_text_itself_knows_its_day_and_language() -> None:
    report = factcheck.check_text("---\ndate: 2024-12-04\nlanguage: en\n---\n\nKota Jambi improved.\n")
    assert (report.document.published, report.document.language) == (date(2024, 12, 4), "en")


def test_the_path_decides_how_the_text_is_read() -> None:
    text = "Judul\n\nPada *2024* hujan.\n"
    assert "*" in factcheck.check_text(text, path="draft.txt").document.plain
    assert "*" not in factcheck.check_text(text, path="draft.md").document.plain
    assert factcheck.check_text(text, path="meja/draft.md").document.path == "meja/draft.md"


def test_offsets_are_code_points_of_the_text_as_given() -> None:
    text = f"---\ntitle: “Hijau”\n---\n\n🟢 **Catatan**\n\n{DRAFT}"
    (finding,) = factcheck.check_text(text).findings
    assert text[finding.start : finding.end] == "93,86"


def test_the_same_text_gives_the_same_answer() -> None:
    assert factcheck.check_text(DRAFT) == factcheck.check_text(DRAFT)


def test_a_report_can_be_sent_to_another_process() -> None:
    report = factcheck.check_text(DRAFT)
    assert pickle.loads(pickle.dumps(report)) == report


def test_a_text_of_blanks_is_an_error_or_has_no_claims() -> None:
    try:
        assert factcheck.extract(" \n") == ()
    except FactcheckError as slip:
        assert slip.message


def test_a_name_that_the_package_does_not_have_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'check_everything'"):
        _ = factcheck.check_everything


def test_importing_the_package_loads_no_engine() -> None:
    code = "import sys, factcheck; print(*(name for name in sys.modules if name.startswith('factcheck.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "factcheck.version"


PACK = """{
  "name": "panen", "title": "Panen padi", "version": "1",
  "resources": [
    {"name": "entities", "path": "entities.csv", "factcheck": {"role": "entities"}},
    {"name": "facts", "path": "facts.csv", "factcheck": {"role": "facts"}}
  ],
  "factcheck": {
    "format": 1,
    "subject": {"names": {"id": ["padi"]}, "topics": {"id": ["panen"]}},
    "measures": {"yield": {"kind": "score", "type": "number", "decimals": 1, "minimum": "0", "maximum": "20",
                           "words": {"id": ["hasil", "hasil panen"]}}}
  }
}
"""


def test_the_reference_may_be_of_a_pack_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text(PACK, "utf-8")
    (tmp_path / "entities.csv").write_text("id,name,kind,parent\nsawah-lor,Kabupaten Sawah Lor,kabupaten,\n", "utf-8")
    (tmp_path / "facts.csv").write_text("entity,period,yield,source\nsawah-lor,2024,6.4,catatan dinas\n", "utf-8")
    reference, problems = load([tmp_path])
    assert problems == ()
    draft = "Panen padi 2024 usai. Kabupaten Sawah Lor mencatat hasil panen 4,6 pada 2024.\n"
    (finding,) = factcheck.check_text(draft, reference=reference).findings
    assert (finding.rule, finding.expected) == ("wrong-value", "6,4")
    assert finding.evidence[0].source == "catatan dinas"
    assert factcheck.check_text(draft.replace("4,6", "6,4"), reference=reference).findings == ()
