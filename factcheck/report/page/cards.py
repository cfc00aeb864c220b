"""What stands beside the text on the page: a card to each finding, and the claims of a block with their evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

from factcheck.day_words import day_of
from factcheck.messages import message, translate, translated
from factcheck.model import Claim, Document, Evidence, Judged
from factcheck.report.claim_words import kind_word
from factcheck.report.located import Located
from factcheck.report.reporter import Names
from factcheck.report.safe import printable
from factcheck.report.sources_shown import Site, SourceShown, sources_shown
from factcheck.report.visible import visible_text
from factcheck.report.words import VERDICT_WORDS, counted, instead, read_as


def card(document: Document, key: str, item: Located, about: Sequence[Claim], names: Names) -> str:
    """A finding: where, what, what it should read, how it was read, and why."""
    finding = item.finding
    sentence = _safe(translated(finding.message))
    place = item.where or message("line {line}, column {column}", line=item.first.line, column=item.first.column)
    known = " · " + translate("known since {day}", day=translated(day_of(finding.known))) if finding.known else ""
    ways = "".join(f'<p class="instead">{_safe(way)}</p>' for way in instead(document, finding))
    read = read_as(about, names)
    how = "".join(f'<p class="why">{_safe(line)}</p>' for line in read)
    why = _why(finding.evidence, document.language, translated(finding.message))
    kind = f"<b>{translated(finding.severity)}</b> · {_safe(translated(place))}{_safe(known)}"
    head = f'<p class="kind" title="{_safe(finding.rule)}">{kind}</p>{_copy(document, item, translated(place))}'
    return (
        f'<section class="card {finding.severity}" id="{key}" data-severity="{finding.severity}" tabindex="0"'
        f' aria-label="{translated(finding.severity)}: {sentence}">{head}<p>{sentence}</p>{ways}{how}{why}</section>'
    )


def _copy(document: Document, item: Located, place: str) -> str:
    """A button that takes the finding along as a line of text, to be sent to who wrote the draft."""
    finding = item.finding
    ways = [translate("should read: {way}", way=way) for way in instead(document, finding)]
    line = "; ".join([translated(finding.message).rstrip("."), *ways])
    words = _safe(f"{document.path}, {place}: {line}")
    label = _safe(translate("Copy"))
    return f'<button type="button" class="copy" data-copy="{words}">{label}</button>'


def claims_list(document: Document, claims: Sequence[Judged], names: Names) -> str:
    """The claims of a block, closed until asked for; empty where there are none."""
    if not claims:
        return ""
    counts = Counter(judged.verdict for judged in claims)
    verdicts = ", ".join(counted(count, *VERDICT_WORDS[verdict]) for verdict, count in counts.items())
    items = "".join(_claim(document, judged, names) for judged in claims)
    summary = f"<summary>{counted(len(claims), 'claim')}: {verdicts}</summary>"
    return f'<details class="claims">{summary}<ul>{items}</ul></details>'


def _claim(document: Document, judged: Judged, names: Names) -> str:
    claim = judged.claim
    text = _safe(visible_text(document, claim.start, claim.end))
    about = ", ".join(part for part in (names(claim.subject) if claim.subject else "", claim.period) if part)
    word = translated(VERDICT_WORDS[judged.verdict][0])
    how = f" ({_safe('; '.join(map(translated, claim.how)))})" if claim.how else ""
    read = f" · {_safe(about)}{how}" if about or how else ""
    verdict = escape(judged.verdict)
    why = _why(judged.evidence, document.language)
    return f'<li data-verdict="{verdict}"><b>{text}</b> · {_safe(kind_word(claim, names))} · {word}{read}{why}</li>'


def _why(evidence: Sequence[Evidence], language: str, message: str = "") -> str:
    lines = "".join(f"<li>{_line(line)}</li>" for line in sources_shown(evidence, language, message))
    return f'<ul class="why">{lines}</ul>' if lines else ""


def _line(line: SourceShown) -> str:
    return " · ".join([_safe(line.words), *map(_site, line.sites)])


def _site(site: Site) -> str:
    """The name of a source, a link where it has an address; the row of the reference is shown to who points at it."""
    row = f' title="{_safe(site.row)}"' if site.row else ""
    if not site.url:
        return f"<span{row}>{_safe(site.name)}</span>"
    return f'<a href="{_safe(site.url)}"{row} rel="noopener noreferrer">{_safe(site.name)}</a>'


def _safe(text: str) -> str:
    return escape(printable(text))
