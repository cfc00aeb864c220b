"""Lists of names within a sentence, with the number that announced them: "Delapan pemda hijau, yakni A, B …"; and
lists whose head says what their figures are worth: "(ribu rupiah)"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from factcheck.cache.once import once
from factcheck.cache.patterns import compiled
from factcheck.language.figures import CARDINAL, RUPIAH, Number
from factcheck.language.fold import alternation
from factcheck.language.language import Language
from factcheck.reading.scan.frame import ENDS, FIGURES, SCALED, SUBJECT, Frame
from factcheck.reading.scan.mentions import Mention, Tag
from factcheck.typed import NamedTuple

LISTED = ("item", "row")
YEARS = range(1900, 2100)


class Scale(NamedTuple):
    """What one is worth of the figures behind a place of the text."""

    end: int
    times: int


def as_listed(frames: Sequence[Frame]) -> Callable[[Frame, Number], Number]:
    """How figures of lists and tables are read: a bare one, that is no year, as so many thousand or million rupiah as
    the text said last in front of its list."""
    scales = _scales(frames[0]) if any(frame.sentence.kind in LISTED for frame in frames) else ()
    if not scales:
        return lambda frame, number: number

    def scaled(frame: Frame, number: Number) -> Number:
        start = frame.sentence.start
        before = [scale for scale in scales if scale.end <= start] if frame.sentence.kind in LISTED else ()
        if not before or number.unit or number.form != "digits" or (number.quantum == 1 and int(number.value) in YEARS):
            return number
        times = before[-1].times
        return number._replace(value=number.value * times, quantum=number.quantum * times, unit=RUPIAH)

    return scaled


def _scales(frame: Frame) -> Sequence[Scale]:
    """The places of a text that say what figures are worth; not those of a figure of their own ("580 ribu rupiah")."""
    scales = frame.language.numbers.scales
    return [
        Scale(one.end(), scales[one["scale"] or one["behind"]])
        for one in _heads(frame.language).finditer(frame.plain.lower())
        if not frame.plain[max(0, one.start() - 2) : one.start()].strip()[-1:].isdigit()
    ]


@cache
def _heads(language: Language) -> re.Pattern[str]:
    words = language.numbers
    money = alternation(word for word, unit in {**words.currencies, **words.currencies_after}.items() if unit == RUPIAH)
    scale, suffix = alternation(words.scales), alternation(words.scale_suffixes)
    after = rf"(?P<scale>{scale})(?:{suffix})?\s(?:of\s)?(?:{money})"
    return compiled(rf"(?<!\w)(?:{after}|(?:{money})\s?(?P<behind>{scale})(?:{suffix})?)(?!\w)")


_WORDS = compiled(r"[^\W\d_]+")
OPENERS = (Tag.BIND_OPENER, Tag.COLON)
LEADS = {*OPENERS, Tag.BIND_IS, Tag.GROUP, Tag.ENTITY_SELF}
"""What may lead to the names of those counted before: "Mereka adalah", "Kabupaten tersebut yakni"."""
SCORED = {Tag.COLON, Tag.OPEN, Tag.CLOSE, Tag.SEMICOLON, Tag.BIND_AND}
"""What may stand between names that semicolons part, beside their figures."""
FEWEST, PAIR = 3, 2
"""Fewer names make no list; two do where a number announces them and "dan" joins them."""
NEAR = 3
"""Mentions that may stand between an opener and the first name: a bracket, a word for their kind."""


class NameList(NamedTuple):
    """A run of names: the sentence, the names in order, and the number that announced them."""

    frame: Frame
    names: Sequence[Mention]
    announced: Number | None


@once
def name_lists(frames: Sequence[Frame], language: Language) -> list[NameList]:
    """Every run of three or more names that nothing but commas, "dan" and their figures stand between."""
    return list(_name_lists(frames, language))


def _name_lists(frames: Iterable[Frame], language: Language) -> Iterator[NameList]:
    for frame in frames:
        if len(frame.named) + len(frame.tagged.get(Tag.ENTITY_GOVERNMENT, ())) < PAIR:
            continue
        if frame.sentence.kind in ("paragraph", "item", "caption"):
            for run in _runs(frame):
                announced = _announced(frame, run, language) if len(run) >= PAIR else None
                if len(run) >= FEWEST or announced is not None:
                    yield NameList(frame, [frame.mentions[at] for at in run], announced)


def announced_before(frames: Sequence[Frame], found: NameList, language: Language) -> Number | None:
    """The one count of a group in the sentence before a list that goes on from it and ends: "sebanyak 16 kabupaten
    masih kuning. Kabupaten tersebut yakni A, B, … dan P."; None where it is no such list."""
    frame = found.frame
    if len(found.names) <= FEWEST or not frame.sentence.place or not _goes_on_from(found, language):
        return None
    before = frames[frame.sentence.place - 1]
    counts = [at for at in before.having(FIGURES) if Tag.YEAR_DIGITS not in before.mentions[at].tags]
    if len(counts) != 1 or before.names_between() or before.sentence.voice == "headline":
        return None
    return before.mentions[counts[0]].number if _counts(before, counts[0]) else None


