"""On which figure of its sentence a word of a scale hangs, of whose year a rank is that is told beside it, and which
claims go along with what is explained in their sentence or in front of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from operator import attrgetter

from factcheck.model import Claim, How, Value
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.evidence.explained.choose import Choice
from factcheck.reading.evidence.explained.slots import Known
from factcheck.reading.evidence.words.beside_figures import Beside, hung
from factcheck.reading.evidence.words.borne_words import PAIR
from factcheck.reading.evidence.words.list_years import is_right_in
from factcheck.reading.evidence.words.words_of_scales import word_known, words_of
from factcheck.reading.scan.frame import ENDS, FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.ask.reference import Reference

CARRIED = (How.YEAR_OF_ARTICLE, How.YEAR_OF_SENTENCE_BEFORE)
"""How a year comes to a rank that stands elsewhere."""
BACK = 2
"""So many sentences in front of a word the figure may stand whose year is its."""
LED = 12
"""Letters from a rank to the figure that it leads to: " dengan nilai ", " with "."""
NEAR = 3
"""Mentions between a year and the word of a scale it stands beside."""
_at = attrgetter("at")
ON = {
    Tag.YEAR, Tag.YEAR_DIGITS, Tag.BIND_AND, Tag.STATE_BEFORE, Tag.CUE_WORD, Tag.BIND_TO, Tag.COUNT_EXISTS,
    Tag.ENTITY_PLACES,
}  # fmt: skip
"""What stands between a figure and its year and the word of a scale that goes on behind them."""
LEFT = (Tag.BIND_LEAVE, Tag.BIND_OUT, Tag.BIND_FROM)
REACH = 6
"""Mentions in which a clause leads from a figure to its word."""
TOLD = {Tag.STATE_BEFORE, Tag.COUNT_EXISTS, Tag.BIND_HOLDER_AFTER, Tag.CUE_WORD, Tag.ENTITY_PLACES}
"""What stands between the figure and the word that such a clause tells of it."""


def hung_word(claim: Claim, beside: Beside, where: Mapping[int, tuple[Frame, int]], setting: Setting) -> Claim:
    """A word of a scale under the year, and where nobody is named for it the subject, of the figure it hangs on; any
    other claim as it is. `where`: the place of each word of a scale by its end."""
    pack = setting.packs.get(claim.pack)
    measure = pack.measures.get(claim.measure) if pack else None
    if measure is None or measure.type != "word" or claim.end not in where or claim.kind == "extreme":
        return claim
    frame, at = where[claim.end]
    if claim.period_span is None and (_is_past(frame, at) or _opens_past_unknown(claim, frame, at, setting)):
        return _of_time_gone(claim, frame, at, setting)  # "dulunya zona kuning": in a year that is not told
    moved = (
        _of_what_began(claim, beside, frame, at)
        or _of_what_came(claim, frame, at)
        or _of_later_year(claim, frame, at, setting)
    )
    moved = moved or _counted_from_figure(claim, beside, frame, at)
    if moved is not None:
        return moved
    inside = beside.in_brackets(frame, at) or beside.behind(frame, at) or beside.joined(frame, at)
    inside = inside or _in_step(claim, beside, frame, at)
    if inside is not None:
        return hung(claim, inside, bracketed=True)
    bearing = _bearing(claim, beside, frame, at, setting)
    if bearing is not None:
        return claim._replace(
            period=bearing.fact.period, period_span=None, period_origin=None, how=(How.YEAR_OF_FIGURE,), readings=()
        )
    if _is_behind_source(beside, frame, at):
        return _of_year_after(claim, beside.before(frame, at), setting)
    if frame.has_any(LEFT, max(0, at - 2), at):  # "meninggalkan zona merah": what was, and not what the figure tells
        return claim
    choice = beside.of(frame, at)
    if choice is not None and choice.fact.pack == claim.pack and _is_of_figure(claim, beside, frame, at):
        how = (How.SUBJECT_OF_FIGURE, *(part for part in claim.how if part.is_year))
        claim = claim._replace(subject=choice.fact.entity, subject_span=None, how=how, readings=())
    return hung(claim, choice)


def _in_step(claim: Claim, beside: Beside, frame: Frame, at: int) -> Choice | None:
    """ "69,63 dan kuning pada 2022, lalu 88,02, A, pada 2023", "95,20 pada 2022, lalu 73,85 yang hanya kuning": the
    figure of its subject right in front of a word, and behind the year that was read for the word; None where none
    stands there."""
    figure = _goes_on_as(frame, at) or at - 1 - frame.before(at, Tag.COMMA)
    choice = beside.at(frame, figure) if figure > 0 else None
    if choice is None or claim.period_span is None or choice.fact.entity != claim.subject:
        return None
    return choice if claim.period_span.end <= frame.mentions[figure].start else None


def _goes_on_as(frame: Frame, at: int) -> int:
    """ "73,85 yang hanya cukup untuk zona kuning": where the figure stands of which a clause tells the word; 0 where
    none does."""
    figure = next(iter(frame.having(FIGURES, max(0, at - REACH), at)[-1:]), at)
    lead = frame.plain[frame.mentions[figure].end :].split(maxsplit=1)[:1] if figure < at else []
    between = frame.mentions[figure + 1 : at]
    plain = all(one.tags.keys() & TOLD and not one.ids for one in between)
    return figure if lead and lead[0] in frame.words.relative and plain else 0


def _of_what_began(claim: Claim, beside: Beside, frame: Frame, at: int) -> Claim | None:
    """ "naik 4,05 dari 86,18 pada 2023; hurufnya berganti dari B ke A": the word that a change began with, under the
    year of the figure that a change of its subject began with; None for any other."""
    if How.YEAR_BEFORE_CHANGE not in claim.how or not frame.before(at, Tag.BIND_FROM):
        return None
    place = beside.place(frame, at)
    choice = beside.at(frame, place) if frame.before(place, Tag.BIND_FROM) else None
    own = choice is not None and choice.fact.entity == claim.subject
    return hung(claim, choice, bracketed=True) if own else None


def _of_what_came(claim: Claim, frame: Frame, at: int) -> Claim | None:
    """ "Nias, juga merah, menjadi 85,05": a word that stays in the year before that of the figure it became; None
    for any other."""
    came = How.YEAR_BEFORE_CHANGE in claim.how and frame.has(Tag.BIND_TO, at + 1, at + NEAR)
    return claim if came else None


def _of_later_year(claim: Claim, frame: Frame, at: int, setting: Setting) -> Claim | None:
    """A word under no year that is known, where it is of one behind that of its figure; None for any other."""
    if not (_is_later(frame, at, claim) and _is_so_later(claim, setting)):
        return None
    return claim._replace(period="", period_span=None, period_origin=None, how=(How.NO_YEAR,), readings=())


def _is_later(frame: Frame, at: int, claim: Claim) -> bool:
    """ "76.08, missed green in 2021 and has been green since", "28.47 in 2021, climbed as far as yellow": whether a
    word is of a year behind the one written in front of it, which is that of a figure, and nobody says which."""
    if frame.after(at, Tag.BIND_SINCE) and not frame.has_any((FIGURES, Tag.YEAR_DIGITS), at + 1):
        return True
    year = frame.having(Tag.YEAR_DIGITS, 0, at)[-1:]
    if not year or not frame.after(year[0], Tag.COMMA) or claim.period != frame.mentions[year[0]].tags[Tag.YEAR_DIGITS]:
        return False
    dated = any(frame.mentions[one].number is not None for one in range(max(0, year[0] - 2), year[0]))
    return dated and frame.has(Tag.CHANGE, year[0], at) and not frame.has(FIGURES, year[0] + 1, at)


def _is_so_later(claim: Claim, setting: Setting) -> bool:
    """Whether somebody bore a word not in the year it was taken to be of, but in a later one."""
    facts = setting.reference.facts(claim.measure, claim.subject, "", claim.pack)
    periods = [fact.period for fact in facts if fact.value == claim.value]
    return claim.period not in periods and any(period > claim.period for period in periods)


def _leads(frame: Frame, led: int) -> bool:
    """ "81,29 hanya setahun sesudah merah": whether a year counted from what is told leads to a word."""
    return Tag.YEAR_LEADING in frame.mentions[led].tags


def _is_put_in(frame: Frame, led: int, at: int) -> bool:
    """ "yang setahun sebelumnya kuning,": whether such a year and a word stand in an aside that a comma ends."""
    opens = frame.plain[frame.mentions[led - 1].start : frame.mentions[led - 1].end].lower()
    anchored = Tag.YEAR_ANCHORED in frame.mentions[led].tags
    return anchored and opens in frame.words.relative and frame.after(at, Tag.COMMA)


def _counted_from_figure(claim: Claim, beside: Beside, frame: Frame, at: int) -> Claim | None:
    """ "Aceh Besar, yang setahun sebelumnya kuning, mencatat 86,18": a word in an aside under the year counted from
    that of the figure of its subject behind it; None for any other."""
    led = at - 1 - frame.before(at, Tag.CUE_WORD)
    if led < 1 or not frame.close(led, led + 1) or not (_is_put_in(frame, led, at) or _leads(frame, led)):
        return None
    step = frame.mentions[led].tags.get(Tag.YEAR, "")
    if not step.lstrip("-").isdigit():
        return None
    choice = beside.of(frame, at)
    if choice is None or choice.fact.entity != claim.subject or not choice.fact.period.isdigit():
        return None
    year = str(int(choice.fact.period) + int(step))
    how = (*(part for part in claim.how if not part.is_year), How.COUNTED_YEAR)
    return claim._replace(period=year, period_span=None, period_origin=None, how=how, readings=())


def _is_of_figure(claim: Claim, beside: Beside, frame: Frame, at: int) -> bool:
    """ "North Gorontalo … the scores for the province, earning 83.94 points and a place in the green zone": whether a
    figure of another stands between a word and what was taken for its subject, which is no name."""
    figure = beside.place(frame, at)
    if How.SPOKEN_OF not in claim.how or claim.subject_span is None or figure < 0:
        return False
    return claim.subject_span.end <= frame.mentions[figure].start and beside.before(frame, at) is not None


def _is_behind_source(beside: Beside, frame: Frame, at: int) -> bool:
    """ "naik dari 87,05 pada 2023, tetap hijau": whether a word goes on with what something
    changed to, behind the figure that it changed from."""
    figure = beside.place(frame, at)
    if figure < 1 or not frame.before(figure, Tag.BIND_FROM) or not frame.has(Tag.CHANGE, 0, figure):
        return False
    between = frame.mentions[figure + 1 : at]
    on = all(one.tags.keys() & ON or any(tag.startswith(SCALED) for tag in one.tags) for one in between)
    return on and any(Tag.BIND_AND in one.tags for one in between)


def _of_year_after(claim: Claim, choice: Choice | None, setting: Setting) -> Claim:
    """A word under the year after that of a figure, where the reference has any of its subject then."""
    before = choice.fact.period if choice is not None else ""
    after = str(int(before) + 1) if before.isdigit() else ""
    if claim.period not in (before, "") or not setting.reference.facts(claim.measure, claim.subject, after, claim.pack):
        return claim
    how = (*(one for one in claim.how if not one.is_year), How.YEAR_OF_CHANGE)
    return claim._replace(period=after, period_span=None, period_origin=None, how=how, readings=())


def _is_past(frame: Frame, at: int) -> bool:
    """Whether a word for a time gone by stands close in front of a mention, with no figure between."""
    past = frame.having(Tag.MOOD_PAST, max(0, at - NEAR), at)
    return bool(past) and not frame.has(FIGURES, past[-1], at) and not frame.has_any(ENDS, past[-1], at)


def _opens_past(frame: Frame, at: int) -> bool:
    """ "Sebelumnya pemprov masih di zona kuning": whether a sentence begins with a word for a time gone by, and has
    neither figure nor change before it says of which step somebody was."""
    if not frame.has(Tag.MOOD_PAST, 0, 1) or frame.has_any((*ENDS, FIGURES, Tag.CHANGE, SCALED), 1, at):
        return False
    return not frame.plain[frame.sentence.start : frame.mentions[0].start].strip(" *_\n\"'“‘")


def _opens_past_unknown(claim: Claim, frame: Frame, at: int, setting: Setting) -> bool:
    """Whether such a sentence tells a step that nobody knows of its subject in the year it was taken to be of."""
    return _opens_past(frame, at) and not _is_known(claim, claim.period, frame, at, setting)


def _is_known(claim: Claim, period: str, frame: Frame, at: int, setting: Setting) -> bool:
    """Whether the reference has a word of a scale of its subject in a period."""
    words = (one for one in words_of(frame, setting) if one.at == at and one.measure == claim.measure)
    return any(word_known(word, claim.subject, period, setting) == word.word for word in words)


def _of_time_gone(claim: Claim, frame: Frame, at: int, setting: Setting) -> Claim:
    """What somebody was before, of the year before where the reference has it so, else of a year that is not told."""
    before = str(int(claim.period) - 1) if claim.period.isdigit() else ""
    if before and _is_known(claim, before, frame, at, setting):
        found, how = before, How.YEAR_BEFORE_CHANGE
    else:
        found, how = "", How.NO_YEAR
    others = tuple(one for one in claim.how if not one.is_year)
    return claim._replace(period=found, period_origin=None, how=(*others, how), readings=())


def _bearing(claim: Claim, beside: Beside, frame: Frame, at: int, setting: Setting) -> Choice | None:
    """The figure of the sentence that makes a word of two right: "86.65, up from 57.22 in 2022, … took it from the
    yellow zone to the green". Not where a year stands beside the word."""
    if frame.has(Tag.YEAR_DIGITS, max(0, at - NEAR), at + NEAR + 1):
        return None
    words = words_of(frame, setting)
    here = words[bisect_left(words, at, key=_at) : bisect_right(words, at, key=_at)]
    word = next((one for one in here if one.measure == claim.measure), None)
    alike = islice((one for one in words if one.measure == claim.measure), PAIR)
    if word is None or len(list(alike)) < PAIR:
        return None
    mine = [one for one in beside.all_of(frame) if one.fact.entity == claim.subject and one.fact.pack == word.pack]
    known = {one.fact.period: word_known(word, claim.subject, one.fact.period, setting, one.fact) for one in mine}
    if known.get(claim.period) == word.word or len(known) < PAIR:
        return None
    return next((one for one in mine if known[one.fact.period] == word.word), None)


