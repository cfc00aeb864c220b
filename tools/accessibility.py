"""`python tools/accessibility.py FOLDER`: the page and the HTML report held against axe-core, in light and in dark.

Takes axe-core by npm, at the version that tools/codemirror/package.json names, into a folder that is thrown away; needs
npm, Chromium with its driver, and the extra `page`. Writes a picture of every view into the folder named as argument,
and ends with 1 where axe finds anything serious.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.support.wait import WebDriverWait

ROOT = Path(__file__).parent.parent
DRAFT = ROOT / "articles/07-angka-yang-tertukar.md"
VIEWS = {"wide": (1280, 900), "narrow": (390, 844)}
SERIOUS = ("serious", "critical")
RUN = """const done = arguments[0];
axe.run(document).then((found) => done(found.violations.map((one) => [one.impact, one.id, one.nodes[0].html])))"""


def axe(folder: Path) -> str:
    """The text of axe-core, the version that the project names."""
    package = json.loads((ROOT / "tools/codemirror/package.json").read_text("utf-8"))
    version = package["devDependencies"]["axe-core"]
    subprocess.run(["npm", "install", "--no-package-lock", "--silent", f"axe-core@{version}"], cwd=folder, check=True)
    return (folder / "node_modules/axe-core/axe.min.js").read_text("utf-8")


@contextmanager
def page() -> Iterator[str]:
    """The address of the page with a draft in it."""
    command = [sys.executable, "-m", "factcheck", "--lang", "id", "page", "--no-browser", "--stay", str(DRAFT)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout
    try:
        found = re.search(r"http://\S+#k=\S+", server.stdout.readline())
        assert found
        yield found.group()
    finally:
        server.terminate()


def report(folder: Path) -> str:
    """The address of a report of all the drafts."""
    path = folder / "report.html"
    check = ["--lang", "id", "check", "--quiet", "-o", str(path), str(DRAFT.parent)]
    subprocess.run([sys.executable, "-m", "factcheck", *check], capture_output=True, check=False)
    return path.as_uri()


def browser() -> Any:
    """Chromium without a window."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu"):
        options.add_argument(argument)
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))


def held(driver: Any, address: str, name: str, script: str, into: Path) -> list[str]:
    """What axe finds at an address, a line each, in every view of it."""
    lines = []
    driver.get("about:blank")
    driver.get(address)
    WebDriverWait(driver, 60).until(lambda _: driver.find_elements("css selector", ".card"))
    driver.execute_script(script)
    for view, (width, height) in VIEWS.items():
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        for look in ("light", "dark"):
            features = [{"name": "prefers-color-scheme", "value": look}]
            driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
            driver.save_screenshot(str(into / f"{name}-{view}-{look}.png"))
            lines += [f"{name} {view} {look}: {' '.join(one)}" for one in driver.execute_async_script(RUN)]
    return lines


def main(into: str) -> int:
    """Prints what axe finds."""
    driver = browser()
    with tempfile.TemporaryDirectory() as folder, page() as address:
        script = axe(Path(folder))
        lines = held(driver, address, "page", script, Path(into))
        lines += held(driver, report(Path(folder)), "report", script, Path(into))
        driver.quit()
    print("\n".join(lines) or "axe finds nothing")
    return int(any(f": {impact}" in line for line in lines for impact in SERIOUS))


if __name__ == "__main__":
    sys.exit(main(*(sys.argv[1:] or ["."])))
