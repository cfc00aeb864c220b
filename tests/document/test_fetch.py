"""Articles at web addresses, from a real server: what is read, and what is refused with a sentence."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import date

import pytest
from page_server import FOR_EVER, Answer, serving

from factcheck.document.fetch import read_address
from factcheck.document.load import read_file
from factcheck.errors import FactcheckError
from factcheck.web import Limits

PAGE = "<h1>Palu</h1><p>Jum’at ini nilai Kota Palu 91,20.</p>"
LIMITS = Limits(size=100_000, seconds=60, silence=60, redirects=3)
ANSWERS = {
    "/page": Answer(PAGE.encode()),
    "/text.pdf": Answer(b"Nilai Kota Palu 91,20.", "text/plain"),
    "/draft": Answer(b"---\ndate: 2024-12-04\n---\n\n**Nilai** 91,20.", "text/markdown"),
    "/old": Answer("Jum’at di Palu".encode("cp1252"), "text/plain; charset=windows-1252"),
    "/wide": Answer("<p>Kota Palu</p>".encode("utf-16-le"), "text/html; charset=utf-16le"),
    "/strange": Answer(PAGE.encode(), "text/html; charset=x-none"),
    "/moved": Answer(status=301, to="/page"),
    "/circle": Answer(status=302, to="/circle"),
    **{f"/far/{step}": Answer(status=302, to=f"/far/{step + 1}") for step in range(9)},
    "/file": Answer(status=302, to="file:///etc/hostname"),
    "/ftp": Answer(status=302, to="ftp://127.0.0.1/x"),
    "/image": Answer(b"\x89PNG\r\n", "image/png"),
    "/bytes": Answer(b"\x00\x01\x02", "text/html"),
    "/unnamed": Answer(b"Nilai", ""),
    "/huge": Answer(b"<p>Nilai 91,20</p>" * 1000, times=FOR_EVER),
    "/dripping": Answer(b"a", times=FOR_EVER, pause=0.1),
    "/silent": Answer(pause=FOR_EVER),
    "/empty": Answer(b""),
    "/gone": Answer(b"Sorry", status=410),
    "/broken": Answer(b"x", status=503),
}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving(ANSWERS) as found:
        yield found


def test_a_page_is_read_with_places_in_its_source(address: str) -> None:
    document = read_file(f"{address}/page")
    assert document.path == f"{address}/page"
    assert document.text == "Palu\nJum’at ini nilai Kota Palu 91,20.\n"
    assert document.source is not None
    assert document.source.text == PAGE


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/text.pdf", "Nilai Kota Palu 91,20."),
        ("/old", "Jum’at di Palu"),
        ("/wide", "Kota Palu\n"),
        ("/strange", "Palu\nJum’at ini nilai Kota Palu 91,20.\n"),
        ("/moved", "Palu\nJum’at ini nilai Kota Palu 91,20.\n"),
    ],
)
def test_text_is_read_by_what_the_server_says_it_is(address: str, path: str, text: str) -> None:
    assert read_address(address + path, limits=LIMITS).text == text


def test_markdown_bears_its_date_and_other_text_that_of_the_command_line(address: str) -> None:
    as_of = date(2023, 1, 2)
    assert read_address(f"{address}/draft", as_of=as_of, limits=LIMITS).published == date(2024, 12, 4)
    assert read_address(f"{address}/page", as_of=as_of, limits=LIMITS).published == as_of


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/circle", "leads in a circle"),
        ("/far/0", "leads on more than 3 times"),
        ("/file", "Only http and https"),
        ("/ftp", "Only http and https"),
        ("/image", "no text but image/png"),
        ("/unnamed", "no text but something unnamed"),
        ("/bytes", "binary file"),
        ("/huge", "larger than 0.1 MB"),
        ("/empty", "no text"),
        ("/gone", "answers 410"),
        ("/broken", "answers 503"),
        ("/none", "answers 404"),
    ],
)
def test_what_is_refused(address: str, path: str, said: str) -> None:
    with pytest.raises(FactcheckError, match=said) as caught:
        read_address(address + path, limits=LIMITS)
    assert caught.value.path == address + path


@pytest.mark.parametrize(
    ("path", "limits", "said"),
    [
        ("/dripping", LIMITS._replace(seconds=0.5), "longer than 0.5 seconds"),
        ("/silent", LIMITS._replace(silence=0.5), "did not answer within 0.5 seconds"),
    ],
)
def test_what_never_ends_is_not_waited_for(address: str, path: str, limits: Limits, said: str) -> None:
    with pytest.raises(FactcheckError, match=said):
        read_address(address + path, limits=limits)


@pytest.mark.parametrize("name", ["ftp://x.example/a", "file:///etc/hostname", "javascript://x", "HTTPX://x"])
def test_other_addresses_are_not_read(name: str) -> None:
    with pytest.raises(FactcheckError, match="Only addresses that begin with https:// or http://"):
        read_file(name)


@pytest.mark.parametrize("name", ["http://", "http://127.0.0.1:1/", "http://[/", "https://127.0.0.1:99999/"])
def test_addresses_that_lead_nowhere(name: str) -> None:
    with pytest.raises(FactcheckError, match=r"cannot be reached|no address of a web page"):
        read_file(name)


def test_packed_text_is_measured_unpacked() -> None:
    packed = gzip.compress(b"<p>" + b" " * 50_000_000)
    answer = Answer(packed, "text/html\r\nContent-Encoding: gzip")
    with serving({"/": answer}) as address, pytest.raises(FactcheckError, match=r"larger than 0.1 MB"):
        read_address(address, limits=LIMITS)