def years_beside(claims: Sequence[Claim], main: str, named: Sequence[str], setting: Setting) -> list[Claim]:
    """ "mencatat nilai 94,58 dan berada di peringkat delapan nasional": the figure explains itself, the rank does not.

    The claims, each rank and first place without a year, or under that of the article alone, under the one year of
    its subject's figures in the sentence, else in the one before, else under the one year `named` in which the
    reference has that rank; one that none stands beside and no year at all under `main`, the year of most claims. A
    rank that the reference has in the year it was read in stays there."""
    years: dict[tuple[int, str], dict[int, str]] = defaultdict(dict)
    counted: set[tuple[int, str]] = set()
    for claim in claims:
        if kind_of(claim.kind) is VALUE and isinstance(claim.value, Decimal) and claim.period:
            years[claim.sentence, claim.subject][claim.start] = claim.period
            if How.COUNTED_YEAR in claim.how:  # "Tahun lalu 83.7, sekarang yang terendah": of its own year
                counted.add((claim.sentence, claim.subject))
    return [
        _with_figure_led(claim, years, setting)
        or _dated(_of_its_year(claim, years, named, setting), years, counted, main)
        if kind_of(claim.kind).ordered and not _is_had(claim, setting)
        else _of_figure_before(claim, years, setting)
        if isinstance(claim.value, str) and How.YEAR_OF_ARTICLE in claim.how
        else claim
        for claim in claims
    ]


