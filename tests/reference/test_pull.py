"""Packs from a real server on this machine, which is slow, lies, cuts off, leads in circles and sends bad zips."""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest
from server import Site, serving, zipped

from factcheck.errors import FactcheckError
from factcheck.reference.packs.pack import read_pack
from factcheck.reference.pull.deadline import within
from factcheck.reference.pull.download import PACK
from factcheck.reference.pull.install import Pulled, Wish, pull
from factcheck.web import Limits

BASE = Path(__file__).parent / "base"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        found.files["/pack.zip"] = zipped(BASE)
        for path in BASE.iterdir():
            found.files[f"/open/{path.name}"] = path.read_bytes()
        yield found


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def get(site: Site, path: str, to: str | None = "mine", **wish: object) -> Pulled:
    asked = Wish(site.address + path, Path(to) if to else None, **wish)  # type: ignore[arg-type]
    return pull(asked, (), lambda done, total: None)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def test_a_zip_becomes_a_folder_of_the_name_of_the_pack(site: Site, here: Path) -> None:
    pulled = get(site, "/pack.zip", to=None)
    assert (pulled.folder, pulled.changed) == (here / "pasar-bersih", True)
    assert files(pulled.folder) == files(BASE)
    assert [path.name for path in here.iterdir()] == ["pasar-bersih"]


def test_a_pack_in_a_folder_of_the_zip(site: Site, here: Path) -> None:
    site.files["/deep.zip"] = zipped(BASE, "release-3/")
    get(site, "/deep.zip")
    assert files(here / "mine") == files(BASE)


def test_a_descriptor_with_its_tables(site: Site, here: Path) -> None:
    get(site, "/open/datapackage.json")
    assert files(here / "mine") == files(BASE)


def test_nothing_is_fetched_twice(site: Site, here: Path) -> None:
    get(site, "/pack.zip")
    assert get(site, "/pack.zip").changed is False
    assert site.asked[-1] == ("/pack.zip", 304)
    assert get(site, "/pack.zip", to=None).folder == here / "mine"


def test_only_the_table_that_changed_is_fetched(site: Site, here: Path) -> None:
    get(site, "/open/datapackage.json")
    changed = site.files["/open/facts.csv"].replace(b"91.50", b"91.70")
    site.files["/open/facts.csv"] = changed
    site.asked.clear()
    assert get(site, "/open/datapackage.json").changed
    assert [path for path, status in site.asked if status == 200] == ["/open/facts.csv"]
    assert (here / "mine/facts.csv").read_bytes() == changed
    assert (here / "mine/ranks.csv").read_bytes() == (BASE / "ranks.csv").read_bytes()


WAYS = {
    "/circle/a": "leads in a circle",
    "/far/0": "leads on more than 5 times",
    "/away/": "Only http and https",
    "/gone/": "answers 410",
    "/nowhere": "answers 404",
    "/cut/pack.zip": "came only in part. Nothing was changed",
    "/long/pack.zip": "damaged",
    "/drops/": "longer than 0.6 seconds",
    "/head/": "longer than 0.6 seconds",
    "/endless/": "larger than 1 MB",
    "/packed/": "compressed",
    "/open/facts.csv": "neither a zip nor a sound datapackage.json",
}


@pytest.mark.parametrize("way", WAYS)
def test_a_bad_server_leaves_the_old_pack_as_it_was(site: Site, here: Path, way: str) -> None:
    shutil.copytree(BASE, here / "mine")
    seconds = 0.6 if "0.6 seconds" in WAYS[way] else 60
    with pytest.raises(FactcheckError, match=WAYS[way]):
        get(site, way, force=True, limits=Limits(1_000_000, seconds))
    assert files(here / "mine") == files(BASE)
    assert [path.name for path in here.iterdir()] == ["mine"]


def test_a_server_that_is_not_there(here: Path) -> None:
    with pytest.raises(FactcheckError, match="cannot be reached"):
        pull(Wish("http://127.0.0.1:9/pack.zip", here / "mine"), (), lambda done, total: None)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/pack.zip", "pack.zip"])
