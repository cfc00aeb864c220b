"""Names of institutions beside their short form, in either order: Komisi Pemberantasan Korupsi (KPK)."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.cache.patterns import compiled
from factcheck.language.language import Language
from factcheck.language.one_letter import one_letter, swapped
from factcheck.model import Document, Institution, Span
from factcheck.reading.names.neighbours import Word
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.fold_name import WORD, bare, name_words, plain_letters
from factcheck.spans import own_text
from factcheck.typed import NamedTuple

LONGEST, SHORT = 16, 4
"""Words of a name that are looked at, and of a short form."""
LONGEST_WORD = 40
"""Code points of a word of a name at most."""
REACH = 160
"""Code points that a name in front of its short form takes at most."""
LONG, MAIN = 4, 5
"""Words that a name has at least which one word of its own does not make another, and letters of such a word."""
STEM, ENDING = 5, 4
"""Letters that two forms of one word begin with, and by how many the one may be longer: Legislatif, Legislasi."""
PART = 3
"""Letters of a word that a short form has at least where it is put together of parts."""
SWAPPABLE = 5
"""Letters of a short form that is told with one letter off."""
# The look back stands behind the bracket, so that the search can leap from bracket to bracket.
_BRACKETS = compiled(r"\((?<=[ \n].)(?=[^()\n]*[^\W\d_])([^()\n]{2,120})\)")
_PLAIN_NAME = compiled(r"(?:[a-z]{1,20} ){0,9}[a-z]{1,20}")
_BREAK = compiled(r"[.;:!?\"()]|\n\s*\n")


class WrongForm(NamedTuple):
    """A name beside its short form, of which a word (or the short form) is not as it should be.

    `span` is the whole of what is written, name and short form; `word` what is wrong, `right` what it should read.
    """

    span: Span
    word: Span
    right: str
    institution: Institution


def find_wrong_forms(document: Document, language: Language, reference: Reference) -> Iterator[WrongForm]:
    """The pairs of a name and a short form in brackets that differ from what the reference has by a slip."""
    plain, own = document.plain, own_text(document)
    for match in _BRACKETS.finditer(plain):
        if own.holds(match.start() - 1):
            found = _beside(plain, match, reference)
            if found is not None and not _who_heads(plain[slice(*found.word)], found.right, language):
                yield found


def _who_heads(written: str, right: str, language: Language) -> bool:
    """Whether one short form is of who heads the house of the other: Kejaksaan Negeri (Kajari)."""
    both = {written.lower(), right.lower()}
    return any(
        len([one for one in both if one.startswith(tuple(pair))]) == 2 and not _one_head(both, pair)
        for pair in language.names.heads
    )


def _one_head(both: set[str], pair: Sequence[str]) -> bool:
    return all(one.startswith(pair[0]) for one in both) or all(one.startswith(pair[1]) for one in both)


def _beside(plain: str, match: re.Match[str], reference: Reference) -> WrongForm | None:
    """What is wrong with the words before a bracket and in it."""
    inner, end = match[1].strip(), match.start() - 1
    known = reference.institutions(inner)
    if known and not _is_name(inner, known):
        return None if _named_before(plain, end, known) else _wrong_name(_words_before(plain, end), known, match.end())
    if not _may_end_a_name(plain, end, reference):
        return None
    before, within = _words_before(plain, end), list(_words(plain, *match.span(1)))
    for size in range(1, min(SHORT, len(before)) + 1) if len(within) > 1 else ():
        short = plain[before[-size].start : end]
        known = reference.institutions(short)
        if known and not _is_name(short, known):
            return _wrong_name(within, known, match.end())
    return _wrong_short(match, before, reference) if len(within) == 1 else None


def _may_end_a_name(plain: str, end: int, reference: Reference) -> bool:
    """Whether the word before a bracket is the last of a name or a short form of the reference; most are not. Where it
    has an accent or an apostrophe, that is not told so easily."""
    words = plain[max(0, end - LONGEST_WORD) : end].lower().split()
    told = len(words) > 1 and words[-1].isascii() and words[-1].isalnum()
    return not told or words[-1] in _last_words(reference.whole)


@lru_cache(maxsize=8)
def _last_words(reference: Reference) -> frozenset[str]:
    """The last words of all names and short forms."""
    return frozenset(name.rpartition(" ")[2] for name in reference.expansions)


def _is_name(written: str, known: Sequence[Institution]) -> bool:
    """Whether what was found is a full name and no short form."""
    return any(name_words(written) == name_words(name) for one in known for name in (one.name, *one.also))


def _words_before(plain: str, end: int) -> list[Word]:
    """The words before an offset back to the next mark that ends a name."""
    start = max(0, end - REACH)
    breaks = [mark.end() for mark in _BREAK.finditer(plain, start, end)]
    start = breaks[-1] if breaks else start
    return list(_words(plain, start, end))[-LONGEST:]


def _words(plain: str, start: int, end: int) -> Iterator[Word]:
    for match in WORD.finditer(plain, start, end):
        yield Word(plain_letters(bare(match.group().lower())), *match.span())


def _named_before(plain: str, end: int, known: Sequence[Institution]) -> bool:
    """Whether one of the names stands letter for letter before a bracket, as most do; else its words are looked at."""
    before = plain[max(0, end - REACH) : end].lower()
    names = (name.lower() for one in known for name in (one.name, *one.also))
    return any(before.endswith(f" {name}") and _PLAIN_NAME.fullmatch(name) for name in names)


def _wrong_name(words: Sequence[Word], known: Sequence[Institution], end: int) -> WrongForm | None:
    """The word of a name that is not as in the one name that it is nearest to; None where the name is right."""
    wrong = []
    for one in known:
        for name in (one.name, *one.also):
            right = name_words(name)
            tail = words[-len(right) :]
            if len(tail) < len(right):
                continue
            off = [place for place, word in enumerate(tail) if word.low != right[place]]
            if not off:
                return None
            if len(off) == 1 and len(right) > 1 and _is_meant(tail[off[0]].low, off[0], right):
                word = tail[off[0]]
                span = Span(tail[0].start, end)
                wrong.append(WrongForm(span, Span(word.start, word.end), WORD.findall(name)[off[0]], one))
    wrong = wrong or list(_listed(words, known, end))
    return wrong[0] if len({form.right for form in wrong}) == 1 else None


def _listed(words: Sequence[Word], known: Sequence[Institution], end: int) -> Iterator[WrongForm]:
    """The word that is off where words are a misspelling which the reference lists, be it a word of its own: "Kartu
    Tanda Pendukung (KTP)"."""
    for one in known:
        right = WORD.findall(one.name)
        for listed in one.wrong:
            written = name_words(listed)
            tail = words[-len(written) :]
            if len(written) == len(right) and [word.low for word in tail] == [*written]:
                off = next(at for at, word in enumerate(tail) if word.low != name_words(one.name)[at])
                place = Span(tail[off].start, tail[off].end)
                yield WrongForm(Span(tail[0].start, end), place, right[off], one)