def is_whole(found: NameList, language: Language) -> bool:
    """Whether "dan" joins the last name of a list and the clause ends behind it: no name unknown here can follow, and
    no "antara lain" says that some are left out."""
    frame = found.frame
    first, second, last = (frame.mentions.index(found.names[at]) for at in (0, -2, -1))
    lead = _without_scale(frame, max(0, first - NEAR), first)
    opened = any(word in lead for word in language.changes.lists.open)
    return not opened and frame.has(Tag.BIND_AND, second, last) and _is_closed(frame, last)


def _goes_on_from(found: NameList, language: Language) -> bool:
    """Whether nothing but "mereka adalah" or "kabupaten tersebut yakni" leads to a list that "dan" and its sentence
    end."""
    frame, first, last = found.frame, found.names[0], found.names[-1]
    lead = [one for one in frame.mentions if one.start < first.start]
    rest = [one for one in frame.mentions if one.start > last.start]
    opening = frame.plain[frame.sentence.start : first.start].lower()
    opened = any(word in opening for word in language.changes.lists.open)  # "Di antaranya A, B, C dan D."
    led = bool(lead) and all(one.tags.keys() & LEADS and Tag.COLLECTIVE not in one.tags for one in lead)
    ends = all(one.tags.keys() & {Tag.STOP, Tag.CLOSE, Tag.OPEN, Tag.NUMBER} for one in rest)
    joined = any(Tag.BIND_AND in one.tags for one in frame.mentions if one.start < last.start)
    return led and ends and joined and not opened


def _runs(frame: Frame) -> Iterator[list[int]]:
    run: list[int] = []
    for at in _members(frame):
        if run and not _joined(frame, run[-1], at):
            yield run
            run = []
        run.append(at)
    yield run


def _members(frame: Frame) -> Iterator[int]:
    """The names of a sentence, and a bare "pemprov" among them."""
    for at, (mention, role) in enumerate(zip(frame.mentions, frame.roles, strict=True)):
        bare = not mention.ids and Tag.ENTITY_GOVERNMENT in mention.tags and not frame.before(at, Tag.NUMBER, 1)
        if role == SUBJECT or bare:
            yield at


def _joined(frame: Frame, one: int, other: int) -> bool:
    """Whether two names stand in one list: a comma or "dan" between them, and no clause, verb or further name."""
    between = frame.mentions[one + 1 : other]
    if _parted_by_semicolon(frame, one, other):
        return True
    if any(mention.tags.keys() & set(ENDS) and not _bracketed(frame, one, other) for mention in between):
        return False
    if not any(mention.tags.keys() & {Tag.COMMA, Tag.BIND_AND} for mention in between):
        return False
    if frame.has(Tag.BIND_OPENER, one + 1, other):  # "selain Palu ada empat kabupaten yang juga hijau, yaitu Poso, …"
        return False
    if frame.has_any((Tag.EXTREME, Tag.ENTITY_PLACES), one + 1, other):  # "Kuningan terendah di wilayah Cirebon, …"
        return False
    if frame.has(Tag.RANK_RANGE, one + 1, other):  # "8 daerah mulai dari Tangerang hingga Cilegon"
        return False
    if any(_counts(frame, at) for at in frame.having(FIGURES, one + 1, other)):  # "A dan B, serta 9 kabupaten: C, …"
        return False
    return all(not _opens_clause(frame, left, right) for left, right in pairwise(range(one, other + 1)))


def _parted_by_semicolon(frame: Frame, one: int, other: int) -> bool:
    """ "Bungo: 92,06; Tebo 87,24; Muaro Jambi (87,09)": whether a name with its figure, and nothing else, stands in
    front of a semicolon, and the next name right behind it."""
    between = frame.mentions[one + 1 : other]
    scored = any(mention.number is not None for mention in between)
    if not scored or Tag.SEMICOLON not in between[-1].tags:
        return False
    bare = all(mention.number is not None or mention.tags.keys() & SCORED for mention in between)
    return bare and not any(_opens_clause(frame, left, right) for left, right in pairwise(range(one, other + 1)))