def test_only_the_web(url: str, here: Path) -> None:
    with pytest.raises(FactcheckError, match="Only http and https"):
        pull(Wish(url, here / "mine"), (), lambda done, total: None)


@pytest.mark.parametrize(
    "name", ["../climbed.txt", "a/../../climbed.txt", "/tmp/climbed.txt", "..\\climbed.txt", "C:climbed.txt"]
)
def test_a_zip_that_climbs_out(site: Site, here: Path, name: str) -> None:
    site.files["/bad.zip"] = zipped(BASE, extra={name: b"x"})
    with pytest.raises(FactcheckError, match="outside its folder"):
        get(site, "/bad.zip")
    assert not list(here.iterdir())


def test_a_zip_with_a_link(site: Site, here: Path) -> None:
    info = zipfile.ZipInfo("facts.csv")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(info, "/etc/passwd")
    site.files["/bad.zip"] = out.getvalue()
    with pytest.raises(FactcheckError, match="no plain file"):
        get(site, "/bad.zip")


def test_a_zip_that_swells(site: Site) -> None:
    site.files["/bomb.zip"] = rezipped(BASE, {"facts.csv": b"0" * 20_000_000})
    assert len(site.files["/bomb.zip"]) < 100_000
    with pytest.raises(FactcheckError, match="too large"):
        get(site, "/bomb.zip", limits=Limits(1_000_000, 60))


def test_a_zip_of_too_many_files(site: Site) -> None:
    site.files["/many.zip"] = zipped(BASE, extra={f"{number}.txt": b"" for number in range(1001)})
    with pytest.raises(FactcheckError, match="more than 1000"):
        get(site, "/many.zip")


@pytest.mark.parametrize("damage", [b"PK", b"PK\x03\x04" + b"\0" * 100])
def test_a_zip_that_is_none(site: Site, damage: bytes) -> None:
    site.files["/bad.zip"] = damage
    with pytest.raises(FactcheckError, match="damaged"):
        get(site, "/bad.zip")


def test_the_hash_must_be_the_one_expected(site: Site, here: Path) -> None:
    with pytest.raises(FactcheckError, match="not the one expected"):
        get(site, "/pack.zip", sha256="0" * 64)
    assert get(site, "/pack.zip", sha256=sha256(site.files["/pack.zip"]).hexdigest().upper()).changed


def test_a_table_must_have_the_hash_that_its_pack_states(site: Site, here: Path) -> None:
    descriptor = json.loads(site.files["/open/datapackage.json"])
    for resource in descriptor["resources"]:
        if resource["path"] == "facts.csv":
            resource["hash"] = "sha256:" + "0" * 64
    site.files["/open/datapackage.json"] = json.dumps(descriptor).encode()
    with pytest.raises(FactcheckError, match="the hash differs"):
        get(site, "/open/datapackage.json")


def test_a_pack_with_errors_is_not_taken(site: Site, here: Path) -> None:
    get(site, "/open/datapackage.json")
    before = files(here / "mine")
    site.files["/open/facts.csv"] = site.files["/open/facts.csv"].replace(b"91.50", b"191.50")
    pulled = get(site, "/open/datapackage.json")
    (problem, *_) = pulled.problems
    assert (Path(problem.path), problem.line) == (Path("mine/facts.csv"), 2)
    assert "more than 100" in problem.message
    assert files(here / "mine") == before


def test_what_was_changed_here_is_not_lost(site: Site, here: Path) -> None:
    get(site, "/pack.zip")
    table = here / "mine/facts.csv"
    table.write_text(table.read_text("utf-8").replace("91.50", "91.60"), "utf-8")
    with pytest.raises(FactcheckError, match=r"Changed here since it was pulled: facts.csv"):
        get(site, "/pack.zip")
    assert "91.60" in table.read_text("utf-8")
    assert get(site, "/pack.zip", force=True).changed
    assert files(here / "mine") == files(BASE)


