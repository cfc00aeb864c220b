"""The sentences of the reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from factcheck.day_words import day_of, long_day
from factcheck.messages import message, plural, translate, translate_many, translated
from factcheck.model import Claim, Document, Evidence, Finding, Value
from factcheck.report.reporter import Names
from factcheck.report.tally import SEVERITIES, VERDICTS, Tally
from factcheck.report.visible import visible_text

_FORMS = (
    plural("{number} article", "{number} articles"),
    plural("{number} claim", "{number} claims"),
    plural("{number} finding", "{number} findings"),
    plural("{number} problem", "{number} problems"),
    plural("{number} error", "{number} errors"),
    plural("{number} warning", "{number} warnings"),
    plural("{number} info", "{number} infos"),
    plural("{number} agrees", "{number} agree"),
    plural("{number} contradicted", "{number} contradicted"),
    plural("{number} inconsistent", "{number} inconsistent"),
    plural("{number} disputed", "{number} disputed"),
    plural("{number} not in the reference", "{number} not in the reference"),
)
_COUNTED = {one.removeprefix("{number} "): (one, many) for one, many in _FORMS}
_SAID = (
    ("agrees", "agree"),
    ("contradicted", "contradicted"),
    ("inconsistent", "inconsistent"),
    ("disputed", "disputed"),
    ("not in the reference", "not in the reference"),
)

VERDICT_WORDS = dict(zip(VERDICTS, _SAID, strict=True))
"""A verdict on one claim and on many, in words."""
SEVERITY_WORDS = (message("error"), message("warning"), message("info"))
"""So that the catalogues have them."""
READ_FROM = (message("dateline"), message("latest date"), message("file properties"))
STATED = ("front matter", "metadata", "--as-of", "")
"""Where a date of publication is stated; elsewhere it was read from the text, which is said."""
MOST_REASONS = 3
THIS_DRAFT = "this draft"
"""Evidence of the draft itself."""
REASONED = ("arithmetic", "calendar")
"""Evidence that is no source but a sum or a look at the calendar, written in its row."""


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 claim", "2 claims"."""
    forms = _COUNTED.get(one) or (f"{{number}} {one}", f"{{number}} {many or one + 's'}")
    return translate_many(*forms, number)


def _in_place(right: str, wrong: str) -> str:
    return translate("{right}  instead of  {wrong}", right=right, wrong=wrong)


def _more(number: int) -> str:
    return translate_many("and {number} more source", "and {number} more sources", number)


def coverage(tally: Tally) -> str:
    """ "31 claims: 27 agree, 1 contradicted, 3 not in the reference"."""
    parts = [counted(n, *words) for n, words in zip(tally.verdicts, _SAID, strict=True) if n]
    return f"{counted(tally.claims, 'claim')}: {', '.join(parts)}" if parts else translate("no claims")


def findings(tally: Tally) -> str:
    """ "1 error, 2 warnings", or "nothing to mend"."""
    parts = [counted(n, word) for n, word in zip(tally.severities, SEVERITIES, strict=True) if n]
    found = ", ".join(parts) or translate("nothing to mend")
    known = translate_many("{number} known", "{number} known", tally.known)
    return f"{found} ({known})" if tally.known else found


def instead(document: Document, finding: Finding) -> list[str]:
    """What the place should read, a line to each way of mending it."""
    ways = [way._replace(replacement=way.replacement.strip()) for way in finding.suggestions]
    if len(ways) == 1 and (ways[0].start, ways[0].end) == (finding.start, finding.end):
        return [ways[0].replacement or translate("take it out")]
    if ways:
        return [_in_place(way.replacement, visible_text(document, way.start, way.end).strip()) for way in ways]
    return [translated(finding.expected)] if finding.expected else []


def read_as(claims: Sequence[Claim], names: Names) -> list[str]:
    """For claims with parts read elsewhere: "read as Provinsi Jambi, 2024: year from the sentence before"."""
    lines = []
    for claim in claims:
        parts = ", ".join(part for part in (names(claim.subject) if claim.subject else "", claim.period) if part)
        if claim.how:
            how = "; ".join(map(translated, claim.how))
            lines.append(
                translate("read as {parts}: {how}", parts=parts, how=how)
                if parts
                else translate("read: {how}", how=how)
            )
    return list(dict.fromkeys(lines))[:3]


def site(url: str) -> str:
    """The name of the site that an address is of: "antaranews.com"."""
    return url.partition("://")[2].partition("/")[0].removeprefix("www.") or url


def reason(evidence: Evidence, language: str) -> str:
    """A piece of evidence on one line: value, row, source, or the sum."""
    if evidence.source in REASONED:
        return translate("since {reason}", reason=translated(evidence.row))
    parts = (*told(evidence, language), evidence.url or translated(evidence.source))
    return translate("source: {source}", source=" · ".join(part for part in parts if part))


def _by_row(evidence: Iterable[Evidence]) -> list[list[Evidence]]:
    """Evidence of one row together: a zone and a score that one line of a table has."""
    rows: dict[tuple[str, str], list[Evidence]] = {}
    for item in evidence:
        rows.setdefault((item.source, str(item.row)), []).append(item)
    return list(rows.values())


def _together(items: Sequence[Evidence], language: str) -> str:
    first = items[0]
    if len(items) == 1 or first.source in REASONED:
        return reason(first, language)
    return reason(first._replace(value=", ".join(shown(item.value, language) for item in items)), language)


def told(evidence: Evidence, language: str) -> tuple[str, str]:
    """What a source says, and in which row of it."""
    return translated(day_of(shown(evidence.value, language))), translated(evidence.row)


def is_new(evidence: Evidence, language: str, message: str) -> bool:
    """Whether the evidence says anything that the message does not; a source outside the draft always does."""
    if evidence.source in REASONED:
        return translated(evidence.row) not in message
    if evidence.source != THIS_DRAFT:
        return True
    return any(part not in message for part in told(evidence, language))


def reasons(evidence: Sequence[Evidence], language: str, message: str = "") -> list[tuple[str, str]]:
    """The evidence as lines, each with the address it leads to, without what the `message` (in the language of the
    run) says itself; of many the first, and how many more."""
    new = _by_row(item for item in evidence if is_new(item, language, message))
    lines = [(_together(items, language), items[0].url) for items in new]
    if len(lines) <= MOST_REASONS:
        return lines
    return [*lines[: MOST_REASONS - 1], (_more(len(lines) - MOST_REASONS + 1), "")]


def shown(value: Value, language: str) -> str:
    """A value as the language writes it: 90,02 and 2.996.561 in Indonesian, 90.02 in English."""
    if not isinstance(value, Decimal):
        return str(value)
    from factcheck.language.language import load
    from factcheck.language.number_format import formatted

    return formatted(value, load(language))


def published(document: Document) -> str:
    """ "published 2024-12-03", and how that is known where it was read from the text; empty when unknown."""
    if document.published is None:
        return ""
    day, read = translated(long_day(document.published)), document.published_from
    if read in STATED:
        return translate("published {day}", day=day)
    return translate("published {day}, by its {read}", day=day, read=translated(read))
