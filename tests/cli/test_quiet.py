"""Selection, suppressions, baseline, changed lines and mending as a user meets them: real processes, real git."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from test_command import ENVIRONMENT, run

DATES = "Piagam diserahkan Selasa (2/12/2024) di balai kota.\n"
VALUE = "Ombudsman RI menilai kepatuhan pelayanan publik. Pemkot Jambi meraih nilai 93,86 pada 2024.\n"
BOTH = f"# Berita Kota\n\n{DATES}\n{VALUE}"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A git repository with one committed article, drafts/a.md, that has two findings."""
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.md").write_text(BOTH, "utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, env=ENVIRONMENT, capture_output=True)


def rules(output: str) -> list[str]:
    """The rules of a plain report, in its order."""
    return [line.split(" ")[2] for line in output.splitlines() if ": " in line and "article" not in line.split(":")[0]]


def configure(desk: Path, text: str) -> None:
    (desk / "factcheck.toml").write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("arguments", "left"),
    [
        (["--select", "wrong-value"], ["wrong-value"]),
        (["--select", "wrong-value,wrong-weekday"], ["wrong-weekday", "wrong-value"]),
        (["--ignore", "wrong-*"], []),
        (["--ignore", "wrong-*", "--select", "wrong-value"], ["wrong-value"]),
    ],
)
def test_rules_are_chosen_on_the_command_line(desk: Path, arguments: list[str], left: list[str]) -> None:
    assert rules(run("check", *arguments, folder=desk).stdout) == left


@pytest.mark.parametrize(
    ("settings", "left"),
    [
        ('ignore = ["wrong-value"]', ["wrong-weekday"]),
        ('[per-path."drafts/**"]\nignore = ["wrong-weekday"]', ["wrong-value"]),
        ('[per-path."archive/**"]\nignore = ["wrong-weekday"]', ["wrong-weekday", "wrong-value"]),
        ('ignore = ["all"]\n[per-path."drafts/*.md"]\nselect = ["wrong-value"]', ["wrong-value"]),
        ('leave-out = ["ombudsman-kepatuhan"]', ["wrong-weekday"]),
        ('leave-out = ["upah-minimum", "luas-wilayah"]', ["wrong-weekday", "wrong-value"]),
    ],
)
def test_rules_are_chosen_in_the_configuration(desk: Path, settings: str, left: list[str]) -> None:
    configure(desk, settings)
    assert rules(run("check", folder=desk / "drafts").stdout) == left


def test_a_severity_is_chosen_in_the_configuration(desk: Path) -> None:
    configure(desk, 'fail-on = "warning"\n[severity]\n"wrong-*" = "info"\n')
    done = run("check", folder=desk)
    assert done.returncode == 0
    assert " info wrong-value " in done.stdout


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('select = ["wrong-valu"]', "factcheck.toml:1: There is no rule 'wrong-valu'; did you mean 'wrong-value'?"),
        ('# ignore\nignore = "all"', "factcheck.toml:2: 'ignore' must be a list of rules"),
        ('\n[severity]\nwrong-value = "loud"', "factcheck.toml:2: 'severity' must be a table of rules"),
        ('[per-path."x/**"]\nfail-on = "info"', "factcheck.toml:2: There is no setting 'fail-on'; the settings are"),
        ('[per-path."x/**"]\nignore = ["none-such"]', "factcheck.toml:2: There is no rule 'none-such'"),
        ("[per-path]\nx = 3", "factcheck.toml:1: 'per-path' must be tables by pattern"),
        ('leave-out = "wilayah"', "factcheck.toml:1: 'leave-out' must be a list of packs that come with factcheck"),
        ('leave-out = ["wilayah", "luas"]', "factcheck.toml:1: No pack 'luas' comes with factcheck: hukum, "),
    ],
)
def test_what_a_configuration_has_wrong_is_named_with_its_line(desk: Path, settings: str, said: str) -> None:
    configure(desk, settings)
    done = run("check", folder=desk)
    assert done.returncode == 2
    assert said in done.stderr


def test_the_line_in_pyproject_is_that_of_our_own_table(desk: Path) -> None:
    (desk / "pyproject.toml").write_text('[tool.ruff]\nselect = ["E"]\n\n[tool.factcheck]\nselect = 3\n', "utf-8")
    assert "pyproject.toml:5: 'select' must be a list of rules" in run("check", folder=desk).stderr


