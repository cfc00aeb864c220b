"""The one exception that is shown to a person."""

from __future__ import annotations


class FactcheckError(Exception):
    """Something the user can mend: a sentence, and the place it is about.

    `message` is one sentence in words an editor understands, saying what to do where that helps. `path` names the
    file, `line` and `column` (both from 1) the place in it, where there is one. It is raised at the ends (reading
    files, packs, configuration) and printed in one place: `factcheck.cli.problems`.
    """

    def __init__(self, message: str, path: str = "", line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        return f"{place}: {self.message}" if place else self.message
