"""The act that is meant by a citation without a title, as the words around it tell: the region that it formed, the year
that it is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from factcheck.cache.patterns import compiled
from factcheck.judging.answers.known_laws import KnownLaws
from factcheck.judging.case import Case
from factcheck.language.fold import fold, holds, words_in
from factcheck.model import Law, Span
from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.reading.laws import LawMention
from factcheck.reading.people.governments import regions_at
from factcheck.reading.scan.lexicon import spoken

WHOLE = 3
"""Words of a title that a draft has by no chance."""
BACK, NEAR = 200, 25
"""Letters back to the sentence before, and to what came of an act."""
_CAPITAL = compiled(r"(?<!\w)[A-Z]")
_YEAR = compiled(r"(?<![0-9])20[0-9]{2}(?![0-9])")


def by_formation(mention: LawMention, known: Sequence[Law], acts: KnownLaws, case: Case, sentence: Span) -> Law | None:
    """ "Sulawesi Barat dibentuk dengan UU 26/2014", which is on another matter: the act a slip away that formed the
    region named in front; of an act that nobody knows, the one that formed a region of the draft, where the sentence
    names none."""
    plain = case.document.plain
    if not _tells_of_forming(case, mention, sentence):
        return None
    named = list(_regions(plain[sentence.start : mention.start], case))
    last = {*named[-1]} if named else set()
    strange = not any(words_in(fold(plain)).intersection(acts.telling(law.about)) for law in known)
    if not last and known and not (strange and _is_born(case, mention)):
        return None
    every = last or {one for ids in _regions(plain, case) for one in ids}
    cited = {one for law in known for ids in _regions(law.about, case) for one in ids}
    told = every.union(*_regions(plain[slice(*sentence)], case))  # "UU 15/2022 untuk Papua Tengah"
    if not cited.isdisjoint(told) or (known and not (cited or strange)):
        return None
    written = f"{mention.number}/{mention.year}"
    near = acts.one_slip_from(mention.short, written)
    fitting = [law for law in near if _formed(law, case) & every]
    return fitting[0] if len({(law.number, law.year) for law in fitting}) == 1 else None


def _tells_of_forming(case: Case, mention: LawMention, sentence: Span) -> bool:
    """Whether the sentence of a citation says that a region came to be, or, where it is of a region too, the sentence
    before: "Papua Tengah dibentuk lewat UU 15/2022. Papua Barat Daya menyusul lewat UU 29/2022"."""
    plain, words = case.document.plain, case.language.words.citation
    if _is_born(case, mention) or holds(fold(plain[slice(*sentence)]), words.formed):
        return True
    before = plain[max(plain.rfind("\n", 0, sentence.start), sentence.start - BACK, 0) : sentence.start]
    return holds(fold(before), words.formed) and any(_regions(plain[sentence.start : mention.start], case))


def _is_born(case: Case, mention: LawMention) -> bool:
    """Whether right in front of a citation stands that something came of it: "provinsi hasil UU 20/2012"."""
    before = case.document.plain[max(0, mention.start - NEAR) : mention.start]
    return holds(fold(before), case.language.words.citation.born)


def by_year(mention: LawMention, acts: KnownLaws, case: Case, sentence: Span) -> Law | None:
    """ "Iuran 2025 diatur Permenaker 17/2024", of an act that nobody knows: the one of that kind on what the draft is
    about whose title has a year that the sentence writes, a slip away or of the same year."""
    said = case.document.plain[slice(*sentence)]
    years = {*_YEAR.findall(said[: mention.start - sentence.start] + said[mention.end - sentence.start :])}
    subjects = {claim.pack for claim in case.claims if claim.pack}
    if not years or not subjects:
        return None
    written = f"{mention.number}/{mention.year}"
    packs = [pack for pack in case.reference.packs if pack.name in subjects]
    told = {pack.name for pack in packs if holds(fold(said), tuple(map(fold, spoken(pack.topics, case.language.code))))}
    fitting = [
        law
        for law in acts.written(mention.short, lambda other: one_slip(other, written) or other.endswith(mention.year))
        if law.pack in told and not years.isdisjoint(_YEAR.findall(law.about))
    ]
    return fitting[0] if len({(law.number, law.year) for law in fitting}) == 1 else None


def by_whole_title(mention: LawMention, known: Sequence[Law], acts: KnownLaws, case: Case) -> Law | None:
    """The act a slip away whose title of several words the draft has as it is, where the one cited is on another matter
    of which the draft has not a word."""
    low = fold(case.document.plain)
    if is_of_subject(known, case):
        return None
    if any(words_in(low).intersection(acts.telling(law.about)) for law in known):
        return None
    written = f"{mention.number}/{mention.year}"
    near = acts.one_slip_from(mention.short, written)
    fitting = [law for law in near if len(law.about.split()) >= WHOLE and holds(low, (fold(law.about),))]
    return fitting[0] if len({(law.number, law.year) for law in fitting}) == 1 else None


def is_of_subject(known: Sequence[Law], case: Case) -> bool:
    """Whether an act is kept in the pack of a subject that a draft tells something of: it is no other matter there,
    though the draft has not a word of its title."""
    told = {claim.pack for claim in case.claims if claim.measure}
    return any(law.pack in told for law in known)


def _formed(law: Law, case: Case) -> Set[str]:
    """The regions that an act formed."""
    if words_in(fold(law.about)).isdisjoint(case.language.words.citation.formed):
        return set()
    return {one for ids in _regions(law.about, case) for one in ids}


def _regions(text: str, case: Case) -> Iterator[tuple[str, ...]]:
    """The regions that a text names, in order."""
    at = 0
    while (capital := _CAPITAL.search(text, at)) is not None:
        end, ids = regions_at(text, capital.start(), case.reference)
        at = max(end, capital.end())
        if ids:
            yield ids
