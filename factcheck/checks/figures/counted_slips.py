"""Words of a scale that count so many, of whom the reference counts so many under another word of the scale: "tiga
kabupaten kuning, dua merah", where three were green; the number, its region and its year tell the word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.checks.wording import as_written, counted_as
from factcheck.judging.case import Case, evidence
from factcheck.messages import message
from factcheck.model import Claim, Fact, Finding, Suggestion
from factcheck.reading.evidence.counts.explained_counts import explain, place_of, whole
from factcheck.reading.evidence.words.words_of_scales import Word
from factcheck.reading.scan.frame import ENDS, FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import Tag

PAIR = 2
"""Fewer than so many are counted by chance where nothing else vouches for the number."""


def counts_at(frame: Frame, word: Word) -> int:
    """The place of the number that counts those of whom a word is said; -1 where none does."""
    if word.at + 1 < len(frame.mentions) and frame.close(word.at, word.at + 1) and _counts(frame, word.at + 1):
        return word.at + 1  # "yang hijau 36"
    for at in reversed(frame.having(FIGURES, 0, word.at)):
        if frame.has_any((*ENDS, SCALED), at + 1, word.at):
            break
        if whole(frame, at) is not None:
            of_another = frame.before(at, Tag.RANK_AMONG, 1) or frame.has(SCALED, at - 1, at)
            return at if _counts(frame, at) and not of_another else -1
    return -1


def _counts(frame: Frame, at: int) -> bool:
    number = whole(frame, at)
    return number is not None and number.value >= PAIR and not frame.after(at, Tag.COUNT_OTHER)  # "enam lainnya"


def words_counted(case: Case, frame: Frame, word: Word, values: Iterable[str]) -> Sequence[str]:
    """Those of the other words of a scale under which the reference counts as many as are told; none where it counts
    so many under the word itself."""
    at, setting, about = counts_at(frame, word), case.article.setting, case.article.about
    number = whole(frame, at) if at >= 0 else None
    if number is None or setting is None or about is None:
        return ()
    read = (one for one in case.claims.at(number.figure.start) if one.kind == "count")
    if any(case.answer(one).verdict == "supported" for one in read):
        return ()
    written = [frame.mentions[year].tags[Tag.YEAR_DIGITS] for year in frame.having(Tag.YEAR_DIGITS)]
    place = place_of(frame, at, "", written or [about.period], about.scope, setting)
    under = {
        value: explain(number, place._replace(conditions=[f"{word.measure}:{value}"]), setting) for value in values
    }
    return [] if under.get(word.word) is not None else [value for value, fact in under.items() if fact is not None]


def counted_finding(
    case: Case, other: Case, frame: Frame, word: Word, value: str, bare: Claim, rule: str
) -> Finding | None:
    """What a rule tells of a word that counts, read again with another in its place; None where it is hardly the
    slip."""
    at = counts_at(frame, word)
    number = whole(frame, at) if at >= 0 else None
    if number is None:
        return None
    condition = f"{word.measure}:{value}"
    told = (one for one in other.claims.at(number.figure.start) if one.kind == "count" and one.condition == condition)
    count = next((one for one in told if other.answer(one).verdict == "supported"), None)
    if count is None or not _ends_headline(frame, word):
        return None
    start = word.span.start
    named = [one for one in other.claims.over(start, start + 1) if one.measure == word.measure]
    if any(other.answer(one).verdict != "supported" for one in named):
        return None
    right = [one for one in case.claims if one.kind == "count" and case.answer(one).verdict == "supported"]
    right = [one for one in right if (one.subject, one.period) == (count.subject, count.period)]
    if not (len(named) == count.value or _is_vouched(count, word, right)):
        return None
    written, fact = as_written(case, bare, value), other.answer(count).facts[0]
    return _finding(case, word, count, fact, written, rule)


def _ends_headline(frame: Frame, word: Word) -> bool:
    """Whether a word is no part of a longer name in a headline: "Sepuluh Hijau Muda"."""
    if frame.sentence.voice != "headline":
        return True
    behind = frame.plain[word.span.end : frame.sentence.end].lstrip()
    return not behind or not behind[0].isalpha()


def _is_vouched(count: Claim, word: Word, right: Sequence[Claim]) -> bool:
    """Whether a count is hardly right by chance, as the right ones of its region and year show: another word of its
    scale counts others beside it, or it is told with the right word elsewhere; no number told twice beside it."""
    here, scale = [one for one in right if one.sentence == count.sentence], f"{word.measure}:"
    if any(one.condition == count.condition for one in here):  # "103 hijau, 226 kuning, 103 merah"
        return False
    elsewhere = any(one.condition == count.condition and one.value == count.value for one in right)
    return elsewhere or any(one.condition.startswith(scale) and one.start != count.start for one in here)


def _finding(case: Case, word: Word, count: Claim, fact: Fact, written: str, rule: str) -> Finding:
    return Finding(
        rule,
        "warning",
        message(
            "{who} in {year}: {right} {counted}, not {text}.",
            who=case.name(count.subject),
            year=count.period,
            right=fact.value,
            counted=counted_as(case, fact),
            text=case.document.text[slice(*word.span)],
        ),
        *word.span,
        (),
        expected=written,
        suggestions=(Suggestion(*word.span, written),),
        evidence=evidence((fact,)),
    )
