"""Blocks into sentences, quotations, and link lines that stand in the middle of a paragraph."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence

from factcheck.cache.patterns import compiled
from factcheck.language.tables import ProseWords
from factcheck.model import Block, Span

# One class of signs first, so that the search can leap from one to the next.
_END = compiled(r"[.!?*](?:(?<!\*)[.!?]*[\"')]*(?=\s)|(?<=\*)$)")
_WORD_BEFORE = compiled(r"\w+$")
_QUOTE = compiled(r'"|\'\'')
_WORD = compiled(r"\S+")
_LABEL = compiled(r"[^\W\d_]+ [0-9]{1,3}\.(?=[ \t]+[^\W\d_])")
LONGEST = 4_000
"""Characters of a sentence: a list of all regencies of a province has two thousand."""
QUOTE_LIMIT = 1500
"""A quotation longer than this has lost its closing mark."""


def split(plain: str, block: Block, words: ProseWords) -> list[Span]:
    """The sentences of a paragraph as spans without outer blanks; any other block is one sentence."""
    if block.kind not in ("paragraph", "item", "caption"):
        return _trimmed(plain, list(itertools.pairwise(_bounded(plain, [block.start, block.end]))))
    short = words.sentence.abbreviations
    cuts = [block.start]
    label = _label_end(plain, block)
    for match in _END.finditer(plain, block.start, block.end):
        at, end = match.span()
        if end != label and _ends(plain, at, end, cuts[-1], short):
            cuts.append(end)
    cuts.append(block.end)
    return _trimmed(plain, list(itertools.pairwise(_bounded(plain, cuts))))


def _label_end(plain: str, block: Block) -> int:
    """Where a word with its number ends that a block begins with, 0 where it begins otherwise: "Peringkat 2. Kota
    Blitar (91,20)", "Juara 1. Kabupaten Bogor" are a sentence each, and their number has its dot from lists."""
    found = _LABEL.match(plain, block.start, block.end)
    return found.end() if found is not None else 0


def _bounded(plain: str, cuts: Sequence[int]) -> Sequence[int]:
    """The cuts, and more where none is near: all that is said in a sentence is held against all else in it."""
    return cuts if cuts[-1] - cuts[0] <= LONGEST else [*_cut(plain, cuts)]


def _cut(plain: str, cuts: Sequence[int]) -> Iterator[int]:
    for start, end in itertools.pairwise(cuts):
        at = start
        yield at
        while end - at > LONGEST:
            comma, blank = (plain.rfind(sign, at + LONGEST // 2, at + LONGEST) + 1 for sign in (", ", " "))
            at = comma or blank or at + LONGEST
            yield at
    yield cuts[-1]


def quotations(plain: str, block: Block) -> list[Span]:
    """What stands between double quotation marks (or two single ones) within a block."""
    spans: list[Span] = []
    if plain.find('"', block.start, block.end) < 0 and plain.find("''", block.start, block.end) < 0:
        return spans
    opened = -1
    for match in _QUOTE.finditer(plain, block.start, block.end):
        if opened < 0:
            opened = match.end()
        elif match.start() - opened <= QUOTE_LIMIT:
            spans.append(Span(opened, match.start()))
            opened = -1
        else:
            opened = match.end()
    return spans


def link_lines(plain: str, block: Block, words: ProseWords) -> list[Span]:
    """Headlines of other articles run into a paragraph: "… kata Sekda. BACA JUGA:Harga Sawit Turun Petani …".

    The headline is taken to reach as long as the words begin with capitals; its last word is given back,
    for it may be the first of the next sentence.
    """
    spans: list[Span] = []
    low = plain[block.start : block.end].lower()
    for phrase in words.sentence.inline_boilerplate:
        at = low.find(phrase)
        while at >= 0:
            start = block.start + at
            spans.append(Span(start, _headline_end(plain, start + len(phrase), block.end)))
            at = low.find(phrase, at + len(phrase))
    return spans


def _headline_end(plain: str, start: int, limit: int) -> int:
    last, before = start, start
    small = 0
    for match in _WORD.finditer(plain, start, limit):
        first = match.group().lstrip("\"'(:")[:1]
        if first.islower():
            small += 1
            if small > 1 or len(match.group()) > 6:
                return before
            continue
        small = 0
        last, before = match.end(), last
        if match.group().endswith((".", "?", "!")):
            return match.end()
    return limit


def _ends(plain: str, at: int, end: int, start: int, short: Collection[str]) -> bool:
    following = plain[end : end + 3].strip()[:1]
    if following and not (following.isupper() or following.isdigit() or following in "\"'(*-"):
        return False
    if plain[at] != ".":
        return True
    word = _word_before(plain[max(start, at - 20) : at])
    if not word:
        return True
    if len(word) == 1 and word.isupper():
        return _lower_word_before(plain, at - 1)
    return word.lower() not in short or plain[at + 1 : at + 2] in "\"')"


def _word_before(text: str) -> str:
    """The word that a piece of text ends with, empty where it ends with none."""
    last = text.rpartition(" ")[2]
    if last.isalnum():  # as nearly always
        return last
    found = _WORD_BEFORE.search(last)
    return found[0] if found else ""


def _lower_word_before(plain: str, at: int) -> bool:
    """ "kategorinya A. Ini …" and "13 B, dan 2 C. Pada …" end a sentence, "Rahmat F. Editor …" does not."""
    words = plain[max(0, at - 25) : at].split()
    return bool(words) and (words[-1][:1].islower() or words[-1].isdigit())


def _trimmed(plain: str, pairs: list[tuple[int, int]]) -> list[Span]:
    spans = (_trim(plain, *pair) for pair in pairs)
    return [span for span in spans if span.start < span.end]


def _trim(plain: str, start: int, end: int) -> Span:
    while start < end and plain[start].isspace():
        start += 1
    while start < end and plain[end - 1].isspace():
        end -= 1
    return Span(start, end)
