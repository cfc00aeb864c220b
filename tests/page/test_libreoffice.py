"""LibreOffice, unmodified, underlines what does not fit: its own client of LanguageTool asks a real server."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

pytest.importorskip("uvicorn", reason="needs the extra `page`")
pytest.importorskip("starlette", reason="needs the extra `page`")

from made_page import SLIP, serving

PYTHON = "/usr/bin/python3"
"""The distribution's, which its LibreOffice brings `uno` for."""


def _has_office() -> bool:
    asked = [PYTHON, "-c", "import uno"]
    has_uno = Path(PYTHON).exists() and subprocess.run(asked, capture_output=True, check=False).returncode == 0
    return has_uno and shutil.which("soffice") is not None


@pytest.mark.skipif(not _has_office(), reason="needs LibreOffice and python3-uno")
def test_libreoffice_underlines_two_slips_at_their_places(tmp_path: Path) -> None:
    texts = [
        f"😀 {SLIP}",
        "Piagam diserahkan Selasa (2/12/2024) di balai kota.",
        "Nilainya 93,86, naik dari tahun lalu.",
    ]
    client = str(Path(__file__).parent / "libreoffice_client.py")
    with serving() as server:
        ran = subprocess.run(
            [PYTHON, client, str(tmp_path / "office"), f"http://127.0.0.1:{server.port}/v2"],
            input=json.dumps(texts),
            capture_output=True,
            text=True,
            check=True,
        )
    assert json.loads(ran.stdout) == [[["93,86", ["93,68"]]], [["Selasa (2/12/2024)", []]], []]
