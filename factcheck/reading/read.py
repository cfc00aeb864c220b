"""A document into claims: the reading stages in their order."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from factcheck.language import calendar
from factcheck.language.language import Language
from factcheck.language.written import DateMention, Number
from factcheck.model import Claim, Document, How, Span, year_of
from factcheck.reading.as_read import Article
from factcheck.reading.bind.bind import bind
from factcheck.reading.bind.claim_index import Claims
from factcheck.reading.bind.dating import Asking, asking, date_told
from factcheck.reading.bind.tell import make_claim
from factcheck.reading.bind.topic import begin, begin_years, candidates
from factcheck.reading.bind.which_change import period_by_arithmetic
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.evidence.ranked_lists import ranked_items
from factcheck.reading.evidence.settle import settle
from factcheck.reading.laws import find_laws
from factcheck.reading.people.find import find_people, name_claims
from factcheck.reading.records import Bound, Told, When
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.kind_words import with_kinds
from factcheck.reading.scan.lexicon import Lexicon
from factcheck.reading.scan.mentions import Mention, Sentence
from factcheck.reading.scan.name_roles import frame
from factcheck.reading.scan.scan import quoted, scan
from factcheck.reading.scan.setting import Setting, open_packs
from factcheck.reference.ask.reference import Reference
from factcheck.spans import Inside, inside, own_text

LONGEST_MONTH = 16
"""Characters of the name of a month with what may stand around it."""

FAR = 4
"""So much more than the next a year must bear out where the article names none: two figures, four words."""


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
    claims = [*_date_claims(document, dates), *_law_claims(document, language)]
    claims += name_claims(find_people(document, language, reference))
    packs = open_packs(document, reference, numbers)
    frames: Sequence[Frame] = ()
    setting: Setting | None = None
    if packs:
        setting = Setting(reference, language, lexicon(), packs, numbers, dates)
        frames = frames_of(document, setting)
        claims += _subject_claims(document, frames, setting)
    quotes = inside(quoted(document))
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.end, claim.kind))
    parted = (_with_month(claim, document.plain, language) for claim in ordered)
    return Article(Claims(_finished(claim, number, quotes) for number, claim in enumerate(parted, 1)), frames, setting)


def frames_of(document: Document, setting: Setting) -> list[Frame]:
    """The sentences of a document as frames, citations of laws taken out."""
    laws = inside(Span(law.start, law.end) for law in find_laws(document.plain, setting.language))
    named = _names(document, setting)
    scanned = scan(document, setting.lexicon, setting.language, setting.numbers, setting.dates)
    sentences = [
        with_kinds(_with_measures(_without_named(_without(sentence, laws), named), setting), document.plain, setting)
        for sentence in scanned
    ]
    sentences = [_with_apposed(sentence, document.plain, setting) for sentence in sentences]
    return [frame(sentence, document.plain, _opens(sentences, sentence), setting.language) for sentence in sentences]


def _with_apposed(sentence: Sentence, plain: str, setting: Setting) -> Sentence:
    """ "Kabupaten Mimika, Papua Tengah, …": a region that says where the one before it lies is not spoken of."""
    names = [at for at, mention in enumerate(sentence.mentions) if mention.ids]
    apposed = {at for before, at in pairwise(names) if _lies_in(sentence, before, at, plain, setting)}
    if not apposed:
        return sentence
    marked = (
        one._replace(tags={**one.tags, "apposed": ""}) if at in apposed else one
        for at, one in enumerate(sentence.mentions)
    )
    return sentence._replace(mentions=tuple(marked))


def _lies_in(sentence: Sentence, before: int, at: int, plain: str, setting: Setting) -> bool:
    inner, outer = sentence.mentions[before], sentence.mentions[at]
    if plain[inner.end : outer.start] != ", ":
        return False
    following = plain[outer.end : outer.end + 1]
    parents = {record.parent for name in inner.ids if (record := setting.reference.entities.get(name))}
    return following in (",", ".", ")", "") and bool(parents & set(outer.ids))


def _subject_claims(document: Document, frames: Sequence[Frame], setting: Setting) -> Iterator[Claim]:
    settled = settle(_likeliest(frames, setting, document.published), frames, setting, document.published)
    claims = Claims([*settled, *ranked_items(settled, frames, document.blocks, document.text)])
    for claim in claims:
        yield _with_arithmetic(claim, claims, setting.reference) if claim.kind == "difference" else claim


def _likeliest(frames: Sequence[Frame], setting: Setting, published: date | None) -> list[Claim]:
    """The claims under the year the article is about; where the text leaves it open, under the one of the years it
    may be that the reference bears out best."""
    sentences = [asking(step) for step in bind(frames, begin(frames, setting), setting)]
    when = begin_years(frames, published)
    years = candidates(frames, published)
    years = tuple(dict.fromkeys((when.period, *years))) if years else (when.period,)
    if years == ("",):  # no year anywhere: that of which the figures and the lists are
        return [make_claim(*dated) for dated in _in_only_year(sentences, when, setting.reference)]
    if len(years) < 2:
        return [make_claim(*dated) for dated in date_told(sentences, when)]
    readings = [date_told(sentences, when._replace(period=year, spoken=year)) for year in years]
    return [make_claim(*dated) for dated in max(readings, key=lambda read: _borne_out(read, setting.reference))]


def _in_only_year(sentences: Sequence[Asking], when: When, reference: Reference) -> list[tuple[Told, Bound]]:
    """What an article tells that names no year: under the one year that bears out far more than any other, else under
    none."""
    bare = date_told(sentences, when)
    subjects = {(told.value.measure, told.subject.ids[0]) for told, _ in bare if told.value.measure}
    periods = {
        year_of(fact.period) for measure, subject in sorted(subjects) for fact in reference.facts(measure, subject)
    }
    readings = {year: date_told(sentences, when._replace(period=year, spoken=year)) for year in sorted(periods)}
    ranked = sorted(((_borne_out(read, reference), year) for year, read in readings.items()), reverse=True)
    if not ranked or ranked[0][0] < FAR or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < FAR):
        return bare
    return readings[ranked[0][1]]


def _borne_out(read: Sequence[tuple[Told, Bound]], reference: Reference) -> int:
    """How much is right less how much is wrong, a figure counting two and a word of a scale one."""
    score = 0
    for told, bound in read:
        value, subject = told.value, told.subject.ids[0]
        if not bound.period or kind_of(value.kind).comparing:
            continue
        facts = (
            reference.ranks(subject, bound.period)
            if value.kind == "rank"
            else reference.facts(value.measure, subject, bound.period)
        )
        if facts:
            weight = 2 if isinstance(value.value, Decimal) else 1
            score += weight if any(fact.value == value.value for fact in facts) else -weight
    return score


def _with_arithmetic(claim: Claim, claims: Claims, reference: Reference) -> Claim:
    period = period_by_arithmetic(claim, claims, reference)
    if not period or period == claim.period or claim.period_span is not None:
        return claim
    return claim._replace(period=period, how=(*claim.how, How.LATER_OF_TWO))


def _with_measures(sentence: Sentence, setting: Setting) -> Sentence:
    """The name of an open subject that is also what is measured ("iuran Jambi 2026") is no office, and its year no
    other's."""
    if not any("subject" in mention.tags for mention in sentence.mentions):
        return sentence
    return sentence._replace(mentions=tuple([_as_measure(mention, setting) for mention in sentence.mentions]))


