"""Who may ask the page's server, how much and how long."""

from __future__ import annotations

import asyncio
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("uvicorn", reason="needs the extra `page`")
pytest.importorskip("starlette", reason="needs the extra `page`")

from made_page import RIGHT, SLIP, Server, desk, sent, serving

from factcheck.errors import FactcheckError
from factcheck.page.gate import RefusedError, RequestLimits
from factcheck.page.serving import Serving
from factcheck.page.work import AT_ONCE, WAITING, Work


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


def test_the_window_is_answered(server: Server) -> None:
    answer = server.check("naskah.txt", SLIP.encode())
    assert answer.status == 200
    (finding,) = answer.told["findings"]
    assert (finding["rule"], finding["text"], finding["ways"][0]["text"]) == ("wrong-value", "93,86", "93,68")
    assert server.check("naskah.txt", RIGHT.encode()).told["findings"] == []


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"Authorization": "Bearer "}, 403),
        ({"Authorization": "Bearer wrong"}, 403),
        ({"Authorization": "Bearer {key}", "Origin": "https://evil.example"}, 403),
        ({"Authorization": "Bearer {key}", "Origin": "null"}, 403),
        ({"Authorization": "Bearer {key}", "Origin": "http://127.0.0.1:1"}, 403),
        ({"Authorization": "Bearer {key}", "Origin": "chrome-extension://abc"}, 403),
        ({"Authorization": "Bearer {key}", "Host": "evil.example:{port}"}, 400),
        ({"Authorization": "Bearer {key}", "Host": "evil.example:{port}", "Origin": "http://evil.example:{port}"}, 400),
        ({"Authorization": "Bearer {key}", "Host": "127.0.0.1"}, 400),
        ({"Authorization": "Bearer {key}", "Host": "localhost:{port}", "Origin": "http://localhost:{port}"}, 200),
    ],
    ids=str,
)
def test_who_may_ask(server: Server, headers: dict[str, str], status: int) -> None:
    filled = {name: value.format(key=server.key, port=server.port) for name, value in headers.items()}
    answer = server.ask("POST", "/check", sent("a.txt", SLIP.encode()), filled)
    assert answer.status == status
    assert "access-control-allow-origin" not in answer.headers
    assert b"93,68" not in answer.body or status == 200


def test_the_page_needs_no_key_and_holds_nothing(server: Server) -> None:
    page = server.ask("GET", "/")
    policy = page.headers["content-security-policy"]
    nonce = policy.partition("script-src 'nonce-")[2].partition("'")[0]
    assert page.status == 200
    assert f'nonce="{nonce}"'.encode() in page.body
    assert server.key.encode() not in page.body
    assert "unsafe" not in policy
    assert nonce not in server.ask("GET", "/").headers["content-security-policy"]
    assert page.headers["cache-control"] == "no-store"
    assert server.ask("GET", "/", headers={"Host": "evil.example"}).status == 400


@pytest.mark.parametrize("path", ["/page.js", "/codemirror.js", "/page.css", "/icon.svg"])
def test_what_the_page_is_made_of(server: Server, path: str) -> None:
    assert server.ask("GET", path).status == 200


@pytest.mark.parametrize("path", ["/../../pyproject.toml", "/codemirror.LICENSE.txt", "/page.html", "/x.js"])
def test_nothing_else_is_given_out(server: Server, path: str) -> None:
    assert server.ask("GET", path).status in (403, 404)


def test_six_megabytes_are_refused_and_told_so(server: Server) -> None:
    answer = server.check("naskah.txt", b"a" * 6_000_000)
    assert answer.status == 413


