"""How a rule writes: values as the article writes them, and claims in words an editor understands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.cache.once import once
from factcheck.judging.answers.as_printed import rounded_to
from factcheck.judging.case import Case
from factcheck.messages import Term, message
from factcheck.model import FROM_BOTTOM, Claim, Erratum, Fact, Suggestion, Value
from factcheck.reference.ask.computed import BELOW, FALLEN, FROM, RISEN, is_side
from factcheck.reference.packs.info import Measure

THOUSAND = Decimal(1000)
FIGURES = frozenset("0123456789.,")
FIGURE = {"en": "figure", "id": "angka"}
"""What a figure is called whose measure has no name."""


def as_written(case: Case, claim: Claim, value: Value) -> str:
    """A value in the writing of a claim's own: 90.02 as "90,02", `hijau` as "zona hijau" or "Hijau"."""
    written = case.text(claim)
    if isinstance(value, Decimal) and claim.condition == FROM_BOTTOM:
        value = claim.of + 1 - value
    if isinstance(value, Decimal):
        from factcheck.language.number_format import format_like
        from factcheck.language.number_words import in_words_like

        value = abs(value) if claim.kind != "difference" else value  # "minus 2,07", "terkontraksi 2,07 persen"
        times = _scale(case, claim)
        if times != 1:  # "Rp3,28 juta": what is written is so many million
            return format_like(value / times, written, rounded_to(claim) / times, case.language)
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


def replacing(case: Case, claim: Claim, value: Value) -> Suggestion:
    """The suggestion that puts another value in a claim's place."""
    return Suggestion(claim.start, claim.end, as_written(case, claim, value))


def measure_of(case: Case, pack: str, name: str) -> Measure | None:
    """A measure of a pack."""
    return next((known.measures.get(name) for known in case.reference.packs if known.name == pack), None)


def called(case: Case, told: Claim | Fact | Erratum) -> Term:
    """What the measure of a claim is called: "nilai", "prevalensi", "zona"."""
    measure = measure_of(case, told.pack, told.measure)
    return measure.term() if measure is not None else Term(FIGURE)


def with_unit(case: Case, told: Claim | Fact, figure: str) -> str:
    """A figure as it is spoken of: "Rp3.780.495", "8,33 persen"; one without a unit as it is."""
    measure = measure_of(case, told.pack, told.measure)
    return figure if measure is None or told.group else measure.with_unit(figure)


def written(case: Case, claim: Claim) -> str:
    """A claim's value as it is printed, with its unit: "Rp5,89 juta"."""
    if isinstance(claim.value, Decimal) and _scale(case, claim) != 1:
        number = next(number for number in case.numbers if number.figure.start == claim.start)
        return with_unit(case, claim, case.document.text[claim.start : number.end])
    return with_unit(case, claim, case.text(claim))


def named(case: Case, told: Claim | Fact, value: str) -> str:
    """A value with the name of its measure before it: "nilai 60,35"; "zona kuning" has it already, and a count or a
    rank is of no measure."""
    if measure_of(case, told.pack, told.measure) is None:
        return value
    term = called(case, told)
    if any(form.lower() in value.lower() for form in term.forms.values()):
        return value
    return message("{what} {value}", what=term, value=value)


def listed(parts: Sequence[str]) -> str:
    """Several things one after the other, each said in the language of the run."""
    first, *rest = parts
    return message("{one}, {more}", one=first, more=listed(rest)) if rest else first


def group_word(case: Case, group: str) -> str:
    """Among whom, in words: "provinsi", "kabupaten/kota"."""
    kinds = {kind: words for pack in case.reference.packs for kind, words in pack.kinds.items()}
    forms = {language: words[0] for language, words in kinds.get(group, {}).items() if words}
    return Term(forms or {"*": group.replace("+", "/")})


def word_of(case: Case, pack: str, measure: str, value: str) -> str:
    """A word of a scale, in the language of the run: `hijau`, "green"."""
    known = measure_of(case, pack, measure)
    forms = known.values.get(value, {}) if known is not None else {}
    return Term({language: words[0] for language, words in forms.items() if words} or {"*": value})


@once
def counted_as(case: Case, fact: Fact) -> str:
    """What a count counts, in words: "kabupaten/kota with category B", "provinsi assessed"."""
    group = group_word(case, fact.group)
    measure, _, word = fact.condition.partition(":")
    if is_side(fact.condition):
        return _on_side(case, fact, group)
    if word:
        scale = called(case, fact._replace(measure=measure))
        said = word_of(case, fact.pack, measure, word)
        return message("{group} with {measure} {word}", group=group, measure=scale, word=said)
    if measure == "assessed":
        return message("{group} assessed", group=group)
    return message("{group} {what}", group=group, what=_thing(case, fact.pack, measure)) if measure else group


def _on_side(case: Case, fact: Fact, group: str) -> str:
    """Who is counted on one side of the country, of a bound, or of what each was: "provinces above 30 in stunting"."""
    from factcheck.language.number_format import formatted

    measure, _, word = fact.condition.partition(":")
    told, (side, _, number) = called(case, fact._replace(measure=measure)), word.partition(" ")
    if side == RISEN:
        return message("{group} that rose in {measure}", group=group, measure=told)
    if side == FALLEN:
        return message("{group} that fell in {measure}", group=group, measure=told)
    if not number and side == BELOW:
        return message("{group} below the country in {measure}", group=group, measure=told)
    if not number:
        return message("{group} above the country in {measure}", group=group, measure=told)
    bound = formatted(Decimal(number), case.language)
    if side == BELOW:
        return message("{group} below {bound} in {measure}", group=group, bound=bound, measure=told)
    if side == FROM:
        return message("{group} from {bound} up in {measure}", group=group, bound=bound, measure=told)
    return message("{group} above {bound} in {measure}", group=group, bound=bound, measure=told)


def _thing(case: Case, pack: str, thing: str) -> str:
    """What is counted besides members of a group: "unit", in the words of the pack."""
    counted = next((known.counted for known in case.reference.packs if known.name == pack), {})
    forms = {language: words[thing][0] for language, words in counted.items() if words.get(thing)}
    return Term(forms or {"*": thing})


def spelled(case: Case, fact: Fact) -> str:
    """The value of a fact as the language of the article writes it: 90.02 as "90,02", 2996561 as "2.996.561", `hijau`
    as "green"."""
    if isinstance(fact.value, Decimal):
        from factcheck.language.number_format import formatted

        pack = next((one for one in case.reference.packs if one.name == fact.pack), None)
        return formatted(fact.value, case.language, measured=pack is not None and fact.measure in pack.measures)
    return next(_words(case, fact, fact.value), fact.value)


def _quantum(claim: Claim) -> Decimal:
    width = _width(claim)
    return width if 0 < width < 1 else Decimal(1)


def _width(claim: Claim) -> Decimal:
    """How far the figure may be rounded, both ways: 10.000 of "3,76 juta"; 0 of one that is exact."""
    if claim.low is None or claim.high is None:
        return Decimal(0)
    return (claim.high - claim.low).normalize()


def like(written: str, old: str, new: str) -> str:
    """`written` with `old` in it replaced by `new` in the same case; `new` where `old` is not in it."""
    at = written.lower().find(old.lower())
    if at < 0:
        return new
    part = written[at : at + len(old)]
    cased = new.upper() if part.isupper() else new.capitalize() if part[:1].isupper() else new
    return written[:at] + cased + written[at + len(old) :]
