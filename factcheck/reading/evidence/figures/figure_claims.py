"""The claims of figures: as they are explained, one slip away from a fact, or as the grammar proposed them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.cache.once import once
from factcheck.cache.patterns import compiled
from factcheck.language.figures import PERCENT
from factcheck.language.interval import interval
from factcheck.model import Claim, Fact, How, Strength
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.evidence.explained.choose import BEFORE, NAMED, SENTENCE, WRITTEN, Choice
from factcheck.reading.evidence.explained.explained_figures import Figure
from factcheck.reading.evidence.explained.one_slip import near_misses
from factcheck.reading.evidence.explained.printed import digits
from factcheck.reading.evidence.explained.slots import Known, ends_step, is_value, missed, slot_of, year_span
from factcheck.reading.evidence.figures.apart import is_stranger
from factcheck.reading.evidence.figures.made_claims import (
    EXPLAINED,
    MISPRINT,
    in_row,
    made_claim,
    moved_to,
    rate_of_figure,
)
from factcheck.reading.scan.frame import PLACE
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.values.mood import is_aim, is_behind_aim

LONG_FIGURE = 7
"""A figure of so many digits is nobody else's by chance."""
_YEAR = compiled(r"\b20\d\d\b")
SHORT_FIGURE = 3
"""A figure of so many digits misses some fact by chance."""
HEAD, LINE = 6, 100
"""A line with no more words may say of which year is what stands below it; so many letters show how many it has."""
NEARLY = Decimal("0.35")


def settled_figure(claim: Claim, known: Known) -> Iterator[Claim]:
    """What comes of the claim that the grammar proposed of a figure: itself, another, or none."""
    figure = known.evidence.figures.get(claim.start)
    if len(known.setting.packs) > 1 and kind_of(claim.kind) is VALUE:
        claim = _where_it_is_known(claim, known)
    strange = claim.kind == "share" or (claim.kind == "difference" and is_stranger(claim, known.setting))
    rate = (in_row(figure, known) or rate_of_figure(figure, known)) if figure is not None and strange else None
    if rate is not None:
        yield rate
    elif figure is None or not is_value(claim, known.setting):
        broken = known.evidence.figures.get(known.parts.get(claim.start, -1))
        if broken is None or kind_of(claim.kind) is VALUE:
            yield from _no_change(claim, figure, known)
    elif (row := _in_row(claim, figure, known)) is not None:
        yield row
    elif figure.facts:
        yield _explained(_whole(claim, figure), figure, known)
    else:
        yield from _unexplained(_whole(claim, figure), figure, known)


def _no_change(claim: Claim, figure: Figure | None, known: Known) -> Iterator[Claim]:
    """The claim; a figure taken for a change that is known to be a value of somebody near by is that value."""
    choice = known.choices.get(claim.start) if figure is not None and claim.kind == "difference" else None
    if figure is None or choice is None or not figure.tells or choice.subject < SENTENCE:
        yield claim
        return
    from factcheck.reading.evidence.figures.figure_changes import change_of

    is_change = change_of(figure, claim, known) is not None
    yield claim if is_change else made_claim(figure, choice.fact, known, EXPLAINED)


def _whole(claim: Claim, figure: Figure) -> Claim:
    """The claim over all of its figure, which a blank may have broken in two."""
    if figure.number.figure.end == claim.end:
        return claim
    low, high = interval(figure.number, "")
    return claim._replace(end=figure.number.figure.end, value=figure.number.value, low=low, high=high)


def _in_row(claim: Claim, figure: Figure, known: Known) -> Claim | None:
    """The claim of a figure in a row of years as the row has it, be it by one slip; None for any other, and where it is
    so read."""
    row = known.series.get(claim.start) or known.gaps.get(claim.start)
    if row is None or (figure.facts and slot_of(row) == (claim.subject, claim.period)):
        return None
    how = EXPLAINED if figure.facts else MISPRINT
    return moved_to(_under(claim, row, known), figure, row, known.around, how)


