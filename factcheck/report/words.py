"""The sentences of the reports."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.messages import Message, message, plural, translate, translate_many, translated
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
    return ", ".join(parts) or translate("nothing to mend")


def instead(document: Document, finding: Finding) -> list[str]:
    """What the place should read, a line to each way of mending it."""
    ways = finding.suggestions
    if len(ways) == 1 and (ways[0].start, ways[0].end) == (finding.start, finding.end):
        return [ways[0].replacement]
    if ways:
        return [_in_place(way.replacement, visible_text(document, way.start, way.end)) for way in ways]
    return [finding.expected] if finding.expected else []


def tells_reading(sentence: str) -> bool:
    """Whether a message says itself how its claim was read: see `checks.wording.reading_of`."""
    return isinstance(sentence, Message) and bool(sentence.values.get("reading"))


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


def reason(evidence: Evidence, language: str) -> str:
    """A piece of evidence on one line: value, row, source, or the sum."""
    if evidence.source in REASONED:
        return translate("since {reason}", reason=translated(evidence.row))
    parts = (shown(evidence.value, language), evidence.row, evidence.url or evidence.source)
    return translate("source: {source}", source=" · ".join(part for part in parts if part))


def reasons(evidence: Sequence[Evidence], language: str) -> list[tuple[str, str]]:
    """The evidence as lines, each with the address it leads to; of many the first, and how many more."""
    lines = [(reason(item, language), item.url) for item in evidence]
    if len(lines) <= MOST_REASONS:
        return lines
    return [*lines[: MOST_REASONS - 1], (_more(len(lines) - MOST_REASONS + 1), "")]


def shown(value: Value, language: str) -> str:
    """A value as the language writes it: 90,02 in Indonesian, 90.02 in English."""
    if not isinstance(value, Decimal):
        return str(value)
    from factcheck.language.language import load

    return str(value).replace(".", load(language).numbers.decimal)


def published(document: Document) -> str:
    """ "published 2024-12-03", and how that is known where it was read from the text; empty when unknown."""
    if document.published is None:
        return ""
    day, read = document.published.isoformat(), document.published_from
    if read in STATED:
        return translate("published {day}", day=day)
    return translate("published {day}, by its {read}", day=day, read=translated(read))
