"""A run of words with capitals taken apart: the office, the name, what belongs to neither."""

from collections.abc import Sequence
from functools import lru_cache

from factcheck.cache.patterns import compiled
from factcheck.model import Span
from factcheck.reading.people.capital_runs import LOOK_BACK, Run
from factcheck.reading.people.name_words import NameWords, phrase_at
from factcheck.reading.people.office import KEPT, place_at
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.fold_name import WORD, bare
from factcheck.typed import Record

ENDS = compiled(r"[\s.,;:!?()\[\]\"'/&*–-]|$")
"""What may stand behind a name."""
LETTERS = 3
"""Capitals alone that are an institution and no initials: KPK, DPR."""
MOST = 6
"""Words of a name; what is longer is something else."""


class Parsed(Record):
    """The words of a name with their offsets, and the title in front of it as written (empty: none)."""

    words: tuple[str, ...]
    start: int
    end: int
    title: str


def parse(run: Run, plain: str, words: NameWords, reference: Reference) -> Parsed | None:
    """The name in a run, without words where it is all title; None where nothing of it can be a name."""
    titled = run.before in words.office_ends
    tokens, spans, behind, owned, ends = _words_of(run.low, titled, words, reference.whole)
    first = _behind_letters(spans, behind, titled, plain, run)
    last = _end_of_name(tokens, first, words, owned) if ends else len(tokens)
    if not 0 <= last - first <= MOST:
        return None
    if first == len(tokens):
        return Parsed((), run.end, run.end, _title(run, run.end, plain, words))
    if ends and any(
        token[-1].isdigit() for token in tokens[first:last]
    ):  # a list that lost its line ends: "Zon6. Menteri …"
        return None
    if last - first == 1 and _acronym(plain, run, spans[first]):
        return None
    start, end = run.start + spans[first].start, run.start + spans[last - 1].end
    # A broken code point behind it: "Gran Meli√°".
    if not (ENDS.match(plain, end)):
        return None
    return Parsed(tokens[first:last], start, end, _title(run, start, plain, words))


@lru_cache(maxsize=KEPT)
def _words_of(
    low: str, titled: bool, words: NameWords, reference: Reference
) -> tuple[tuple[str, ...], Sequence[Span], int, Sequence[int], bool]:
    """The words of a run, where they stand in it, which of them is the first of a name, which bear the ending of an
    owner ("Prabowo Subianto's coalition"), which is no part of them, and whether any of them may end a name: names come
    again."""
    matches = list(WORD.finditer(low))
    owned = [at for at, match in enumerate(matches) if words.owners and match[0].endswith(words.owners)]
    spans = [Span(*match.span()) for match in matches]
    for at in owned:
        ending = next(one for one in words.owners if matches[at][0].endswith(one))
        spans[at] = Span(spans[at].start, spans[at].end - len(ending))
    tokens = tuple(bare(low[slice(*span)]) for span in spans)
    ends = bool(owned) or any(_may_end(tokens, at, words) for at in range(len(tokens)))
    return tokens, spans, _first_of_name(tokens, titled, words, reference), owned, ends


def _may_end(tokens: tuple[str, ...], at: int, words: NameWords) -> bool:
    """Whether a word is none of a name, or ends in a figure."""
    token = tokens[at]
    degree = token in words.degrees or "".join(tokens[at : at + 2]) in words.degrees
    return degree or token in words.calendar or token[:1].isdigit() or token[-1:].isdigit()


def _first_of_name(tokens: tuple[str, ...], titled: bool, words: NameWords, reference: Reference) -> int:
    """Behind the last word of an office, of an institution, or of the one place that follows these."""
    at, first, placed = 0, 0, not titled
    while at < len(tokens):
        size, _ = phrase_at(words.offices, tokens, at)
        if size or tokens[at] in words.institutions:
            at += size or 1
            first, placed = at, False
            continue
        size, region = (0, False) if placed else _place(tokens, at, words, reference)
        if size or (first == at and _no_name(tokens[at], words)):
            first, placed = at + (size or 1), placed or region
        at += size or 1
    return first


def _behind_letters(spans: Sequence[Span], first: int, titled: bool, plain: str, run: Run) -> int:
    """Behind an office the letters of an institution belong to it: "Juru Bicara KPK Febri Diansyah"."""
    while (first or titled) and first + 1 < len(spans):
        written, following = (plain[run.start + start : run.start + end] for start, end in spans[first : first + 2])
        dotted = plain[run.start + spans[first].end] == "."
        if dotted or len(written) < LETTERS or not written.isupper() or following.isupper():
            break
        first += 1
    return first


def _place(tokens: tuple[str, ...], at: int, words: NameWords, reference: Reference) -> tuple[int, bool]:
    """How many words from `at` on are a place (Jambi, Jakarta Raya), and whether it is a region: behind an institution
    that some pack knows (BPS) its region may stand."""
    size, ids = place_at(reference.aliases, tokens, at)
    further = size and at + size < len(tokens) and tokens[at + size] in words.compass
    return size + bool(further), any(reference.level_of(one) for one in ids)


def _acronym(plain: str, run: Run, place: Span) -> bool:
    """ "pimpinan OPD": no name, unless everything round it is in capitals too."""
    word = plain[run.start + place[0] : run.start + place[1]]
    return word.isupper() and (len(word) < 5 or not plain[run.start - 20 : run.end + 20].isupper())


def _no_name(token: str, words: NameWords) -> bool:
    return token in words.starters or token in words.honorifics or token in words.calendar or token in words.speech


def _end_of_name(tokens: tuple[str, ...], first: int, words: NameWords, owned: Sequence[int]) -> int:
    for at in range(first, len(tokens)):
        if at > first and at - 1 in owned:
            return at
        if tokens[at] in words.calendar or tokens[at][0].isdigit():
            return at
        if at > first and (tokens[at] in words.degrees or "".join(tokens[at : at + 2]) in words.degrees):
            return at
    return len(tokens)


def _title(run: Run, start: int, plain: str, words: NameWords) -> str:
    """What stands in front of the name in its run, with the lower-case office before the run if there is one."""
    titled = run.before in words.office_ends
    lead = _lead(plain[max(0, run.start - LOOK_BACK) : run.start], words) if titled else ""
    return " ".join(f"{lead} {plain[run.start : start]}".split())


def _lead(text: str, words: NameWords) -> str:
    """The office that the text ends with: "mantan wakil ketua" of "menurut mantan wakil ketua"."""
    written = text.split()[-4:]
    tokens = [token.lower() for token in written]
    for at in range(len(tokens)):
        size, _ = phrase_at(words.offices, tokens, at)
        if size and at + size == len(tokens):
            lettered = at > 0 and len(tokens[at - 1]) >= LETTERS and written[at - 1].isupper()  # "the BPS chief"
            return " ".join(tokens[at - lettered :])
    return ""


def last_words(parsed: Parsed, size: int, plain: str) -> Parsed:
    """So many of the last words of a name as the name, and what stands before them as the end of its title."""
    start = list(WORD.finditer(plain, parsed.start, parsed.end))[-size].start()
    title = f"{parsed.title} {plain[parsed.start : start]}".rstrip()
    return Parsed(parsed.words[-size:], start, parsed.end, title)