def _with_figure_led(
    claim: Claim, years: Mapping[tuple[int, str], Mapping[int, str]], setting: Setting
) -> Claim | None:
    """ "nomor dua dengan 90,36 pada 2022, nomor sembilan dengan 82,11 setahun sesudahnya": a rank under a year in front
    of it, put under that of the figure that it leads to, in which it is right; None for any other."""
    if claim.kind != "rank" or claim.period_span is None or claim.period_span.start > claim.start:
        return None
    figures = years.get((claim.sentence, claim.subject), {})
    behind = (period for start, period in figures.items() if 0 < start - claim.end <= LED)
    year = next(behind, claim.period)
    if year == claim.period or not _is_had(claim._replace(period=year), setting):
        return None
    how = tuple(part for part in claim.how if not part.is_year)
    return claim._replace(period=year, period_span=None, period_origin=None, how=(*how, How.YEAR_OF_FIGURE))


def _of_figure_before(claim: Claim, years: Mapping[tuple[int, str], Mapping[int, str]], setting: Setting) -> Claim:
    """ "Pada 2016 hanya 30,76. Dengan nilai begitu kabupaten itu jatuh di zona merah": a word of the one spoken of, not
    right under the year of the article that it has, put under the one year of that one's figures in the sentence
    before, else in the one in front of that."""
    spoken = How.SPOKEN_OF in claim.how and claim.measure and kind_of(claim.kind) is VALUE
    if not spoken or is_right_in(claim, claim.period, setting) or (claim.sentence, claim.subject) in years:
        return claim
    near = (years.get((claim.sentence - back, claim.subject), {}) for back in (1, BACK))
    found = {*next((one for one in near if one), {}).values()}
    if len(found) != 1 or found == {claim.period}:
        return claim
    how = tuple(part for part in claim.how if not part.is_year)
    return claim._replace(period=found.pop(), period_origin=None, how=(*how, How.YEAR_OF_FIGURE))