def _bracketed(frame: Frame, one: int, other: int) -> bool:
    return "(" in frame.plain[frame.mentions[one].end : frame.mentions[other].start]


def _opens_clause(frame: Frame, left: int, right: int) -> bool:
    """Whether what stands between two mentions is more than a word that belongs to a figure, or a name unknown here."""
    words = _WORDS.findall(frame.plain[frame.mentions[left].end : frame.mentions[right].start])
    return bool(words)


def _announced(frame: Frame, run: Sequence[int], language: Language) -> Number | None:
    """The number in front of a list that says how many it names; None where it is open or said of something else."""
    first = run[0]
    opener = next((at for at in range(first - 1, max(-1, first - 1 - NEAR), -1) if _is_opener(frame, at)), -1)
    joined = frame.has(Tag.BIND_AND, run[-2], run[-1])
    if opener < 0 or not _is_closed(frame, run[-1]) or (len(run) < FEWEST and not joined):
        return None
    places = [at for at in frame.having(FIGURES, 0, opener) if _counts(frame, at)]
    if not places or frame.names_between(places[-1], opener) or frame.has_any(ENDS, places[-1], opener):
        return None
    later = frame.having(FIGURES, places[-1] + 1, opener)
    if any(Tag.YEAR_DIGITS not in frame.mentions[at].tags for at in later):  # "tiga hijau dan dua merah, yaitu A dan B"
        return None
    rest = frame.has(Tag.COUNT_PART, places[-1], opener)
    if rest and not (joined or frame.has(Tag.SEMICOLON, first, run[-1])):  # "18 daerah lain, yaitu A, B": it may go on
        return None
    lead = _without_scale(frame, places[-1] + frame.after(places[-1], Tag.COUNT_PART), first)
    opened = any(f" {word}" in f" {lead}" for word in language.changes.lists.open)
    apart = len(places) > 1 and not rest and _apart(frame, places)
    return None if opened or apart else frame.mentions[places[-1]].number


def _without_scale(frame: Frame, start: int, stop: int) -> str:
    """The text between a number and its list without the words of scales: "kualitas tertinggi" picks nobody out."""
    lead = frame.plain[frame.mentions[start].end : frame.mentions[stop].start]
    for at in frame.having(SCALED, start, stop):
        lead = lead.replace(frame.plain[frame.mentions[at].start : frame.mentions[at].end], " ")
    return lead.lower()


def _is_opener(frame: Frame, at: int) -> bool:
    return any(tag in frame.mentions[at].tags for tag in OPENERS)


def _is_closed(frame: Frame, last: int) -> bool:
    """Whether a list ends with its sentence or clause, so that no further name can follow."""
    rest = frame.mentions[last + 1 :]
    for at, mention in enumerate(rest, last + 1):
        if Tag.SEMICOLON in mention.tags and frame.has(Tag.SEMICOLON, 0, last):
            return False  # a name that nothing reads may stand behind it
        if mention.tags.keys() & {Tag.STOP, Tag.SEMICOLON, Tag.BIND_CLAUSE}:
            return True
        if mention.ids or Tag.COMMA in mention.tags:
            return False
        if _opens_clause(frame, at - 1, at) and Tag.CLOSE not in frame.mentions[at - 1].tags:
            return False
    return True


def _counts(frame: Frame, at: int) -> bool:
    """Whether a number counts a group of those that are named: "delapan pemda", "tujuh lainnya", "2 di antaranya"."""
    number = frame.mentions[at].number
    if number is None or number.unit or number.quantum != 1 or number.form not in CARDINAL:
        return False
    if frame.after(at, Tag.COUNT_PART) and Tag.GROUP in frame.tagged:
        return frame.has(Tag.GROUP, 0, at)
    known = frame.after(frame.first(Tag.GROUP, at), Tag.ENTITY_SELF)  # "di 24 kabupaten/kota itu": told before
    return frame.after(at, Tag.GROUP, 1) and not frame.before(at, Tag.RANK_AMONG, 1) and not known


def _apart(frame: Frame, places: Sequence[int]) -> bool:
    """Whether two numbers count in one breath: "lima kabupaten dan dua kota, yakni": the members are of both."""
    between = frame.mentions[places[-2] + 1 : places[-1]]
    return any(Tag.BIND_AND in mention.tags or Tag.COMMA in mention.tags for mention in between)
