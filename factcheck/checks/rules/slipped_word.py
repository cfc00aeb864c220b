"""A word of a scale that nothing explains, and that the reference bears out as another word of its scale.

Wrong: Pada 2022 Pemprov Gorontalo bernilai 60,33. Tahun sebelumnya provinsi itu masih hijau.
Right: Pada 2022 Pemprov Gorontalo bernilai 60,33. Tahun sebelumnya provinsi itu masih kuning.
Why: nobody told of near by had the word in any year that the draft speaks of; read again with another word of the
    scale in its place, it is right of the one named, and only with that word. The year is told beside it, or it
    is said of several whom the draft names together, or it is all the answer to a question that names one.
Silence: `slipped-word` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from factcheck.checks.declare import rule, worded
from factcheck.checks.wording import as_written, called, listed, measure_of
from factcheck.judging.case import Case, evidence
from factcheck.judging.foreseen import is_foreseen, is_of_another_time, reckoned_years
from factcheck.judging.ground import Ground
from factcheck.judging.grounds import ground
from factcheck.judging.something_else import is_elsewhere, is_of_longer_name
from factcheck.judging.vouching import spoken_years
from factcheck.judging.word_changes import is_left
from factcheck.judging.word_grounds import may_be_anothers, may_be_said
from factcheck.judging.year_slips import explained
from factcheck.messages import message
from factcheck.model import Claim, Finding, How, Span, Suggestion, year_of
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.evidence.words_of_scales import Word, said_of_nobody, words_of
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import VALUE_OF, Tag

RULE = "slipped-word"
MOST = 6
"""So many times a draft is read again."""
LONG = 6_000
"""A text of more letters is no draft that the reference can read."""
NEAR = 2
"""Sentences to both sides of a word in which those it may be of are named."""
PAIR, MANY = 2, 3
REST = (Tag.COUNT_LEFT, Tag.COUNT_OTHER)
YEARS = (Tag.YEAR_DIGITS, Tag.YEAR, Tag.YEAR_ANCHORED, Tag.BIND_THEN)
KINDS = ("paragraph", "item", "caption", "title", "heading")


@rule(RULE, "warning", after="wrong-regency", needs=worded, ground=Ground.WRITTEN)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each word of a scale that only another word explains."""
    left = MOST
    for frame, word in _unexplained(case):
        tries = _tries(case, frame, word)
        if not tries or len(tries) > left:
            continue
        left -= len(tries)
        found = [claims for other in tries if (claims := _read_as(case, frame, word, other))]
        if len(found) == 1:
            yield _finding(case, word, *found[0])


def _unexplained(case: Case) -> Iterator[tuple[Frame, Word]]:
    """The words of scales that are right of nobody and not flagged anyway, where something may tell whose they are and
    of which year."""
    setting, moved = case.article.setting, explained(case)
    if setting is None or len(case.document.plain) > LONG:
        return
    for frame in case.frames:
        if not frame.has(SCALED) or frame.sentence.kind not in KINDS:
            continue
        for word in words_of(frame, setting):
            told = case.claims.over(*word.span)
            if any(_explains(case, claim, moved) for claim in told) or said_of_nobody(frame, word, setting):
                continue
            if _may_be_told(case, frame, word):
                yield frame, word


def _explains(case: Case, claim: Claim, moved: Collection[str]) -> bool:
    if kind_of(claim.kind).per_group or case.answer(claim).verdict in ("supported", "disputed"):
        return True
    return claim.id in moved or ground(case, claim) is not None


def _may_be_told(case: Case, frame: Frame, word: Word) -> bool:
    """Whether the sentence of a word tells a year, or names several or says that it is of several, or answers a
    question; and nothing says that it is wished, counts others or is of the rest."""
    if _counts_others(frame, word):
        return False
    several = frame.has_any((Tag.COLLECTIVE, Tag.MOOD_THEM)) or len(frame.subjects()) >= PAIR
    return several or frame.has_any(YEARS) or _answers(case, frame, word)


def _counts_others(frame: Frame, word: Word) -> bool:
    """ "13 kuning", "hijau 179", "tiga dari 24 kota yang hijau", "selebihnya merah": whether a word counts those whom
    nothing behind it names, or is of the rest."""
    if frame.names_between(word.at) and not frame.has(Tag.STOP, word.at, frame.subjects(word.at)[0]):
        opened = frame.has_any((Tag.COLON, Tag.BIND_OPENER), word.at, word.at + MANY)
        return not opened and frame.has_any(REST, 0, word.at)
    near = range(max(0, word.at - PAIR), min(len(frame.mentions), word.at + PAIR))
    counted = any(_counts(frame, at) for at in near if at != word.at)
    grouped = any(frame.after(at, Tag.GROUP) and not _is_size(frame, at) for at in frame.having(FIGURES, 0, word.at))
    return counted or grouped or frame.has_any(REST, 0, word.at)


