"""How sentences were read: their mentions, what names do in them, the years and values found. For users who doubt."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.judging.case import Case
from factcheck.language.dates import find_dates
from factcheck.pipeline import Lexicons
from factcheck.reading.as_read import About, SentenceRead
from factcheck.reading.bind.topic import begin, begin_years, candidates
from factcheck.reading.framed import frames_of
from factcheck.reading.period.marks import marks
from factcheck.reading.scan.mentions import Sentence
from factcheck.reading.scan.setting import Setting
from factcheck.typed import NamedTuple

Touched = Callable[[Sequence[Sentence]], Sequence[int]]
"""Chooses sentences, by their places in the document."""


class Opened(NamedTuple):
    """The packs whose subject the document is about, and `closed`, the others that measure something."""

    subjects: tuple[str, ...]
    closed: tuple[str, ...]


def trace(case: Case, lexicons: Lexicons, touched: Touched) -> tuple[Opened, About, tuple[SentenceRead, ...]]:
    """Which subjects are open, what the document is about, and how the sentences were read that `touched` chooses
    among all of it.

    What the check read is handed on as it is; the sentences of a document about no subject, which it leaves alone, are
    read only here.
    """
    article = case.article
    as_read = [SentenceRead(*one) for one in article.sentences]
    about, read = (article.about, as_read) if article.about else _about_no_subject(case, lexicons)
    wanted = frozenset(touched([one.frame.sentence for one in read]))
    packs = article.setting.packs if article.setting is not None else {}
    closed = (pack.name for pack in case.reference.packs if pack.measures and pack.name not in packs)
    chosen = tuple(one for one in read if one.frame.sentence.place in wanted)
    return Opened(tuple(packs), tuple(closed)), about, chosen


def _about_no_subject(case: Case, lexicons: Lexicons) -> tuple[About, Sequence[SentenceRead]]:
    document = case.document
    written = find_dates(document.plain, case.language)
    lexicon = lexicons(document.language, case.reference)
    setting = Setting(case.reference, case.language, lexicon, {}, case.numbers, written)
    frames = frames_of(document, setting, case.article.laws, case.article.people)
    context, when = begin(frames, setting), begin_years(frames, document.published)
    about = About(context.topic, when.period, context.scope, candidates(frames, document.published))
    return about, [SentenceRead(frame, marks(frame, when), ()) for frame in frames]
