"""The command in the user's language: asked for, configured, or that of the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_command import run

WRONG = "Piagam diserahkan Selasa (2/12/2024) di balai kota.\n"
ENGLISH, INDONESIAN = "1 article: 1 error", "1 naskah: 1 kesalahan"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(WRONG, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "environment", "settings", "summary"),
    [
        ([], {}, "", ENGLISH),
        ([], {"LANG": "id_ID.UTF-8"}, "", INDONESIAN),
        ([], {"LANG": "fr_FR.UTF-8"}, "", ENGLISH),
        ([], {}, 'lang = "id"', INDONESIAN),
        ([], {"LANG": "id_ID.UTF-8"}, 'lang = "en"', ENGLISH),
        (["--lang", "id"], {}, 'lang = "en"', INDONESIAN),
        (["--lang=en"], {"FACTCHECK_LANG": "id"}, "", ENGLISH),
        ([], {"FACTCHECK_LANG": "id"}, 'lang = "en"', INDONESIAN),
    ],
)
def test_the_language_of_a_report(
    desk: Path, arguments: list[str], environment: dict[str, str], settings: str, summary: str
) -> None:
    (desk / "factcheck.toml").write_text(settings, "utf-8")
    unset = {"LC_ALL": "", "LC_MESSAGES": "", "LANGUAGE": "", "LANG": "", "FACTCHECK_LANG": ""}
    done = run("check", *arguments, folder=desk, stdin=b"", **{**unset, **environment})
    assert done.stdout.splitlines()[-1].startswith(summary)


def test_help_is_translated_with_the_words_of_the_library(desk: Path) -> None:
    said = run("check", "--help", "--lang", "id", folder=desk).stdout
    assert said.startswith("Cara pakai: factcheck check")
    assert "Periksa naskah, folder naskah" in said
    assert "Tampilkan pesan ini lalu selesai." in said


def test_an_article_may_be_called_as_the_option_is(desk: Path) -> None:
    (desk / "--lang").write_text(WRONG, "utf-8")
    assert run("check", "--", "--lang", folder=desk).stdout.startswith("--lang:1:19: error")


def test_a_language_that_is_not_spoken(desk: Path) -> None:
    done = run("--lang", "xx", "rules", folder=desk)
    assert (done.returncode, done.stderr) == (2, "factcheck: 'xx' is not spoken here; the languages are en, id.\n")


def test_completion_answers_in_a_shell(desk: Path) -> None:
    words = {"_FACTCHECK_COMPLETE": "bash_complete", "COMP_WORDS": "factcheck rule wrong-val", "COMP_CWORD": "2"}
    done = run(folder=desk, stdin=b"", **words)
    assert (done.returncode, done.stdout) == (0, "plain,wrong-value\n")
