"""Somebody in an office that was another's on the day of the article.

Wrong: Menteri Keuangan Sri Mulyani Indrawati mengatakan, … (in an article of December 2025)
Right: mantan Menteri Keuangan Sri Mulyani Indrawati mengatakan, …
Why: the reference says from when to when the person held that office, the day of the article lies outside by more than
    two months, and somebody else is known in the office on that day. An info, but a warning where the term is over,
    the next holder has been in office for a month, and a sentence opens with the title in a paragraph that tells a day
    of the week of the draft; there too where no term of the person is known, and the office is one's alone. A warning
    it is where the person never held that office, but is deputy to it or head of another region on the day; and where
    who is Ketua of a body that has no Kepala is called so ("Kepala KPU"), or the other way. Nothing is said where a
    word says that the office is past, to come or acted for ("mantan", "calon", "saat itu", "Plt"), where the sentence
    names another year, or both offices before both names.
Silence: `wrong-office` under `ignore` in the configuration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from factcheck.cache.patterns import compiled
from factcheck.checks.declare import rule
from factcheck.checks.needs import in_office
from factcheck.judging.case import Case
from factcheck.judging.grounds.ground import Ground
from factcheck.language.fold import fold, holds, joins_years
from factcheck.messages import message
from factcheck.model import Evidence, Finding, Person, Span, Suggestion
from factcheck.reading.people.find import PersonMention
from factcheck.reading.people.known import Known, known_people
from factcheck.reading.people.office import institution_fits, role_fits
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.checks.names.elected_lists import Elected
    from factcheck.checks.names.head_titles import Retitled
    from factcheck.checks.names.office_holders import Misplaced

RULE = "wrong-office"
GRACE = timedelta(days=60)
"""Before and behind a term: articles look ahead and back."""
SETTLED, WEEK = timedelta(days=30), 8
"""So long after a successor began all know who is in office; days up to that of a draft that it reports as new."""
_DATELINE = compiled(r" [-–—]+ ")
_YEAR = compiled(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_NUMBERED = compiled(r"\bke-?[0-9IVX]", re.IGNORECASE)
""" "Presiden ke-7": who was that stays it."""
TERM = compiled(r"(?<![0-9])20[0-9]{2} ?[-–] ?20[0-9]{2}(?![0-9])")
_SENTENCE_END = compiled(r"[.!?][\"')]*\s")


@rule(RULE, "info", after="wrong-name", needs=in_office, ground=Ground.CLAUSE)
def check(case: Case) -> Iterator[Finding]:
    """A finding at the first place where somebody stands in an office that is not theirs on the day, and at each line
    of a list of elected heads that names those of another term."""
    if joins_years(fold(case.document.plain)) and TERM.search(case.document.plain):
        from factcheck.checks.names.elected_lists import wrongly_elected

        yield from (_of_another_term(case, one) for one in wrongly_elected(case))
    if case.article.people:
        from factcheck.checks.names.head_titles import retitled

        yield from (_of_title(case, one) for one in retitled(case))
    day = case.document.published
    if day is None:
        return
    from factcheck.checks.names.office_holders import misplaced

    yield from (_of_another(one) for one in misplaced(case, day))
    told: set[tuple[str, ...]] = set()
    for mention in case.article.people:
        if mention.words in told or not mention.known_office or mention.spelling != "right":
            continue
        held = _held(case, mention)
        if not held or _of_another_time(case, mention, day):
            continue
        undated = all(not one.first and not one.last for one in held)
        if undated or any(_covers(person, day) for person in held):
            other = _sole_holder(case, held, day) if undated and _acts_now(case, mention, day) else None
            sure = True
        else:
            other = _holder(case, held, day)
            sure = other is not None and _is_over(held, other, day) and _acts_now(case, mention, day)
        if other is not None:
            told.add(mention.words)
            yield _finding(mention, held, other, "warning" if sure else "info")


def _is_over(held: list[Person], other: Person, day: date) -> bool:
    """Whether the term ended, and that of who came next began, on days that are known, long before a day."""
    ends, began = [_latest(one.last) for one in held], _latest(other.first)
    ended = all(end is not None and end + GRACE < day for end in ends)
    return ended and began is not None and began + SETTLED < day


def _acts_now(case: Case, mention: PersonMention, day: date) -> bool:
    """ "Menteri X memaparkan aturan itu, Rabu (4/12)": whether a sentence opens with the title and tells a day of the
    week of the draft, so that it is no background of who was in office."""
    if (sentence := _sentence(case, mention)) is None:
        return False
    start, stop = sentence
    lead = _DATELINE.split(case.document.plain[start : mention.start])[-1]
    if fold(lead).split() != fold(mention.title).split():
        return False
    week = {day - timedelta(back) for back in range(WEEK)}
    block = next((one for one in case.document.blocks if one.start <= mention.start < one.end), Span(start, stop))
    told = {(one.day, one.month, one.year or day.year) for one in case.dates if block.start <= one.start < block.end}
    return any((one.day, one.month, one.year) in told for one in week)


def _held(case: Case, mention: PersonMention) -> list[Person]:
    """The offices that the title names of the person, under this name or a longer or shorter one (I Wayan Koster)."""
    people = known_people(case.reference.whole)
    if _NUMBERED.search(mention.title) or not (namesakes := people.named(mention.words)):
        return []
    if len(mention.words) < 2:  # "Kepala BPS Suhariyanto"
        return [one.person for one in namesakes if _is_office(mention, one)]
    return [one.person for one in people.sharing(mention.words) if _is_office(mention, one) and _alike(mention, one)]


def _alike(mention: PersonMention, known: Known) -> bool:
    ours, theirs = set(mention.words), set(known.words)
    return ours <= theirs or theirs <= ours


def _is_office(mention: PersonMention, known: Known) -> bool:
    whole_country = not known.office.places and not known.office.words
    fits = institution_fits(mention.office, known.office)
    return role_fits(mention.office, known.office) > 0 and (fits > 0 or (fits == 0 and whole_country))


def _covers(person: Person, day: date) -> bool:
    """Whether the office may have been the person's on the day; a day that is not known covers all."""
    first, last = _earliest(person.first), _latest(person.last)
    return not first or not last or first - GRACE <= day <= last + GRACE


