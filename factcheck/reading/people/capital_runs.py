"""Where words with capitals follow each other, and which of these runs may hold a person's name."""

import re
from collections.abc import Container, Iterator, Sequence

from factcheck.cache.once import once
from factcheck.cache.patterns import compiled
from factcheck.language.fold import by_first_word, places_of
from factcheck.model import Document
from factcheck.reading.people.known import KnownPeople
from factcheck.reading.people.name_words import NameWords
from factcheck.reading.people.spelling import skeleton
from factcheck.spans import SILENT
from factcheck.typed import NamedTuple, Record

HEADLINES = ("title", "heading", "header")
LOOK_BACK = 30
"""Code points before a run in which the words of a lower-case office are looked for."""
# The look back stands behind the first letter, so that the search can leap from capital to capital.
# Group 1: there is a point in the run.
_RUN = compiled(r"[A-Z](?<!\w.)[\w'-]*(?:(?:(\.)[ \n]?|[ \n]{1,4})[A-Z][\w'-]*)*")
# Two words and more before the dash, two or a long one behind it, no particle in front of it ("Abdul Al-Hadi Putra").
_PAIR = compiled(r"((?:[A-Z][\w']*[ \n]+)+[A-Z][\w']{3,})-((?:[A-Z][\w']{2,}(?:[ \n]+[A-Z][\w']*)+|[A-Z][\w']{4,}))")
_POINT = compiled(r"(\w+)\.[ \n]?")


class Run(Record):
    """Words with capitals, one behind the other, in one block.

    `low` is the run in lower case without points, of the same length; `skeletons` are its words as `spelling.skeleton`
    has them. `before` is the word before the run. `headline`: capitals there say nothing about names. `speaks`: a
    speech verb stands behind.
    """

    start: int
    end: int
    low: str
    skeletons: list[str]
    before: str
    headline: bool
    speaks: bool = False


class Runs(NamedTuple):
    """All runs of a document as columns, since most of them are of no interest.

    `flat` is the text in lower case with blanks for points and line ends; `spans` are start, end and headline.
    """

    flat: str
    spans: list[tuple[int, int, bool]]
    lows: list[str]
    skeletons: list[str]


@once
def find_runs(document: Document, low: str, words: NameWords) -> Runs:
    """All runs of the article's own text, in order; `low` is its plain text in lower case."""
    flat = low.replace("\n", " ").replace(".", " ")
    spans = _spans(document, words)
    lows = [flat[start:end] for start, end, _ in spans]
    return Runs(flat, spans, lows, skeleton("\n".join(lows)).split("\n"))


def candidates(
    runs: Runs, present: frozenset[str], words: NameWords, people: KnownPeople, titled: Container[int] = ()
) -> Iterator[Run]:
    """The runs that an office, a speech verb or a word of a known name marks, and what follows an office; `present` are
    the words of the text, `titled` where names begin that a table gives an office."""
    flat, offices, ends = runs.flat, words.office_words, words.office_ends
    cued = _cued(flat, present, words)
    apposed = -1
    for (start, end, headline), low, frames in zip(runs.spans, runs.lows, runs.skeletons, strict=False):
        before = cued.get(start, "")
        speaks = False
        if " " not in low:  # as in most
            office = low in offices
            if not (office or before or start == apposed or frames in people.lone_skeletons or start in titled):
                continue
        else:
            frame = frames.split()
            office = not offices.isdisjoint(low.split())
            speaks = bool(words.says) and len(frame) > 1 and _word_behind(flat, end) in words.says
            if not (office or before or start == apposed or speaks or start in titled or _known(frame, people)):
                continue
        office = office or before in ends
        apposed = end_of_joint(flat, end, words) if office else -1
        yield Run(start, end, low, frames.split(), before or _word_before(flat, start), headline, speaks)


def end_of_joint(flat: str, end: int, words: NameWords) -> int:
    """ "Gubernur Jambi, Dr. H. Al Haris", "Wali Kota Payakumbuh ialah Zulmaeta": where what joins a name to the office
    in front of it ends; -1 where nothing does."""
    joint = next((joint for joint in words.joints if flat.startswith(joint, end)), "")
    return end + len(joint) if joint else -1


def _cued(flat: str, present: frozenset[str], words: NameWords) -> dict[int, str]:
    """Where a run would begin behind a word that marks it, with that word: it stands behind a blank and right before
    the sign in front of the run, for "kata," and "(kata" are no cue."""
    found: dict[int, str] = {}
    cues = by_first_word(words.cues)
    for cue in (cue for first in present.intersection(cues) for cue in cues[first]):
        for place in places_of(flat, cue):
            if not place or flat[place - 1] == " ":
                found[place + len(cue) + 1] = cue
    return found


def _word_before(flat: str, start: int) -> str:
    return flat[flat.rfind(" ", 0, start - 1) + 1 : start - 1] if start else ""


def _known(frame: Sequence[str], people: KnownPeople) -> bool:
    """Whether several words, by their skeletons, may be a name that the reference knows."""
    return not people.skeletons.isdisjoint(frame) and len(people.all_skeletons.intersection(frame)) > 1


def _word_behind(flat: str, end: int) -> str:
    return flat[end + 1 : end + LOOK_BACK].partition(" ")[0] if flat.startswith(" ", end) else ""


def _spans(document: Document, words: NameWords) -> list[tuple[int, int, bool]]:
    plain = document.plain
    found: list[tuple[int, int, bool]] = []
    for block in document.blocks:
        if block.kind in SILENT:
            continue
        headline = (block.kind in HEADLINES,)
        for start, end in block.cells or ((block.start, block.end),):  # "| Solok | Jon Firman Pandu | Candra |"
            runs = list(_RUN.finditer(plain, start, end))
            if all(match.lastindex is None for match in runs):
                found += [match.span() + headline for match in runs]
            else:
                found += [
                    span + headline
                    for match in runs
                    for span in ((match.span(),) if match.lastindex is None else _parted(match, words))
                ]
    joined = any("A" <= plain[dash + 1 : dash + 2] <= "Z" for dash in places_of(plain, "-"))
    return _unpaired(found, plain) if joined else found


def _unpaired(spans: Sequence[tuple[int, int, bool]], plain: str) -> list[tuple[int, int, bool]]:
    """The runs, those of two names that a dash joins as two: "Anies Baswedan-Muhaimin Iskandar"."""
    found: list[tuple[int, int, bool]] = []
    for start, end, headline in spans:
        pair = _PAIR.fullmatch(plain, start, end) if "-" in plain[start:end] else None
        found += [(start, end, headline)] if pair is None else [(*pair.span(side), headline) for side in (1, 2)]
    return found


def _parted(match: re.Match[str], words: NameWords) -> Iterator[tuple[int, int]]:
    """A run cut where a point ends a sentence: not behind an initial or a title ("Moh. Najih", "T.T. Asang")."""
    start = match.start()
    for point in _POINT.finditer(match.string, match.start(), match.end()):
        if len(point[1]) > 1 and point[1].lower() not in words.points:
            yield start, point.end(1)
            start = point.end()
    if start < match.end():
        yield start, match.end()
