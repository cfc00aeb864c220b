"""The page in a real browser: paste, see, repair, undo, ignore, download, print. Skipped without Chromium."""

from __future__ import annotations

import http.client
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("uvicorn", reason="needs the extra `page`")
pytest.importorskip("starlette", reason="needs the extra `page`")
pytest.importorskip("selenium")

from made_page import SLIP
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

sys.path.insert(0, str(Path(__file__).parents[1] / "document"))
from wordmade import word

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not CHROMIUM or not DRIVER, reason="needs Chromium and its driver")

PASTE = """
const content = document.querySelector(".cm-content"), data = new DataTransfer();
data.setData("text/plain", arguments[0]);
content.focus();
content.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
"""
DATED = "Piagam diserahkan Selasa (2/12/2024) di balai kota."
DRAFT = f"Nilai Jambi 😀 <script>window.evil = 1</script>\n\n{SLIP}\n\n{DATED}\n"


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A browser with the page of a real command in it; both end together."""
    folder = tmp_path_factory.mktemp("desk")
    command = [sys.executable, "-m", "factcheck", "--lang", "id", "page", "--no-browser"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=folder, env={**os.environ, "LANG": "C"})
    assert server.stdout is not None
    address = re.search(r"http://\S+#k=\S+", server.stdout.readline())
    assert address
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,900"):
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"download.default_directory": str(folder)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    options.set_capability("unhandledPromptBehavior", "accept")
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(str(DRIVER)))
    driver.__dict__.update(folder=folder, address=address.group())
    other = alive(address.group())
    yield driver
    other.close()
    driver.quit()
    assert server.wait(600) == 0  # the server ends with its window
    assert not [path for path in folder.iterdir() if path.suffix not in (".txt", ".docx", ".html")]


def alive(address: str) -> http.client.HTTPConnection:
    """A second window: on a busy machine a browser takes longer from one page to the next than the server waits."""
    host, _, key = address.removeprefix("http://").partition("/#k=")
    line = http.client.HTTPConnection(host, timeout=600)
    line.request("POST", "/alive", headers={"Authorization": f"Bearer {key}"})
    assert line.getresponse().status == 200
    return line


@pytest.fixture
def page(window: Any) -> Any:
    window.get("about:blank")
    window.get(window.address)
    until(window, lambda: window.execute_script("return document.title") == "factcheck · Naskah")
    yield window
    assert complaints(window) == []


def complaints(page: Any) -> list[str]:
    """What the browser complains of, but that it was not let ask whether to leave a draft that is not saved."""
    return [entry["source"] for entry in page.get_log("browser") if entry["source"] != "intervention"]


def until(page: Any, holds: Callable[[], Any]) -> Any:
    return WebDriverWait(page, 600, poll_frequency=0.05, ignored_exceptions=[Exception]).until(lambda _: holds())


def all_of(page: Any, selector: str) -> list[str]:
    return [node.text for node in page.find_elements("css selector", selector)]


def text(page: Any) -> str:
    return str(
        page.execute_script("return [...document.querySelectorAll('.cm-line')].map((l) => l.textContent).join('\\n')")
    )


def paste(page: Any, draft: str = DRAFT) -> None:
    page.execute_script(PASTE, draft)


def marks(page: Any, wanted: list[str]) -> None:
    until(page, lambda: all_of(page, ".finding") == wanted)


def press(page: Any, *keys: str) -> None:
    for key in keys:
        page.switch_to.active_element.send_keys(key)


def click(page: Any, selector: str) -> None:
    page.find_element("css selector", selector).click()


def choose(page: Any, field: str, value: str) -> None:
    """As a person does in a calendar or a list that the browser draws itself."""
    script = "const at = document.getElementById(arguments[0]);"
    script += "at.value = arguments[1]; at.dispatchEvent(new Event('change'))"
    page.execute_script(script, field, value)


def test_paste_see_repair_undo(page: Any) -> None:
    paste(page)
    marks(page, ["93,86", "Selasa (2/12/2024)"])
    assert "2 kesalahan" in page.find_element("id", "counts").text
    assert page.execute_script("return window.evil ?? null") is None
    assert "93,68" in all_of(page, ".card .message")[0]
    click(page, ".card .way")
    marks(page, ["Selasa (2/12/2024)"])
    assert SLIP.replace("93,86", "93,68") in text(page)
    click(page, "#undo")
    marks(page, ["93,86", "Selasa (2/12/2024)"])
    assert text(page) == DRAFT


def test_ignore_and_take_back(page: Any) -> None:
    paste(page)
    marks(page, ["93,86", "Selasa (2/12/2024)"])
    click(page, ".card .plain")
    marks(page, ["Selasa (2/12/2024)"])
    click(page, "#undo")
    marks(page, ["93,86", "Selasa (2/12/2024)"])
    click(page, ".card .plain")
    until(page, lambda: page.find_element("id", "set-aside").is_displayed())
    click(page, "#set-aside summary")
    click(page, "#set-aside button")
    marks(page, ["93,86", "Selasa (2/12/2024)"])


def test_keys_alone(page: Any) -> None:
    paste(page)
    marks(page, ["93,86", "Selasa (2/12/2024)"])
    press(page, Keys.ESCAPE)  # out of the text, to a finding
    until(page, lambda: page.switch_to.active_element.get_attribute("class").startswith("card"))
    press(page, "j", "j", "k", "k")
    until(page, lambda: all_of(page, ".finding.here") == ["93,86"])
    press(page, Keys.ENTER)
    marks(page, ["Selasa (2/12/2024)"])
    press(page, "u")
    marks(page, ["93,86", "Selasa (2/12/2024)"])
    press(page, "x")
    ActionChains(page).key_down(Keys.CONTROL).send_keys("z").key_up(Keys.CONTROL).perform()
    marks(page, ["93,86", "Selasa (2/12/2024)"])


def test_the_day_of_publication_and_the_language_of_the_page(page: Any) -> None:
    paste(page, "Piagam diserahkan Selasa (2/12) di balai kota.")
    until(page, lambda: page.find_element("id", "counts").text == "Tidak ada yang perlu diperbaiki")
    choose(page, "published", "2024-12-03")
    marks(page, ["Selasa (2/12)"])
    choose(page, "speak", "en")
    until(page, lambda: page.find_element("id", "counts").text in ("1 error", "1 warning"))
    until(
        page, lambda: "is a Monday" in all_of(page, ".card .message")[0] or "Senin" in all_of(page, ".card .message")[0]
    )


def test_the_answer_to_an_older_text_is_not_shown(page: Any) -> None:
    """A hundred edits without a pause: the marks are those of the last."""
    paste(page)
    for typed in (" a", f" {DATED}") * 2:
        page.execute_script(f"for (let i = 0; i < 25; i++) document.execCommand('insertText', false, '{typed}')")
    ActionChains(page).key_down(Keys.CONTROL).send_keys("a").key_up(Keys.CONTROL).perform()
    paste(page, SLIP)
    marks(page, ["93,86"])
    assert text(page) == SLIP


def open_file(page: Any, name: str, data: bytes) -> None:
    path = page.folder / name
    path.write_bytes(data)
    page.find_element("id", "file").send_keys(str(path))


def downloaded(page: Any, name: str) -> bytes:
    path = page.folder / name
    path.unlink()
    click(page, "#download")
    until(page, lambda: path.exists() and path.stat().st_size)
    return bytes(path.read_bytes())


def test_a_word_file_comes_back_with_only_the_repair(page: Any) -> None:
    body = "<w:p><w:r><w:t>{}</w:t></w:r></w:p><w:p><w:r><w:t>Piagam 😀</w:t></w:r></w:p>"
    data = word(body.format(SLIP))
    open_file(page, "naskah.docx", data)
    marks(page, ["93,86"])
    click(page, ".card .way")
    until(page, lambda: page.find_element("id", "counts").text == "Tidak ada yang perlu diperbaiki")
    with zipfile.ZipFile(io.BytesIO(downloaded(page, "naskah.docx"))) as file:
        assert (
            file.read("word/document.xml")
            .decode()
            .endswith(body.format(SLIP.replace("93,86", "93,68")) + "</w:body></w:document>")
        )


def test_a_text_keeps_its_line_ends_and_its_encoding(page: Any) -> None:
    open_file(page, "lama.txt", f"Café\r\n\r\n{SLIP}\r\n".encode("cp1252"))
    marks(page, ["93,86"])
    click(page, ".card .way")
    assert downloaded(page, "lama.txt") == f"Café\r\n\r\n{SLIP.replace('93,86', '93,68')}\r\n".encode("cp1252")


def test_what_cannot_be_opened_is_said_and_loses_nothing(page: Any) -> None:
    paste(page)
    marks(page, ["93,86", "Selasa (2/12/2024)"])
    open_file(page, "besar.txt", b"a" * 6_000_000)
    until(page, lambda: "5 MB" in page.find_element("id", "notice").text)
    assert text(page) == DRAFT
    open_file(page, "rusak.docx", b"PK")
    until(page, lambda: "rusak" in page.find_element("id", "notice").text)
    assert text(page) == DRAFT
    assert complaints(page) == ["network"]  # the browser's own word of the 422


def test_print_shows_text_and_findings(page: Any) -> None:
    paste(page)
    marks(page, ["93,86", "Selasa (2/12/2024)"])
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    shown = page.execute_script(
        "return [...document.querySelectorAll('.card, .tools, .cm-line')].map((n) => getComputedStyle(n).display)"
    )
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert shown[0] == "none"
    assert "none" not in shown[1:]
    assert page.execute_cdp_cmd("Page.printToPDF", {})["data"]


def test_another_page_gets_nothing(page: Any) -> None:
    """A page of another origin in the same browser: it can send, but nothing is done and nothing is read."""
    address, _, key = page.address.partition("#k=")
    page.get("data:text/html,<title>evil</title>")
    ask = """const done = arguments[2];
    fetch(arguments[0] + "check", { method: "POST", body: "{}", headers: { Authorization: "Bearer " + arguments[1] } })
      .then((answer) => done(answer.status), () => done("blocked"))"""
    assert page.execute_async_script(ask, address, key) == "blocked"
    post = """const done = arguments[1];
    fetch(arguments[0] + "v2/check", { method: "POST", mode: "no-cors", body: new URLSearchParams({ text: "a" }) })
      .then((answer) => done(answer.type), () => done("blocked"))"""
    assert page.execute_async_script(post, address) in ("opaque", "blocked")
    page.get_log("browser")


def test_an_address_without_its_key_says_so(page: Any) -> None:
    page.get("about:blank")
    page.get(page.address.partition("#")[0])
    until(page, lambda: "tidak lengkap" in page.find_element("id", "notice").text)
    page.get_log("browser")