def _holder(case: Case, held: list[Person], day: date) -> Person | None:
    """Who else is known in one of these offices on the day."""
    offices, names = {(one.role, one.institution) for one in held}, {one.name for one in held}
    iso = day.isoformat()
    return next(
        (
            one
            for one in case.reference.people
            if (one.role, one.institution) in offices and one.name not in names
            if one.first and one.first <= iso and iso[: len(one.last)] <= one.last
        ),
        None,
    )


def _sole_holder(case: Case, held: list[Person], day: date) -> Person | None:
    """Who held the office of somebody for which no time is known, where it is one's alone and was so for long."""
    offices, names = {(one.role, one.institution) for one in held}, {one.name for one in held}
    alike = [one for one in case.reference.people if (one.role, one.institution) in offices and one.name not in names]
    spans = sorted((first, last) for one in alike if (first := _day(one.first)) and (last := _latest(one.last) or day))
    if any(last > later for (_, last), (later, _) in pairwise(spans)):
        return None
    now = [one for one in alike if (first := _day(one.first)) and first + GRACE <= day <= (_day(one.last) or day)]
    return now[0] if len({one.name for one in now}) == 1 else None


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if len(written) == 10 else None


def _earliest(written: str) -> date | None:
    """The first day that is meant: of a year alone its first one."""
    return date(int(written), 1, 1) if len(written) == 4 else _day(written)


def _latest(written: str) -> date | None:
    """The last day that is meant: of a year alone its last one."""
    return date(int(written), 12, 31) if len(written) == 4 else _day(written)


