"""One name spelt in two ways in one article.

Wrong: Camat Lembah Sari Rahmat Hidayat membuka rapat. … "Terima kasih," kata Rahmet Hidayat.
Wrong: Pasar Sumberkima terbakar. … Api melalap Pasar Sumbekrima, kata Kepala Dinas Penaggulangan Bencana.
Wrong: Pelatih memuji Winisius. … Menurut dia, Winsius pantas bermain lagi bersama Winisius.
Right: Camat Lembah Sari Rahmat Hidayat membuka rapat. … "Terima kasih," kata Rahmat Hidayat.
Why: two names of two words or more (people, places, companies, clubs, offices) that are alike but for one letter of
    one word, a letter doubled, lost or exchanged with the next: one of the two is a slip. The rarer one is flagged, or
    the one that is no word where the other is a common one; where nothing tells, the later one, and both repairs are
    offered. So is a single word that nobody knows and that stands once, a letter off from another word of the
    article's names, and any by which somebody speaks ("ujar Najib") who is told of nowhere else, where one letter
    makes it that of a person named before. Left alone are two names that both have their right: people side by side or
    with two offices, him and her (Putra, Putri), plurals and other endings (Himalaya, Himalayan), numbers,
    abbreviations, loans in two spellings (Group, Grup), words that are both common (Kapolres, Mapolres), names that go
    on differently, and what a quotation has as it was typed, letters drawn out. What the reference knows is for
    `wrong-name`.
Silence: `name-variants` under `ignore` in the configuration, or `[sic]` behind the name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from factcheck.cache.patterns import compiled
from factcheck.checks.declare import rule
from factcheck.checks.needs import spelt_alike
from factcheck.judging.case import Case
from factcheck.judging.grounds.ground import Ground
from factcheck.language.language import Language
from factcheck.messages import message
from factcheck.model import Evidence, Finding, Span, Suggestion
from factcheck.reading.names.neighbours import Spelling
from factcheck.reading.names.spellings import find_spellings
from factcheck.reading.people.find import PersonMention
from factcheck.reading.people.known import known_people, split
from factcheck.reading.people.name_words import name_words
from factcheck.reading.people.office import institution_fits, role_fits
from factcheck.reading.people.spelling import apart
from factcheck.reading.people.variants import Slip, spelt_twice
from factcheck.reference.ask.reference import Reference
from factcheck.spans import Overlap, inside

RULE = "name-variants"
LEAD = 12
"""Letters in front of a quotation in which the word stands that denies it."""
DRAWN_OUT = compiled(r"([a-z])\1\1")
BROKEN = frozenset("‚√Ã")
"""Letters that stand in a word only where it was decoded wrongly."""


@rule(RULE, "warning", after="wrong-place", needs=spelt_alike, ground=Ground.SLIP)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each mention whose spelling is not that of the other mentions of its name."""
    words = name_words(case.language)
    if words is None:
        return
    people, misspelt = case.article.people, _misspelt(case.article.people)
    spelt = (slip for slip in spelt_twice(people, case.document.plain) if not _other_word(slip, case.language))
    turned = _turned(case, list(spelt), people)
    slips = [slip for slip in turned if misspelt.isdisjoint(slip.model.words)]
    for slip in slips:
        yield _of_person(case, slip, words.initials)
    told = inside((slip.mention.start, slip.mention.end) for slip in slips)
    officials = Overlap([mention for mention in people if mention.office.role])
    for spelling in find_spellings(case.document, case.language):
        own, other = map(_words(case), (spelling.name, spelling.model))
        if not misspelt.isdisjoint(other):
            continue
        two = _two_people(officials, spelling) or _two_places(case, spelling) or _broken(case, spelling)
        # Of one word alone the reference knows many a man.
        right = len(own) > 1 and _is_right(case, own, other)
        one = spelling.turned() if right else spelling
        both = right and _is_right(case, other, own)
        if not (two or both or _short_form(case, spelling) or told.holds(one.word.start) or _is_typed(case, spelling)):
            yield _of_name(case, one)


def _misspelt(people: Sequence[PersonMention]) -> frozenset[str]:
    """The words that `wrong-name` tells to be misspelt: what is spelt otherwise is not to be mended into them."""
    wrong = [one for one in people if one.spelling == "wrong" and one.person is not None]
    right = {word for one in wrong if one.person is not None for word in split(one.person.name)}
    return frozenset(word for one in wrong for word in one.words if word not in right)


