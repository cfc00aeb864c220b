"""JUnit XML, as test reports of CI servers take it up: a suite to each article, a failed case to each finding."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.cache.patterns import compiled
from factcheck.day_words import day_of
from factcheck.messages import translate, translated
from factcheck.model import DocumentReport, Problem
from factcheck.report.located import Located, explained, located
from factcheck.report.reporter import Look, Names
from factcheck.report.safe import printable
from factcheck.report.tally import Tally
from factcheck.typed import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NO_XML = compiled("[\ufffe\uffff]")


class JunitReporter:
    """Writes a suite as each article comes; what the baseline knows is a skipped case."""

    def __init__(self, out: TextIO, names: Names, look: Look) -> None:
        self._out = out
        self._before = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="factcheck">\n'

    def document(self, report: DocumentReport) -> None:
        found = list(located(report))
        path = report.document.path
        cases = [_finding(path, item, explained(report.document, item)) for item in found]
        known = sum(bool(item.finding.known) for item in found)
        self._suite(path, cases or [_case(path, "nothing to mend")], failures=len(found) - known, skipped=known)

    def close(self, tally: Tally, problems: Sequence[Problem]) -> None:
        for problem in problems:
            case = _case(problem.path or "factcheck", "could not be checked")
            _add(case, "error", translated(problem.message), "not-checked")
            self._suite(problem.path or "factcheck", [case], errors=1)
        self._out.write(("" if self._before == "" else self._before) + "</testsuites>\n")

    def _suite(self, name: str, cases: list[Element], **counts: int) -> None:
        from xml.etree.ElementTree import Element, indent, tostring

        totals = {"failures": 0, "errors": 0, "skipped": 0, **counts}
        suite = Element("testsuite", name=_text(name), tests=str(len(cases)), time="0")
        for key, count in totals.items():
            suite.set(key, str(count))
        suite.extend(cases)
        indent(suite)
        self._out.write(self._before + tostring(suite, encoding="unicode") + "\n")
        self._before = ""


def _finding(path: str, item: Located, message: str) -> Element:
    finding = item.finding
    line, column = item.first
    case = _case(path, f"{finding.rule} at {line}:{column}")
    if finding.known:
        _add(case, "skipped", f"{translate('known since {day}', day=translated(day_of(finding.known)))}: {message}", "")
    else:
        _add(case, "failure", message, finding.rule, f"{path}:{line}:{column}: {finding.severity} {message}")
    return case


def _case(path: str, name: str) -> Element:
    from xml.etree.ElementTree import Element

    return Element("testcase", classname=_text(path), name=_text(name), time="0")


def _add(case: Element, tag: str, message: str, kind: str, text: str = "") -> None:
    from xml.etree.ElementTree import SubElement

    child = SubElement(case, tag, message=_text(message))
    if kind:
        child.set("type", kind)
    if text:
        child.text = _text(text)


def _text(text: str) -> str:
    return _NO_XML.sub("\ufffd", printable(text))
