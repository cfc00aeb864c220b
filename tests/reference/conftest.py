"""A small sound pack on disk that a case then breaks."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

BASE = Path(__file__).parent / "base"

Edit = Sequence[str]
"""File, what stands there, what is put in its place; an empty middle appends."""


@pytest.fixture
def pack_with(tmp_path: Path) -> Callable[[Sequence[Edit]], Path]:
    """A copy of the sound pack with edits made to it."""

    def make(edits: Sequence[Edit]) -> Path:
        folder = tmp_path / "pasar-bersih"
        shutil.copytree(BASE, folder)
        for name, old, new in edits:
            path = folder / name
            text = path.read_text(encoding="utf-8")
            assert old in text, f"{name} holds no {old!r}"
            path.write_text(text.replace(old, new, 1) if old else text + new, encoding="utf-8")
        return folder

    return make
