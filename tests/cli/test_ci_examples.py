"""The action and the template for CI servers, run step by step as they stand in this repository.

The action installs this project with pip, so it needs the network; without it nothing is run here.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from test_hook import OFFLINE, PARTS, PROJECT, RIGHT, WRONG, git, product

__all__ = ["product"]

PAGE = (PROJECT / "docs/repositories.md").read_text("utf-8")
(ADDRESS, TAG) = re.findall(r"git\+(https://\S+)@(v[\d.]+)", PAGE)[0]
SERVERS = ("GitHub Actions", "GitLab")
GIVEN = {"GITHUB_BASE_REF": "main", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}
"""What the servers say of the branch that a request is to go into."""


def example(heading: str) -> Any:
    """The file for the server with this heading."""
    (block,) = re.findall(rf"^## {heading}\n+```yaml\n(.*?)```", PAGE, re.DOTALL | re.MULTILINE)
    return yaml.safe_load(block)


def action() -> Any:
    """The composite action of this repository."""
    return yaml.safe_load((PROJECT / "action.yml").read_text("utf-8"))


def with_inputs(text: str, inputs: dict[str, Any], sign: str) -> str:
    """A text of an action or a template with what its inputs are unless said."""
    for name, told in inputs.items():
        text = text.replace(sign % name, str(told["default"]))
    return text


def script(server: str) -> list[tuple[str, dict[str, str]]]:
    """The commands of a server's job without installing, in their order, with their environment."""
    if server == "GitHub Actions":
        inputs, steps = action()["inputs"], action()["runs"]["steps"]
        return [(step["run"], _environment(step, inputs)) for step in steps if "pip" not in step["run"]]
    head, body = yaml.safe_load_all((PROJECT / "templates/factcheck.yml").read_text("utf-8"))
    job = body["factcheck"]
    inputs = head["spec"]["inputs"]
    lines = [with_inputs(line, inputs, "$[[ inputs.%s ]]") for line in job["script"] if not line.startswith("pip ")]
    return [(line, {}) for line in lines]


def _environment(step: dict[str, Any], inputs: dict[str, Any]) -> dict[str, str]:
    return {name: with_inputs(value, inputs, "${{ inputs.%s }}") for name, value in step["env"].items()}


def test_the_examples_name_what_is_here() -> None:
    (used,) = [
        step["uses"] for step in example("GitHub Actions")["jobs"]["factcheck"]["steps"] if "fact" in step["uses"]
    ]
    assert used.endswith(f"factcheck@{TAG}")
    (included,) = example("GitLab")["include"]
    assert included["remote"] == f"{ADDRESS}/raw/{TAG}/templates/factcheck.yml"
    head, body = yaml.safe_load_all((PROJECT / "templates/factcheck.yml").read_text("utf-8"))
    assert included["inputs"].keys() <= head["spec"]["inputs"].keys()
    assert body["factcheck"]["script"][0] == f"pip install --quiet git+{ADDRESS}@{TAG}"


def test_the_container_copies_what_is_here() -> None:
    lines = (PROJECT / "Containerfile").read_text("utf-8").splitlines()
    copied = [name for line in lines if line.startswith("COPY ") for name in line.split()[1:-1]]
    assert copied
    assert all((PROJECT / name).exists() for name in copied)
    assert set(copied) >= {part for part in PARTS if not part.startswith((".", "action", "templates"))}


@pytest.fixture(scope="module")
def machine(product: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a runner that had Python and git, and has what the action installs."""
    folder = tmp_path_factory.mktemp("machine")
    (install,) = (step for step in action()["runs"]["steps"] if "pip" in step["run"])
    given = {**_environment(install, action()["inputs"]), "PYTHON": sys.executable, "RUNNER_TEMP": str(folder)}
    done = run(install["run"], folder, folder, {**given, "GITHUB_ACTION_PATH": str(product)})
    if any(sign in done.stdout + done.stderr for sign in OFFLINE):
        pytest.skip("the packages that the examples need cannot be installed here")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


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
    summary = request_of_a_writer.parent / "summary.md"
    summary.touch()
    given = {"RUNNER_TEMP": str(machine), "GITHUB_STEP_SUMMARY": str(summary)}
    for line, environment in script(server):
        done = run(line, request_of_a_writer, machine / "factcheck/bin", {**given, **environment})
    report = request_of_a_writer / "factcheck.xml"
    said = report.read_text("utf-8") if report.exists() else done.stdout
    assert "wrong-weekday" in said, done.stdout + done.stderr
    assert "new.md" in said
    assert "old.md" not in said
    assert done.returncode == 1
    if server == "GitHub Actions":
        assert "wrong-weekday" in summary.read_text("utf-8")


def run(script: str, folder: Path, commands: Path, given: dict[str, str]) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ, **GIVEN, "PATH": f"{commands}:/usr/bin:/bin", "PYTHONPATH": "", "PIP_NO_COMPILE": "1", **given,
    }  # fmt: skip
    command = ["bash", "-e", "-c", script]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