def _turned(case: Case, slips: Sequence[Slip], people: Sequence[PersonMention]) -> Iterator[Slip]:
    """The slips; where the rarer spelling is that of somebody whom the reference knows, all that bear the other, or
    nothing where it stands by one word alone."""
    turned: dict[tuple[str, ...], Slip] = {}
    for slip in slips:
        if not _is_right(case, _whole(slip), slip.model.words):
            yield slip
        elif len(slip.mention.words) > 1:
            turned.setdefault(slip.model.words, slip)
    for one in people if turned else ():
        if one.words in turned:
            yield Slip(one, turned[one.words].mention, turned[one.words].sure)


def _whole(slip: Slip) -> Sequence[str]:
    """The words of a name, one that stands by a single word with the others of the longer name: Fredi Yudha."""
    own, other = slip.mention.words, slip.model.words
    if len(own) > 1:
        return own
    _, near = min((apart(own[0], word), word) for word in other)
    return [own[0] if word == near else word for word in other]


def _is_right(case: Case, words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a spelling is that of somebody whom the reference knows, and the other is not: `wrong-name` tells it."""
    known = known_people(case.reference.whole).with_word(max(words, key=len))
    return any({*words} <= {*name} and not {*others} <= {*name} for name in known)


def _other_word(slip: Slip, language: Language) -> bool:
    """Whether what stands alone is a common word and no part of the name (Karena, where there is a Karna), or the two
    names tell him and her (Atlet Putra, Atlet Putri)."""
    code, differ = language.code, set(slip.mention.words) ^ set(slip.model.words)
    if any(differ == set(pair) for pair in language.names.genders):
        return True
    lone = min(slip.mention.words, slip.model.words, key=len)
    if len(lone) > 1:
        return False
    from factcheck.language.frequencies import frequencies

    common = frequencies(code)
    if common is None:
        return False
    word = common.of(lone[0])
    return word.ordinary or (len(slip.mention.words) > 1 and word.power > 0)


def _two_people(officials: Overlap[PersonMention], spelling: Spelling) -> bool:
    """Whether the offices beside the two names are of two people."""
    return any(
        -1 in (role_fits(one.office, other.office), institution_fits(one.office, other.office))
        for one in officials.over(*spelling.word)
        for other in officials.over(*spelling.model_word)
    )


def _two_places(case: Case, spelling: Spelling) -> bool:
    """Whether both words are names of places, or of a place and its people: Sulbar, Sumbar; Papua, Papuan.

    Words of longer names count where the whole name stands: Tana Toraja, Tanah Laut.
    """
    places = (spelling.word, spelling.model_word)
    if all(_in_known_name(case, *place) for place in places):
        return True
    words = [case.document.plain[slice(*place)].lower() for place in places]
    return all(word in case.reference.aliases or word.removesuffix("n") in words for word in words) and any(
        word in case.reference.aliases for word in words
    )


def _in_known_name(case: Case, start: int, end: int) -> bool:
    """Whether the span lies in a name of the reference that is written out around it."""
    plain = case.document.plain
    word = plain[start:end].lower()
    for alias in _aliases_with(case.reference.whole, word):
        at = start - alias.find(word)
        behind = at + len(alias)
        if at >= 0 and plain[at:behind].lower() == alias and not plain[behind : behind + 1].isalpha():
            return True
    return False


def _aliases_with(reference: Reference, word: str) -> Iterator[str]:
    """The names of the reference that have some letters in them; found in the text of all names, which are many."""
    names = _names(reference)
    at = names.find(word) if word and "\n" not in word else -1
    while at >= 0:
        end = names.index("\n", at)
        yield names[names.rindex("\n", 0, at) + 1 : end]
        at = names.find(word, end)


@lru_cache(maxsize=8)
def _names(reference: Reference) -> str:
    """All names of a reference, a line each, with a line end before the first and behind the last."""
    return "\n" + "".join(f"{alias}\n" for alias in reference.aliases)


def _words(case: Case) -> Callable[[Span], Sequence[str]]:
    """What gives the words of a place as names have them."""
    return lambda place: split(case.document.plain[slice(*place)])


def _short_form(case: Case, spelling: Spelling) -> bool:
    """Whether the word is a short form that the reference knows: Menpera, where there is a Menpora."""
    return bool(case.reference.institutions(case.document.plain[slice(*spelling.word)]))


def _is_typed(case: Case, spelling: Spelling) -> bool:
    """ ""Insyaa Allah menaaang," tulis warganet", "Bukan "Jayang Tinggang"": whether one of the two is in a quotation
    with a letter drawn out, which is as its writer typed it, or that is denied."""
    from factcheck.reading.scan.scan import quoted

    plain, denial = case.document.plain, set(case.language.words.mood.denial)
    typed = [
        span
        for span in quoted(case.document)
        if DRAWN_OUT.search(plain, *span)
        or denial & {*plain[max(0, span.start - LEAD) : span.start].lower().rstrip(' "').split()[-1:]}
    ]
    return any(span.start <= start < span.end for span in typed for start, _ in (spelling.word, spelling.model_word))


def _broken(case: Case, spelling: Spelling) -> bool:
    """Whether a code point that was decoded wrongly stands in or behind one of the words: Meli√°, Meets‚Äù."""
    plain, text = case.document.plain, case.document.text  # quotes are straight in the plain text
    words = (spelling.word, spelling.model_word)
    return any(plain[end : end + 1] > "\x7f" or not BROKEN.isdisjoint(text[start:end]) for start, end in words)


def _right(slip: Slip, initials: frozenset[str]) -> str:
    """The name with the other spelling of the word that is off."""
    written, model = slip.mention.name.split(), slip.model.name.split()
    if len(written) == len(model):
        from factcheck.checks.names.name_writing import mended

        return mended(slip.mention.name, slip.model.name, initials)
    pairs = ((apart(left.lower(), right.lower()), left, right) for left in written for right in model)
    _, old, new = min(pairs)
    return slip.mention.name.replace(old, new)


def _of_person(case: Case, slip: Slip, initials: frozenset[str]) -> Finding:
    mention, model, right = slip.mention, slip.model, _right(slip, initials)
    repairs = [Suggestion(mention.start, mention.end, right)]
    if not slip.settled:
        other = _right(slip._replace(mention=model, model=mention), initials)
        repairs.append(Suggestion(model.start, model.end, other))
    claims = tuple(claim.id for claim in case.claims.at(mention.start) if claim.kind == "name")
    line = case.document.text.count("\n", 0, model.start) + 1
    return Finding(
        RULE,
        "warning" if slip.sure else "info",
        message(
            "{name} here, {other} in line {line}: one person in two spellings.",
            name=mention.name,
            other=model.name,
            line=line,
        ),
        mention.start,
        mention.end,
        claims,
        expected=right if slip.settled else f"{right} or {mention.name}",
        suggestions=tuple(repairs),
        evidence=(Evidence(message("this draft"), "", model.name, message("line {line}", line=line)),),
    )


def _of_name(case: Case, spelling: Spelling) -> Finding:
    text = case.document.text
    name, model = (" ".join(text[slice(*span)].split()) for span in (spelling.name, spelling.model))
    line = text.count("\n", 0, spelling.model.start) + 1
    repairs = [_repair(case, spelling.word, spelling.model_word)]
    if not spelling.settled:
        repairs.append(_repair(case, spelling.model_word, spelling.word))
    mended = repairs[0].replacement
    right = f"{text[spelling.name.start : spelling.word.start]}{mended}{text[spelling.word.end : spelling.name.end]}"
    return Finding(
        RULE,
        "warning",
        message("{name} here, {other} in line {line}: one name in two spellings.", name=name, other=model, line=line),
        *spelling.name,
        expected=" ".join(right.split()) if spelling.settled else f"{' '.join(right.split())} or {name}",
        suggestions=tuple(repairs),
        evidence=(Evidence(message("this draft"), "", model, message("line {line}", line=line)),),
    )


def _repair(case: Case, place: tuple[int, int], other: tuple[int, int]) -> Suggestion:
    """The word at a place as the other one is spelt, in capitals where it is."""
    written, right = case.document.text[slice(*place)], case.document.text[slice(*other)]
    if written.isupper() and len(written) > 1:
        right = right.upper()
    elif right.isupper() and len(right) > 1:
        right = right.capitalize()
    return Suggestion(*place, right)
