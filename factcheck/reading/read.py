"""A document into claims: the reading stages in their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache

from factcheck.cache.once import once
from factcheck.cache.patterns import compiled
from factcheck.language.figures import DateMention, Number
from factcheck.language.fold import alternation, digits_in, fold, words_in
from factcheck.language.language import Language
from factcheck.model import Claim, Document, How
from factcheck.reading.as_read import About, Article
from factcheck.reading.bind.claim_index import Claims
from factcheck.reading.laws import LawMention, find_laws
from factcheck.reading.people.find import PersonMention, find_people, name_claims
from factcheck.reading.records import Mark, Value
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.lexicon import Lexicon
from factcheck.reading.scan.scan import quoted
from factcheck.reading.scan.setting import Setting, measured_elsewhere, open_packs
from factcheck.reference.ask.reference import Reference
from factcheck.spans import Inside, inside, own_text
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.reading.editions.edition_claims import Provisional

_MONTH_OF_YEAR = r"(?<![0-9] )\b({}) ([12][0-9]{{3}})\b"
_ENDS = compiled(r"[.!?]\s|\n")
_CLAUSE, _YEAR = compiled(r"[.,!?;]\s|[\n(]"), compiled(r"\b[12]\d{3}\b")
LEAD = 80
"""Characters in front of a figure in which the month of its clause may stand."""
MONTHS = 12
BEHIND = 3
"""Words behind a figure among which its month may stand: "persen pada Agustus"."""
LONGEST_MONTH = 16
"""Characters of the name of a month with what may stand around it."""


def read_article(
    document: Document,
    lexicon: Callable[[], Lexicon],
    language: Language,
    reference: Reference,
    numbers: Sequence[Number],
    dates: Sequence[DateMention],
) -> Article:
    """The claims of a document in order of their place, with ids c1, c2 … `lexicon` is asked only when needed.

    `numbers` and `dates` are those of the whole plain text. Dates, laws and names are read in any article; the
    measures of a pack only where the document is about its subject.
    """
    laws, people = find_laws(document.plain, language), find_people(document, language, reference)
    claims = [*_date_claims(document, dates), *_law_claims(laws), *name_claims(people)]
    packs = open_packs(document, reference, numbers)
    frames: Sequence[Frame] = ()
    sentences: Sequence[tuple[Frame, Sequence[Mark], Sequence[Value]]] = ()
    setting: Setting | None = None
    about: About | None = None
    editions: Provisional | None = None
    if packs:
        from factcheck.reading.framed import frames_of
        from factcheck.reading.subject_claims import subject_claims

        setting = Setting(reference, language, lexicon(), packs, numbers, dates)
        frames = frames_of(document, setting, laws, people)
        told, sentences, about = subject_claims(document, frames, setting)
        claims += _tallied(told, frames, setting, people)
        if any(role == "editions" for pack in packs.values() for role, _ in pack.resources):
            from factcheck.reading.editions.edition_claims import of_editions, with_editions

            editions = of_editions(document, frames, setting)
            claims = [*with_editions(claims, editions.told)] if editions.told else claims
    if measured_elsewhere(document, reference) and (packs or _may_tell_of_measure(document, reference)):
        from factcheck.reading.evidence.figures.from_elsewhere import from_elsewhere
        from factcheck.reading.framed import frames_of

        read = setting or Setting(reference, language, lexicon(), {}, numbers, dates)
        sighted = frames or frames_of(document, read, laws, people)
        published = str(document.published.year) if document.published else ""
        claims += from_elsewhere(claims, sighted, read, (_main_year(about, sighted, document), published))
    quotes = inside(quoted(document))
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.end, claim.kind))
    if packs and not words_in(fold(document.plain)).isdisjoint(language.dates.months):
        ordered = [_with_month(claim, document.plain, language) for claim in ordered]
    finished = Claims(_finished(claim, number, quotes) for number, claim in enumerate(ordered, 1))
    return Article(finished, people, laws, sentences, setting, about, frames, editions)


def _may_tell_of_measure(document: Document, reference: Reference) -> bool:
    from factcheck.reading.scan.told_elsewhere import may_tell_of_measure

    return may_tell_of_measure(document, reference)


def _main_year(about: About | None, frames: Sequence[Frame], document: Document) -> str:
    """The year that an article is about, also where it is about no open subject."""
    from factcheck.reading.bind.topic import begin_years

    return about.period if about is not None else begin_years(frames, document.published).period


def _tallied(
    told: Sequence[Claim], frames: Sequence[Frame], setting: Setting, people: Sequence[PersonMention]
) -> Sequence[Claim]:
    """The claims of the open subjects, with those of a measure of which no pack holds a figure."""
    if all(any(role == "facts" for role, _ in pack.resources) for pack in setting.packs.values()):
        return told
    from factcheck.reading.tallies import tallies

    return tallies(told, frames, setting, people)


def _date_claims(document: Document, dates: Sequence[DateMention]) -> Iterator[Claim]:
    own = own_text(document)
    for mention in dates:
        if (mention.weekday < 0 and not mention.year) or not own.holds(mention.start):
            continue
        from factcheck.language import calendar

        day: date | None = calendar.resolve(mention, document.published)
        value = day.isoformat() if day else f"{mention.year:04d}-{mention.month:02d}-{mention.day:02d}"
        weekday = f"weekday:{mention.weekday}" if mention.weekday >= 0 else ""
        yield Claim("", "date", "", "date", *mention.figure, value, condition=weekday)


def _law_claims(laws: Iterable[LawMention]) -> Iterator[Claim]:
    for law in laws:
        yield Claim(
            "",
            "law",
            "",
            "law",
            law.start,
            law.end,
            f"{law.short} {law.number}/{law.year}",
            period_span=law.year_span,
        )


def _with_month(claim: Claim, plain: str, language: Language) -> Claim:
    """The claim with the month that is written right before it ("Februari 3,07 persen"), close behind it ("3,07 persen
    pada Februari") or before its year ("September 2024"), or before its year wherever that stands behind a month
    without a day: an article on "Maret 2025" tells no other month of it."""
    if not claim.measure or not claim.period or claim.part:
        return claim
    if (later := _months_later(claim, plain, language)) is not None:
        return claim._replace(part=later)
    own = (place for place in _own_year(claim, plain) if not _is_base(claim, place, plain, language))
    places = (claim.start, *own)
    leads = (plain[max(0, place - LONGEST_MONTH) : place].lower().split() for place in places)
    months = (language.dates.months.get(words[-1].strip("(,")) for words in leads if words)
    beside = (_month_behind(claim, plain, language), _month_before(claim, plain, language))
    month = next((one for one in (next(months, None), *beside, *months) if one), None)
    if month is None:
        told = _months_told(plain, language).get(claim.period, ())
        month = next(iter(told)) if len(told) == 1 else None
        if month and How.YEAR_EXPLAINED in claim.how and _names_another(claim, plain, language, month):
            return claim
    return claim._replace(part=f"{month:02}") if month else claim


def _is_base(claim: Claim, year: int, plain: str, language: Language) -> bool:
    """ "26,36 juta orang, bertambah 0,20 juta dari Maret 2022": whether the month behind a value, with its year, is the
    one from which it changed."""
    words = plain[claim.end : year].lower().split()[-2:] if claim.kind != "difference" else []
    return words[:1] != words[-1:] and words[0] in language.changes.classes.get("from", "").split("|")


def _months_later(claim: Claim, plain: str, language: Language) -> str | None:
    """ "12,91 persen pada Maret 2024, 11,91 persen enam bulan kemudian": the month so long after the one written last
    in front of a figure, empty where that is of another year; None where nothing of the kind stands behind it."""
    behind = plain[claim.end : claim.end + LEAD].lower()
    if not any(phrase in behind for phrase in language.dates.months_later):
        return None
    match = _later(language).match(behind)
    before = _ENDS.split(plain[max(0, claim.start - 2 * LEAD) : claim.start].lower())[-1].split()
    months = (language.dates.months.get(word.strip(",(")) for word in reversed(before))
    month, step = next(filter(None, months), None), language.numbers.ones.get(match[1]) if match else None
    if month is None or not isinstance(step, int):
        return None
    return f"{month + step:02}" if month + step <= MONTHS else ""


@cache
def _later(language: Language) -> re.Pattern[str]:
    return compiled(rf"[^.,;\n]{{0,12}}?(?<!\w)(\w+) (?:{alternation(language.dates.months_later)})(?!\w)")


def _names_another(claim: Claim, plain: str, language: Language, month: int) -> bool:
    """ "dibanding Maret tahun sebelumnya, turun (15,32 persen)": whether the sentence in front of a figure names
    another month."""
    words = _ENDS.split(plain[max(0, claim.start - 2 * LEAD) : claim.start].lower())[-1].split()
    return any(language.dates.months.get(word.strip(",("), month) != month for word in words)


def _own_year(claim: Claim, plain: str) -> tuple[int, ...]:
    """Where the year of a claim is written; of one written again behind a comma ("Maret 2022 sebanyak 11,90 persen,
    September 2022 …") the place in front of the figure."""
    span = claim.period_span
    if span is None:
        return ()
    if span.start > claim.end and "," in plain[claim.end : span.start]:
        before = plain.rfind(claim.period, max(0, claim.start - LEAD), claim.start)
        return (before,) if before >= 0 else (span.start,)
    return (span.start,)


def _month_behind(claim: Claim, plain: str, language: Language) -> int | None:
    """The month behind a figure and its unit, in its line, with one word at most before it and no mark between."""
    words = plain[claim.end : claim.end + 2 * LONGEST_MONTH].partition("\n")[0].lower().split()
    for word, year in zip(words[:BEHIND], (*words[1:], ""), strict=False):
        alone = word.startswith("(") and year[:4].isdigit() and year[4:5] == ")"  # "10,62 (September 2024)"
        if month := language.dates.months.get((word[1:] if alone else word).rstrip(".,;)")):
            return month
        if not word.isalpha() and word != "%":
            return None
    return None


def _month_before(claim: Claim, plain: str, language: Language) -> int | None:
    """The month in front of a figure in its clause, no other figure but a year between: "padahal Februari masih 3,04";
    no month of a day."""
    if claim.kind == "difference":  # "turun 0,48 poin terhadap Maret 2023 dan 0,75 poin terhadap September 2022"
        return None
    text = _CLAUSE.split(plain[max(0, claim.start - LEAD) : claim.start].lower())[-1]
    words = _YEAR.sub(" ", text).split()
    first = next((at for at in range(len(words) - 1, -1, -1) if any(map(str.isdigit, words[at]))), -1)
    behind = words[first + 1 + BEHIND * (first >= 0) :]  # of a day, or of the figure before, is one close behind it
    return next((month for word in reversed(behind) if (month := language.dates.months.get(word.strip(",")))), None)


@once
def _months_told(plain: str, language: Language) -> Mapping[str, frozenset[int]]:
    """The months that a text writes before each year without a day."""
    months = language.dates.months
    found: dict[str, frozenset[int]] = {}
    low, pattern = fold(plain), _month_of_year(language)
    before = 0
    for start, end in digits_in(low):
        if end - start == 4 and (match := pattern.search(low, max(before, start - LONGEST_MONTH), end + 1)):
            found[match[2]] = found.get(match[2], frozenset()) | {months[match[1]]}
        before = end
    return found


@cache
def _month_of_year(language: Language) -> re.Pattern[str]:
    return compiled(_MONTH_OF_YEAR.format(alternation(language.dates.months)))


def _finished(claim: Claim, number: int, quotes: Inside) -> Claim:
    voice = "quote" if claim.voice == "article" and quotes.holds(claim.start) else claim.voice
    value = claim.value
    if isinstance(value, Decimal) and value == value.to_integral_value():
        value = value.quantize(Decimal(1)) if abs(value) < Decimal("1e20") else value
    return claim._replace(id=f"c{number}", voice=voice, value=value)
