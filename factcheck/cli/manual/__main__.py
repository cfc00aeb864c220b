"""`python -m factcheck.cli.manual [FOLDER]`: writes rules.md and cli.md into docs/ or the folder given.

In formats.md there it makes the table of the formats of reports anew, and before all that the register of rules.
"""

from __future__ import annotations

import sys
from pathlib import Path

from factcheck.cli.manual.markdown import aturan_page, cli_page, rules_page, with_formats
from factcheck.cli.manual.rule_table import REGISTER, rule_table
from factcheck.files import write_whole

TABLED = "formats.md"
PAGES = {"rules.md": rules_page, "aturan.md": aturan_page, "cli.md": cli_page}


def main(folder: str = "docs") -> None:
    """Writes what is made from the program; the register first, for the pages are made from it."""
    write_whole(str(REGISTER), rule_table().encode())
    for name, make in PAGES.items():
        write_whole(str(Path(folder) / name), make().encode())
    written = Path(folder) / TABLED
    if written.is_file():
        write_whole(str(written), with_formats(written.read_text("utf-8")).encode())


if __name__ == "__main__":
    main(*sys.argv[1:2])