def test_a_rule_that_there_is_not_is_said_on_the_command_line(desk: Path) -> None:
    done = run("check", "--ignore", "wrong-numbers", folder=desk)
    assert done.returncode == 2
    assert "There is no rule 'wrong-numbers'" in done.stderr


def test_a_suppression_silences_and_an_idle_one_is_said(desk: Path) -> None:
    comment = "<!-- factcheck: ignore wrong-weekday: as in the chronicle -->\n\n"
    article = desk / "drafts" / "a.md"
    article.write_text(BOTH.replace(DATES, comment + DATES), "utf-8")
    assert rules(run("check", folder=desk).stdout) == ["wrong-value"]
    article.write_text(BOTH.replace(DATES, comment + DATES.replace("2/12", "3/12")), "utf-8")
    assert rules(run("check", folder=desk).stdout) == ["unused-suppression", "wrong-value"]


def test_a_suppression_without_a_reason_is_an_info(desk: Path) -> None:
    comment = "<!-- factcheck: ignore -->\n\n"
    (desk / "drafts" / "a.md").write_text(comment + DATES, "utf-8")
    done = run("check", folder=desk)
    assert (rules(done.stdout), done.returncode) == (["unexplained-suppression"], 0)


def test_a_suppression_that_names_another_rule_is_told_which_one_is_here(desk: Path) -> None:
    comment = "<!-- factcheck: ignore wrong-value: checked -->\n\n"
    (desk / "drafts" / "a.md").write_text(comment + DATES, "utf-8")
    done = run("check", folder=desk)
    assert rules(done.stdout) == ["unused-suppression", "wrong-weekday"]
    assert "no finding of 'wrong-value' where it holds, but one of 'wrong-weekday'." in done.stdout


def test_why_a_finding_is_not_shown_is_said_when_asked(desk: Path) -> None:
    (desk / "drafts" / "a.md").write_text(BOTH.replace("93,86", "93,86 [sic]"), "utf-8")
    done = run("check", "--verbose", "--ignore", "wrong-weekday", folder=desk)
    assert "not shown: wrong-value, silenced in the article" in done.stderr
    assert "not shown: wrong-weekday, ignored as 'wrong-weekday' by the command line" in done.stderr


def test_a_baseline_counts_what_is_known_and_fails_only_for_what_is_new(desk: Path) -> None:
    written = run("baseline", "--output", "known.json", "drafts", folder=desk)
    assert (written.returncode, written.stderr.splitlines()[0]) == (
        0,
        "known.json: 2 findings in 1 article taken as known.",
    )
    configure(desk, 'baseline = "known.json"\n')
    known = run("check", folder=desk)
    assert (known.returncode, rules(known.stdout)) == (0, [])
    assert known.stdout.startswith("1 article: nothing to mend (2 known); ")
    shown = run("check", "--show-known", folder=desk)
    assert (shown.returncode, shown.stdout.count("[known since ")) == (0, 2)
    (desk / "drafts" / "b.md").write_text(DATES, "utf-8")
    assert run("check", folder=desk).returncode == 1


def test_a_baseline_knows_an_article_that_was_renamed(desk: Path) -> None:
    run("baseline", "--output", "known.json", folder=desk)
    (desk / "drafts" / "a.md").rename(desk / "drafts" / "kota.md")
    done = run("check", "--baseline", "known.json", folder=desk)
    assert (done.returncode, done.stderr) == (0, "")
    assert "nothing to mend (2 known)" in done.stdout
    (desk / "drafts" / "lain.md").write_text(DATES.replace("balai kota", "alun-alun"), "utf-8")
    assert rules(run("check", "--baseline", "known.json", folder=desk).stdout) == ["wrong-weekday"]


def test_a_renamed_article_keeps_its_first_day(desk: Path) -> None:
    run("baseline", "--output", "known.json", folder=desk)
    file = desk / "known.json"
    file.write_text(re.sub(r'"since": "[0-9-]+"', '"since": "2020-01-31"', file.read_text("utf-8")), "utf-8")
    (desk / "drafts" / "a.md").rename(desk / "drafts" / "kota.md")
    run("baseline", "--output", "known.json", folder=desk)
    written = file.read_text("utf-8")
    assert ("drafts/kota.md" in written, written.count("2020-01-31")) == (True, 2)