def _of_its_year(
    claim: Claim, years: Mapping[tuple[int, str], Mapping[int, str]], named: Sequence[str], setting: Setting
) -> Claim:
    """ "Nilainya cuma 30,76. Posisinya ke-74": a rank under the year of the article, put under that of its subject's
    figures in the sentence before, or the only one named in which the reference has it."""
    if claim.kind == "rank" and How.YEAR_BEFORE_CHANGE in claim.how:
        return _of_change_in_turn(claim, years, setting)
    if claim.kind != "rank" or not {*claim.how} & {*CARRIED} or (claim.sentence, claim.subject) in years:
        return claim
    before = {*years.get((claim.sentence - 1, claim.subject), {}).values()}
    found = before or {year for year in named if _is_had(claim._replace(period=year), setting)}
    if len(found) != 1 or found == {claim.period}:
        return claim
    how = tuple(part for part in claim.how if not part.is_year)
    return claim._replace(period=found.pop(), period_origin=None, how=(*how, How.YEAR_OF_FIGURE))


def _of_change_in_turn(claim: Claim, years: Mapping[tuple[int, str], Mapping[int, str]], setting: Setting) -> Claim:
    """ "94,01 pada 2022, 96,46 pada 2023, dan 96,94 pada 2024; peringkatnya bergeser dari 2 ke 3 lalu ke 4": a rank
    that a change began with under the one year of its subject's figures in which it had that."""
    told = {*years.get((claim.sentence, claim.subject), {}).values()}
    found = [year for year in told if _is_had(claim._replace(period=year), setting)]
    if len(found) != 1:
        return claim
    how = (*(part for part in claim.how if not part.is_year), How.YEAR_OF_FIGURE)
    return claim._replace(period=found[0], period_span=None, period_origin=None, how=how)