def _explained(claim: Claim, figure: Figure, known: Known) -> Claim:
    own = [fact for fact in figure.facts if (fact.entity, fact.period) == (claim.subject, claim.period)]
    if own:
        return _of_measure(claim, own, figure, known)
    rate = rate_of_figure(figure, known) if is_stranger(claim, known.setting) or _is_carried(claim, known) else None
    if rate is not None:  # "BPS mencatat kemiskinan turun 0,10 poin menjadi 8,47 persen"
        return rate
    choice = known.around.choose(figure, claim)
    if choice is None or _is_taken(claim, choice.fact, known):
        return claim
    fact = choice.fact
    claim = claim if fact.pack == claim.pack else _under(claim, fact, known)
    if fact.entity == claim.subject and _is_filled(claim, known):
        return moved_to(claim, figure, fact, known.around, EXPLAINED)  # "3.573.551, up from 2.885.964": the base
    miss = _slip_here(choice, claim, figure, known)
    if miss is not None:
        return moved_to(claim, figure, miss, known.around, MISPRINT)
    if not _outweighs(choice, claim, figure, known):
        return claim
    written = choice.period >= WRITTEN and year_span(figure, fact.period) is not None
    written = written or _relative(claim, figure) or _of_base(claim, fact, figure) or _heads(claim, fact, figure)
    if fact.entity == claim.subject and claim.period_origin is not None and not written:  # see year_slips
        return claim._replace(readings=((fact.entity, fact.period), *claim.readings))
    return moved_to(claim, figure, fact, known.around, EXPLAINED)


def _slip_here(choice: Choice, claim: Claim, figure: Figure, known: Known) -> Fact | None:
    """ "Payakumbuh … pada 2023 ketika nilainya 91,14": what a figure should be that misses it by a slip, in a year that
    is written in its sentence, where what explains it is of somebody not named there, in another year."""
    if choice.subject >= SENTENCE or choice.fact.entity == claim.subject or not figure.tells:
        return None
    miss = missed(figure, claim, known)
    if miss is None or miss.entity != claim.subject or miss.period == choice.fact.period:
        return None
    return miss if year_span(figure, miss.period) is not None else None


def _is_taken(claim: Claim, fact: Fact, known: Known) -> bool:
    """ "Maros (74,85), Wajo (74,85)": whether what explains a figure right behind one name stands beside its own."""
    name = claim.subject_span if fact.entity != claim.subject else None
    right_behind = name is not None and 0 < claim.start - name.end <= len(" (")
    return right_behind and (claim.sentence, *slot_of(fact), fact.measure) in known.filled


def _is_carried(claim: Claim, known: Known) -> bool:
    """Whether the subject of a rate was taken from other sentences, and the reference has another rate of it."""
    if claim.subject_span is not None or How.SPOKEN_OF in claim.how:
        return False
    return bool(known.setting.reference.facts(claim.measure, claim.subject, claim.period, claim.pack))


def _of_measure(claim: Claim, own: Sequence[Fact], figure: Figure, known: Known) -> Claim:
    """The claim; one of another measure where only that has the figure ("dimensi kesehatan bernilai 81,20" taken for
    the index), of its pack or else of another ("Bali (3,72)" taken for a score), and no word right in front of it says
    otherwise."""
    others = [fact for fact in own if fact.pack == claim.pack] or own
    if any(fact.measure == claim.measure for fact in others) or _cued(figure, claim):
        return claim
    return _under(claim, others[0], known)


def _under(claim: Claim, fact: Fact, known: Known) -> Claim:
    """The claim as one of a fact's pack and measure."""
    measure = known.setting.packs[fact.pack].measures[fact.measure]
    return claim._replace(kind=measure.kind, pack=fact.pack, measure=measure.name)


def _where_it_is_known(claim: Claim, known: Known) -> Claim:
    """The claim; of the other pack's measure of its kind where its own has nothing of its subject: a province in a list
    of the amounts of its cities and regencies."""
    reference = known.setting.reference
    if not claim.subject or not claim.measure or reference.facts(claim.measure, claim.subject, "", claim.pack):
        return claim
    measures = ((pack.name, measure) for pack in known.setting.packs.values() for measure in pack.measures.values())
    for pack, measure in measures:
        facts = reference.facts(measure.name, claim.subject, claim.period, pack) if measure.kind == claim.kind else ()
        if facts:
            return _under(claim, facts[0], known)
    return claim


def _of_its_pack(claim: Claim, fact: Fact, figure: Figure, known: Known) -> Claim:
    """The claim; of the pack and measure of the fact that it misses by a slip, where no word right in front of it names
    its own, and its own has nothing of this subject and year, or what it misses by more: two packs may share a word,
    one of them for provinces and one for cities, or one for an index and one for an aspect of it."""
    held = known.setting.reference.facts(claim.measure, claim.subject, claim.period, claim.pack)
    if held and (_cued(figure, claim) or near_misses(figure.number, iter(held))):
        return claim
    return _under(claim, fact, known)


