"""The page in a real browser: filters, keys, print, dark and light, a phone, contrast. Skipped without Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from made import SOURCE, with_problems

from factcheck.report.reporter import write

pytest.importorskip("selenium")

from selenium import webdriver
from selenium.webdriver.support.wait import WebDriverWait

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not CHROMIUM or not DRIVER, reason="needs Chromium and its driver")

CONTRAST = """
const value = (text) => text.match(/[0-9.]+/g).map(Number);
const step = (c) => c / 255 <= .03928 ? c / 255 / 12.92 : ((c / 255 + .055) / 1.055) ** 2.4;
const light = ([r, g, b]) => .2126 * step(r) + .7152 * step(g) + .0722 * step(b);
const ground = (node) => {
  for (; node; node = node.parentElement) {
    const c = value(getComputedStyle(node).backgroundColor);
    if (c.length < 4 || c[3] > 0) return c;
  }
  return [255, 255, 255];
};
let worst = 99;
for (const node of document.querySelectorAll("body *")) {
  if (![...node.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())) continue;
  if (["SCRIPT", "STYLE"].includes(node.tagName)) continue;
  const [a, b] = [light(value(getComputedStyle(node).color)), light(ground(node))];
  worst = Math.min(worst, (Math.max(a, b) + .05) / (Math.min(a, b) + .05));
}
return worst;
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1200,900"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(str(DRIVER)))
    yield driver
    driver.quit()


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Any:
    """The made report open in the browser, which has logged nothing."""
    path = tmp_path / "report.html"
    with path.open("w", encoding="utf-8") as out:
        write(with_problems(), "html", out)
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    browser.get(path.as_uri())
    assert browser.get_log("browser") == []
    return browser


def found(page: Any, selector: str) -> list[Any]:
    return list(page.find_elements("css selector", selector))


def press(page: Any, *keys: str) -> None:
    for key in keys:
        page.switch_to.active_element.send_keys(key)


def test_it_shows_the_article_with_its_claims_and_findings(page: Any) -> None:
    text = page.find_element("css selector", "article").text
    assert "Kabupaten Selat naik kelas. Nilainya 90,02 untuk penilaian" in text
    assert [mark.text for mark in found(page, "mark.contradicted")] == ["kuning"]
    assert [mark.text for mark in found(page, "mark.finding.error")] == ["2023", "3,10"]
    assert len(found(page, ".card")) == 4
    assert "articles/foto.txt: This is a binary file." in page.find_element("css selector", ".problems").text


def test_filters_hide_and_show(page: Any) -> None:
    found(page, "input[value=error]")[0].click()
    assert [card.get_attribute("data-severity") for card in found(page, ".card") if card.is_displayed()] == [
        "info",
        "warning",
    ]
    assert len(found(page, "mark.finding.off")) == 2
    found(page, "input[value=contradicted]")[0].click()
    assert len(found(page, "mark.contradicted.plain")) == 1
    found(page, "input[value=error]")[0].click()
    assert all(card.is_displayed() for card in found(page, ".card"))


def test_keys_lead_from_finding_to_finding_and_into_the_text(page: Any) -> None:
    press(page, "j", "j")
    assert page.switch_to.active_element.get_attribute("id") == "finding-1-2"
    press(page, "\ue007")
    assert page.switch_to.active_element.text == "2023"
    press(page, "\ue007", "k")
    assert page.switch_to.active_element.get_attribute("id") == "finding-1-1"
    press(page, "k")
    assert page.switch_to.active_element.get_attribute("id") == "finding-1-4"


def test_a_click_on_a_place_leads_to_its_finding(page: Any) -> None:
    found(page, "mark.finding.error")[1].click()
    assert page.switch_to.active_element.get_attribute("id") == "finding-1-3"


def test_claims_open_with_their_evidence(page: Any) -> None:
    details = found(page, "details.claims")[0]
    details.find_element("css selector", "summary").click()
    assert "kuning · zone · contradicted" in details.text
    assert "subject: from the sentence before" in details.text


def test_sources_are_named_by_their_site(page: Any) -> None:
    link = found(page, ".card .why a")[0]
    assert (link.text, link.get_attribute("href")) == ("lembaga.example", SOURCE)
    assert "https://" not in page.find_element("css selector", "body").text


ROWS = """return [...document.querySelectorAll(".row")].map((row) => {
    const text = row.firstElementChild;
    return [row.offsetHeight, text.offsetHeight + parseFloat(getComputedStyle(text).marginBottom)];
})"""
BOXES = "return [...document.querySelectorAll('.beside')].map((b) => [b.getBoundingClientRect().top, b.scrollHeight])"


def test_a_card_makes_no_room_between_paragraphs(page: Any) -> None:
    assert all(row <= text + 1 for row, text in page.execute_script(ROWS))
    places = page.execute_script(BOXES)
    assert all(top + height <= below for (top, height), (below, _) in pairwise(places))
    article = page.find_element("css selector", ".article").rect
    last = found(page, ".card")[-1].rect
    assert last["y"] + last["height"] <= article["y"] + article["height"]


def test_a_finding_is_copied_as_a_line(page: Any) -> None:
    button = found(page, ".copy")[1]
    button.click()
    live = page.find_element("css selector", ".live")
    WebDriverWait(page, 600).until(lambda _: live.get_attribute("textContent") == "Copied.")
    assert button.get_attribute("data-copy") == (
        "articles/selat.md, line 7, column 12: Kabupaten Selat was yellow in 2022, not in 2023; should read: 2022"
    )


def test_the_index_leads_to_the_drafts_and_can_leave_out_the_clean_ones(page: Any) -> None:
    entries = [entry.text.split("\n") for entry in found(page, ".contents li")]
    assert [entry[-1] for entry in entries] == ["2 errors, 1 warning, 1 info", "nothing to mend", "nothing to mend"]
    assert entries[0][:2] == ["Selat Masuk Zona Hijau", "articles/selat.md"]
    found(page, "input[value=with-findings]")[0].click()
    assert [entry.is_displayed() for entry in found(page, ".contents li")] == [True, False, False]
    assert [article.is_displayed() for article in found(page, ".article")] == [True, False, False]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_the_contrast_that_wcag_asks_for(page: Any, scheme: str) -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    assert page.execute_script(CONTRAST) >= 4.5
    ground = page.execute_script("return getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(22, 24, 27)") == (scheme == "dark")


def test_a_phone_needs_no_scrolling_sideways(page: Any) -> None:
    metrics = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    assert page.execute_script("return document.documentElement.scrollWidth") <= 360
    card, paragraph = found(page, ".card")[1], found(page, "p.paragraph")[0]
    assert card.location["y"] >= paragraph.location["y"] + paragraph.size["height"]


def test_it_prints_without_what_paper_has_no_use_for(page: Any) -> None:
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert not found(page, ".filters")[0].is_displayed()
    assert found(page, ".card")[0].is_displayed()
    assert len(page.print_page()) > 10_000


def test_names_and_roles(page: Any) -> None:
    tree = page.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    roles = {(node["role"]["value"], node.get("name", {}).get("value", "")) for node in tree if "role" in node}
    assert ("article", "articles/selat.md") in roles
    assert ("region", "error: Kabupaten Selat was yellow in 2022, not in 2023.") in roles
    assert {"main", "banner", "checkbox", "heading", "link"} <= {role for role, _ in roles}


def test_nothing_is_fetched(page: Any) -> None:
    assert page.execute_script("return performance.getEntriesByType('resource').length") == 0
    policy = page.find_element("css selector", "meta[http-equiv]").get_attribute("content")
    assert policy.startswith("default-src 'none'")
