"""Checks the figures, dates and names of a draft article against a reference, the calendar and itself.

    import factcheck

    desk = factcheck.Desk("articles")           # settings, packs and baseline of a folder, made once, for any thread
    checked = desk.check(text, "draft.md")      # what `factcheck check draft.md` says
    for finding in checked.findings:
        print(finding.line, finding.column, finding.message, finding.suggestions)

    checked.to_dict()                           # as in the JSON report
    desk.mended(checked).text                   # what `--fix` would write
    desk.reload()                               # settings and packs were changed
    with factcheck.speaking("id"):              # messages in Indonesian, in this thread
        print(checked.findings[0].message)

`Desk` is the way in. `check_text` and `extract` are for a text alone: they know no settings, no comments in the draft
and no baseline. What cannot be read raises `FactcheckError`, which says what to do. Everything else that is exported is
a record: `Finding`, `Suggestion`, `Evidence`, `Claim`, `Judged`, `Document`, `DocumentReport`, `Problem`.
docs/api.md has examples of all of it.
"""

from factcheck.version import __version__

TYPE_CHECKING = False  # type checkers take it for true; `typing` itself takes longer to import than --version to answer
if TYPE_CHECKING:
    from typing import Any

    from factcheck.api import check_text, extract
    from factcheck.desk.checked import Checked, Mended
    from factcheck.desk.desk import Desk
    from factcheck.errors import FactcheckError
    from factcheck.messages import speaking
    from factcheck.model import Claim, Document, DocumentReport, Evidence, Finding, Judged, Problem, Suggestion
    from factcheck.report.located import Located

__all__ = [
    "Checked",
    "Claim",
    "Desk",
    "Document",
    "DocumentReport",
    "Evidence",
    "FactcheckError",
    "Finding",
    "Judged",
    "Located",
    "Mended",
    "Problem",
    "Suggestion",
    "__version__",
    "check_text",
    "extract",
    "speaking",
]

_HOMES = {
    "Checked": "desk.checked",
    "Desk": "desk.desk",
    "FactcheckError": "errors",
    "Located": "report.located",
    "Mended": "desk.checked",
    "check_text": "api",
    "extract": "api",
    "speaking": "messages",
}
"""Where a name lives that is not one of the records."""


def __getattr__(name: str) -> "Any":
    """Imported when asked for: `--version` needs none of it."""
    if name not in __all__:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"factcheck.{_HOMES.get(name, 'model')}"), name)


def __dir__() -> list[str]:
    return [*__all__, "__doc__", "__file__", "__name__", "__path__"]
