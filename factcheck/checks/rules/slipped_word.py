"""A word of a scale that nothing explains, and that the reference bears out as another word of its scale.

Wrong: Gorontalo Utara meraih 83,94 pada 2021. Lalu Pemprov Gorontalo? Masih hijau. Nilainya 67,58.
Right: Gorontalo Utara meraih 83,94 pada 2021. Lalu Pemprov Gorontalo? Masih kuning. Nilainya 67,58.
Why: nobody told of near by had the word in any year that the draft speaks of; read again with another word of the
    scale in its place, it is right of the one named, and only with that word. The year is told beside it, or it
    is said of several whom the draft names together, or it is all the answer to a question that names one. Or it
    counts so many of a region, whom the reference counts under one other word; all of them are named, others are
    counted beside them rightly, or the draft has the right word elsewhere.
    So it is where the scale has another word for the right figure that it is told with, and whose that is never had
    the word then or the year before.
Silence: `slipped-word` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from factcheck.checks.declare import rule
from factcheck.checks.figures.counted_slips import counted_finding, counts_at, words_counted
from factcheck.checks.figures.words_of_figures import figure_of, is_tight
from factcheck.checks.reread import LONG, tried
from factcheck.checks.subject_needs import worded
from factcheck.checks.wording import as_written, called, listed, measure_of
from factcheck.judging.aside import is_aside
from factcheck.judging.carried_words import bears
from factcheck.judging.case import Case, evidence
from factcheck.judging.grounds.ground import Ground
from factcheck.judging.surely_said import counts_others, is_of_government, is_placed, is_sure, may_be_told
from factcheck.judging.vouching import spoken_years
from factcheck.judging.years.foreseen import is_foreseen, is_of_another_time, reckoned_years
from factcheck.judging.years.year_slips import explained
from factcheck.messages import message
from factcheck.model import Claim, Finding, Span, Suggestion, year_of
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.evidence.words.words_of_scales import Word, said_of_nobody, word_known, words_of
from factcheck.reading.scan.frame import ENDS, SCALED, Frame, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.values.mood import is_question

RULE = "slipped-word"
NEAR = 2
"""Sentences to both sides of a word in which those it may be of are named."""
LED = 4
"""Mentions from "dari" to a word that somebody came from."""
BESIDE = 36
"""Letters between a number and the word that counts with it."""
KINDS = ("paragraph", "item", "caption", "title", "heading")


@rule(RULE, "warning", after="wrong-regency", needs=worded, ground=Ground.WRITTEN)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each word of a scale that only another word explains."""
    if len(case.document.plain) > LONG:
        return
    words = sorted(_unexplained(case), key=lambda found: counts_others(*found))
    for (frame, word), tries in tried(words, lambda one: _tries(case, *one)):
        beside = figure_of(case, frame, word)
        if beside is not None:
            if (claims := _read_with(case, frame, word, *beside)) is not None:
                yield _finding(case, word, *claims)
        elif may_be_told(case, frame, word):
            found = [claims for other in tries if (claims := _read_as(case, frame, word, other))]
            if len(found) == 1:
                yield _finding(case, word, *found[0])
        elif len(told := [one for other in tries if (one := _counted_as(case, frame, word, other))]) == 1:
            yield told[0]


def _unexplained(case: Case) -> Iterator[tuple[Frame, Word]]:
    """The words of scales that are right of nobody and not flagged anyway, where something may tell whose they are and
    of which year."""
    setting, moved = case.article.setting, explained(case)
    if setting is None:
        return
    for frame in with_tag(case.frames, SCALED):
        if frame.sentence.kind not in KINDS or is_question(frame):
            continue
        for word in words_of(frame, setting):
            told = case.claims.over(*word.span)
            if _began_with(frame, word.at):
                continue
            if any(_explains(case, claim, moved) for claim in told) or said_of_nobody(frame, word, setting):
                continue
            if (
                may_be_told(case, frame, word)
                or counts_at(frame, word) >= 0
                or figure_of(case, frame, word) is not None
            ):
                yield frame, word


def _began_with(frame: Frame, at: int) -> bool:
    """ "sebelumnya dari rendah atau merah, langsung pada 2021 hijau": whether a clause tells of a time gone by from
    what somebody came."""
    led = frame.having(Tag.BIND_FROM, max(0, at - LED), at)
    past = bool(led) and frame.has(Tag.MOOD_PAST, max(0, led[-1] - 1), led[-1])
    return past and not frame.has_any((Tag.COMMA, *ENDS), led[-1], at)


