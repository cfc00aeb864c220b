"""A law or decree with a wrong number or year.

Wrong: Undang-Undang Nomor 25 Tahun 2019 tentang Pelayanan Publik.
Right: Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik.
Why: the title that is cited is that of another act: beside the number and the year stands the full title of an act of
    the same kind, or its beginning, whose number or year is the same or which is one slip of the finger away, while
    the act of the cited number is known to be on another matter, or is not known and the title is cited in full, or
    with the act that it carries out ("tentang Pelaksanaan Undang-Undang Nomor 25 Tahun 2009").
    An act that nobody knows is held against the one a slip away whose title has what is cited inside, and the whole
    title of one act beside the number of another is a warning.
    Without a title an act that nobody knows, or of whose matter the article has not a word, is held against one that
    is one slip away: an act that the subject of the article rests on, or one whose title the article has; the one that
    formed the region of its sentence ("dibentuk dengan"), or whose title has the year that it writes. An act beside
    one that is said to amend it ("yang diubah dengan"), or that it amends, is held against the titles of both. An
    amendment bears its own title, and what is not in the reference is unknown, not wrong. An act that the draft
    itself cites under two years a slip apart, or with one title under two numbers, is told whatever the reference
    holds; so is one whose year lies a decade before what it is about, or after the article, a slip apart, or that is
    said to have been passed in another year.
Silence: `wrong-law` under `ignore` in the configuration.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set

from factcheck.cache.patterns import compiled
from factcheck.checks.declare import rule
from factcheck.checks.laws.cited_twice import Cited, cited_of, cited_twice
from factcheck.checks.laws.laws_amended import amended_slips
from factcheck.checks.subject_needs import laws
from factcheck.judging.answers.known_laws import KnownLaws, Words, known_laws
from factcheck.judging.case import Case
from factcheck.judging.grounds.ground import Ground
from factcheck.language.figures import DateMention
from factcheck.language.fold import fold, holds, words_in
from factcheck.messages import Message, message
from factcheck.model import Claim, Evidence, Finding, Law, Span, Suggestion
from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.reading.laws import LawMention
from factcheck.reading.scan.lexicon import spoken

PAIR = 2
DECADE = 10
_YEAR = compiled(r"(?<![0-9-])20[0-9]{2}(?![0-9])")
REACH = 200
"""Letters to either side of a citation in which its sentence ends."""
FEWEST = 2
"""Words of a title that is told by its beginning."""
TITLE, NEAR = 120, 20
"""Letters from a citation to what is said of the day it was passed, and from there to the day."""
ENDS = compiled(r"[.;!?\n](?:\s|$)")

RULE = "wrong-law"


@rule(RULE, "error", after="wrong-extreme", needs=laws, ground=Ground.SLIP)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each citation that is a known act but for a slip."""
    by_place = {claim.start: claim for claim in case.claims if claim.kind == "law"}
    in_subject = any(claim.pack for claim in case.claims)
    acts = known_laws(case.reference.whole, case.language.words.citation)
    mentions = [mention for mention in case.article.laws if mention.start in by_place]
    flagged: set[Cited] = set()
    amended = dict(amended_slips(case, mentions, acts)) if len(mentions) >= PAIR else {}
    for mention in mentions:
        right = _meant(mention, acts, case, in_subject) or amended.get(mention)
        if right is not None:
            flagged.add(cited_of(mention))
            found = _finding(case, mention, by_place[mention.start], right)
            yield found._replace(suggestions=(*found.suggestions, *_others(mention, right, acts)))
    for mention in mentions:
        if cited_of(mention) not in flagged and (reason := _too_early_or_late(case, mention)):
            flagged.add(cited_of(mention))
            yield _of_its_year(case, mention, by_place[mention.start], *reason)
        elif (day := _passed(case, mention)) and abs(day.year - int(mention.year)) > 1:
            said = message("An act of {year} was not passed in {later}.", year=mention.year, later=day.year)
            claimed = (by_place[mention.start].id,)
            yield Finding(RULE, "warning", said, mention.start, day.end, claimed, ground=Ground.SUM)
    for odd, other in _cited_twice(mentions, acts, case):
        if flagged.isdisjoint((cited_of(odd), cited_of(other))):
            yield _against(case, odd, other, by_place[odd.start])