def _heads(claim: Claim, fact: Fact, figure: Figure) -> bool:
    """Whether the year that explains a figure stands in a line of its own between the year of the article and the
    figure, such as the head of a table: "| Zona 2021 | Daerah |"."""
    origin = claim.period_origin
    if origin is None or fact.period == claim.period or How.YEAR_OF_ARTICLE not in claim.how:
        return False
    places = _years_of_lines(figure.frame.plain).get(fact.period, ())
    last = bisect_left(places, figure.frame.sentence.start) - 1
    return last >= 0 and places[last] > origin.end


@once
def _years_of_lines(plain: str) -> Mapping[str, Sequence[int]]:
    """Where the years stand that a line of few words has, in order."""
    found: dict[str, list[int]] = defaultdict(list)
    for year in _YEAR.finditer(plain):
        start, end = plain.rfind("\n", 0, year.start()) + 1, plain.find("\n", year.end())
        if len(plain[start : end if end > 0 else len(plain)][:LINE].split()) <= HEAD:
            found[year[0]].append(year.start())
    return found


def _relative(claim: Claim, figure: Figure) -> bool:
    """Whether the year of a claim is told as "tahun lalu" and not in figures, be it in the sentence before: "…, sesudah
    tahun lalu kuning. Lalu Belu (83,33), Manggarai (83,22)"."""
    span = claim.period_span or (claim.period_origin if How.YEAR_OF_SENTENCE_BEFORE in claim.how else None)
    return span is not None and not figure.frame.plain[span.start : span.end].strip().isdigit()


def _of_base(claim: Claim, fact: Fact, figure: Figure) -> bool:
    """ "naik 5,77 persen dari 2025": the year beside a change in per cent may be that of its base."""
    if figure.number.unit != PERCENT or not claim.period.isdigit() or not fact.period.isdigit():
        return False
    return int(fact.period) == int(claim.period) + 1


def _is_filled(claim: Claim, known: Known) -> bool:
    """Whether another figure of the sentence, under no other written year, is what the reference has in this slot."""
    slot = (claim.sentence, claim.subject, claim.period, claim.measure)
    return slot in known.filled and (claim.period_span is None or known.filled[slot] in (None, claim.period_span))


def _missed(claim: Claim, figure: Figure, known: Known) -> Fact | None:
    """The fact that a figure misses by one slip and that nothing beside it speaks against."""
    miss = missed(figure, claim, known)
    if miss is None:
        return None
    from factcheck.reading.evidence.figures.whose_figure import is_of_another

    beside = claim.strength >= Strength.CLAUSE or is_of_another(figure, miss, known)
    beside = beside and not (How.SPOKEN_OF in claim.how and figure.tells)  # "provinsi" is whoever that is
    beside = beside or _is_where(figure, miss)
    if miss.entity != claim.subject and claim.subject_span is not None and beside:
        return None  # it stands beside another name, and is nobody else's slip
    if miss.period != claim.period and _is_dated(claim, figure):
        return None  # "setelah 2017 merah dengan 22,4"
    return None if claim.subject_span is None and ends_step(figure, known) else miss


def _unexplained(claim: Claim, figure: Figure, known: Known) -> Iterator[Claim]:
    """A figure that nothing explains: in the slot that it misses by one slip, else where the grammar put it, unless
    the reference knows that slot to be another's figure and no word beside it says that it is one."""
    from factcheck.reading.evidence.figures.figure_changes import change_of, near_change
    from factcheck.reading.evidence.figures.whose_figure import is_of_both

    if is_of_both(figure) or is_aim(figure.frame, figure.at):
        return
    rate = rate_of_figure(figure, known) if is_stranger(claim, known.setting) else None
    if rate is not None:  # "BPS mencatat persentase penduduk miskin 8,74 persen": of whom the office counts
        yield rate
        return
    change = change_of(figure, claim, known) if figure.frame.has(Tag.CHANGE, 0, figure.at) else None
    if change is not None and not _cued(figure, claim):  # "bertambah 26,18, Kabupaten Kupang 10,55"
        yield change
        return
    change = near_change(figure, claim, known) if not _cued(figure, claim) else None
    if change is not None:
        yield change
        return
    miss = _missed(claim, figure, known)
    if miss is not None:
        same = slot_of(miss) == (claim.subject, claim.period)
        moved = claim if same else moved_to(claim, figure, miss, known.around, MISPRINT)
        yield _of_its_pack(moved, miss, figure, known)
        return
    change = change_of(figure, claim, known)
    if change is not None:
        yield change
    elif not _is_aimed_at(figure, claim) and (
        _cued(figure, claim)
        or _on_base(claim, known)
        or _likely(claim, known)
        or not known.setting.reference.facts(claim.measure, claim.subject, claim.period, claim.pack)
    ):
        yield claim


