"""The examples for CI servers in docs/repositories.md, run as they stand on a machine that has what they install.

Only the address is another: this project as a repository of its own, with the tag that the examples name. They install
from it with pip, so they need the network; without it nothing is tested here.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

import pytest
import yaml
from test_hook import OFFLINE, PROJECT, RIGHT, WRONG, git, product

__all__ = ["product"]

PAGE = (PROJECT / "docs/repositories.md").read_text("utf-8")
(ADDRESS, TAG) = re.findall(r"git\+(https://\S+)@(v[\d.]+)", PAGE)[0]
BRANCHES = {"GITHUB_BASE_REF": "main", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}
"""What the servers say of the branch that a request is to go into."""


def example(heading: str) -> Any:
    """The file for the server with this heading."""
    (block,) = re.findall(rf"^## {heading}\n+```yaml\n(.*?)```", PAGE, re.DOTALL | re.MULTILINE)
    return yaml.safe_load(block)


def script(server: str) -> list[str]:
    """The commands of an example, in their order."""
    job = example(server)["jobs" if server == "GitHub Actions" else "factcheck"]
    lines = [step.get("run") for step in job["factcheck"]["steps"]] if "factcheck" in job else job["script"]
    return [line for line in lines if line]


SERVERS = ("GitHub Actions", "GitLab")
(INSTALL,) = {line for server in SERVERS for line in script(server) if "pip" in line}
"""How both install it: once for both, for it is the installing that takes."""


@pytest.fixture(scope="module")
def machine(product: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of a machine that had Python and git, and has what the examples install."""
    folder = tmp_path_factory.mktemp("machine")
    venv.create(folder, with_pip=True)
    git(product, "tag", "--force", TAG)
    done = run(INSTALL.replace(ADDRESS, product.as_uri()), folder, folder / "bin")
    if any(sign in done.stdout + done.stderr for sign in OFFLINE):
        pytest.skip("the packages that the examples need cannot be installed here")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "bin"


@pytest.fixture
def request_of_a_writer(tmp_path: Path) -> Path:
    """A clone of a repository of articles: an old slip in its main branch, and a new one in the branch checked out."""
    origin, clone = tmp_path / "origin", tmp_path / "clone"
    origin.mkdir()
    git(origin, "init", "-q", "--initial-branch", "main")
    (origin / "old.md").write_text(WRONG, "utf-8")
    git(origin, "add", ".")
    git(origin, "commit", "-qm", "old")
    git(tmp_path, "clone", "-q", str(origin), str(clone))
    git(clone, "switch", "-qc", "draft")
    (clone / "new.md").write_text(RIGHT + "\n" + WRONG, "utf-8")
    git(clone, "add", ".")
    git(clone, "commit", "-qm", "new")
    return clone


@pytest.mark.skipif(sys.platform == "win32", reason="the examples are for a POSIX shell")
@pytest.mark.parametrize("server", SERVERS)
def test_an_example_finds_the_new_slip_and_nothing_else(server: str, machine: Path, request_of_a_writer: Path) -> None:
    lines = [line for line in script(server) if line != INSTALL]
    done = run("\n".join(lines), request_of_a_writer, machine)
    report = request_of_a_writer / "factcheck.xml"
    said = report.read_text("utf-8") if report.exists() else done.stdout
    assert "wrong-weekday" in said, done.stdout + done.stderr
    assert "new.md" in said
    assert "old.md" not in said
    assert done.returncode == 1


def run(script: str, folder: Path, commands: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ, **BRANCHES, "PATH": f"{commands}:/usr/bin:/bin", "PYTHONPATH": "", "PIP_NO_COMPILE": "1",
    }  # fmt: skip
    command = ["bash", "-e", "-c", script]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
