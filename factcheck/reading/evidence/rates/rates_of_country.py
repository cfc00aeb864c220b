"""How much amounts rise in the whole country, which nobody's table holds: "Iuran 2025 naik 6,5 persen, kata Menaker",
"iuran semua provinsi naik 4 persen", "a nationwide rise of 6.5 percent"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.cache.patterns import compiled
from factcheck.language.figures import PERCENT, RUPIAH, Number
from factcheck.language.interval import interval
from factcheck.model import COUNTRY, Claim, How
from factcheck.reading.evidence.explained.explained_figures import Figure
from factcheck.reading.evidence.explained.slots import Known, main_year
from factcheck.reading.scan.frame import FIGURES, Frame, with_tag
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.change_sizes import in_points
from factcheck.reading.values.mood import demanded, irrealis
from factcheck.reading.values.scores import ends_range, of_something_else
from factcheck.reference.packs.info import FIRST, PackInfo

_WORD = compiled(r"[^\W\d_]+")


def rates_of_country(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims, each rate of a change that a sentence about the whole country tells said of it; and the same figures
    where such a sentence tells them again."""
    packs = {pack.name for pack in known.setting.packs.values() if pack.grows()}
    by_place = {frame.sentence.place: frame for frame in frames} if packs else {}
    settled = [_of_country(one, by_place[one.sentence], known) if one.pack in packs else one for one in claims]
    settled += _of_nobody(settled, sorted(packs), frames, known) if packs else ()
    told = {one.value: one for one in settled if one.pack in packs and one.subject == COUNTRY and _is_rate(one, known)}
    read = {claim.start for claim in settled} if told else set()
    again = (one for start, one in sorted(known.evidence.figures.items()) if told and start not in read)
    return [*settled, *_told_again(again, told, known)]


def _is_rate(claim: Claim, known: Known) -> bool:
    measure = known.setting.packs[claim.pack].measures.get(claim.measure)
    return measure is not None and measure.unit == PERCENT and claim.kind == measure.kind


def _of_country(claim: Claim, frame: Frame, known: Known) -> Claim:
    numbers = ((place, frame.mentions[place].number) for place in frame.having(FIGURES))
    at = next((place for place, one in numbers if one is not None and one.figure.start == claim.start), -1)
    if at < 0 or claim.subject == COUNTRY or not _is_rate(claim, known):
        return claim
    if not _is_about_country(frame, at, known.setting):
        return claim
    how = tuple(part for part in claim.how if not part.is_subject)
    return claim._replace(subject=COUNTRY, subject_span=None, how=(How.SPOKEN_OF, *how), readings=())


def _of_nobody(claims: Sequence[Claim], packs: Sequence[str], frames: Sequence[Frame], known: Known) -> Iterator[Claim]:
    """ "Kenaikan tarif 2025 sebesar 6,5 persen resmi ditetapkan": a rise of what is paid that nothing reads, in a
    sentence that names no region of an article that is not about one alone."""
    read = {claim.start for claim in claims}
    for frame in with_tag(frames, Tag.CHANGE):
        for at in frame.having(FIGURES):
            number = frame.mentions[at].number
            if number is None or number.unit != PERCENT or number.quantum >= 1 or number.figure.start in read:
                continue
            pack = next((one for one in packs if _leads(frame, at, one, known)), "")
            owners = {claim.subject for claim in claims if claim.pack == pack and claim.subject != COUNTRY}
            year = _year(frame, at) or main_year(claims)
            if pack and year and len(owners) != 1 and not _names_any(frame, known.setting):
                yield _made(frame, number, known.setting.packs[pack], year)


def _leads(frame: Frame, at: int, pack: str, known: Known) -> bool:
    """Whether the word for what a pack holds in rupiah and one for a change stand in front of a rate, no other figure
    between."""
    if irrealis(frame, at) or demanded(frame, at) or ends_range(frame, at) or of_something_else(frame, at):
        return False
    amounts = (one for one in known.setting.packs[pack].measures.values() if one.unit == RUPIAH)
    cues = [place for one in amounts for place in frame.having(f"{CUE_OF}{one.name}", 0, at)]
    changes = frame.having(Tag.CHANGE, 0, at)
    if not cues or not changes or _is_of_one(frame, at) or in_points(frame, at):
        return False
    between = frame.having(FIGURES, max(cues[-1], changes[-1]), at)
    return all(Tag.YEAR_DIGITS in frame.mentions[place].tags for place in between)


