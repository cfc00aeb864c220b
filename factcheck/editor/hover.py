"""What stands under the pointer: the claim, how it was read, what the reference has to it. Right figures too."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.cache.patterns import compiled
from factcheck.desk.checked import Checked
from factcheck.messages import language_in_use, message, translate, translated
from factcheck.model import Claim, Judged
from factcheck.reading.scan.lexicon import spoken
from factcheck.reference.ask.reference import Reference
from factcheck.report.claims.lister import STANDS, VOICES
from factcheck.report.located import Located
from factcheck.report.markdown import escaped, is_link
from factcheck.report.safe import printable
from factcheck.report.visible import visible_text
from factcheck.report.words import instead, reasons
from factcheck.typed import NamedTuple

SIGNS = {"supported": "✓", "contradicted": "✗", "inconsistent": "✗", "disputed": "~", "unverifiable": "?"}
KINDS = {
    "rank": message("rank"),
    "count": message("number of them"),
    "share": message("share of them"),
    "difference": message("change"),
    "extreme": message("highest or lowest"),
    "law": message("law"),
    "date": message("date"),
    "name": message("name"),
}
"""What a claim is of that is not the value of a measure."""
_FIGURE = compiled(r"[0-9](?:[0-9.,/]*[0-9])?")
LONGEST = 40
"""Characters of a figure that is looked for around the pointer."""


class Line(NamedTuple):
    """A line of what is shown; `strong` is put before it in bold, `url` is where it leads, empty for nowhere."""

    text: str
    strong: str = ""
    url: str = ""


class Shown(NamedTuple):
    """What is shown of the place `start`..`end`, line by line."""

    start: int
    end: int
    lines: tuple[Line, ...]

    def markdown(self) -> str:
        """As Markdown in which nothing of the article or the reference is markup."""
        return "\n\n".join(map(_markdown, self.lines))

    def plain(self) -> str:
        """As plain text."""
        return "\n".join(" ".join(part for part in (line.strong, line.text) if part) for line in self.lines)


def shown_at(checked: Checked, reference: Reference, offset: int) -> Shown | None:
    """What is known of the place at an offset; None where nothing is to be said."""
    findings = [one for one in checked.findings if one.finding.start <= offset <= one.finding.end]
    judged = _claim_at(checked, offset, findings)
    if judged is None and not findings:
        return _unread(checked.text, offset)
    spans = [(one.finding.start, one.finding.end) for one in findings]
    spans += [(judged.claim.start, judged.claim.end)] if judged else []
    start, end = min(spans, key=lambda span: span[1] - span[0])
    lines = [line for one in findings for line in _of_finding(checked, one)]
    lines += _of_claim(checked, judged, reference, told=bool(findings)) if judged else []
    return Shown(start, end, tuple(dict.fromkeys(lines)))


def _claim_at(checked: Checked, offset: int, findings: list[Located]) -> Judged | None:
    """The claim whose value stands there, the shortest of several; else the one that a finding there is about."""
    there = [judged for judged in checked.claims if judged.claim.start <= offset <= judged.claim.end]
    if not there:
        keys = {key for one in findings for key in one.finding.claims[:1]}
        there = [judged for judged in checked.claims if judged.claim.id in keys]
    return min(there, key=lambda judged: judged.claim.end - judged.claim.start, default=None)


def _of_finding(checked: Checked, one: Located) -> Iterator[Line]:
    yield Line(one.message, translated(message(one.severity)))
    for way in instead(checked.document, one.finding):
        yield Line(f"→ {way}")
    for line, url in reasons(one.finding.evidence, checked.document.language):
        yield Line(line, "", url)


def _of_claim(checked: Checked, judged: Judged, reference: Reference, *, told: bool) -> Iterator[Line]:
    claim = judged.claim
    written = visible_text(checked.document, claim.start, claim.end)
    who = checked.names(claim.subject) if claim.subject else ""
    parts = (who, _what(claim, reference), claim.period)
    yield Line(" · ".join(part for part in parts if part), f"{SIGNS[judged.verdict]} {written}")
    if not told:
        yield Line(translate("the reference: {verdict}", verdict=translated(STANDS[judged.verdict])))
    how = [translated(VOICES[claim.voice])] if claim.voice in VOICES else []
    how += map(translated, claim.how)
    if how:
        yield Line("; ".join(how))
    for line, url in () if told else reasons(judged.evidence, checked.document.language):
        yield Line(line, "", url)


def _what(claim: Claim, reference: Reference) -> str:
    """What is measured, in the words that its pack has for it in the language spoken."""
    if claim.kind in KINDS:
        return translated(KINDS[claim.kind])
    for pack in reference.packs:
        measure = pack.measures.get(claim.measure) if pack.name == claim.pack else None
        if measure is not None:
            words = (*spoken(measure.words, language_in_use()), *spoken(measure.cues, language_in_use()))
            return next(iter(words), "")
    return ""


def _unread(text: str, offset: int) -> Shown | None:
    """That a figure was read as no claim: nobody says that it is right."""
    around = _FIGURE.finditer(text, max(offset - LONGEST, 0), min(offset + LONGEST, len(text)))
    found = next((figure for figure in around if figure.start() <= offset <= figure.end()), None)
    if found is None:
        return None
    sentence = translate("not read as a claim that the reference could bear out: check it by hand")
    return Shown(found.start(), found.end(), (Line(sentence, found.group()),))


def _markdown(line: Line) -> str:
    strong = f"**{escaped(line.strong)}** " if line.strong else ""
    if is_link(line.url) and line.url in line.text:
        before, _, after = line.text.partition(line.url)
        host = line.url.partition("//")[2].partition("/")[0]
        return f"{strong}{escaped(before)}[{escaped(host)}]({line.url}){escaped(after)}"
    return strong + escaped(printable(line.text))
