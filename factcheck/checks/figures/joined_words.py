"""Words of two scales said in one breath: "zona kuning kualitas tinggi", "kepatuhan sedang alias zona merah"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.judging.case import Case
from factcheck.reading.evidence.words.borne_words import PAIR
from factcheck.reading.evidence.words.twin_words import told_alike
from factcheck.reading.evidence.words.words_of_scales import Word, words_in
from factcheck.reading.scan.frame import SCALED, Frame, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.values.mood import irrealis

APART = (Tag.BIND_AND, Tag.BIND_TO, Tag.CLOSE)
"""Behind one of these another begins: "zona hijau (kepatuhan tinggi), zona kuning (kepatuhan sedang)"."""
Labels = Mapping[str, str]


def parted_words(case: Case) -> Iterator[tuple[Word, Word]]:
    """Each two words said in one breath that no step of any scale of their pack has, where neither stands beside
    another that its step has: "hijau kepatuhan tinggi, kuning kepatuhan sedang"."""
    packs = frozenset(pack.name for pack in case.reference.packs)
    steps = {pack: [dict(band.labels) for band in case.reference.steps(pack)] for pack in packs}
    for frame in with_tag(case.frames, SCALED):
        if len(frame.having(SCALED)) >= PAIR and frame.sentence.kind not in ("row", "header"):
            pairs = [pair for pair in told_alike(frame, words_in(frame, packs)) if _in_one_breath(frame, *pair)]
            right = {word for pair in pairs if _are_of_a_step(*pair, steps[pair[0].pack]) for word in pair}
            wrong = (pair for pair in pairs if right.isdisjoint(pair) and _are_known(*pair, steps[pair[0].pack]))
            yield from (pair for pair in wrong if not any(irrealis(frame, word.at) for word in pair))


def _in_one_breath(frame: Frame, one: Word, other: Word) -> bool:
    """Whether nothing parts two words: a comma does in a list of steps."""
    apart = APART if len(frame.having(SCALED)) == PAIR else (*APART, Tag.COMMA)
    return one.measure != other.measure and not frame.has_any(apart, one.at + 1, other.at)


def _are_of_a_step(one: Word, other: Word, steps: Sequence[Labels]) -> bool:
    """Whether a step of any scale has both words, or one that is said loosely for another: "tinggi" for "tertinggi"."""
    return any(_is_meant(one, step) and _is_meant(other, step) for step in steps)


def _is_meant(word: Word, step: Labels) -> bool:
    own = step.get(word.measure, "")
    return own != "" and (word.word == own or (len(word.word) > 1 and (word.word in own or own in word.word)))


def _are_known(one: Word, other: Word, steps: Sequence[Labels]) -> bool:
    """Whether each is the word of a step that has one for the other's scale too."""
    both = [step for step in steps if step.get(one.measure) and step.get(other.measure)]
    return all(any(step[word.measure] == word.word for step in both) for word in (one, other))
