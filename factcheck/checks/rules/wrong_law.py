"""A law or decree with a wrong number or year.

Wrong: Undang-Undang Nomor 25 Tahun 2019 tentang Pelayanan Publik.
Right: Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik.
Why: the reference knows no such act, but one of the same kind on the same matter, or one whose number and year
    differ by one slip of the finger, in an article of its subject. What a citation is "tentang" decides before that.
Silence: `wrong-law` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judging.case import Case
from factcheck.judging.misprint import one_slip
from factcheck.messages import message
from factcheck.model import Claim, Evidence, Finding, Law, Suggestion
from factcheck.reading.laws import LawMention, find_laws


def check(case: Case) -> Iterator[Finding]:
    """A finding at each citation that is a known act but for a slip."""
    by_place = {claim.start: claim for claim in case.claims if claim.kind == "law"}
    in_subject = any(claim.pack for claim in case.claims)
    ignored = frozenset(case.language.words.citation.ignored)
    for mention in find_laws(case.document.plain, case.language):
        claim = by_place.get(mention.start)
        if claim is None or case.answer(claim).verdict == "supported":
            continue
        right = _meant(mention, case.reference.laws, in_subject, ignored)
        if right is not None:
            yield _finding(case, mention, claim, right)


def _meant(mention: LawMention, laws: tuple[Law, ...], in_subject: bool, ignored: frozenset[str]) -> Law | None:
    same = [law for law in laws if law.short == mention.short]
    if mention.about:
        words = _words(mention.about) - ignored
        return next((law for law in same if _on_same_matter(law, words, ignored) and _near(law, mention)), None)
    if not in_subject:
        return None
    return next((law for law in same if _one_slip(law, mention)), None)


def _on_same_matter(law: Law, words: frozenset[str], ignored: frozenset[str]) -> bool:
    about = _words(law.about) - ignored
    return bool(about) and len(about & words) >= min(2, len(about))


def _near(law: Law, mention: LawMention) -> bool:
    return law.number == mention.number or law.year == mention.year or _one_slip(law, mention)


def _one_slip(law: Law, mention: LawMention) -> bool:
    """Whether number and year together differ by one figure, or by two that changed places."""
    return one_slip(law.number + "/" + law.year, mention.number + "/" + mention.year)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower().strip(".,;()") for word in text.split())


def _mended(case: Case, mention: LawMention, law: Law) -> str:
    """The citation as written with the right number and year."""
    text = case.document.text
    between = text[mention.number_span.end : mention.year_span.start]
    return f"{text[mention.start : mention.number_span.start]}{law.number}{between}{law.year}"


def _finding(case: Case, mention: LawMention, claim: Claim, law: Law) -> Finding:
    number = law.number != mention.number
    span = mention.number_span if number else mention.year_span
    right = law.number if number else law.year
    full = f"{law.kind} {law.number}/{law.year}"
    suggestions = [Suggestion(*span, right)]
    if number and law.year != mention.year:
        suggestions.append(Suggestion(*mention.year_span, law.year))
    return Finding(
        "wrong-law",
        "error",
        message("{act} is the act on {about}; {cited} is not known.", act=full, about=law.about, cited=claim.value),
        span.start,
        span.end,
        (claim.id,),
        expected=_mended(case, mention, law),
        suggestions=tuple(suggestions),
        evidence=(Evidence(law.source, law.source if law.source.startswith("http") else "", full, law.row),),
    )
