"""What vouches for a contradicted word of a scale that its own sentence names nobody for, and what speaks against it:
who was spoken of before, who else may be meant, whether it follows its year."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case, frame_of
from factcheck.judging.vouching import spoken_years
from factcheck.model import Claim, How, year_of
from factcheck.reading.evidence.words.beside_figures import CARD_LINES, follows_figure, is_card_line, points_to_figure
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import Tag

BETWEEN = (
    Tag.GROUP,
    Tag.CHANGE,
    Tag.BIND_LEAVE,
    Tag.BIND_OUT,
    Tag.BIND_FROM,
    Tag.MOOD_PAST,
    Tag.STOP,
    Tag.SEMICOLON,
    Tag.BIND_CLAUSE,
)
"""What parts a word from the name in front of it."""
OTHERS = (SCALED, Tag.GROUP, Tag.ENTITY_OFFICES, Tag.MOOD_ALL)
"""What may be told of others."""
MEANT = (Tag.ENTITY_SELF, Tag.ENTITY_MAIN)
"""What says that a word for a kind of region means the one spoken of."""
PARTS = (*(tag for tag in BETWEEN if tag not in (Tag.GROUP, Tag.CHANGE)), Tag.MOOD_ALL, Tag.BIND_AND, Tag.BIND_LIKEWISE)
"""What parts a word from its year, where what means its subject stands between."""
FAR = 80
"""Letters between a year and a word that is said of what means its subject."""
WITHIN = compiled(r"[A-Z][a-z]+(?<!nya)(?: [a-z]+)? (?:di|in) (?:the )?")
GOES_ON = compiled(r" [a-z]")
"""Those who open a sentence as the ones within what is named behind, and a word that follows on it."""
LOCAL = {Tag.ENTITY_PLACES, Tag.ENTITY_OFFICES, Tag.ENTITY_VENUES, Tag.ENTITY_TITLES, Tag.UNIT}
"""Who and what may be within a zone that is a place."""
BACK = 2
"""So many sentences in front of "dengan nilai begitu" the figure may stand."""
CLOSE = 30
"""Letters between a year and what somebody became then."""
SUPPOSED = frozenset((How.YEAR_OF_ALL, How.YEAR_BEFORE_CHANGE, How.YEAR_OF_SENTENCE_BEFORE))
"""So found, the year of a word is what all of whom it is said, a change or the sentence before let one suppose."""
GLUE = 40
"""Letters between a word and the figure that it stands with: " poin sehingga masuk kategori "."""
MOST = 8
"""So many sentences of its paragraph in front of a word are looked through for others who may be meant."""


def carried_from(case: Case, claim: Claim) -> int:
    """How far a right figure may stand from a word that nobody is named for: in the sentence before where the word
    opens no name of an event ("Penganugerahan Predikat Kepatuhan Tinggi"), its own names nobody ("Satu-satunya yang
    hijau Gorontalo Utara") and the year is not written otherwise."""
    plain = case.document.plain
    before = plain[max(0, claim.start - 40) : claim.start].rstrip(' "*_').rpartition(" ")[2]
    frame = frame_of(case, claim)
    if frame is not None and is_card_line(frame, frame.ending(claim.end, SCALED)):
        return CARD_LINES
    if frame is not None and follows_figure(frame):
        return BACK
    opening = frame is not None and not plain[frame.sentence.start : claim.start].strip(' "*_').count(" ")
    plainly = opening or claim.end - claim.start == 1 or (frame is not None and points_to_figure(frame))
    titled = not plainly and before[:1].isupper() and plain[claim.start : claim.start + 1].isupper()
    others = any(other.subject_span and other.subject != claim.subject for other in case.claims.inside(claim.sentence))
    if titled or others or claim.voice == "headline" or claim.period_span is not None:
        return 0
    return 1 + (frame is not None and _tells_on(case, frame))


def _tells_on(case: Case, frame: Frame) -> bool:
    """ "Provinsi ini meraih 61,03. Itu hasil tahun 2022. Warnanya kuning.": whether a sentence goes on with the one
    before, which names nobody and no word of a scale: what is said is still of whom the one before that names."""
    place = frame.sentence.place
    before = case.frames[place - 1] if place else None
    if before is None or before.has_any(OTHERS) or before.names_between():
        return False
    return not (frame.has_any(OTHERS[1:]) or frame.names_between())


def may_be_anothers(case: Case, claim: Claim) -> bool:
    """ "Untuk Kediri ini pulang kampung. Pada 2021 kabupaten itu kuning": whether somebody else who is named in
    front of a word in its paragraph, be it as where an office is, bears it in that year."""
    frame = frame_of(case, claim)
    before = case.frames[max(0, claim.sentence - MOST) : claim.sentence] if frame is not None else ()
    block = frame.sentence.block if frame is not None else -1
    named = {
        one for other in before if other.sentence.block == block for mention in other.mentions for one in mention.ids
    }
    others = named - {claim.subject} if How.SPOKEN_OF not in claim.how else _of_level(case, claim, named)
    return any(_bears(case, claim, one) for one in others)


def _of_level(case: Case, claim: Claim, named: set[str]) -> Collection[str]:
    """Those others who lie as high as the subject of a claim: "kabupaten itu" is no province."""
    level = case.reference.level_of(claim.subject)
    return {one for one in named - {claim.subject} if case.reference.level_of(one) in ("", level)}


def _bears(case: Case, claim: Claim, entity: str) -> bool:
    """Whether somebody bears the word of a claim in its year."""
    return bears(case, entity, claim.period, claim.pack, claim.measure, str(claim.value))


def bears(case: Case, entity: str, period: str, pack: str, measure: str, word: str) -> bool:
    """Whether somebody has a word of a scale in a year."""
    return any(str(fact.value) == word for fact in case.reference.facts(measure, entity, period, pack))


def goes_on(case: Case, claim: Claim) -> bool:
    """ "Pada 2019 Kediri hijau. Pada 2022 turun ke kuning.": whether the word and its year follow one another in a
    sentence that names nobody, behind one that names its subject alone."""
    frame, year = frame_of(case, claim), claim.period_span
    if frame is None or year is None or claim.voice == "headline" or not 0 <= claim.start - year.end <= CLOSE:
        return False
    before = case.frames[claim.sentence - 1] if claim.sentence else None
    if before is None or before.sentence.block != frame.sentence.block or frame.names_between():
        return False
    if before.has(Tag.ENTITY_SELF) or frame.has(FIGURES, frame.first(Tag.YEAR_DIGITS) + 1):  # "kota ini bersama Nias"
        return False
    named = {before.mentions[at].ids for at in before.subjects()}
    return len(named) == 1 and claim.subject in next(iter(named))


def follows_year(case: Case, claim: Claim) -> bool:
    """ "Konawe melonjak. Dalam survei 2018 kabupaten tetangga ibu kota itu masih hijau", "sebab pada 2022 kabupaten itu
    masih merah": whether a word stands in the clause of its year and of what means its subject there, and that one
    alone is named in front of it in the sentence, else in the one before; of a year that is counted from another, the
    word was not its in the one before either."""
    frame, year = frame_of(case, claim), claim.period_span
    if frame is None or year is None or claim.voice == "headline" or not 0 <= claim.start - year.end <= FAR:
        return False
    word = frame.ending(claim.end, SCALED)
    told = next((at for at, one in enumerate(frame.mentions) if one.start >= year.end), word)
    if not frame.has_any(MEANT, 0, word) or frame.has_any((*PARTS, FIGURES), told, word):
        return False
    named = frame if frame.names_between(0, word) else case.frames[max(0, claim.sentence - 1)]
    ids = {named.mentions[at].ids for at in named.subjects(0, word if named is frame else None)}
    alone = len(ids) == 1 and claim.subject in next(iter(ids)) and not named.has(Tag.ENTITY_OFFICES)
    if not alone or named.sentence.block != frame.sentence.block:
        return False
    before = str(int(claim.period) - 1) if How.COUNTED_YEAR in claim.how and claim.period.isdigit() else ""
    facts = case.reference.facts(claim.measure, claim.subject, before, claim.pack) if before else ()
    return not any(claim.states(fact.value) for fact in facts)


def is_told_of_itself(case: Case, claim: Claim) -> bool:
    """ "Pemerintah provinsi sendiri masih di zona merah": whether a word stands right behind what stands for the one
    spoken of, and was never its in a year that the draft speaks of."""
    frame, span = frame_of(case, claim), claim.subject_span
    if frame is None or span is None or How.SPOKEN_OF not in claim.how:
        return False
    places = [*frame.having(Tag.ENTITY_GOVERNMENT), *frame.having(Tag.ENTITY_SELF)]
    at = next((one for one in places if frame.mentions[one].start == span.start), -1)
    word = frame.ending(claim.end, SCALED)
    told = at >= 0 and not frame.names_between(at, word) and is_joined(frame, at, word)
    return told and was_never(case, claim)


def was_never(case: Case, claim: Claim) -> bool:
    """Whether a word was never its subject's in a year that the draft speaks of."""
    mine = case.reference.facts(claim.measure, claim.subject, "", claim.pack)
    known = {str(fact.value) for fact in mine if year_of(fact.period) in spoken_years(case)}
    return bool(known) and str(claim.value) not in known


def is_of_those_within(case: Case, claim: Claim) -> bool:
    """ "Warga di zona merah lereng gunung tetap dilayani": whether a sentence that names nobody opens with those who
    are within a zone, and goes on with what is told of them: the zone is one of hazards, of traffic, of the market."""
    frame = frame_of(case, claim)
    before = [one.tags.keys() for one in frame.mentions if one.start < claim.start] if frame is not None else []
    if frame is None or not all(tags & LOCAL and Tag.CUE_WORD not in tags for tags in before):
        return False
    start, end = frame.sentence.start, frame.sentence.end
    return (
        WITHIN.fullmatch(frame.plain, start, claim.start) is not None
        and GOES_ON.match(frame.plain, claim.end, end) is not None
    )


def is_explained_otherwise(case: Case, claim: Claim) -> bool:
    """ "Yang 7 lainnya kuning, termasuk Mataram, yang terhempas", "Cilegon. Dari kuning ke 89,45": whether a word of
    which no year is written, of a year that is only supposed, was its subject's in another year that the draft speaks
    of, and no right figure stands right beside it."""
    if claim.period_span is not None or SUPPOSED.isdisjoint(claim.how) or _is_beside_figure(case, claim):
        return False
    frame = frame_of(case, claim)
    if frame is not None and any(
        word in frame.plain[frame.sentence.start : claim.start].lower() for word in frame.words.sole
    ):
        return False  # "Satu-satunya yang hijau adalah Kerinci"
    mine = case.reference.facts(claim.measure, claim.subject, "", claim.pack)
    return any(str(fact.value) == claim.value and year_of(fact.period) in spoken_years(case) for fact in mine)


def _is_beside_figure(case: Case, claim: Claim) -> bool:
    """ "86,18, kategori B", "zona hijau (90,02)": whether a right figure of its subject and year stands right beside a
    word, with no other between."""
    plain = case.document.plain
    for one in case.claims.inside(claim.sentence):
        if not isinstance(one.value, Decimal) or (one.subject, one.period) != (claim.subject, claim.period):
            continue
        between = plain[min(one.end, claim.end) : max(one.start, claim.start)]
        if len(between) <= GLUE and not any(map(str.isdigit, between)) and case.answer(one).verdict == "supported":
            return True
    return False


def is_joined(frame: Frame, at: int, word: int) -> bool:
    """Whether nothing that parts them stands between a name and a word behind it."""
    between = frame.mentions[at + 1 : word]
    return at < word and not any(one.number is not None or one.tags.keys() & set(BETWEEN) for one in between)