def _explains(case: Case, claim: Claim, moved: Collection[str]) -> bool:
    if kind_of(claim.kind).per_group or case.answer(claim).verdict in ("supported", "disputed"):
        return True
    from factcheck.judging.grounds.grounds import ground

    if claim.id in moved or ground(case, claim) is not None:
        return True
    from factcheck.judging.nearest_year import is_of_nearest_year
    from factcheck.judging.word_changes import is_come_to

    return isinstance(claim.value, str) and (is_of_nearest_year(case, claim) or is_come_to(case, claim))


def _tries(case: Case, frame: Frame, word: Word) -> Sequence[str]:
    """The other words of a scale that somebody had of whom it may be said, in a year that may be meant; none where half
    of those named had the word itself, or a right figure beside it has it: it is hardly the slip then."""
    if (beside := figure_of(case, frame, word)) is not None:
        return beside[1:]
    measure, placed = measure_of(case, word.pack, word.measure), is_placed(frame, word)
    if measure is None:
        return ()
    if not may_be_told(case, frame, word):
        return words_counted(case, frame, word, measure.values)
    if not placed and _is_of_main(case, frame, word):
        return ()
    named = () if placed else _named(case, frame)
    told = _told_near(case, frame.sentence.place) if placed or not named else {*named, *_spoken_of(case, frame)}
    years = (not placed and _years(frame)) or spoken_years(case)
    bore = {one: _words_of(case, word, one, years) for one in told}
    if named and 2 * sum(word.word in bore[one] for one in named) >= len(named):
        return ()
    if _fits_figure(case, frame, word):
        return ()
    others = {value for known in bore.values() if placed or word.word not in known for value in known}
    return [value for value in measure.values if value in others and value != word.word]


def _is_of_main(case: Case, frame: Frame, word: Word) -> bool:
    """ "Pada 2021 ia hijau", behind somebody named in passing: whether a word of a sentence that names nobody, and
    answers nothing, was that of whom the article is about, in a year that it tells."""
    about = case.article.about
    before = case.frames[frame.sentence.place - 1].sentence if frame.sentence.place else None
    asked = before is not None and case.document.plain[before.start : before.end].rstrip(' *_\n"').endswith("?")
    if about is None or not about.entity or frame.names_between() or asked:
        return False
    years = _years(frame) or spoken_years(case)
    return any(bears(case, about.entity, year, word.pack, word.measure, word.word) for year in years)


def _words_of(case: Case, word: Word, entity: str, years: Collection[str]) -> Collection[str]:
    """The words of the scale of a word that somebody had in these years."""
    facts = case.reference.facts(word.measure, entity, "", word.pack)
    return {str(fact.value) for fact in facts if year_of(fact.period) in years}


def _fits_figure(case: Case, frame: Frame, word: Word) -> bool:
    """ "kini tinggal 69,63 dan terdepak ke zona kuning": whether a right figure of the sentence has the word."""
    setting, told = case.article.setting, case.claims.inside(frame.sentence.place)
    right = (one for one in told if isinstance(one.value, Decimal) and case.answer(one).verdict == "supported")
    return setting is not None and any(
        word_known(word, one.subject, one.period, setting, one) == word.word for one in right
    )


def _named(case: Case, frame: Frame) -> Collection[str]:
    """Those named in a sentence, or in the nearest in front of it where it names nobody."""
    place = frame.sentence.place
    near = (frame, *case.frames[max(0, place - NEAR) : place][::-1])
    here = next((one for one in near if one.names_between() or is_of_government(one)), frame)
    if is_of_government(here) and case.article.about is not None:
        return {case.article.about.scope}
    return {here.mentions[at].ids[0] for at in here.subjects() if here.mentions[at].ids}


def _spoken_of(case: Case, frame: Frame) -> Collection[str]:
    """Whom the sentence before names alone, and a word for one may mean."""
    before = case.frames[max(0, frame.sentence.place - 1)]
    return [before.mentions[at].ids[0] for at in before.subjects()] if len(before.subjects()) == 1 else []


def _years(frame: Frame) -> frozenset[str]:
    """The years written in a sentence."""
    return frozenset(frame.mentions[at].tags[Tag.YEAR_DIGITS] for at in frame.having(Tag.YEAR_DIGITS))


@lru_cache(maxsize=8)
def _told_near(case: Case, place: int) -> frozenset[str]:
    """Those named or told of around a sentence, and whom the draft is about."""
    near = range(max(0, place - NEAR), min(len(case.frames), place + NEAR + 1))
    about = case.article.about
    named = {one for at in near for mention in case.frames[at].mentions for one in mention.ids}
    told = {claim.subject for at in near for claim in case.claims.inside(at)}
    return frozenset(named | told | ({about.entity, about.scope} if about is not None else set()))


