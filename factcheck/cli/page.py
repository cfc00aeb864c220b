"""`factcheck page`: a page to paste a draft into, and the address that word processors ask."""

from __future__ import annotations

import click

from factcheck.errors import FactcheckError
from factcheck.messages import message


@click.command(short_help="Open a page to paste a draft into.")
@click.argument("draft", required=False, metavar="[DRAFT]")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="The port to use (0: any free one)."
)
@click.option("--no-browser", is_flag=True, help="Print the address and open no browser.")
@click.option("--stay", is_flag=True, help="Go on when the last window is closed, for a word processor.")
def page(draft: str | None, port: int, no_browser: bool, stay: bool) -> int:
    """Open a page to paste a draft into, or DRAFT in it: what does not fit is marked while you write.

    \b
    factcheck page
    factcheck page draft.docx
    factcheck page --port 8081 --stay     for LibreOffice and the LanguageTool add-on

    The page is served on this machine alone, under an address that nobody can guess. Nothing is stored and nothing is
    sent out. It ends with its window, or with Ctrl+C.
    """
    try:
        from factcheck.cli.run_page import run_page
    except ImportError as slip:
        needed = message("The page needs two more libraries: pip install 'factcheck-newsroom[page]'")
        raise FactcheckError(needed) from slip
    return run_page(draft, port, browser=not no_browser, stay=stay)