def _is_size(frame: Frame, at: int) -> bool:
    """Whether a number says of how many a rank is: "urutan 22 dari 34 provinsi"."""
    return frame.before(at, Tag.RANK_AMONG) and frame.has_any((Tag.RANK_CUE, Tag.RANK_NUMBERED), 0, at)


def _counts(frame: Frame, at: int) -> bool:
    number, tags = frame.mentions[at].number, frame.mentions[at].tags
    return number is not None and number.quantum == 1 and Tag.YEAR_DIGITS not in tags


def _tries(case: Case, frame: Frame, word: Word) -> Sequence[str]:
    """The other words of a scale that those have who are told of near by, in a year that the draft speaks of."""
    measure = measure_of(case, word.pack, word.measure)
    known = set(_words_near(case, frame, word)) if measure is not None else ()
    return [value for value in measure.values if value in known and value != word.word] if measure is not None else ()


def _words_near(case: Case, frame: Frame, word: Word) -> Iterator[str]:
    """The words of the scale that are known of those told of around a word."""
    place, years = frame.sentence.place, spoken_years(case)
    near = range(max(0, place - NEAR), min(len(case.frames), place + NEAR + 1))
    about = case.article.about
    named = {one for at in near for mention in case.frames[at].mentions for one in mention.ids}
    told = {claim.subject for at in near for claim in case.claims.inside(at)}
    for entity in named | told | ({about.entity, about.scope} if about is not None else set()):
        facts = case.reference.facts(word.measure, entity, "", word.pack)
        yield from (str(fact.value) for fact in facts if year_of(fact.period) in years)


def _read_as(case: Case, frame: Frame, word: Word, value: str) -> tuple[Case, Sequence[Claim]] | None:
    """The claims that the reference bears out where another word stands; None where they are hardly meant."""
    written = as_written(case, _bare(case, word), value)
    other = case.reread(word.span, written) if case.reread is not None else None
    if other is None:
        return None
    place = Span(word.span.start, word.span.start + len(written))
    claims = [one for one in other.claims.over(*place) if one.measure == word.measure and one.kind != "extreme"]
    right = bool(claims) and all(other.answer(one).verdict == "supported" for one in claims)
    by = len(written) - (word.span.end - word.span.start)
    if not right or not _are_meant(other, claims):
        return None
    return (other, claims) if _is_sure(case, frame, word, [_as_of(one, word, by) for one in claims]) else None


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


def _are_meant(other: Case, claims: Sequence[Claim]) -> bool:
    """Whether nothing says that something else is told of than the reference knows."""
    strange = (is_elsewhere, is_foreseen, is_of_longer_name, is_of_another_time)
    reckoned = reckoned_years(other)
    return not any(one.period in reckoned or any(each(other, one) for each in strange) for one in claims)


def _is_sure(case: Case, frame: Frame, word: Word, claims: Sequence[Claim]) -> bool:
    """Whether claims of another word are hardly right by chance: of one year and of nobody twice, and the word as
    written was theirs in no year that may be meant."""
    subjects = {one.subject for one in claims}
    if len({one.period for one in claims}) > 1 or len(subjects) < len(claims):
        return False
    dated = all(one.period_span is not None for one in claims)
    if not (dated and len(claims) >= MANY) and any(_bore(case, frame, word, one) for one in claims):
        return False
    if not all(may_be_said(case, one) and not is_left(case, one) for one in claims):
        return False
    if any(may_be_anothers(case, one) for one in claims if _is_carried(one)):
        return False
    if len(claims) >= PAIR:
        named = [one for one in claims if one.subject_span is not None]
        carried = (one for one in claims if one.subject_span is None)
        return (
            bool(named) and _are_named(frame, word, named) and all(_goes_on(case, frame, word, one) for one in carried)
        )
    return _is_dated(case, frame, claims[0]) or _answers(case, frame, word)


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
    before = case.frames[claim.sentence - 1] if claim.sentence else frame
    groups = (
        at for at in frame.having(Tag.GROUP) if not frame.before(at, Tag.ENTITY_SELF) and not _is_size(frame, at - 1)
    )
    return len(before.subjects()) == 1 and not frame.names_between() and not any(groups)


def _answers(case: Case, frame: Frame, word: Word) -> bool:
    """ "Pemprov Gorontalo? Masih kuning.": whether a word is all that a sentence says behind a question that names
    one."""
    place = frame.sentence.place
    asked = case.frames[place - 1] if place else None
    if (
        asked is None
        or len(asked.subjects()) != 1
        or asked.plain[asked.sentence.start : asked.sentence.end].strip(" *_\n")[-1:] != "?"
    ):
        return False
    return (
        all(at == word.at or (not one.ids and one.number is None) for at, one in enumerate(frame.mentions))
        and len(frame.mentions) <= MANY
    )


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