def _is_had(claim: Claim, setting: Setting) -> bool:
    """Whether the reference has a rank, among so many if it is told among how many, in its year."""
    if claim.kind != "rank" or not claim.period:
        return False
    sizes = _ranks_had(setting.reference, claim.subject, claim.period, claim.pack).get(claim.value, frozenset())
    return bool(sizes) and (not claim.of or not sizes.isdisjoint((0, claim.of)))


@lru_cache(maxsize=256)
def _ranks_had(reference: Reference, subject: str, period: str, pack: str) -> Mapping[Value, frozenset[int]]:
    """The ranks of somebody in a year, with among how many each is; 0 where that is not known."""
    found: dict[Value, set[int]] = defaultdict(set)
    for fact in reference.ranks(subject, period, pack):
        found[fact.value].add(fact.of)
    return {value: frozenset(sizes) for value, sizes in found.items()}


def _dated(
    claim: Claim, years: Mapping[tuple[int, str], Mapping[int, str]], counted: Collection[tuple[int, str]], main: str
) -> Claim:
    place = claim.sentence, claim.subject
    figures = years.get(place, {})
    beside = {*figures.values()}
    # "kini di posisi ke-26 dengan nilai 67,58": of the year of the figure, which is not counted itself
    behind = claim.period_span is not None and claim.period_span.start >= claim.end  # "peringkat 28 tahun sebelumnya"
    now = How.COUNTED_YEAR in claim.how and len(beside) == 1 and place not in counted and not behind
    # "naik dari 85,09 pada 2023 dan kini berada di peringkat 20": the figure is of the year before that of "kini"
    now = now and (claim.period_span is None or any(start > claim.period_span.start for start in figures))
    told = claim.period_span is not None or (claim.period and not {*claim.how} & {*CARRIED})
    before = max((start for start in figures if start < claim.start), default=-1)
    parted = (
        claim.period_span is not None and claim.period_span.start < before
    )  # a figure stands between it and its year
    if told and not now and not (parted and len(beside) > 1):
        return claim
    near = figures.get(before, claim.period or main)  # "dari 22,94 melesat ke 73,17, posisi 82 dari 199"
    period = next(iter(beside)) if len(beside) == 1 else near
    if period == claim.period:
        return claim
    how = tuple(part for part in claim.how if not part.is_year)
    return claim._replace(period=period, period_span=None, period_origin=None, how=(*how, How.YEAR_OF_FIGURE))


