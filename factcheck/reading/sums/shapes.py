"""Sentence shapes of the word lists as patterns over text with its figures masked."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from factcheck.cache.once import once
from factcheck.cache.patterns import compiled
from factcheck.language.figures import DateMention, Number
from factcheck.language.fold import alternation, plain_words, whole_places, whole_word
from factcheck.language.language import Language
from factcheck.language.tables import ShapeRow
from factcheck.typed import NamedTuple

PLAIN, MONEY, PERCENT, YEAR, VERB, FILL = "\ue000\ue001\ue002\ue003\ue004\ue00f"
OPERANDS = {
    "A": f"[{PLAIN}{MONEY}{PERCENT}]",
    "B": f"[{PLAIN}{MONEY}{PERCENT}]",
    "X": f"[{PLAIN}{MONEY}]",
    "P": PERCENT,
}
_LETTERS = compiled("[a-z]+")
_COUNTING = frozenset((PLAIN, MONEY, PERCENT))
FIGURES = tuple(f"{{{role}}}" for role in OPERANDS)
GAP = f"[^{PLAIN}{MONEY}{PERCENT}.!?;\n]"
WIDEST = 60
"""Letters between two figures that still belong together."""
NEAR = 20
"""Letters in front of a shape in which a word stands right before it."""
STOP = "."
"""The token of a shape for the end of a sentence that goes on in the next."""


class Stretch:
    """A piece of the masked text with figures at `places`, whose marks are `marks`, and with `words`; `verb`: it has a
    word of rising or falling."""

    def __init__(self, masked: str, start: int, end: int, places: Sequence[int]) -> None:
        self.start, self.end, self.places = start, end, places
        self.verb = masked.find(VERB, start, end) >= 0
        self.marks = "".join([masked[place] for place in places])
        self.words = plain_words(masked[start:end])
        self._rows: dict[re.Pattern[str], list[int]] = {}

    def rows(self, figures: re.Pattern[str]) -> list[int]:
        """Which of the figures begin a row of the kinds that a pattern has."""
        if figures not in self._rows:
            self._rows[figures] = [row.start() for row in figures.finditer(self.marks)]
        return self._rows[figures]


class Shape(NamedTuple):
    """A sentence shape: what it computes, what it cannot do without, and its pattern.

    `figures` finds in the marks of a stretch where those of its figures begin, `leads` are the words in front of each
    figure, behind the one before: of each tuple one stands there; `words` are those tuples that are
    letters alone. `without`, `not_before` and `not_after` are words that must not stand in it, in front of it or behind
    it. `not_counts`: where the figures compared are whole numbers,
    the shape leaves open what is meant. `paired`: it goes over two sentences. `aimed`: its whole is
    what was aimed at ("dari target Rp255 miliar"). `loose`: its words alone do not bind its figures, so the figures
    must be near what they should be. Patterns are compiled when first needed: an article
    with no percentage needs few.
    """

    kind: str
    figures: re.Pattern[str]
    leads: tuple[tuple[tuple[str, ...], ...], ...]
    words: tuple[frozenset[str], ...]
    tokens: tuple[str, ...]
    without: tuple[str, ...]
    not_before: tuple[str, ...]
    not_after: tuple[str, ...]
    not_counts: bool
    paired: bool
    loose: bool
    aimed: bool

    def matches(self, masked: str, stretch: Stretch) -> Iterator[re.Match[str]]:
        """Where the shape occurs in a stretch of the masked text."""
        if not self._fits(masked, stretch):
            return
        for match in _compiled(self.tokens).finditer(masked, stretch.start, stretch.end):
            before = masked[max(0, match.start() - NEAR) : match.start()].rstrip()
            refused = self.not_after and _behind(self.not_after).match(masked, match.end())
            if not refused and not before.endswith(self.not_before) and not whole_words(self.without).search(match[0]):
                yield match

    def _fits(self, masked: str, stretch: Stretch) -> bool:
        """Whether some figures in a row are of the shape's kinds and have its words between them."""
        if any(map(stretch.words.isdisjoint, self.words)):  # as most
            return False
        size, before = len(self.leads), (stretch.start, *stretch.places)
        return any(self._leads(masked, before[at : at + size + 1]) for at in stretch.rows(self.figures))

    def _leads(self, masked: str, places: Sequence[int]) -> bool:
        for before, place, needs in zip(places, places[1:], self.leads, strict=False):
            for words in needs:
                for word in words:
                    if masked.find(word, before, place) >= 0:
                        break
                else:
                    return False
        return True


@lru_cache(maxsize=1024)
def shapes_for(language: Language, paired: bool, marks: str, verb: bool) -> tuple[Shape, ...]:
    """The shapes of one sentence, or of two, that figures with these marks in a row may have: of three or four figures
    there are few rows, and they come again and again."""
    alike = (
        (number, roles)
        for number, (_, tokens, roles) in enumerate(_written_out(language))
        if (STOP in tokens) == paired and (verb or "{verb}" not in tokens)
    )
    rows = (number for number, roles in alike if len(roles) <= len(marks) and _figures(roles).search(marks))
    return tuple(_shape(language, number) for number in rows)


@cache
def _written_out(language: Language) -> tuple[tuple[ShapeRow, tuple[str, ...], str], ...]:
    """The rows of `changes.toml` (none for a language without one), each with its tokens and the roles of its figures:
    with its word classes, once for each way to tell the size of a change."""
    words, written = language.changes, []
    for entry in words.shapes:
        for size in words.sizes if "{D}" in entry.shape else ("",):
            tokens = entry.shape.replace("{D}", size).split()
            roles = "".join([token[1] for token in tokens if token in FIGURES])
            full = [words.classes[token[1:-1]] if token.startswith("<") else token for token in tokens]
            written.append((entry, tuple(full), roles))
    return tuple(written)