def _too_early_or_late(case: Case, mention: LawMention) -> tuple[str, Message] | None:
    """The right year of an act that is ten or more years before what it is about ("Nomor 5 Tahun 2010 tentang hasil
    Pilkada 2020"), or of one that is of a year after the article; with what is wrong."""
    published, year = case.document.published, int(mention.year)
    told = _YEAR.search(mention.about) if not _cites_another(case, mention) else None
    later = int(told.group()) - year if told else 0
    known = published is None or year + later <= published.year + 1
    if told and known and later % DECADE == 0 < later and one_slip(mention.year, told.group()):
        said = message("An act of {year} does not decide on {later}.", year=mention.year, later=told.group())
        return told.group(), said
    if published is not None and year > published.year + 1 and one_slip(mention.year, str(published.year)):
        said = message("The draft is of {published}, before the act of {year}.", published=published.year, year=year)
        return str(published.year), said
    return None


def _cites_another(case: Case, mention: LawMention) -> bool:
    """ "UU 13/2003 tentang Ketenagakerjaan dan UU 6/2023": whether what an act is about goes on with another one."""
    laws = case.article.laws
    at = bisect_right(laws, mention.end, key=lambda one: one.start)
    return at < len(laws) and laws[at].start <= mention.end + TITLE


def _passed(case: Case, mention: LawMention) -> DateMention | None:
    """The day on which an act is said to have been passed, behind its title in the same sentence."""
    words = case.language.words.citation.passed
    stop = ENDS.search(case.document.plain, mention.end, mention.end + TITLE)
    behind = fold(case.document.plain[mention.end : stop.start() if stop else mention.end + TITLE])
    place = next((mention.end + behind.find(word) + len(word) for word in words if word in behind), 0)
    near = (day for day in case.dates if place <= day.start <= place + NEAR and day.year)
    return next(near, None) if place else None


def _of_its_year(case: Case, mention: LawMention, claim: Claim, right: str, said: Message) -> Finding:
    mended = case.document.text[mention.start : mention.year_span.start] + right
    suggestions = (Suggestion(*mention.year_span, right),)
    return Finding(RULE, "warning", said, *mention.year_span, (claim.id,), mended, suggestions, ground=Ground.SUM)


def _cited_twice(
    mentions: Sequence[LawMention], acts: KnownLaws, case: Case
) -> Iterator[tuple[LawMention, LawMention]]:
    if len({cited_of(mention) for mention in mentions}) < PAIR:
        return
    low = fold(case.document.plain)

    def same_act(one: LawMention, other: LawMention) -> bool:
        words, others = acts.words(one.about), acts.words(other.about)
        if words and others:
            return _titled(words, others)
        return one.year == other.year and not others and not is_known(cited_of(other)) and points_back(one, other)

    def points_back(one: LawMention, other: LawMention) -> bool:
        behind = low[other.end : other.end + NEAR].split()[:1]
        pointed = not behind or behind[0].strip(",.;") in case.language.words.text.pointing
        return is_known(cited_of(one)) and (pointed or len(one.number) != len(other.number))

    def is_spoken_of(mention: LawMention) -> bool:
        return any(_is_spoken_of(acts.telling(law.about), low) for law in acts.cited(*cited_of(mention)))

    def is_known(cited: Cited) -> bool:
        return bool(acts.cited(*cited))

    yield from cited_twice(mentions, same_act, is_spoken_of, is_known)


def _meant(mention: LawMention, acts: KnownLaws, case: Case, in_subject: bool) -> Law | None:
    """The act that is meant by a citation which is a slip of it; None where it is right, or nobody can tell."""
    known = acts.cited(mention.short, mention.number, mention.year)
    words = acts.words(mention.about)
    titled = _by_title(mention, words, known, acts, case) if words else None
    if titled is None:
        inner = _by_inner_title(mention, words, known, acts) if words else None
        titled = inner or (None if words else _by_sentence(mention, known, acts, case))
    told = not acts.common.issuperset(map(fold, words)) and not _in_other_words(mention, words, acts, case)
    if titled is None and not words:
        titled = _by_context(mention, known, acts, case)
    if titled is not None or told or not in_subject:
        return titled
    from factcheck.checks.laws.laws_by_context import is_of_subject

    low = fold(case.document.plain)
    if is_of_subject(known, case) or any(_is_spoken_of(acts.telling(law.about), low) for law in known):
        return None
    cited = f"{mention.number}/{mention.year}"
    near = acts.one_slip_from(mention.short, cited)
    subjects = {claim.pack for claim in case.claims}
    rested_on = [law for law in near if law.pack in subjects]
    return _only(rested_on or [law for law in near if law.about and holds(low, (fold(law.about),))])