def test_each_article_is_checked_by_the_settings_of_its_own_folder(desk: Path) -> None:
    other = 'ignore = ["wrong-weekday"]\nfail-on = "never"'
    for folder, settings in (("arsip", 'ignore = ["wrong-value"]'), ("kota", other)):
        (desk / folder).mkdir()
        (desk / folder / "factcheck.toml").write_text(settings, "utf-8")
        (desk / folder / "b.md").write_text(BOTH, "utf-8")
    one = run("check", "arsip", "kota", folder=desk)
    turned = run("check", "kota", "arsip/b.md", folder=desk)
    assert (rules(one.stdout), one.returncode, turned.returncode) == (["wrong-weekday", "wrong-value"], 1, 1)
    assert sorted(one.stdout.splitlines()) == sorted(turned.stdout.splitlines())
    found = rules(run("check", ".", folder=desk).stdout)
    assert sorted(found) == ["wrong-value", "wrong-value", "wrong-weekday", "wrong-weekday"]
    assert run("check", "kota", folder=desk).returncode == 0


@pytest.mark.parametrize("verb", ["claims", "check"])
def test_a_pack_of_one_folder_is_none_of_another(desk: Path, verb: str) -> None:
    run("reference", "new", "packs/harga", folder=desk)
    (desk / "pasar").mkdir()
    (desk / "pasar" / "factcheck.toml").write_text('reference = ["../packs"]', "utf-8")
    (desk / "pasar" / "a.md").write_text("Harga di Jakarta pada 2024 sebesar Rp12.600.\n", "utf-8")

    def of_the_market(*paths: str) -> list[str]:
        return [line for line in run(verb, *paths, folder=desk).stdout.splitlines() if line.startswith("pasar/")]

    alone = of_the_market("pasar/a.md")
    assert alone
    assert alone == of_the_market("drafts/a.md", "pasar/a.md")


def test_an_entry_of_a_baseline_that_is_mended_is_said(desk: Path) -> None:
    run("baseline", "--output", "known.json", folder=desk)
    (desk / "drafts" / "a.md").write_text(VALUE, "utf-8")
    assert "known.json: 1 entry mended or rewritten" in run("check", "--baseline", "known.json", folder=desk).stderr


def test_a_baseline_that_has_ended_knows_nothing(desk: Path) -> None:
    run("baseline", "--output", "known.json", "--until", "2024-12-31", folder=desk)
    done = run("check", "--baseline", "known.json", folder=desk)
    assert done.returncode == 1
    assert "2 entries expired on 31 December 2024" in done.stderr


def test_only_changed_lines(desk: Path) -> None:
    assert run("check", "--diff", "HEAD", folder=desk).stdout == "0 articles: nothing to mend; no claims\n"
    (desk / "drafts" / "a.md").write_text(BOTH.replace("balai kota", "aula"), "utf-8")
    assert rules(run("check", "--diff", "HEAD", folder=desk).stdout) == ["wrong-weekday"]
    (desk / "drafts" / "baru.md").write_text(VALUE, "utf-8")
    assert rules(run("check", "--since", "HEAD", folder=desk / "drafts").stdout) == ["wrong-weekday", "wrong-value"]