def _read_as(case: Case, frame: Frame, word: Word, value: str) -> tuple[Case, Sequence[Claim]] | None:
    """The claims that the reference bears out where another word stands; None where they are hardly meant."""
    written = as_written(case, _bare(case, word), value)
    other = case.reread(word.span, written) if case.reread is not None else None
    if other is None:
        return None
    claims = _claims_at(other, word, written)
    right = bool(claims) and all(other.answer(one).verdict == "supported" for one in claims)
    by = len(written) - (word.span.end - word.span.start)
    if not right or not _are_meant(other, claims):
        return None
    return (other, claims) if is_sure(case, frame, word, [_as_of(one, word, by) for one in claims]) else None


def _read_with(case: Case, frame: Frame, word: Word, score: Claim, value: str) -> tuple[Case, Sequence[Claim]] | None:
    """The same where the word is that of a right figure: they are of whom that is, and of its year; or nobody reads it
    there, and it stands close by the figure."""
    own = _bare(case, word)._replace(value=value, subject=score.subject, period=score.period)
    written = as_written(case, own, value)
    other = case.reread(word.span, written) if case.reread is not None else None
    if other is None:
        return None
    claims = _claims_at(other, word, written)
    slots = {(one.subject, one.period) for one in claims}
    right = all(other.answer(one).verdict == "supported" for one in claims)
    if slots <= {(score.subject, score.period)} and right and _are_meant(other, claims, hung=True):
        return (other, claims or [own]) if claims or is_tight(frame, word, score) else None
    return None


def _claims_at(other: Case, word: Word, written: str) -> list[Claim]:
    """What is claimed by what is written in place of a word."""
    told = other.claims.over(word.span.start, word.span.start + len(written))
    return [one for one in told if one.measure == word.measure and one.kind != "extreme"]


def _counted_as(case: Case, frame: Frame, word: Word, value: str) -> Finding | None:
    """What is told where so many are counted under another word; None where they are hardly meant."""
    bare = _bare(case, word)
    if _is_exchanged(case, word):
        return None
    other = case.reread(word.span, as_written(case, bare, value)) if case.reread is not None else None
    return counted_finding(case, other, frame, word, value, bare, RULE) if other is not None else None


def _is_exchanged(case: Case, word: Word) -> bool:
    """Whether a word stands with one of two numbers that changed places: these are told."""
    from factcheck.checks.rules.exchanged_values import exchanged

    near = (one for pair in exchanged(case) for one in pair)
    return any(abs(one.start - word.span.start) <= BESIDE for one in near)


def _as_of(claim: Claim, word: Word, by: int) -> Claim:
    """A claim of the draft read again as one of the draft as it is: with the word as written, and the places behind it
    where they are there."""
    start, end = word.span
    spans = [
        Span(*(at - by * (at > start) for at in span)) if span is not None else None
        for span in (claim.subject_span, claim.period_span)
    ]
    return claim._replace(value=word.word, end=end, subject_span=spans[0], period_span=spans[1])


def _bare(case: Case, word: Word) -> Claim:
    """A word as the claim that nobody makes."""
    measure = measure_of(case, word.pack, word.measure)
    kind = measure.kind if measure is not None else ""
    return Claim("", kind, word.pack, word.measure, word.span.start, word.span.end, word.word)


def _are_meant(other: Case, claims: Sequence[Claim], *, hung: bool = False) -> bool:
    """Whether nothing says that something else is told of than the reference knows."""
    from factcheck.judging.something_else import is_elsewhere, is_of_longer_name

    strange = (is_elsewhere, is_foreseen, is_of_longer_name, is_of_another_time, *([] if hung else [is_aside]))
    reckoned = reckoned_years(other)
    return not any(one.period in reckoned or any(each(other, one) for each in strange) for one in claims)


def _finding(case: Case, word: Word, other: Case, claims: Sequence[Claim]) -> Finding:
    claim = claims[0]
    right = as_written(case, _bare(case, word), str(claim.value))
    return Finding(
        RULE,
        "warning",
        message(
            "{what} of {who} in {year}: {right}, not {text}{whose}.",
            what=called(case, claim).at_the_head(),
            who=listed([case.name(one.subject) for one in claims]),
            year=claim.period,
            right=right,
            text=case.document.text[slice(*word.span)],
            whose="",
        ),
        *word.span,
        tuple(one.id for one in case.claims.over(*word.span)),
        expected=right,
        suggestions=(Suggestion(*word.span, right),),
        evidence=evidence(fact for one in claims for fact in other.answer(one).facts),
    )