@cache
def _shape(language: Language, number: int) -> Shape:
    """A shape by its place among those written out: of the hundred that there are an article asks for some."""
    (entry, tokens, roles), words = _written_out(language)[number], language.changes
    breaks = (*words.breaks, *(words.loose_breaks if entry.loose else ()))
    leads = tuple(_leads(tokens))
    return Shape(
        entry.kind,
        _figures(roles),
        leads,
        tuple(frozenset(each) for needs in leads for each in needs if all(map(_LETTERS.fullmatch, each))),
        tokens,
        (*(word for word in breaks if word not in entry.allows), *entry.without),
        entry.not_before,
        entry.not_after,
        entry.not_counts,
        STOP in tokens,
        entry.loose,
        bool(entry.allows),
    )


def _leads(tokens: Sequence[str]) -> Iterator[tuple[tuple[str, ...], ...]]:
    """The words in front of each figure of a shape: of each tuple one must stand there."""
    words: list[tuple[str, ...]] = []
    for token in tokens:
        if token in FIGURES:
            yield tuple(words)
            words = []
        elif not token.startswith(("~", STOP)):
            words.append((VERB,) if token == "{verb}" else tuple(token.split("|")))


@cache
def _figures(roles: str) -> re.Pattern[str]:
    return compiled(f"(?={''.join(OPERANDS[role] for role in roles)})")


@cache
def _compiled(tokens: tuple[str, ...]) -> re.Pattern[str]:
    # Nothing of a shape begins with a blank or a fill, so what is read of them is not given back to try another way; no
    # shape goes on over the end of a line: the item of a list above is no figure of the sentence below.
    return compiled(r"[^\S\n]{0,2}+".join(map(_piece, tokens)))


@cache
def _behind(words: tuple[str, ...]) -> re.Pattern[str]:
    # what a stretch leaves off of its last figure; "1,1 juta orang dari September": a word for what is counted
    return compiled(rf"{FILL}*+\s{{0,2}}(?:[a-z]{{2,20}}\s)?(?:{alternation(words)})(?![a-z])")


def _piece(token: str) -> str:
    if token.startswith("~"):
        return f"{GAP}{{0,{token[1:] or WIDEST}}}?"
    if token == "{verb}":
        return f"(?P<verb>{VERB}{FILL}*+)"
    if token == STOP:
        return r"[.]\s{1,3}"
    if token.startswith("{"):
        return f"(?P<{token[1]}>{OPERANDS[token[1]]}){FILL}*+"
    parts = token.split("|")
    named = [part for part in parts if part.isalpha()]
    signs = [re.escape(part) for part in parts if not part.isalpha()]
    return "(?:" + "|".join([rf"(?<![a-z])(?:{'|'.join(named)})(?![a-z])", *signs]) + ")"


@cache
def whole_words(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for any of `words` as a whole word of folded text."""
    return compiled(whole_word(words))


def mark_verbs(masked: str, low: str, language: Language) -> str:
    """The masked text with the words of rising and falling marked, at the same length; `low` is the folded text."""
    pieces, free = [], 0
    for start, end in whole_places(masked, low, _verb_forms(language)):
        pieces += [masked[free:start], VERB + FILL * (end - start - 1)]
        free = end
    return "".join([*pieces, masked[free:]]) if pieces else masked


@cache
def _verb_forms(language: Language) -> tuple[str, ...]:
    """The words of rising and falling with all their endings."""
    verbs, change = language.changes.verbs, language.words.change
    stems = (*change.up, *change.down, *verbs.up, *verbs.down, *verbs.apart)
    return (*stems, *(stem + suffix for stem in stems for suffix in verbs.suffixes))


@once
def mask(low: str, numbers: Sequence[Number], dates: Sequence[DateMention] = ()) -> str:
    """The folded text with each figure replaced, at the same length, by a mark of what it is.

    Dates, years, ordinals and Roman numerals are no operands: they are part of what stands between figures.
    """
    signs = _marks(low, numbers)
    marks = [(number.start, number.end, sign) for number, sign in zip(numbers, signs, strict=True)]
    marks += [(date.start, date.end, YEAR) for date in dates]
    pieces, free = [], 0
    for start, end, sign in sorted(marks):
        pieces += [low[free:start], sign + FILL * (end - start - 1)]
        free = end
    return "".join([*pieces, low[free:]])


@once
def _marks(low: str, numbers: Sequence[Number]) -> list[str]:
    """The marks of the figures of a text."""
    return [_mark(low, number) for number in numbers]


def operands(low: str, numbers: Sequence[Number]) -> list[Number]:
    """The figures that count or measure: no ordinals, Roman numerals or years."""
    return [number for number, sign in zip(numbers, _marks(low, numbers), strict=True) if sign != YEAR]


def masked_figures(masked: str, numbers: Sequence[Number]) -> list[Number]:
    """The figures of which the masked text has the mark of one that counts or measures."""
    return [number for number in numbers if masked[number.start] in _COUNTING]


def _mark(low: str, number: Number) -> str:
    if number.unit == "percent":
        return PERCENT
    if number.form in ("ordinal", "roman") or is_year(low, number):
        return YEAR
    return MONEY if number.unit else PLAIN


def is_year(low: str, number: Number) -> bool:
    """Four digits from 1900 to 2050 with nothing around them: no quantity as far as one can know."""
    if number.end - number.start != 4:
        return False
    written = low[number.start : number.end]
    return written.isdigit() and "1900" <= written <= "2050"