def test_a_gigabyte_is_refused_unread(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=600) as line:
        line.sendall(f"POST /check HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n".encode())
        line.sendall(f"Authorization: Bearer {server.key}\r\nContent-Length: 1000000000\r\n\r\nabc".encode())
        assert line.recv(100).startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize(
    "half", [b"POST /check HT", b"POST /check HTTP/1.1\r\nHost: {host}\r\nContent-Length: 100\r\n\r\nab"]
)
def test_half_a_request_is_not_waited_for(half: bytes) -> None:
    with serving(RequestLimits(patience=0.2)) as server:
        with socket.create_connection(("127.0.0.1", server.port), timeout=600) as line:
            line.sendall(half.replace(b"{host}", f"127.0.0.1:{server.port}".encode()))
            told = b"".join(iter(lambda: line.recv(1000), b""))  # ends: the server closes the connection
        assert told == b"" or told.startswith((b"HTTP/1.1 403", b"HTTP/1.1 408"))
        assert server.ask("GET", "/").status == 200


def test_a_client_that_dies_leaves_the_server_well(server: Server) -> None:
    for _ in range(20):
        with socket.create_connection(("127.0.0.1", server.port), timeout=600) as line:
            line.sendall(f"POST /check HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n".encode())
    assert server.check("naskah.txt", SLIP.encode()).status == 200


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\n",
        b"[]\n",
        b'{"edits": []}\n',
        b'{"name": "a.txt", "edits": [[0, "1", "x"]]}\nabc',
        b'{"name": "a.txt", "published": "yesterday"}\nabc',
        b"[" * 100_000,
    ],
    ids=lambda body: repr(body[:40]),
)
def test_what_is_no_draft_is_refused(server: Server, body: bytes) -> None:
    assert server.post("/check", body).status == 400


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", b"PK no zip", "damaged"),
        ("a.doc", b"\xd0\xcf\x11\xe0", ".docx"),
        ("a.txt", b"\x00\x01\x02\x03" * 100, ""),
        ("../../etc/passwd", b"Naskah.", None),
    ],
)
def test_what_cannot_be_read_is_said_in_words(server: Server, name: str, data: bytes, said: str | None) -> None:
    answer = server.check(name, data)
    assert answer.status == (200 if said is None else 422)
    assert said is None or said in answer.told["error"]
    assert b"Traceback" not in answer.body


def test_edits_that_lie_outside_of_the_draft_do_nothing(server: Server) -> None:
    answer = server.check("a.txt", SLIP.encode(), edits=[[5000, 6000, "x"]])
    assert answer.status == 422


def test_a_port_that_is_taken_is_said(server: Server) -> None:
    with pytest.raises(FactcheckError, match=str(server.port)):
        Serving(desk(), server.port)


def test_ctrl_c_ends_the_command_well(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "factcheck", "page", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path) as running:
        assert running.stdout is not None
        assert "http://127.0.0.1:" in running.stdout.readline()
        running.send_signal(signal.SIGINT)
        _, complaints = running.communicate(timeout=600)
    assert (running.returncode, complaints) == (0, "")


def test_a_flood_is_sent_away_and_forgotten() -> None:
    async def flood() -> tuple[int, int]:
        work, gate = Work(), threading.Event()
        asked = [asyncio.create_task(work.done(lambda: gate.wait(600))) for _ in range(AT_ONCE + WAITING + 7)]
        await asyncio.sleep(0)
        refused = [task for task in asked if task.done() and isinstance(task.exception(), RefusedError)]
        gate.set()
        done = await asyncio.gather(*(task for task in asked if task not in refused))
        assert await work.done(lambda: True)
        return len(refused), len(done)

    assert asyncio.run(flood()) == (7, AT_ONCE + WAITING)


def test_a_file_that_is_never_written_is_checked_by_its_words(server: Server) -> None:
    pytest.importorskip("striprtf", reason="needs the extra that reads .rtf")
    data = b"{\\rtf1\\ansi " + SLIP.encode() + b"}"
    seen = server.check("a.rtf", data).told
    assert (seen["form"], [each["text"] for each in seen["findings"]]) == ("words", ["93,86"])
    start = seen["text"].index("93,86")
    edits = [[start, start + 5, "93,68"]]
    after = server.check("a.rtf", data, edits=edits).told
    assert after["findings"] == []
    assert "download the text" in after["unwritten"]
    assert server.post("/mended", sent("a.rtf", data, edits=edits)).status == 422
