"""Whether a word of a scale is hardly right by chance: who may be meant, and when those it is right of were."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from factcheck.judging.carried_words import may_be_anothers
from factcheck.judging.case import Case
from factcheck.judging.grounds.word_grounds import may_be_said
from factcheck.judging.vouching import spoken_years
from factcheck.judging.word_changes import is_left
from factcheck.model import Claim, How, Span, year_of
from factcheck.reading.evidence.words.list_shares import BACK, PLACED
from factcheck.reading.evidence.words.words_of_scales import Word, counting
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import VALUE_OF, Tag
from factcheck.reading.values.mood import asks_who

PAIR, MANY = 2, 3
REST = (Tag.COUNT_LEFT, Tag.COUNT_OTHER)
MEANT = (Tag.ENTITY_SELF, Tag.ENTITY_MAIN)
"""What may stand for whom the draft is about: "pemkot sendiri", "the province itself"."""
YEARS = (Tag.YEAR_DIGITS, Tag.YEAR, Tag.YEAR_ANCHORED, Tag.BIND_THEN)


def may_be_told(case: Case, frame: Frame, word: Word) -> bool:
    """Whether the sentence of a word tells a year, or names several or says that it is of several, or answers a
    question; and nothing says that it is wished, counts others or is of the rest."""
    if asks_who(frame) or is_placed(frame, word):
        return asks_who(frame) or _stands_below_list(case, frame)
    if counts_others(frame, word):
        return False
    them = any(not frame.after(at, Tag.GROUP) for at in frame.having(Tag.MOOD_THEM))  # not "semua pemda"
    if frame.has(Tag.COLLECTIVE) or them or len(frame.subjects()) >= PAIR:
        return True
    dated = frame.has_any(YEARS) and not frame.has(Tag.MOOD_NEGATION)
    named = frame.names_between() or frame.has_any(MEANT) or _goes_on_from_one(case, frame)
    return (dated and named) or _answers(case, frame, word)


def _goes_on_from_one(case: Case, frame: Frame) -> bool:
    """Whether the sentence before names one alone, and this one nobody and no group."""
    before = case.frames[frame.sentence.place - 1] if frame.sentence.place else frame
    groups = (
        at for at in frame.having(Tag.GROUP) if not frame.before(at, Tag.ENTITY_SELF) and not _is_size(frame, at - 1)
    )
    return names_one(before) and not frame.names_between() and not any(groups)


def names_one(frame: Frame) -> bool:
    """Whether a sentence names one alone, or nobody but a government: "Bagaimana pemerintah provinsi?"."""
    return len(frame.subjects()) == 1 or is_of_government(frame)


def is_of_government(frame: Frame) -> bool:
    """Whether a sentence names nobody and speaks of one government: "Pemprov itu ceritanya tersendiri"."""
    governments = frame.having(Tag.ENTITY_GOVERNMENT)
    return len(governments) == 1 and not frame.names_between() and not frame.before(governments[0], Tag.MOOD_ALL, 1)


def is_placed(frame: Frame, word: Word) -> bool:
    """ "Empat nama paling atas hijau": whether a word counts several who are told by their place."""
    numbers = frame.having(FIGURES, 0, word.at)
    if not numbers or counting(frame, word) < MANY:
        return False
    return frame.has_any((Tag.EXTREME, Tag.RANK_RANGE), numbers[0], word.at) or frame.has(
        Tag.COUNT_LEFT, 0, numbers[-1]
    )


def _stands_below_list(case: Case, frame: Frame) -> bool:
    """Whether lines of a list stand near in front of a sentence."""
    before = case.frames[max(0, frame.sentence.place - BACK) : frame.sentence.place]
    return any(one.sentence.kind in ("item", "row") for one in before)


def counts_others(frame: Frame, word: Word) -> bool:
    """ "13 kuning", "hijau 179", "tiga dari 24 kota yang hijau", "selebihnya merah": whether a word counts those whom
    nothing behind it names, or is of the rest."""
    named = frame.subjects(word.at)
    if named and not frame.has_any((Tag.STOP, SCALED), word.at + 1, named[0]):
        opened = frame.has_any((Tag.COLON, Tag.BIND_OPENER), word.at, word.at + MANY)
        return not opened and frame.has_any(REST, 0, word.at)
    near = range(max(0, word.at - PAIR), min(len(frame.mentions), word.at + PAIR + 1))  # "yang hijau sudah 36"
    counted = any(_counts(frame, at) for at in near if at != word.at)
    grouped = any(frame.after(at, Tag.GROUP) and not _is_size(frame, at) for at in frame.having(FIGURES, 0, word.at))
    return counted or grouped or frame.has_any(REST, 0, word.at)


def _is_size(frame: Frame, at: int) -> bool:
    """Whether a number says of how many a rank is: "urutan 22 dari 34 provinsi"."""
    return frame.before(at, Tag.RANK_AMONG) and frame.has_any((Tag.RANK_CUE, Tag.RANK_NUMBERED), 0, at)


def _counts(frame: Frame, at: int) -> bool:
    number, tags = frame.mentions[at].number, frame.mentions[at].tags
    return number is not None and number.quantum == 1 and Tag.YEAR_DIGITS not in tags


def is_sure(case: Case, frame: Frame, word: Word, claims: Sequence[Claim]) -> bool:
    """Whether claims of another word are hardly right by chance: of one year and of nobody twice, and the word as
    written was theirs in no year that may be meant."""
    subjects = {one.subject for one in claims}
    sizes = {int(frame.mentions[at].tags[Tag.COLLECTIVE]) for at in frame.having(Tag.COLLECTIVE, 0, word.at)}
    if len({one.period for one in claims}) > 1 or len(subjects) < len(claims) or sizes - {len(claims)}:
        return False
    dated = all(one.period_span is not None for one in claims)
    if not (dated and len(claims) >= MANY) and any(_bore(case, frame, word, one) for one in claims):
        return False
    if not all(may_be_said(case, one) and not is_left(case, one) for one in claims):
        return False
    if any(may_be_anothers(case, one) for one in claims if _is_carried(one)):
        return False
    if len(claims) >= PAIR:
        counted = counting(frame, word) >= MANY and not frame.names_between()
        if counted or asks_who(frame) or counts_others(frame, word):
            return _are_all(frame, word, claims)
        named = [one for one in claims if one.subject_span is not None]
        carried = (one for one in claims if one.subject_span is None)
        return (
            bool(named) and _are_named(frame, word, named) and all(_goes_on(case, frame, word, one) for one in carried)
        )
    return (_is_dated(case, frame, claims[0]) and not _is_later(frame, word, claims[0])) or _answers(case, frame, word)


def _is_later(frame: Frame, word: Word, claim: Claim) -> bool:
    """ "The Arfak Mountains, 28.47 in 2021, climbed as far as yellow": whether a word for a change stands between a
    word of a scale and its year, which is that of a figure right in front of it: it may be of any year behind that."""
    year = next((at for at in frame.having(Tag.YEAR_DIGITS, 0, word.at) if _is_at(frame, at, claim.period_span)), -1)
    if year < 0 or not frame.has(Tag.CHANGE, year, word.at):
        return False
    figures = [at for at in frame.having(FIGURES, 0, year) if not frame.has(Tag.YEAR_DIGITS, at, at + 1)]
    return bool(figures) and not frame.has_any((Tag.COMMA, Tag.BIND_AND), figures[-1], year)


def _is_at(frame: Frame, at: int, span: Span | None) -> bool:
    return span is not None and frame.mentions[at].start == span.start


def _are_all(frame: Frame, word: Word, claims: Sequence[Claim]) -> bool:
    """ "Lalu yang B? Paser, Berau, …", "Empat nama paling atas hijau": whether a word is of just so many as it counts,
    or of several whom the answer to what it asks names."""
    named = all(one.subject_span is not None for one in claims)
    counted = counting(frame, word) == len(claims) and frame.has_any(PLACED, 0, word.at)
    return named and len(claims) >= MANY and (counted or asks_who(frame))


def _are_named(frame: Frame, word: Word, claims: Sequence[Claim]) -> bool:
    """Whether all of whom a word is said are named in its sentence, nobody else and no other word of its scale between,
    or meant by "keduanya" in front of it."""
    meant = sorted((*frame.having(Tag.COLLECTIVE, 0, word.at), *frame.having(Tag.MOOD_THEM, 0, word.at)))
    if meant and not frame.names_between(meant[-1], word.at) and not frame.before(meant[-1], Tag.GROUP):
        return all(one.subject_span is not None and one.subject_span.end <= word.span.start for one in claims)
    spans = [one.subject_span for one in claims if one.subject_span is not None]
    inside = [span for span in spans if frame.sentence.start <= span.start < frame.sentence.end]
    if len(inside) < len(claims):
        return False
    starts = {span.start for span in inside}
    first, last = min((*starts, word.span.start)), max((*starts, word.span.start))
    between = [at for at, one in enumerate(frame.mentions) if first < one.start < last]
    others = (f"{VALUE_OF}{word.measure}" in frame.mentions[at].tags and at != word.at for at in between)
    left_out = (at in frame.subjects() and frame.mentions[at].start not in starts for at in between)
    return not any(others) and not any(left_out)


def _goes_on(case: Case, frame: Frame, word: Word, claim: Claim) -> bool:
    """Whether a claim of a told year goes on with the one whom the sentence before names alone."""
    before = case.frames[claim.sentence - 1] if claim.sentence else frame
    return claim.period_span is not None and len(before.subjects()) == 1 and not frame.names_between(0, word.at)


def _is_carried(claim: Claim) -> bool:
    return any(part.is_subject for part in claim.how)


def _bore(case: Case, frame: Frame, word: Word, claim: Claim) -> bool:
    """Whether the subject of a claim had a word in a year that may be meant: any that the draft speaks of, where no
    other is written in the sentence that alone; a year told from today may be another."""
    written = {frame.mentions[at].tags[Tag.YEAR_DIGITS] for at in frame.having(Tag.YEAR_DIGITS)}
    alone = claim.period in written and not frame.has(Tag.BIND_THEN) and written.issuperset(_years_counted(case, frame))
    years: Collection[str] = written if alone else spoken_years(case)
    facts = case.reference.facts(word.measure, claim.subject, "", word.pack)
    return any(str(fact.value) == word.word and year_of(fact.period) in years for fact in facts)


def _years_counted(case: Case, frame: Frame) -> Iterator[str]:
    """The years that a sentence tells by counting from that of the article: "tahun lalu"."""
    main = case.article.about.period if case.article.about is not None else ""
    for at in frame.having(Tag.YEAR):
        step = frame.mentions[at].tags[Tag.YEAR]
        if step.lstrip("-").isdigit():
            yield str(int(main) + int(step)) if main.isdigit() else ""


def _is_dated(case: Case, frame: Frame, claim: Claim) -> bool:
    """Whether the year of a claim is told in its sentence, and whose it is there or in the sentence before, which names
    that one alone."""
    if claim.period_span is None or How.SUBJECT_OF_ARTICLE in claim.how or frame.has(Tag.MOOD_NEGATION):
        return False
    if claim.subject_span is not None:
        return True
    return _goes_on_from_one(case, frame)


def _answers(case: Case, frame: Frame, word: Word) -> bool:
    """ "Pemprov Gorontalo? Masih kuning.": whether a word is all that a sentence says behind a question that names
    one."""
    place = frame.sentence.place
    asked = case.frames[place - 1] if place else None
    if (
        asked is None
        or not names_one(asked)
        or asked.plain[asked.sentence.start : asked.sentence.end].strip(" *_\n")[-1:] != "?"
    ):
        return False
    return (
        all(at == word.at or (not one.ids and one.number is None) for at, one in enumerate(frame.mentions))
        and len(frame.mentions) <= MANY
    )