def _is_figure(claim: Claim) -> bool:
    return isinstance(claim.value, Decimal) and (kind_of(claim.kind) is VALUE or claim.kind == "difference")


def moved_along(
    claims: Sequence[Claim], proposed: Sequence[Claim], known: Known, frames: Sequence[Frame]
) -> list[Claim]:
    """The claims, those of a sentence that took their subject from another along with its figures, where what explains
    these is of one other ("Provinsi pun naik. Nilainya 89,23, kategori A"), and those of the sentences behind it that
    name nobody; `proposed` is how they were read before."""
    before = {claim.start: claim for claim in proposed if _is_figure(claim) and claim.subject_span is None}
    owners: dict[tuple[int, str], dict[str, Claim]] = defaultdict(dict)
    for claim in claims if before else ():
        old = before.get(claim.start)
        if old is not None and _is_explained(claim, known):
            owners[claim.sentence, old.subject][claim.subject] = claim
    if all(subject == old for (_, old), those in owners.items() for subject in those):
        return list(claims)
    blocks = {frame.sentence.place: frame.sentence.block for frame in frames}
    named = {frame.sentence.place for frame in frames if frame.bearers}
    return [
        claim
        if claim.subject_span is not None or _is_explained(claim, known)
        else _along(claim, _owners_for(claim, owners, blocks, named))
        for claim in claims
    ]


def _is_explained(claim: Claim, known: Known) -> bool:
    figure = known.evidence.figures.get(claim.start)
    facts = figure.facts if figure is not None and kind_of(claim.kind) is VALUE else ()
    return any((one.entity, one.period, one.measure) == (claim.subject, claim.period, claim.measure) for one in facts)


def _owners_for(
    claim: Claim,
    owners: Mapping[tuple[int, str], Mapping[str, Claim]],
    blocks: Mapping[int, int],
    named: Collection[int],
) -> Mapping[str, Claim]:
    """Whose the figures are that took their subject from where a claim took it: of its sentence, else of the last one
    in front of it in its paragraph that has any, where nobody is named in between."""
    place, block = claim.sentence, blocks[claim.sentence]
    while (place, claim.subject) not in owners and place not in named and blocks.get(place) == block:
        place -= 1
    return owners.get((place, claim.subject), {}) if blocks.get(place) == block else {}


def _along(claim: Claim, owners: Mapping[str, Claim]) -> Claim:
    if len(owners) != 1 or claim.subject in owners or kind_of(claim.kind).per_group:
        return claim
    subject, model = next(iter(owners.items()))
    dated = bool({*claim.how} & {*CARRIED}) and kind_of(claim.kind) is VALUE
    how = tuple(part for part in claim.how if not part.is_subject and not (dated and part.is_year))
    period = model.period if dated else claim.period
    return claim._replace(subject=subject, period=period, how=(How.SUBJECT_OF_FIGURE, *how), readings=())