def _is_aimed_at(figure: Figure, claim: Claim) -> bool:
    """ "menargetkan IPM 79,45 pada 2025 dan 81,20 pada 2030", "memasang angka 85 tahun depan": whether a figure that
    nothing explains stands behind a word for what is aimed at or expected, or beside the year to come, which is not
    its own."""
    frame = figure.frame
    if is_behind_aim(frame, figure.at):
        return True
    to_come = (frame.mentions[at].start for at in frame.having(Tag.YEAR_FUTURE))
    return any(claim.period_span is None or claim.period_span.start != start for start in to_come)


def _is_where(figure: Figure, miss: Fact) -> bool:
    """ "Maros naik paling tinggi di Sulawesi Selatan, 7,67 persen": whether a sentence names whose slip a figure would
    be only as where something is."""
    named = zip(figure.frame.mentions, figure.frame.roles, strict=False)
    roles = {role for mention, role in named if miss.entity in mention.ids}
    return roles == {PLACE}


def _is_dated(claim: Claim, figure: Figure) -> bool:
    """Whether the year of a claim is written in figures right in front of it, with no other figure between."""
    year = claim.period_span
    if year is None or year.end > claim.start or not figure.frame.plain[year.start : year.end].isdigit():
        return False
    between = (one for one in figure.frame.mentions[: figure.at] if one.start >= year.end)
    return digits(figure.number) <= SHORT_FIGURE and not any(one.number is not None for one in between)


def _on_base(claim: Claim, known: Known) -> bool:
    """Whether the figure of the year before stands in the sentence: "naik … dari Rp3.657.527 menjadi Rp3.921.234"."""
    if not claim.period.isdigit():
        return False
    return (claim.sentence, claim.subject, str(int(claim.period) - 1), claim.measure) in known.filled


def _likely(claim: Claim, known: Known) -> bool:
    """Whether a figure beside a written name is of the size of what it should be: no margin and no step of a scale."""
    facts = known.setting.reference.facts(claim.measure, claim.subject, claim.period, claim.pack)
    if claim.subject_span is None or not facts or not isinstance(claim.value, Decimal):
        return False
    right = facts[0].value
    return isinstance(right, Decimal) and bool(right) and abs(claim.value / right - 1) < NEARLY


def _cued(figure: Figure, claim: Claim) -> bool:
    """Whether the measure is named right in front of the figure."""
    return figure.frame.before(figure.at, f"{CUE_OF}{claim.measure}", 2)


def _is_venue(figure: Figure, claim: Claim) -> bool:
    """ "BPS Papua … di Jayapura, Selasa, mengatakan": whether a claim's subject is only where one spoke."""
    named = zip(figure.frame.mentions, figure.frame.roles, strict=False)
    span = claim.subject_span
    return span is not None and any(role == PLACE and mention.start == span.start for mention, role in named)


def _outweighs(choice: Choice, claim: Claim, figure: Figure, known: Known) -> bool:
    """Whether an explanation goes before what the grammar read: not where the clause says otherwise in so many
    words, unless the sentence names what explains the figure too. A figure too long for chance goes before a slot of
    which nothing is held."""
    stranger = is_stranger(claim, known.setting)
    held = known.setting.reference.facts(claim.measure, claim.subject, claim.period, claim.pack)
    if choice.fact.entity == claim.subject:
        loose = claim.period_span is None or _relative(claim, figure) or _of_base(claim, choice.fact, figure)
        return loose or choice.period >= WRITTEN
    meant = How.SPOKEN_OF in claim.how and figure.tells  # "ibu kota lama provinsi itu masih 83,98"
    if choice.fact.entity in known.around.teller and _is_venue(figure, claim):
        return figure.frame.has(f"{CUE_OF}{claim.measure}", 0, figure.at)
    if claim.subject_span is not None and choice.subject < SENTENCE and not stranger and not meant:
        return False
    if not figure.tells:
        return choice.subject >= SENTENCE
    return choice.subject + choice.period >= BEFORE + NAMED or (digits(figure.number) >= LONG_FIGURE and not held)