def test_own_notes_stay_beside_the_new_tables(site: Site, here: Path) -> None:
    get(site, "/pack.zip")
    (here / "mine/NOTES.md").write_text("ours", "utf-8")
    (here / "mine/.git").mkdir()
    (here / "mine/.git/HEAD").write_text("ref", "utf-8")
    site.files["/pack.zip"] = zipped(BASE, extra={"NOTES.md": b"new"})
    assert get(site, "/pack.zip").changed
    assert files(here / "mine")["NOTES.md"] == b"ours"
    assert (here / "mine/.git/HEAD").read_text("utf-8") == "ref"


def rezipped(folder: Path, changed: dict[str, bytes]) -> bytes:
    """The files of a folder as a zip, some of them with another content."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, body in {**files(folder), **changed}.items():
            made.writestr(name, body)
    return out.getvalue()


def with_notes(folder: Path) -> bytes:
    """A pack that has a table more."""
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    (facts,) = (one for one in descriptor["resources"] if one["factcheck"]["role"] == "aliases")
    descriptor["resources"].append({**facts, "name": "notes", "path": "notes.csv"})
    table = (folder / facts["path"]).read_bytes().splitlines(True)[0]
    return rezipped(folder, {"datapackage.json": json.dumps(descriptor).encode(), "notes.csv": table})


def test_a_file_of_the_users_is_not_replaced_by_one_of_the_new_pack(site: Site, here: Path) -> None:
    get(site, "/pack.zip")
    site.files["/pack.zip"] = with_notes(BASE)
    (here / "mine/notes.csv").write_text("ours", "utf-8")
    with pytest.raises(FactcheckError, match="move yours"):
        get(site, "/pack.zip")
    assert (here / "mine/notes.csv").read_text("utf-8") == "ours"


def test_only_the_descriptor_and_its_tables_are_installed(site: Site, here: Path) -> None:
    extra = dict.fromkeys((".git/config", ".envrc", "factcheck.toml", "README.md", "more/facts.csv"), b"x")
    site.files["/pack.zip"] = zipped(BASE, extra=extra)
    assert get(site, "/pack.zip").changed
    assert {path.name for path in (here / "mine").rglob("*")} == {*files(BASE), ".pulled.json"}


def test_empty_folders_links_and_permissions_of_the_users_stay(site: Site, here: Path) -> None:
    get(site, "/pack.zip")
    (here / "mine/.git/refs/heads").mkdir(parents=True)
    (here / "mine/link").symlink_to("nowhere")
    (here / "mine/script").write_text("x", "utf-8")
    (here / "mine/script").chmod(0o700)
    site.files["/pack.zip"] = zipped(BASE, extra={"x": b""})
    assert get(site, "/pack.zip").changed
    assert (here / "mine/.git/refs/heads").is_dir()
    assert (here / "mine/link").readlink() == Path("nowhere")
    assert stat.S_IMODE((here / "mine/script").stat().st_mode) == 0o700


def test_a_row_saved_while_the_download_runs_is_not_lost(site: Site, here: Path) -> None:
    get(site, "/pack.zip")
    table = here / "mine/facts.csv"
    site.files["/pack.zip"] = zipped(BASE, extra={"x": b""})

    def save(done: int, total: int) -> None:
        table.write_text("saved meanwhile", "utf-8")

    with pytest.raises(FactcheckError, match="Changed here"):
        pull(Wish(f"{site.address}/pack.zip", Path("mine")), (), save)
    assert table.read_text("utf-8") == "saved meanwhile"
    assert [path.name for path in here.iterdir()] == ["mine"]


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_that_never_was_a_pack_is_not_replaced(site: Site, here: Path, force: bool) -> None:
    (here / "mine").mkdir()
    (here / "mine/novel.txt").write_text("chapter one", "utf-8")
    with pytest.raises(FactcheckError, match="no pack"):
        get(site, "/pack.zip", force=force)
    assert files(here / "mine") == {"novel.txt": b"chapter one"}


def test_the_time_is_that_of_the_whole_pull(site: Site, here: Path) -> None:
    descriptor = json.loads(site.files["/open/datapackage.json"])
    table = descriptor["resources"][0]
    descriptor["resources"] = [{**table, "name": f"t{number}", "path": f"t{number}.csv"} for number in range(900)]
    site.files["/open/datapackage.json"] = json.dumps(descriptor).encode()
    site.files.update({f"/open/t{number}.csv": b"x\n" for number in range(900)})
    with pytest.raises(FactcheckError, match=r"took longer than 0\.5 seconds"):
        get(site, "/open/datapackage.json", limits=PACK._replace(seconds=0.5))
    assert len(site.asked) < 900
    assert list(here.iterdir()) == []


def test_an_interrupt_that_is_lost_on_the_way_does_not_make_a_late_pull_a_pulled_one() -> None:
    """As one is that comes while an object is deleted."""
    over = threading.Event()
    with pytest.raises(FactcheckError, match=r"took longer than 0\.01 seconds"), within(0.01, "https://a.example"):
        try:
            while not over.is_set():
                time.sleep(0.001)
        except KeyboardInterrupt:
            over.set()
    assert over.is_set()


@pytest.mark.parametrize("name", ["facts.csv/more.csv", "x" * 300 + ".csv", "a\udc80.csv"])
def test_tables_that_cannot_lie_in_one_folder(site: Site, here: Path, name: str) -> None:
    descriptor = json.loads(site.files["/open/datapackage.json"])
    descriptor["resources"].append({**descriptor["resources"][0], "path": name})
    body = json.dumps(descriptor).encode()
    site.files["/open/datapackage.json"] = body
    site.files["/pack.zip"] = rezipped(
        BASE, {"datapackage.json": body, name.encode("utf-8", "replace").decode(): b"x\n"}
    )
    for address in ("/open/datapackage.json", "/pack.zip"):
        with pytest.raises(FactcheckError):
            get(site, address)
            raise FactcheckError("said as problems")  # a table that is not there is a problem of the pack
    assert not (here / "mine").exists()


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_damaged_anywhere_is_said(site: Site, here: Path, method: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for path in sorted(BASE.iterdir()):
            made.writestr(path.name, path.read_bytes())
    whole = out.getvalue()
    chance = random.Random(13)
    for _ in range(60):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        site.files["/pack.zip"] = bytes(damaged)
        shutil.rmtree(here / "mine", ignore_errors=True)
        with suppress(FactcheckError):
            get(site, "/pack.zip")


def start(*arguments: str, folder: Path) -> subprocess.Popen[bytes]:
    variables = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-m", "factcheck", "reference", *arguments]
    return subprocess.Popen(command, cwd=folder, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_the_command(site: Site, here: Path) -> None:
    (here / ".git").mkdir()
    for said in ("pulled", "nothing has changed"):
        with start("pull", f"{site.address}/pack.zip", "--to", "mine", folder=here) as process:
            out, err = process.communicate(timeout=600)
        assert (process.returncode, out.decode(), err) == (0, f"mine: {said}\n", b"")
    with start("pull", f"{site.address}/circle/a", "--to", "other", folder=here) as process:
        out, err = process.communicate(timeout=600)
    assert (process.returncode, out) == (2, b"")
    assert err.decode() == f"{site.address}/circle/a: This address leads in a circle. Nothing was changed.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_killed_while_it_comes(site: Site, here: Path) -> None:
    shutil.copytree(BASE, here / "mine")
    with start("pull", f"{site.address}/begun/pack.zip", "--to", "mine", "--force", folder=here) as process:
        assert site.begun.wait(600)
        process.send_signal(signal.SIGKILL)
    assert files(here / "mine") == files(BASE)


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_killed_at_any_time_there_is_a_whole_pack(site: Site, here: Path) -> None:
    old = files(BASE)
    new = {**old, "facts.csv": old["facts.csv"].replace(b"91.50", b"91.70")}
    for name, body in new.items():
        site.files[f"/open/{name}"] = body
    shutil.copytree(BASE, here / "mine")
    chance = random.Random(7)
    for _ in range(6):
        address = f"{site.address}/open/datapackage.json"
        with start("pull", address, "--to", "mine", "--force", folder=here) as process:
            time.sleep(chance.uniform(0.2, 0.6))
            process.send_signal(signal.SIGKILL)
        assert files(here / "mine") in (old, new)
        assert read_pack(here / "mine")[1] == ()