def _as_measure(mention: Mention, setting: Setting) -> Mention:
    tags = mention.tags
    if tags.get("subject") not in setting.packs or not any(tag.startswith("cue.") for tag in tags):
        return mention
    return mention._replace(tags={tag: word for tag, word in tags.items() if tag not in ("subject", "year.other")})


def _without(sentence: Sentence, spans: Inside) -> Sentence:
    if not spans.starts or sentence.end <= spans.starts[0] or sentence.start >= spans.ends[-1]:
        return sentence
    kept = tuple([mention for mention in sentence.mentions if not spans.holds(mention.start)])
    return sentence._replace(mentions=kept) if len(kept) < len(sentence.mentions) else sentence


def _names(document: Document, setting: Setting) -> Inside:
    """Where names of two words and more stand, also where nothing but the name itself says that it is one."""
    people = find_people(document, setting.language, setting.reference)
    names = {document.plain[one.start : one.end] for one in people if len(one.words) > 1}
    return inside(match.span() for name in sorted(names) for match in re.finditer(re.escape(name), document.plain))


def _without_named(sentence: Sentence, people: Inside) -> Sentence:
    """The sentence without regions that are a part of somebody's name: "Rahmat Batubara" is no Kabupaten Batu Bara."""
    kept = tuple([one for one in sentence.mentions if "entity" not in one.tags or not people.holds(one.start)])
    return sentence._replace(mentions=kept) if len(kept) < len(sentence.mentions) else sentence


def _opens(sentences: Sequence[Sentence], sentence: Sentence) -> bool:
    earlier = sentences[sentence.place - 1] if sentence.place else None
    return sentence.kind == "paragraph" and (earlier is None or earlier.block != sentence.block)


def _date_claims(document: Document, dates: Sequence[DateMention]) -> Iterator[Claim]:
    own = own_text(document)
    for mention in dates:
        if (mention.weekday < 0 and not mention.year) or not own.holds(mention.start):
            continue
        day: date | None = calendar.resolve(mention, document.published)
        value = day.isoformat() if day else f"{mention.year:04d}-{mention.month:02d}-{mention.day:02d}"
        weekday = f"weekday:{mention.weekday}" if mention.weekday >= 0 else ""
        yield Claim("", "date", "", "date", *mention.figure, value, condition=weekday)


def _law_claims(document: Document, language: Language) -> Iterator[Claim]:
    for law in find_laws(document.plain, language):
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
    """The claim with the month that is written before its year: "September 2024"."""
    if claim.period_span is None or not claim.measure:
        return claim
    words = plain[max(0, claim.period_span.start - LONGEST_MONTH) : claim.period_span.start].lower().split()
    month = language.dates.months.get(words[-1].strip("(,")) if words else None
    return claim._replace(part=f"{month:02}") if month else claim


def _finished(claim: Claim, number: int, quotes: Inside) -> Claim:
    voice = "quote" if claim.voice == "article" and quotes.holds(claim.start) else claim.voice
    value = claim.value
    if isinstance(value, Decimal) and value == value.to_integral_value():
        value = value.quantize(Decimal(1)) if abs(value) < Decimal("1e20") else value
    return claim._replace(id=f"c{number}", voice=voice, value=value)
