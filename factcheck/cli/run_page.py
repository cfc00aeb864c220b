"""The run of `factcheck page`: the desk of the draft's folder, the server, the browser."""

from __future__ import annotations

import sys
import threading
import webbrowser
from contextlib import suppress
from pathlib import Path

from factcheck.desk.desk import Desk
from factcheck.document.load import file_bytes
from factcheck.messages import translate
from factcheck.page.serving import Serving
from factcheck.report.safe import say


def run_page(draft: str | None, port: int, *, browser: bool, stay: bool) -> int:
    """Serves the page until its last window is closed; `draft` is a file to open in it."""
    first = (Path(draft).name, file_bytes(draft)) if draft else None
    desk = Desk(Path(draft).parent if draft else ".")
    serving = Serving(desk, port, stay=stay, first=first)
    threading.Thread(target=desk.standards, daemon=True).start()  # the packs, while the browser starts

    def ready() -> None:
        say(translate("The page is open at {address}", address=serving.address))
        say(translate("For LibreOffice and the LanguageTool add-on: {address}", address=serving.languagetool))
        say(translate("It ends with its window, or with Ctrl+C."))
        sys.stdout.flush()
        if browser:
            threading.Thread(target=webbrowser.open, args=[serving.address], daemon=True).start()

    with suppress(KeyboardInterrupt):
        serving.run(ready)
    return 0
