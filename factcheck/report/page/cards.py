"""What stands beside the text on the page: a card to each finding, and the claims of a block with their evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

from factcheck.messages import message, translate, translated
from factcheck.model import Document, Evidence, Judged
from factcheck.report.claim_words import kind_word
from factcheck.report.located import Located
from factcheck.report.reporter import Names
from factcheck.report.safe import printable
from factcheck.report.visible import visible_text
from factcheck.report.words import VERDICT_WORDS, counted, instead, read_as, reasons


def card(document: Document, key: str, item: Located, about: Sequence[Judged], names: Names) -> str:
    """A finding: where, what, what it should read, how it was read, and why."""
    finding = item.finding
    sentence = _safe(translated(finding.message))
    place = item.where or message("line {line}, column {column}", line=item.first.line, column=item.first.column)
    known = " · " + translate("known since {day}", day=finding.known) if finding.known else ""
    ways = "".join(f'<p class="instead">→ {_safe(way)}</p>' for way in instead(document, finding))
    read = read_as([each.claim for each in about], names)
    how = "".join(f'<p class="why">{_safe(line)}</p>' for line in read)
    why = _why(finding.evidence, document.language, translated(finding.message))
    kind = f"<b>{translated(finding.severity)}</b> · {_safe(finding.rule)} · {_safe(translated(place))}{_safe(known)}"
    return (
        f'<section class="card {finding.severity}" id="{key}" data-severity="{finding.severity}" tabindex="0"'
        f' aria-label="{translated(finding.severity)}: {sentence}"><p class="kind">{kind}</p>'
        f"<p>{sentence}</p>{ways}{how}{why}</section>"
    )


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
    lines = "".join(f"<li>{_linked(line, url)}</li>" for line, url in reasons(evidence, language, message))
    return f'<ul class="why">{lines}</ul>' if lines else ""


def _linked(line: str, url: str) -> str:
    """The evidence; its source is a link where that is an address of the web."""
    if not url.lower().startswith(("https://", "http://")):
        return _safe(line)
    link = f'<a href="{_safe(url)}" rel="noopener noreferrer">{_safe(url)}</a>'
    return _safe(line).replace(_safe(url), link) if url in line else f"{_safe(line)} {link}"


def _safe(text: str) -> str:
    return escape(printable(text))
