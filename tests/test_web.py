"""Addresses of the web: who is asked, with which secrets, and where nobody is led."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.web import Answer, Limits, ask, shown
from factcheck.web_guard import Guard, guard_of

LIMITS = Limits(size=1_000_000, seconds=10)


class Server:
    """What was asked: path and Authorization; `lead` is where /lead leads."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str | None]] = []
        self.lead = ""
        self.address = ""


@pytest.fixture
def server() -> Iterator[Server]:
    state = Server()
    ended = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.asked.append((self.path, self.headers.get("Authorization")))
            if self.path != "/lead":
                self.send_response(200)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"ok")
                return
            self.send_response(302)
            self.send_header("Location", state.lead)
            self.end_headers()
            while not ended.wait(0.001):  # a body without end
                try:
                    self.wfile.write(b"x" * 100_000)
                except OSError:
                    return

        def log_message(self, *said: object) -> None:
            """Says nothing."""

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
    state.address = f"http://127.0.0.1:{running.server_port}"
    yield state
    ended.set()
    running.shutdown()
    running.server_close()


def body(answer: Answer) -> bytes:
    return b"".join(answer.blocks())


def test_the_body_of_a_redirect_is_not_read(server: Server) -> None:
    server.lead = "/there"
    assert ask(f"{server.address}/lead", body, LIMITS) == b"ok"


@pytest.mark.parametrize("lead", ["http://[::1", "http://", "//", "http://a b/", "http://" + "x" * 300, "ftp://x/"])
def test_a_redirect_to_no_address_is_said(server: Server, lead: str) -> None:
    server.lead = lead.encode("utf-8", "surrogateescape").decode("latin-1")
    with pytest.raises(FactcheckError):
        ask(f"{server.address}/lead", body, LIMITS)


def test_secrets_go_to_whom_they_are_for_and_are_never_shown(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".netrc").write_text("default login anna password geheim\n", "utf-8")
    (tmp_path / ".netrc").chmod(0o600)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    ask(f"{server.address}/a", body, LIMITS)
    secret = server.address.replace("//", "//anna:kata%20sandi@")
    ask(f"{secret}/b", body, LIMITS)
    server.lead = f"{server.address.replace('127.0.0.1', 'localhost')}/c"
    ask(f"{secret}/lead", body, LIMITS)
    assert [auth for _, auth in server.asked] == [
        None,
        "Basic YW5uYTprYXRhIHNhbmRp",
        "Basic YW5uYTprYXRhIHNhbmRp",
        None,
    ]
    with pytest.raises(FactcheckError) as said:
        ask(f"{secret}/b", body, LIMITS._replace(size=1))
    assert "sandi" not in str(said.value)
    assert shown("https://anna:geheim@example.org/a@b?c") == "https://example.org/a@b?c"


@pytest.mark.parametrize(
    ("hosts", "allowed"),
    [
        (["127.0.0.1", "10.0.0.7"], [True, True]),
        (["192.168.1.2", "1.1.1.1", "192.168.1.2"], [True, True, False]),
        (["1.1.1.1", "127.0.0.1"], [True, False]),
        (["2606:4700::1111", "::1"], [True, False]),
        (["1.1.1.1", "::ffff:10.0.0.7"], [True, False]),
        (["169.254.169.254", "fe80::1%eth0", "0.0.0.0", "224.0.0.1"], [False] * 4),
    ],
)
def test_nobody_is_led_inside(hosts: list[str], allowed: list[bool]) -> None:
    guard = guard_of(False)
    assert [guard.allows(host) for host in hosts] == allowed
    assert all(map(guard_of(True).allows, hosts))


def test_the_connection_itself_is_looked_at(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine stands for the inner network; the address it is asked under, for one outside."""
    monkeypatch.setattr("factcheck.web_guard.Guard.__init__", _outside)
    with pytest.raises(FactcheckError, match=r"inner network \(127.0.0.1\)"):
        ask(f"{server.address}/a", body, LIMITS)
    assert server.asked == []


def _outside(guard: Guard, private: bool) -> None:
    guard._private, guard._outside = private, True
    super(Guard, guard).__init__()


@pytest.mark.parametrize(
    ("address", "seen"),
    [
        ("https://x.example/a.zip?token=geheim", "https://x.example/a.zip?token=…"),
        ("https://x.example/a?v=2&X-Amz-Signature=ab%2Fc&p=1#f", "https://x.example/a?v=2&X-Amz-Signature=…&p=1#f"),
        ("https://anna:sandi@x.example/a?access_token=b", "https://x.example/a?access_token=…"),
        ("https://x.example/berita?p=123&author=2", "https://x.example/berita?p=123&author=2"),
        ("https://x.example/token=b", "https://x.example/token=b"),
    ],
)
def test_a_key_in_an_address_is_not_shown(address: str, seen: str) -> None:
    assert shown(address) == seen