def test_staged_lines_are_checked_as_staged(desk: Path) -> None:
    article = desk / "drafts" / "a.md"
    article.write_text(BOTH.replace("balai kota", "aula"), "utf-8")
    assert rules(run("check", "--staged", folder=desk).stdout) == []
    git(desk, "add", ".")
    article.write_text(f"Baris baru.\n\n{BOTH}".replace("2/12/2024", "3/12/2024"), "utf-8")
    done = run("check", "--staged", folder=desk)
    assert done.stdout.startswith(f"{Path('drafts/a.md')}:3:19: error wrong-weekday")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--diff", "none-such"], "There is no revision 'none-such'"),
        (["--since=--output=x"], "'--output=x' is no revision"),
        (["--diff"], "--diff needs a branch or a commit"),
        (["--staged", "--fix"], "--staged goes neither"),
        (["--fix", "--diff", "main"], "write --since main"),
    ],
)
def test_what_cannot_be_compared_is_said(desk: Path, arguments: list[str], said: str) -> None:
    done = run("check", *arguments, folder=desk)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_folder_that_is_in_no_repository(tmp_path: Path) -> None:
    done = run("check", "--staged", folder=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert done.returncode == 2
    assert "This folder is in no git repository" in done.stderr


def test_mending_shows_a_patch_that_git_takes(desk: Path) -> None:
    before = (desk / "drafts" / "a.md").read_bytes()
    done = run("check", "--fix", "--diff", "drafts/a.md", folder=desk)
    assert (desk / "drafts" / "a.md").read_bytes() == before
    subprocess.run(["git", "apply"], cwd=desk, input=done.stdout.encode(), check=True)
    assert (desk / "drafts" / "a.md").read_bytes() == before.replace(b"93,86", b"93,68")


@pytest.mark.parametrize(
    ("mark", "codec", "end"), [(b"\xef\xbb\xbf", "utf-8", "\r\n"), (b"\xff\xfe", "utf-16-le", "\n")]
)
def test_mending_keeps_bytes_that_are_not_wrong(desk: Path, mark: bytes, codec: str, end: str) -> None:
    article = desk / "drafts" / "a.txt"
    text = f"{DATES}\nKafé “Naïf”.\n\n{VALUE}".replace("\n", end)
    article.write_bytes(mark + text.encode(codec))
    article.chmod(0o640)
    done = run("check", "--fix", "drafts/a.txt", folder=desk)
    assert rules(done.stdout) == ["wrong-weekday"]
    assert "mended 93,86 -> 93,68 (wrong-value)" in done.stderr
    assert article.read_bytes() == mark + text.replace("93,86", "93,68").encode(codec)
    assert article.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in article.parent.iterdir()) == ["a.md", "a.txt"]


def test_articles_of_one_run_are_held_against_each_other(desk: Path) -> None:
    text = "Ombudsman RI menilai kepatuhan pelayanan publik. Kabupaten Karawang meraih nilai {} pada 2024.\n"
    (desk / "b.txt").write_text(text.format("83,22"), "utf-8")
    (desk / "c.txt").write_text(text.format("83,32"), "utf-8")
    done = run("check", "b.txt", "c.txt", folder=desk)
    assert rules(done.stdout) == ["conflicting-articles"]
    assert "83,22 for the same in b.txt:1:" in done.stdout


def test_quiet_says_nothing_of_what_is_clean(desk: Path) -> None:
    (desk / "b.md").write_text("Rapat digelar.\n", "utf-8")
    assert run("check", "--quiet", "b.md", folder=desk).stdout == ""
    assert len(run("check", "--quiet", folder=desk).stdout.splitlines()) == 2


def test_statistics(desk: Path) -> None:
    lines = run("check", "--statistics", folder=desk).stdout.splitlines()
    assert lines[lines.index("findings") + 1 :][:2] == ["        1  wrong-value", "        1  wrong-weekday"]
    assert any(line.split()[:2] == ["1", "score"] for line in lines)


def test_several_processes_say_the_same_in_the_same_order(desk: Path) -> None:
    for number in range(40):
        (desk / "drafts" / f"{number:02}.txt").write_text(f"Nomor {number}.\n\n{DATES}", "utf-8")
    one, two = (run("check", "--jobs", jobs, folder=desk) for jobs in ("1", "2"))
    assert one.stdout == two.stdout
    assert (one.returncode, two.returncode) == (1, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_stopping_several_processes_leaves_what_is_done_reported(desk: Path) -> None:
    for number in range(400):
        (desk / "drafts" / f"{number:03}.txt").write_text(f"Nomor {number}.\n\n{DATES * 40}", "utf-8")
    command = [sys.executable, "-u", "-m", "factcheck", "check", "--jobs", "2", "--select", "wrong-weekday"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=desk, env=ENVIRONMENT, stdout=pipe, stderr=pipe) as running:
        assert running.stdout
        assert b"wrong-weekday" in running.stdout.readline()
        running.send_signal(signal.SIGINT)
        said, remarks = running.communicate(timeout=600)
    assert running.returncode == 130
    assert re.search(rb"^(?:[0-9]+ articles?|nothing was checked): ", said.splitlines()[-1])
    assert re.search(rb"stopped: [0-9]+ of 401 articles were checked", remarks)