def _in_other_words(mention: LawMention, words: Words, acts: KnownLaws, case: Case) -> bool:
    """Whether the matter is told as the packs speak of it and no act bears such a title: "Law 25/2009 on Public
    Services"."""
    said = fold(mention.about)
    topics = (topic for pack in case.reference.packs for topic in spoken(pack.topics, case.language.code))
    return not acts.titled(mention.short, words[0]) and any(fold(topic) in said for topic in topics)


def _is_spoken_of(telling: Words, low: str) -> bool:
    """Whether the text has two telling words of a title, or its only one: then it may well cite that act."""
    return len(words_in(low).intersection(telling)) >= min(FEWEST, len(telling))


def _without_country(title: Words, case: Case) -> Words:
    """A title without the country's name behind it."""
    country = (
        tuple(fold(case.language.words.citation.country[-1]).split()) if case.language.words.citation.country else ()
    )
    return title[: -len(country)] if country and title[-len(country) :] == country else title


def _by_title(mention: LawMention, words: Words, known: Sequence[Law], acts: KnownLaws, case: Case) -> Law | None:
    said = {fold(word) for word in words}
    if any(not said.isdisjoint(acts.telling(law.about)) or _titled(acts.words(law.about), words) for law in known):
        return None
    same = acts.titled(mention.short, words[0])
    right = [law for law in same if _titled(acts.words(law.about), words) and _near(law, mention)]
    if known and not right:  # "tentang Ombudsman", in full "Ombudsman Republik Indonesia"
        bare = [law for law in same if _titled(_without_country(acts.words(law.about), case), words)]
        right = [law for law in bare if _one_slip(law, mention)]
    if known:
        whole = [law for law in same if _is_whole(law, mention)]
        return _only(right) or _only(whole) or _in_force(right, words, acts, case)
    return _only([law for law in right if _one_slip(law, mention) and _is_cited_whole(acts.words(law.about), words)])


def _in_force(laws: Sequence[Law], words: Words, acts: KnownLaws, case: Case) -> Law | None:
    """The last one before the article of several acts that bear the whole title which is cited: an act on another
    matter is none of them."""
    published = case.document.published
    titled = [law for law in laws if acts.words(law.about) == words]
    return max(
        (law for law in titled if published is None or int(law.year) <= published.year),
        key=lambda law: int(law.year),
        default=None,
    )


def _others(mention: LawMention, right: Law, acts: KnownLaws) -> Iterator[Suggestion]:
    """The repairs to other acts of the very title, which may be meant as well: UU 32/2004 beside UU 23/2014."""
    words = acts.words(mention.about)
    for law in acts.titled(mention.short, words[0]) if words else ():
        if (law.number, law.year) != (right.number, right.year) and acts.words(law.about) == words:
            if law.year == mention.year:
                yield Suggestion(*mention.number_span, law.number)
            elif law.number == mention.number:
                yield Suggestion(*mention.year_span, law.year)


def _is_whole(law: Law, mention: LawMention) -> bool:
    """Whether an act is cited by its title of several words, letter for letter."""
    title = fold(law.about).split()
    return len(title) > FEWEST and fold(mention.about).split()[: len(title)] == title


def _by_inner_title(mention: LawMention, words: Words, known: Sequence[Law], acts: KnownLaws) -> Law | None:
    """An act that nobody knows, one slip from the one whose title has what is cited inside: "UU 6/2023 tentang Cipta
    Kerja" makes an act of a regulation on that."""
    if known or len(words) < FEWEST:
        return None
    cited, said = f"{mention.number}/{mention.year}", " ".join(words)
    near = acts.one_slip_from(mention.short, cited)

    def is_of(law: Law) -> bool:
        title = acts.words(law.about)
        if title[: len(words)] == words:  # others may begin so
            return False
        return f" {said} " in f" {' '.join(title)} " or (len(words) > FEWEST and set(words) <= set(title))

    return _only([law for law in near if is_of(law)])


def _by_sentence(mention: LawMention, known: Sequence[Law], acts: KnownLaws, case: Case) -> Law | None:
    """Where the draft has not a word of the act that is cited, the one a slip away of which the sentence has two
    telling words: "penyandang disabilitas … sejalan dengan UU 7/2016"."""
    from factcheck.checks.laws.laws_by_context import is_of_subject

    low = fold(case.document.plain)
    if (
        not known
        or is_of_subject(known, case)
        or any(words_in(low).intersection(acts.telling(law.about)) for law in known)
    ):
        return None
    start, end = _sentence(low, mention)
    spoken_of = words_in(f"{low[start : mention.start]} {low[mention.end : end]}")
    cited = f"{mention.number}/{mention.year}"
    near = acts.one_slip_from(mention.short, cited)
    return _only([law for law in near if _has_telling(acts, law, spoken_of)])