def _is_meant(written: str, place: int, name: Sequence[str]) -> bool:
    """Whether a word stands for that of a name: as a slip or another form of it, or, in a long name that is else as it
    should be, as another word of the same letter, behind the first: "… Klimatologi, dan Geologi (BMKG)"."""
    right = name[place]
    alike = written[:1] == right[:1] and min(len(written), len(right)) >= MAIN
    return _one_word(written, right) or (place > 0 and len(name) >= LONG and alike)


def _one_word(written: str, right: str) -> bool:
    """Whether one is a slip of the other, or another form of the same word."""
    if one_letter(written, right):
        return len(right) >= SHORT
    stem = 0
    for one, other in zip(written, right, strict=False):
        if one != other:
            break
        stem += 1
    ending = max(len(written), len(right)) - stem
    return stem >= STEM and ending <= 2 * ENDING and abs(len(written) - len(right)) <= ENDING


def _wrong_short(match: re.Match[str], before: Sequence[Word], reference: Reference) -> WrongForm | None:
    """The short form of a name that is written right, two of its letters swapped or one inside it off."""
    inner = match[1].strip()
    for size in range(min(LONGEST, len(before)), 1, -1):
        known = reference.institutions(" ".join(word.low for word in before[-size:]))
        if known:
            if _of_own_parts(inner.lower(), [word.low for word in before[-size:]]):
                return None
            near = [(short, one) for one in known for short in one.short if _misspelt(inner.lower(), short.lower())]
            span = Span(before[-size].start, match.end())
            return WrongForm(span, Span(*match.span(1)), *near[0]) if len(near) == 1 else None
    return None


def _of_own_parts(short: str, words: Sequence[str]) -> bool:
    """ "Dinas Pendidikan (Dindik)": whether a short form is put together of parts of the words, in their order, the
    first of them the beginning of the first word. Another house's way is no slip."""
    sizes = range(PART, len(short) + 1)
    return any(words[0].startswith(short[:size]) and _of_parts(short[size:], words[1:]) for size in sizes)


def _of_parts(short: str, words: Sequence[str]) -> bool:
    if not words or not short:
        return not short
    sizes = range(PART, len(short) + 1)
    return any(short[:size] in words[0] and _of_parts(short[size:], words[1:]) for size in sizes)


def _misspelt(written: str, short: str) -> bool:
    written, short = (one.replace("-", "").replace(" ", "") for one in (written, short))
    if written.startswith(short):
        return False  # "BUMDesa" for "BUM Des": a longer short form is one of its own
    ends = written[:1] == short[:1] and written[-1:] == short[-1:]
    return ends and (swapped(written, short) or (len(short) >= SWAPPABLE and one_letter(written, short)))
