"""One page that needs nothing else: the articles themselves, every claim marked by its verdict, findings beside it.

All text of articles goes through `html.escape`; the page's own policy forbids everything but its style and script.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from factcheck.messages import language_in_use, translate, translated
from factcheck.model import Claim, DocumentReport, Judged, Problem
from factcheck.report.located import Located, located
from factcheck.report.page.article_blocks import Group, groups, text_of
from factcheck.report.page.cards import card, claims_list
from factcheck.report.page.marked import InTurn, Marks
from factcheck.report.reporter import Look, Names
from factcheck.report.safe import printable
from factcheck.report.spool import Spool
from factcheck.report.tally import SEVERITIES, VERDICTS, Tally
from factcheck.report.visible import visible_text
from factcheck.report.words import VERDICT_WORDS, counted, coverage, findings, published
from factcheck.typed import TextIO
from factcheck.version import __version__

FOLDER = Path(__file__).parent


class HtmlReporter:
    """Holds the articles until the end, for the counts come first."""

    def __init__(self, out: TextIO, names: Names, look: Look) -> None:
        self._out = out
        self._names = names
        self._articles = Spool()
        self._contents: list[str] = []
        self._clean = False

    def document(self, report: DocumentReport) -> None:
        number = len(self._contents) + 1
        for piece in _article(report, number, self._names):
            self._articles.add(piece)
        self._contents.append(_entry(report, number))
        self._clean = self._clean or not report.findings

    def close(self, tally: Tally, problems: Sequence[Problem]) -> None:
        from string import Template

        style, script = (_text(name) for name in ("page.css", "page.js"))
        contents = "".join(self._contents)
        gaps = {
            "title": findings(tally),
            "version": __version__,
            "language": language_in_use(),
            **_words(),
            "counts": f"{counted(tally.documents, 'article')}: {findings(tally)}; {coverage(tally)}",
            "problems": _problems(problems),
            "severities": "".join(map(_box, SEVERITIES, SEVERITIES, tally.severities)),
            "verdicts": "".join(map(_box, VERDICTS, (VERDICT_WORDS[each][0] for each in VERDICTS), tally.verdicts)),
            "contents": f'<ol class="contents">{contents}</ol>' if tally.documents > 1 else "",
            "clean": _clean_box() if tally.documents > 1 and self._clean else "",
            "style": style,
            "script": script,
            "style_hash": _digest(style),
            "script_hash": _digest(script),
        }
        before, after = (Template(part).substitute(gaps) for part in _text("page.html").split("$articles"))
        self._out.write(before)
        self._articles.write_to(self._out)
        self._out.write(after)


def _entry(report: DocumentReport, number: int) -> str:
    """A draft in the index: its headline, its file, what was found in it."""
    document = report.document
    title = next((visible_text(document, each.start, each.end) for each in document.blocks if each.kind == "title"), "")
    name = f'<a href="#article-{number}">{_safe(title or document.path)}</a>'
    path = f'<span class="path">{_safe(document.path)}</span>' if title else ""
    tally = Tally().plus(report)
    return f'<li class="{_worst(tally)}">{name}{path}<span class="sum">{findings(tally)}</span></li>'


def _worst(tally: Tally) -> str:
    return next((name for name, number in zip(SEVERITIES, tally.severities, strict=True) if number), "clean")


def _clean_box() -> str:
    """A box that hides the drafts without findings."""
    label = _safe(translate("Only drafts with findings"))
    return f'<fieldset><label><input type="checkbox" value="with-findings"> {label}</label></fieldset>'


def _article(report: DocumentReport, number: int, names: Names) -> Iterator[str]:
    document = report.document
    about = published(document) or translate("day of publication unknown")
    worst = _worst(Tally().plus(report))
    copy = f'<button type="button" class="copy-all">{_safe(translate("Copy all findings"))}</button>'
    copy = copy if report.findings else ""
    head = f'<div class="about"><p class="path"><b>{_safe(document.path)}</b> · {_safe(about)}</p>{copy}</div>'
    label = f'id="article-{number}" aria-label="{_safe(document.path)}"'
    between = "\n" if number > 1 else ""
    yield f'{between}<article class="article {worst}" {label}>{head}'
    flagged = report.flagged()
    yield _elsewhere(report, _cards_of(report, number), flagged, names)
    claims, cards = InTurn(_in_order(report.claims), _claim_start), InTurn(_cards_of(report, number), _card_start)
    for group in groups(document):
        yield _row(report, group, Marks(claims.within(*group.span), cards.within(*group.span), flagged), names)
    yield "</article>"


def _cards_of(report: DocumentReport, number: int) -> Iterator[tuple[str, Located]]:
    """The findings of the article so-and-so in the order of the text, with the ids of their cards."""
    return ((f"finding-{number}-{at}", item) for at, item in enumerate(located(report), 1))


def _in_order(claims: Sequence[Judged]) -> Iterable[Judged]:
    """Claims in the order of the text; those of a book lie so, and are too many to be held."""
    return sorted(claims, key=_claim_start) if isinstance(claims, (tuple, list)) else claims


def _elsewhere(
    report: DocumentReport, cards: Iterable[tuple[str, Located]], flagged: Mapping[str, Claim], names: Names
) -> str:
    """The findings that stand in no block of the text: in comments, in code."""
    spans = [group.span for group in groups(report.document)] if report.findings else []
    starts = [span.start for span in spans]
    outside = []
    for pair in cards:
        at = bisect_right(starts, _card_start(pair)) - 1
        if at < 0 or _card_start(pair) >= spans[at].end:
            outside.append(pair)
    if not outside:
        return ""
    told = _cards(report, Marks((), outside, flagged), names)
    head = f'<p class="field">{_safe(translate("Elsewhere in the file"))}</p>'
    return f'<div class="row">{head}<div class="beside">{told}</div></div>'


def _row(report: DocumentReport, group: Group, marks: Marks, names: Names) -> str:
    """A block of the text, and what is said of it."""
    beside = _cards(report, marks, names) + claims_list(report.document, marks.claims, names)
    aside = f'<div class="beside">{beside}</div>' if beside else ""
    return f'<div class="row">{text_of(report.document, group, marks)}{aside}</div>'


def _cards(report: DocumentReport, marks: Marks, names: Names) -> str:
    cards = []
    for key, item in marks.cards:
        about = [marks.by_id[each] for each in item.finding.claims if each in marks.by_id]
        cards.append(card(report.document, key, item, about, names))
    return "".join(cards)


def _claim_start(judged: Judged) -> int:
    return judged.claim.start


def _card_start(pair: tuple[str, Located]) -> int:
    return pair[1].finding.start


def _words() -> dict[str, str]:
    """The page's own words, in the language of the run."""
    words = {
        "to_articles": translate("To the articles"),
        "what_is_shown": translate("What is shown"),
        "findings": translate("Findings"),
        "claims": translate("Claims"),
        "next": translate("next finding"),
        "previous": translate("the one before"),
        "enter": translate("its place in the text"),
        "escape": translate("let go"),
        "shown": translate("findings shown:"),
        "copied": translate("Copied."),
    }
    return {name: _safe(word) for name, word in words.items()}


def _problems(problems: Sequence[Problem]) -> str:
    places = (":".join(str(part) for part in (each.path, each.line, each.column) if part) for each in problems)
    items = "".join(
        f"<li>{_safe(f'{place}: ' if place else '')}{_safe(translated(each.message))}</li>"
        for place, each in zip(places, problems, strict=True)
    )
    return (
        f'<ul class="problems" aria-label="{_safe(translate("What could not be checked"))}">{items}</ul>'
        if items
        else ""
    )


def _box(value: str, word: str, count: int) -> str:
    if not count:
        return ""
    named = f'<span class="{value}">{_safe(translated(word))}</span> ({count})'
    return f'<label><input type="checkbox" value="{value}" checked> {named}</label>'


def _text(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def _digest(text: str) -> str:
    from base64 import b64encode
    from hashlib import sha256

    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _safe(text: str) -> str:
    return escape(printable(text))