def _year(frame: Frame, at: int) -> str:
    """The year written last in front of a place; empty where none is."""
    years = [frame.mentions[place] for place in frame.having(Tag.YEAR_DIGITS, 0, at)]
    return frame.plain[years[-1].start : years[-1].end] if years else ""


def _made(frame: Frame, number: Number, pack: PackInfo, year: str) -> Claim:
    rate = next(one for one in pack.measures.values() if one.unit == PERCENT)
    low, high = interval(number, "")
    sentence = frame.sentence
    return Claim(
        "", rate.kind, pack.name, rate.name, *number.figure, number.value, subject=COUNTRY, period=year, low=low,
        high=high, how=(How.SPOKEN_OF,), voice=sentence.voice, sentence=sentence.place,
    )  # fmt: skip


def _told_again(figures: Iterator[Figure], told: Mapping[Decimal | str, Claim], known: Known) -> Iterator[Claim]:
    """ "Angka 6,5 persen dipilih Presiden": the rate of the country in another sentence about it."""
    for figure in figures:
        model = told.get(figure.number.value) if figure.number.unit == PERCENT else None
        if model is None or not _is_about_country(figure.frame, figure.at, known.setting):
            continue
        sentence = figure.frame.sentence
        start, end = figure.number.figure
        low, high = interval(figure.number, "")
        yield model._replace(
            start=start, end=end, low=low, high=high, voice=sentence.voice, sentence=sentence.place,
            period_span=None, period_origin=None,
        )  # fmt: skip


def _is_about_country(frame: Frame, at: int, setting: Setting) -> bool:
    """Whether a sentence names no region and no amount, and says with a rate at a place that it is of all provinces,
    or who decides it for all of them; "kenaikannya" is that of whoever was spoken of."""
    if _names_any(frame, setting) or _is_of_one(frame, at):
        return False
    return frame.has(Tag.RANK_NATIONAL) or _is_of_all(frame, at, setting) or _decides(frame)


def _names_any(frame: Frame, setting: Setting) -> bool:
    """Whether a sentence names a region or tells an amount."""
    regions = any(setting.reference.level_of(one) for _, ids in frame.bearers for one in ids if one != COUNTRY)
    return regions or any(one.number is not None and one.number.unit == RUPIAH for one in frame.mentions)


def _is_of_one(frame: Frame, at: int) -> bool:
    """Whether the word for the change in front of a rate is that of somebody spoken of ("kenaikannya")."""
    changes = frame.having(Tag.CHANGE, 0, at)
    if not changes:
        return False
    word = frame.mentions[changes[-1]]
    return frame.plain[word.start : word.end].lower().endswith(frame.language.words.sentence.suffixes)


def _is_of_all(frame: Frame, at: int, setting: Setting) -> bool:
    """ "semua provinsi", "sebagian besar pemerintah provinsi": whether all or most of the first level are told of."""
    for tag in (Tag.MOOD_ALL, Tag.MOOD_THEM, Tag.MOOD_SOME):
        for place in frame.having(tag, 0, at):
            kind = frame.mentions[place + 1].tags.get(Tag.GROUP, "") if place + 1 < at else ""
            if kind and frame.close(place, place + 1, 1) and setting.reference.level(kind) == FIRST:
                return True
    return False


def _decides(frame: Frame) -> bool:
    """ "Pemerintah memutuskan", "diumumkan Presiden": whether a sentence tells of who governs the country; what names
    the government of a region is a mention of its own."""
    end = frame.sentence.start
    for mention in (*frame.mentions, None):
        start = mention.start if mention is not None else frame.sentence.end
        if any(word.lower() in frame.words.state for word in _WORD.findall(frame.plain, end, max(end, start))):
            return True
        end = mention.end if mention is not None else start
    return False