def _of_another_time(case: Case, mention: PersonMention, day: date) -> bool:
    """Whether the sentence says that the office is past or to come, or names another year than that of the article."""
    if (sentence := _sentence(case, mention)) is None:
        return True
    text = case.document.plain[slice(*sentence)]
    years = set(_YEAR.findall(text)) - {str(day.year)}
    return bool(years) or holds(fold(text), case.language.people.past)


def _sentence(case: Case, mention: PersonMention) -> Span | None:
    """Where the sentence of a mention stands; None in what is not the draft's own."""
    plain = case.document.plain
    block = next((one for one in case.document.blocks if one.start <= mention.start < one.end), None)
    if block is None or block.kind in ("boilerplate", "field", "caption"):
        return None
    start = max((end.end() for end in _SENTENCE_END.finditer(plain, block.start, mention.start)), default=block.start)
    stop = _SENTENCE_END.search(plain, mention.end, block.end)
    return Span(start, stop.start() if stop else block.end)


def _finding(mention: PersonMention, held: list[Person], other: Person, severity: str) -> Finding:
    last = max(held, key=lambda person: person.last)
    first, until = _day(last.first), _day(last.last)
    from factcheck.day_words import long_day

    office = last.role if last.institution in last.role or not last.institution else _office(last)
    said = (
        message(
            "{name} was {office} from {first} to {last} by the reference; on the day of the article it was {other}.",
            name=last.name,
            office=office,
            first=long_day(first) if first else last.first,
            last=long_day(until) if until else last.last,
            other=other.name,
        )
        if last.first or last.last
        else message("{office} was {other} on the day of the article.", office=office, other=other.name)
    )
    evidence = tuple(_evidence(one) for one in (*held, other))
    return Finding(RULE, severity, said, mention.start, mention.end, evidence=evidence)


def _of_another(one: Misplaced) -> Finding:
    """What is said of a deputy with the title of the head, or the other way round."""
    return Finding(
        RULE,
        "warning",
        message(
            "{name} is {own} by the reference; {title} is {holder}.",
            name=one.own.name,
            own=one.own.role,
            title=one.holder.role,
            holder=one.holder.name,
        ),
        one.mention.start,
        one.mention.end,
        expected=one.holder.name,
        suggestions=(Suggestion(one.mention.start, one.mention.end, one.holder.name),),
        evidence=tuple(_evidence(person) for person in (one.own, one.holder)),
    )


def _of_title(case: Case, one: Retitled) -> Finding:
    """What is said of the head of a body under the title of the heads of others."""
    from factcheck.checks.wording import like

    written = case.document.text[slice(*one.title)]
    right = like(written, written, one.own.role)
    return Finding(
        RULE,
        "warning",
        message(
            "{name} is {own} of {institution} by the reference, not {title}.",
            name=one.own.name,
            own=one.own.role,
            institution=one.own.institution,
            title=written,
        ),
        *one.title,
        expected=right,
        suggestions=(Suggestion(*one.title, right),),
        evidence=(_evidence(one.own),),
    )


def _of_another_term(case: Case, one: Elected) -> Finding:
    """What is said of a line of a list that names the heads of another term."""
    from factcheck.checks.wording import listed

    right = listed([person.name for person in one.right])
    held = listed(
        list(dict.fromkeys(message("{name} ({office})", name=person.name, office=person.role) for person in one.others))
    )
    return Finding(
        RULE,
        "warning",
        message("Elected for this term were {right}; {others} held office in another one.", right=right, others=held),
        one.span.start,
        one.span.end,
        expected=one.mended,
        suggestions=(Suggestion(one.span.start, one.span.end, one.mended),),
        evidence=tuple(_evidence(person) for person in (*one.others, *one.right)),
    )


def _evidence(person: Person) -> Evidence:
    return Evidence(person.source, person.source if person.source.startswith("http") else "", person.name, person.row)


def _office(person: Person) -> str:
    return message("{role}, {institution}", role=person.role, institution=person.institution)
