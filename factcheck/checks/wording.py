"""How a rule writes: values as the article writes them, and claims in words an editor understands."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.judging.case import Case
from factcheck.messages import message
from factcheck.model import Claim, Fact, Strength, Suggestion, Value

THOUSAND = Decimal(1000)
FIGURES = frozenset("0123456789.,")


def as_written(case: Case, claim: Claim, value: Value) -> str:
    """A value in the writing of a claim's own: 90.02 as "90,02", `hijau` as "zona hijau" or "Hijau"."""
    written = case.text(claim)
    if isinstance(value, Decimal):
        from factcheck.language.number_format import format_like
        from factcheck.language.number_words import in_words_like

        times = _scale(case, claim)
        if times != 1:  # "Rp3,28 juta": what is written is so many million
            return format_like(value / times, written, _quantum(claim) / times, case.language)
        in_words = in_words_like(value, written, case.language)
        return in_words or format_like(value, written, _quantum(claim), case.language)
    if str(claim.value).lower() in written.lower():
        return like(written, str(claim.value), str(value))
    old = next((word for word in _words(case, claim, str(claim.value)) if word in written.lower()), str(claim.value))
    return like(written, old, next(_words(case, claim, str(value)), str(value)))


def _scale(case: Case, claim: Claim) -> Decimal:
    """What one of the figure as written is worth: a million in "3,28 juta", which bears the word behind it."""
    from factcheck.language.figures import read_figure

    written = case.text(claim)
    bare = read_figure(written, case.language.numbers.decimal) if set(written) <= FIGURES else None
    if bare is None or not bare.value or not isinstance(claim.value, Decimal):
        return Decimal(1)
    times = claim.value / bare.value
    return times if times >= THOUSAND and times == times.to_integral_value() else Decimal(1)


def _words(case: Case, told: Claim | Fact, value: str) -> Iterator[str]:
    """How the language of the article says a word of a scale: `hijau` as "green"."""
    pack = next((pack for pack in case.reference.packs if pack.name == told.pack), None)
    measure = pack.measures.get(told.measure) if pack else None
    forms = measure.values.get(value, {}) if measure else {}
    yield from (word for code in (case.language.code, "*") for word in forms.get(code, ()))


def measure_word(case: Case, pack: str, name: str) -> str:
    """How the language of the article speaks of a measure: the first of its words, else its name."""
    info = next((each for each in case.reference.packs if each.name == pack), None)
    measure = info.measures.get(name) if info else None
    forms = measure.words if measure else {}
    return next((word for code in (case.language.code, "*") for word in forms.get(code, ())), name)


def measured(case: Case, claim: Claim) -> str:
    """What a claim measures, behind a comma, where its pack measures several numbers; else empty."""
    info = next((each for each in case.reference.packs if each.name == claim.pack), None)
    numbers = [name for name, measure in info.measures.items() if measure.type == "number"] if info else []
    if len(numbers) < 2 or claim.measure not in numbers:
        return ""
    return message(", {measure}", measure=measure_word(case, claim.pack, claim.measure))


def replacing(case: Case, claim: Claim, value: Value) -> Suggestion:
    """The suggestion that puts another value in a claim's place."""
    return Suggestion(claim.start, claim.end, as_written(case, claim, value))


def reading_of(case: Case, claim: Claim) -> str:
    """How the claim was read where that is not written beside it: " (read as Provinsi Jambi, 2024: …)", else empty."""
    if not claim.how:
        return ""
    who = ", ".join(part for part in (case.name(claim.subject) if claim.subject else "", claim.period) if part)
    if len(claim.how) == 1:
        return message(" (read as {who}; {how})", who=who, how=message(claim.how[0]))
    return message(
        " (read as {who}; {how}; {more})", who=who, how=message(claim.how[0]), more=message("; ".join(claim.how[1:]))
    )


def counted_as(fact: Fact) -> str:
    """What a count counts, in words: "kabupaten/kota with category B", "provinsi assessed"."""
    group = fact.group.replace("+", "/")
    measure, _, word = fact.condition.partition(":")
    if word:
        return message("{group} with {measure} {word}", group=group, measure=measure, word=word)
    if measure == "assessed":
        return message("{group} assessed", group=group)
    return f"{group} {measure}".strip()


def spelled(case: Case, fact: Fact) -> str:
    """The value of a fact as the language of the article writes it: 90.02 as "90,02", 2996561 as "2.996.561", `hijau`
    as "green"."""
    if isinstance(fact.value, Decimal):
        from factcheck.language.number_format import formatted

        return formatted(fact.value, case.language)
    return next(_words(case, fact, fact.value), fact.value)


def severity(claim: Claim) -> str:
    """error where the binding is strong, warning where part of it was carried from elsewhere."""
    return "error" if claim.strength >= Strength.TOPIC else "warning"


def _quantum(claim: Claim) -> Decimal:
    if claim.low is None or claim.high is None or claim.low == claim.high:
        return Decimal(1)
    width = (claim.high - claim.low).normalize()
    return width if width < 1 else Decimal(1)


def like(written: str, old: str, new: str) -> str:
    """`written` with `old` in it replaced by `new` in the same case; `new` where `old` is not in it."""
    at = written.lower().find(old.lower())
    if at < 0:
        return new
    part = written[at : at + len(old)]
    cased = new.upper() if part.isupper() else new.capitalize() if part[:1].isupper() else new
    return written[:at] + cased + written[at + len(old) :]
