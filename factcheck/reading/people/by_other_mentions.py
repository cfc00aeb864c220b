"""The second look at the names of a document: each by the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.reading.people.by_neighbour import Look, Seen
from factcheck.reading.people.capital_runs import Runs
from factcheck.reading.people.identify import RIGHT, WRONG, Meant, agrees
from factcheck.reading.people.known import Known
from factcheck.reading.people.name_words import NameWords
from factcheck.reading.people.office import NO_OFFICE
from factcheck.reading.people.parse import Parsed, last_words
from factcheck.reading.people.spelling import name_apart, skeleton
from factcheck.reference.packs.fold_name import WORD, bare

Name = tuple[str, ...]
"""The words of a name in lower case."""


def second_look(look: Look, runs: Runs, seen: Sequence[Seen]) -> list[Seen]:
    """The names of the first look, with what the article says elsewhere.

    Added are misspelt names of people whom it names rightly elsewhere, and names in headlines that are a slip away
    from one in the text; taken off is what stands in front of a name that also occurs without it.
    """
    bare_names = [one.parsed.words for one in seen if one.cue and not one.parsed.title and len(one.parsed.words) > 1]
    untitled = tuple(dict.fromkeys(bare_names))
    trimmed = [_trim(look, one, untitled) if one.cue == "office" and not one.meant else one for one in seen]
    right = [one.meant for one in seen if one.meant and one.meant.spelling == RIGHT]
    in_office = {id(meant.known) for meant in right if meant.office}
    # Somebody else may bear the name of an office holder: the office or its place must stand in the article.
    sure = [
        known
        for known in {id(meant.known): meant.known for meant in right}.values()
        if id(known) in in_office or look.present(known)
    ]
    everyone = [*trimmed, *_headlines(look, runs, trimmed)]
    return [one if one.meant else _by_others(look, one, sure) for one in everyone]


def _by_others(look: Look, one: Seen, sure: Sequence[Known]) -> Seen:
    """An Al Horis in an article on Al Haris, unless another office stands beside the name."""
    for known in sure:
        name = one.parsed.words
        if len(name) == len(known.words) > 1 and name_apart(name, known.words, look.words.initials) == 1:
            fits = agrees(one.office, known)
            if fits >= 0:
                return one._replace(cue=one.cue or "known", meant=Meant(known, WRONG, fits > 0))
    return one


def _trim(look: Look, one: Seen, untitled: Iterable[Name]) -> Seen:
    """ "Camat Lembah Sari Rahmat Hidayat" is a Rahmat Hidayat where the article has one besides."""
    words = one.parsed.words
    for name in untitled:
        tail = words[-len(name) :]
        if len(tail) < len(words) and _alike(look, tail, name, 1):
            return one._replace(parsed=last_words(one.parsed, len(tail), look.plain))
    return one


def _headlines(look: Look, runs: Runs, seen: Sequence[Seen]) -> Iterator[Seen]:
    """What stands in a headline and differs by one letter from a name of the text."""
    heads = [(span[0], low) for span, low in zip(runs.spans, runs.lows, strict=True) if span[2]]
    names = {one.parsed.words for one in seen if one.cue and len(one.parsed.words) > 1} if heads else ()
    if not names:
        return
    taken = {one.parsed.start for one in seen if one.cue}
    sizes, parts = {len(name) for name in names}, {word for name in names for word in name}
    for start, low in heads:
        for window in _windows(low, start, sizes):
            unlike = window.start not in taken and window.words not in names and not parts.isdisjoint(window.words)
            if unlike and any(_alike(look, window.words, name, 1) for name in names):
                yield Seen(window, NO_OFFICE, "headline", None)


def _windows(low: str, start: int, sizes: Iterable[int]) -> Iterator[Parsed]:
    """All sequences of so many words of a run."""
    words = list(WORD.finditer(low))
    for size in sizes:
        for at in range(len(words) - size + 1):
            window = words[at : at + size]
            name = tuple(bare(word.group()) for word in window)
            yield Parsed(name, start + window[0].start(), start + window[-1].end(), "")


def _alike(look: Look, one: Name, other: Name, most: int) -> bool:
    """Whether two names have as many words, one of them in common, and differ by no more letters than `most`."""
    if len(one) != len(other) or set(one).isdisjoint(other):
        return False
    return name_apart(one, other, look.words.initials) <= most


SHORTEST = 5
"""Letters that a part of a name must have to be told when misspelt."""
LOOK_AHEAD = 20
HEAD = 2
"""Letters at either end of which a slip leaves one end as it is."""


def parts_of(runs: Runs, names: Iterable[tuple[str, ...]]) -> Iterator[tuple[int, int, str]]:
    """Runs of one word that is, but for a slip, a word of one of `names`: start, end, word in lower case."""
    long = (word for name in names if len(name) > 1 for word in name if len(word) >= SHORTEST)
    wanted = {frame for frame in map(skeleton, long) if len(frame) > 2}
    if not wanted:
        return
    for (start, end, headline), low, frame in zip(runs.spans, runs.lows, runs.skeletons, strict=False):
        if frame in wanted and not headline and " " not in low:
            word = low.rstrip("'-")
            yield start, end - len(low) + len(word), bare(word)


def lone_words(runs: Runs, words: Iterable[str]) -> Sequence[tuple[int, int, str]]:
    """Runs of one word of the text that begins or ends as one of `words`, but for one letter in each, and is none."""
    borne = [word for word in words if len(word) >= SHORTEST - 1]
    heads, ends = {word[:HEAD] for word in borne}, {word[-HEAD:] for word in borne}
    return [
        (start, end, low)
        for (start, end, headline), low in (zip(runs.spans, runs.lows, strict=True) if borne else ())
        if (low[:HEAD] in heads or low[-HEAD:] in ends) and " " not in low and low[SHORTEST - 1 :] and not headline
    ]


def speaking(runs: Runs, end: int, words: NameWords) -> bool:
    """Whether the word behind an offset says that the one named before it speaks: "Saiful menambahkan"."""
    following = runs.flat[end : end + LOOK_AHEAD].split()
    return runs.flat[end : end + 1] == " " and bool(following) and following[0] in words.speaks
