"""The address of LanguageTool: what word processors and browsers ask, and what web pages may not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest

pytest.importorskip("uvicorn", reason="needs the extra `page`")
pytest.importorskip("starlette", reason="needs the extra `page`")

from made_page import RIGHT, SLIP, Answer, Server, serving

CARRIED = "Nilainya 93,86, naik dari tahun sebelumnya."
WHOLE = f"Penilaian Ombudsman 2024\n\nOmbudsman menilai pelayanan publik di Kota Jambi pada 2024.\n\n{CARRIED}\n"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


def ask(server: Server, headers: dict[str, str] | None = None, **fields: str) -> Answer:
    return server.ask("POST", "/v2/check", urlencode(fields).encode(), headers)


def found(answer: Answer, text: str) -> list[tuple[str, list[str]]]:
    """Each match as the text it underlines, and what it offers instead."""
    units = text.encode("utf-16-le")
    return [
        (
            units[2 * each["offset"] : 2 * (each["offset"] + each["length"])].decode("utf-16-le"),
            [way["value"] for way in each["replacements"]],
        )
        for each in answer.told["matches"]
    ]


def test_a_slip_is_underlined_behind_an_emoji(server: Server) -> None:
    text = f"😀 {SLIP}"
    answer = ask(server, text=text, language="id-ID")
    assert found(answer, text) == [("93,86", ["93,68"])]
    (match,) = answer.told["matches"]
    context = match["context"]
    assert context["text"][context["offset"] :].startswith("93,86")
    assert answer.told["language"]["code"] == "id-ID"
    assert "http" not in match["message"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (RIGHT, "id-ID"),
        (SLIP, "de-DE"),
        ("Nilainya 93,86, naik dari tahun lalu.", "id-ID"),
        ("", "id"),
        ("\n\n", "auto"),
    ],
)
def test_what_must_stay_silent(server: Server, text: str, language: str) -> None:
    assert ask(server, text=text, language=language).told["matches"] == []


def test_two_places_that_may_be_the_slip_offer_no_repair_of_the_other(server: Server) -> None:
    text = "Piagam diserahkan Selasa (2/12/2024) di balai kota."
    assert found(ask(server, text=text, language="auto"), text) == [("Selasa (2/12/2024)", [])]


def test_a_rule_that_the_client_does_not_want(server: Server) -> None:
    assert ask(server, text=SLIP, language="id", disabledRules="wrong-value").told["matches"] == []


def test_markup_keeps_its_length(server: Server) -> None:
    parts: list[dict[str, Any]] = [
        {"markup": "<p>", "interpretAs": "\n\n"},
        {"text": SLIP.removesuffix("93,86.")},
        {"markup": "<b>😀"},
        {"text": "93,86."},
        {"markup": "</b></p>"},
    ]
    text = "".join(part.get("text") or part["markup"] for part in parts)
    assert found(ask(server, data=json.dumps({"annotation": parts}), language="id"), text) == [("93,86", ["93,68"])]


def test_a_paragraph_alone_says_less_and_one_of_a_text_seen_whole_says_more(server: Server) -> None:
    assert ask(server, text=CARRIED, language="id").told["matches"] == []
    seen = server.check("naskah.txt", WHOLE.encode())
    assert [each["text"] for each in seen.told["findings"]] == ["93,86"]
    assert found(ask(server, text=CARRIED, language="id"), CARRIED) == [("93,86", ["93,68"])]
    mended = WHOLE.replace("93,86", "93,68")
    server.check("naskah.txt", mended.encode())
    assert ask(server, text=CARRIED, language="id").told["matches"] == []


def test_a_text_that_the_client_sent_whole_lends_its_context_too(server: Server) -> None:
    assert found(ask(server, text=WHOLE, language="id"), WHOLE) == [("93,86", ["93,68"])]
    assert found(ask(server, text=CARRIED, language="id"), CARRIED) == [("93,86", ["93,68"])]


def test_what_is_about_another_paragraph_too_is_not_lent(server: Server) -> None:
    """The other paragraph may have been mended since."""
    first = "Ombudsman RI menilai kepatuhan pelayanan publik. Kabupaten Karawang meraih nilai 83,22 pada 2024."
    second = "Bupati bersyukur. Pada 2024 nilai Kabupaten Karawang 83,32."
    whole = f"{first}\n\n{second}\n"
    seen = server.check("naskah.txt", whole.encode())
    assert [each["rule"] for each in seen.told["findings"]] == ["conflicting-values"]
    assert found(ask(server, text=whole, language="id"), whole) == [("83,32", ["83,22"])]
    assert ask(server, text=second, language="id").told["matches"] == []


def test_the_languages(server: Server) -> None:
    codes = {each["longCode"] for each in server.ask("GET", "/v2/languages").told}
    assert {"id-ID", "en-US"} < codes


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1", "http://chrome-extension"])
def test_a_web_page_must_not_ask(server: Server, origin: str) -> None:
    for method, path in (("POST", "/v2/check"), ("GET", "/v2/languages"), ("OPTIONS", "/v2/check")):
        answer = server.ask(method, path, b"text=a", {"Origin": origin})
        assert answer.status == 403
        assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Host": "evil.example"}])
def test_nor_without_saying_who_it_is(server: Server, headers: dict[str, str]) -> None:
    assert server.ask("GET", "/v2/languages", headers=headers).status in (400, 403)


def test_an_add_on_may_ask_and_read(server: Server) -> None:
    own = {"Origin": "moz-extension://12-34", "Sec-Fetch-Site": "cross-site"}
    answer = ask(server, own, text=SLIP, language="id")
    assert answer.status == 200
    assert answer.headers["access-control-allow-origin"] == own["Origin"]
    before = server.ask("OPTIONS", "/v2/check", headers={**own, "Access-Control-Request-Method": "POST"})
    assert before.status == 204
    assert server.ask("POST", "/check", b"{}\n", own).status == 403


@pytest.mark.parametrize("body", [b"", b"language=id", b"data=[", b"data={}", b"\xff\xfe", b"&".join([b"a=b"] * 60)])
def test_what_has_no_text_is_refused(server: Server, body: bytes) -> None:
    assert server.ask("POST", "/v2/check", body).status == 400