def _sentence(low: str, mention: LawMention) -> Span:
    """The sentence of a citation, as far as it reaches."""
    first = max(0, mention.start - REACH)
    start = max((end.end() for end in ENDS.finditer(low, first, mention.start)), default=first)
    stop = ENDS.search(low, mention.end, mention.end + REACH)
    return Span(start, stop.start() if stop else mention.end + REACH)


def _by_context(mention: LawMention, known: Sequence[Law], acts: KnownLaws, case: Case) -> Law | None:
    """The act that the words around a citation mean: by the region that it formed, by the year that it is for."""
    from factcheck.checks.laws.laws_by_context import by_formation, by_whole_title, by_year

    sentence = _sentence(case.document.plain, mention)
    formed = by_formation(mention, known, acts, case, sentence)
    return formed or (by_whole_title(mention, known, acts, case) if known else by_year(mention, acts, case, sentence))


def _has_telling(acts: KnownLaws, law: Law, spoken_of: Set[str]) -> bool:
    """Whether two words that few other titles have are spoken of."""
    return len(spoken_of & ({*acts.telling(law.about)} - acts.common)) >= FEWEST


def _titled(title: Words, cited: Words) -> bool:
    """Whether what is cited is a title, or its beginning, or goes on behind it."""
    size = min(len(title), len(cited))
    return title[:size] == cited[:size] and (size >= FEWEST or size == len(title))


def _is_cited_whole(title: Words, cited: Words) -> bool:
    """Whether a title that begins as cited is cited in full, or with number and year of the act that it carries out."""
    return len(title) <= len(cited) or sum(map(str.isdigit, cited)) >= PAIR


def _only(laws: Sequence[Law]) -> Law | None:
    """The one act that all these rows are about; None where they are several."""
    return laws[0] if len({(law.number, law.year) for law in laws}) == 1 else None


def _near(law: Law, mention: LawMention) -> bool:
    return law.number == mention.number or law.year == mention.year or _one_slip(law, mention)


def _one_slip(law: Law, mention: LawMention) -> bool:
    """Whether number and year together differ by one figure, or by two that changed places."""
    return one_slip(law.number + "/" + law.year, mention.number + "/" + mention.year)


def _mended(case: Case, mention: LawMention, law: Law) -> str:
    """The citation as written with the right number and year."""
    text = case.document.text
    between = text[mention.number_span.end : mention.year_span.start]
    return f"{text[mention.start : mention.number_span.start]}{law.number}{between}{law.year}"


def _against(case: Case, odd: LawMention, other: LawMention, claim: Claim) -> Finding:
    """What is said of a citation that the draft itself has otherwise; either of the two may be mended."""
    number = odd.number != other.number
    span, right = (odd.number_span, other.number) if number else (odd.year_span, other.year)
    there, wrong = (other.number_span, odd.number) if number else (other.year_span, odd.year)
    said = message(
        "The draft cites {one} here and {other} in another place: one of the two is a slip.",
        one=f"{odd.short} {odd.number}/{odd.year}",
        other=f"{other.short} {other.number}/{other.year}",
    )
    suggestions = (Suggestion(*span, right), Suggestion(*there, wrong))
    return Finding(RULE, "warning", said, *span, (claim.id,), right, suggestions)


def _finding(case: Case, mention: LawMention, claim: Claim, law: Law) -> Finding:
    number = law.number != mention.number
    span = mention.number_span if number else mention.year_span
    right = law.number if number else law.year
    full = f"{law.kind} {law.number}/{law.year}"
    called = law.kind if law.kind.startswith(law.short) else law.short  # "Peraturan" alone tells nobody whose it is
    near = _near(law, mention)  # else the title may be what is wrong
    suggestions = [Suggestion(*span, right)] if near else []
    if near and number and law.year != mention.year:
        suggestions.append(Suggestion(*mention.year_span, law.year))
    return Finding(
        RULE,
        "error" if near and (mention.about or _one_slip(law, mention)) else "warning",
        message(
            "{act} is the act on {about}; {cited} is not.",
            act=full,
            about=law.about,
            cited=f"{called} {mention.number}/{mention.year}",
        ),
        span.start,
        span.end,
        (claim.id,),
        expected=_mended(case, mention, law),
        suggestions=tuple(suggestions),
        evidence=(Evidence(law.source, law.source if law.source.startswith("http") else "", full, law.row),),
    )
