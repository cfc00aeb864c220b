"""Markdown for a comment on a pull request: a line to each finding, below the size that hosts take."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.cache.patterns import compiled
from factcheck.messages import message, translate, translated
from factcheck.model import Claim, Document, DocumentReport, Problem
from factcheck.report.located import Located, located
from factcheck.report.reporter import Look, Names
from factcheck.report.safe import printable
from factcheck.report.tally import Tally
from factcheck.report.visible import visible_text
from factcheck.report.words import counted, coverage, findings, instead, read_as, reasons, site
from factcheck.typed import TextIO

LONGEST = 60_000
"""Characters: GitHub refuses comments above 65,536."""
SIGNS = {"error": "❌", "warning": "⚠️", "info": "\N{INFORMATION SOURCE}\ufe0f"}

_MARKS = compiled(r"([\\`*_{}\[\]()#+!|~>-])")
# A mention of a person or an issue is not made by an article: an invisible blank after the sign breaks it.
_MENTION = compiled(r"([@#])(?=\w)")


class MarkdownReporter:
    """Holds what it writes until the end, for the counts come first."""

    def __init__(self, out: TextIO, names: Names, look: Look) -> None:
        self._out, self._names = out, names
        self._sections: list[str] = []

    def document(self, report: DocumentReport) -> None:
        if report.findings:
            claims = report.flagged()
            lines = (
                _line(
                    report.document, item, [claims[each] for each in item.finding.claims if each in claims], self._names
                )
                for item in located(report)
            )
            self._sections.append(f"\n**{escaped(report.document.path)}**\n\n{''.join(lines)}")

    def close(self, tally: Tally, problems: Sequence[Problem]) -> None:
        articles = counted(tally.documents, "article")
        self._out.write(f"### factcheck: {findings(tally)}\n\n{articles}; {coverage(tally)}\n")
        if problems:
            self._out.write(f"\n**{counted(len(problems), 'problem')}: {translate('not everything was checked')}**\n\n")
            self._out.write(
                "".join(f"- {escaped(_place(each))}{escaped(translated(each.message))}\n" for each in problems)
            )
        self._out.write(_fitting(self._sections))


def escaped(text: str) -> str:
    """`text` so that Markdown and HTML show it as it is written, and nobody is notified of it."""
    shown = printable(text).replace("&", "&amp;").replace("<", "&lt;")
    return _MENTION.sub("\\1\u2060", _MARKS.sub(r"\\\1", shown)).replace("://", ":\u2060//")


def _line(document: Document, item: Located, about: Sequence[Claim], names: Names) -> str:
    finding = item.finding
    place = translated(item.where or message("line {line}", line=item.first.line))
    sign = "☑️" if finding.known else SIGNS[finding.severity]
    said = translated(finding.message)
    ways = "".join(f" → **{escaped(way)}**" for way in instead(document, finding) if way.strip())
    text = escaped(visible_text(document, finding.start, finding.end))
    lines = [f"- {sign} {place}: “{text}”{ways} — {escaped(said)} (`{finding.rule}`)"]
    lines += [f"  <br><sub>{escaped(line)}</sub>" for line in read_as(about, names)]
    lines += [f"  <br>{_reason(line, url)}" for line, url in reasons(finding.evidence, document.language, said)]
    return "\n".join(lines) + "\n"


def is_link(url: str) -> bool:
    """Whether an address may stand as a link: of the web, and with nothing in it that would end the link."""
    return url.startswith(("https://", "http://")) and printable(url) == url and not re.search(r"[\s<>()]", url)


def _reason(line: str, url: str) -> str:
    if not is_link(url):
        return f"<sub>{escaped(line)}</sub>"
    return f"<sub>[{escaped(line.replace(url, site(url)))}]({url})</sub>"


def _place(problem: Problem) -> str:
    return f"{problem.path}{f':{problem.line}' if problem.line else ''}: " if problem.path else ""


def _fitting(sections: list[str]) -> str:
    """As many sections as fit, and how many were left out."""
    written: list[str] = []
    size = 0
    for at, section in enumerate(sections):
        size += len(section)
        if size > LONGEST:
            rest = counted(len(sections) - at, "article")
            more = translate("… and findings in {rest} more; run `factcheck check` to see them.", rest=rest)
            return "".join((*written, f"\n{more}\n"))
        written.append(section)
    return "".join(written)
