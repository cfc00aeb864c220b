"""All that makes a run quiet, in its order: comments, baseline, selection, changed lines."""

from collections.abc import Callable, Iterator
from datetime import date

from factcheck.filters.baseline import Entries, Entry, fresh, marked
from factcheck.filters.layers import Layers
from factcheck.filters.selection import decide, selected
from factcheck.filters.suppressions import find_suppressions
from factcheck.messages import message
from factcheck.model import DocumentReport, Finding
from factcheck.typed import NamedTuple

Lines = tuple[tuple[int, int], ...]


class Filters(NamedTuple):
    """What holds for a run. `entries` gives the baseline of an article, `moved` that of articles that are no more, one
    of which it may have been; `lines` its changed lines, None for all. What the baseline knows is shown only with
    `show_known`."""

    layers: Layers
    today: date
    entries: Callable[[str], Entries] = lambda path: {}
    moved: Callable[[str], Entries] = lambda path: {}
    lines: Callable[[str], Lines | None] = lambda path: None
    show_known: bool = False


class Filtered(NamedTuple):
    """A report as it is shown, the findings that are not with the reason, and the idle entries of the baseline;
    `known` are those of the findings left out that the baseline knows."""

    report: DocumentReport
    hidden: tuple[tuple[Finding, str], ...] = ()
    stale: tuple[Entry, ...] = ()
    expired: tuple[Entry, ...] = ()
    known: int = 0


def apply_filters(report: DocumentReport, filters: Filters) -> Filtered:
    """`report` as the run's settings, the comments in the article, the baseline and the changed lines leave it."""
    path = report.document.path
    layers, lines = filters.layers(path), filters.lines(path)
    spoken = _suppressed(report)
    marking = marked(spoken, filters.entries(path), filters.today, filters.moved)
    chosen = selected(marking.report, layers)
    touched = chosen if lines is None else _on_lines(chosen, lines)
    shown = touched if filters.show_known else fresh(touched)
    hidden = (
        *_lost(report, spoken, lambda rule: message("silenced in the article")),
        *_lost(marking.report, chosen, lambda rule: decide(rule, layers).reason),
        *_lost(chosen, touched, lambda rule: message("not on changed lines")),
        *_lost(touched, shown, lambda rule: message("known to the baseline")),
    )
    known = len(touched.findings) - len(shown.findings)
    return Filtered(shown, hidden, marking.stale, marking.expired, known)


def _suppressed(report: DocumentReport) -> DocumentReport:
    suppressions = find_suppressions(report.document)
    if not report.findings and not suppressions:
        return report
    from factcheck.filters.suppress import suppressed

    return suppressed(report, suppressions)


def _on_lines(report: DocumentReport, lines: Lines) -> DocumentReport:
    from factcheck.filters.changed_lines import on_lines

    return on_lines(report, lines)


def _lost(before: DocumentReport, after: DocumentReport, why: Callable[[str], str]) -> Iterator[tuple[Finding, str]]:
    left = {finding._replace(severity="") for finding in after.findings}
    for finding in before.findings if len(after.findings) != len(before.findings) else ():
        if finding._replace(severity="") not in left:
            yield finding, why(finding.rule)
