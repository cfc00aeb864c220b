"""Numbers as values of the declared measures, and percentages of counts."""

from __future__ import annotations

from decimal import Decimal

from factcheck.cache.patterns import compiled
from factcheck.language.figures import CARDINAL, PERCENT, RUPIAH, Number
from factcheck.reading.records import Value
from factcheck.reading.scan.frame import ENDS, FIGURES, UNITS, Frame
from factcheck.reading.scan.kind_words import bears_figure
from factcheck.reading.scan.mentions import CUE_OF, IN_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.mood import demanded, irrealis
from factcheck.reference.packs.info import Measure

FAR = 12
"""A whole number is a score only this near (code points) to a word that says so."""
HUNDRED, HUNDREDTH = 100, Decimal("0.01")
SPOKEN = (
    Tag.ENTITY_SELF, Tag.ENTITY_GOVERNMENT, Tag.CHANGE, Tag.BIND_TO, Tag.BIND_PAIR, Tag.COLLECTIVE, Tag.RANK_CUE,
    Tag.YEAR,
)  # fmt: skip
"""Words in front of a figure that may be a score."""
_NOUN = compiled(r" ([^\W\d_]{4,})(?=[\s.,;:)]|$)")
FILLERS = frozenset((Tag.STATE_BEFORE, Tag.ENTITY_SELF, Tag.BIND_AND, Tag.COUNT_EXISTS))
"""May stand between a cue and its figure."""

PEOPLE = 10000
"""So many governments are nowhere: a number that large counts people."""
AGAIN = 3
"""Mentions from a rate to the amount that says the same: "atau", "sebesar"."""
PARTED = (Tag.BIND_TO, Tag.BIND_FROM, Tag.BIND_COMPARE, Tag.COMMA, Tag.STOP, Tag.YEAR_DIGITS)
"""What stands between a word of rising and a figure that is not how much something rose by."""
TEN = 10
LEAD = 2
"""Mentions in front of a figure that may say that something rose by it."""


def figure_value(frame: Frame, at: int, number: Number, setting: Setting) -> Value | None:
    """A number as the value of a measure, or None: "nilai 89,62", "Kota Metro (80,85)"."""
    if number.form != "digits" and not is_spoken(number):
        return None
    own = own_units(frame, at, setting)
    if not (own or number.unit or _bears_score(frame, at, number, setting)):
        return None
    if irrealis(frame, at) or mean_of_group(frame, at) or _ends_range(frame, at) or demanded(frame, at):
        return None
    if (not own and of_other_things(frame, at)) or frame.before(at, Tag.MAGNITUDE_BEFORE, 1):
        return None
    measures = [each for each in setting.numeric(number) if not own or f"{each[0]}/{each[1].name}" in own]
    for pack, measure in (*_by_cue(frame, at, measures), *_to_hundred(frame, at, number, setting)):
        risen = _restates(frame, at) if number.unit == RUPIAH else is_size_of_change(frame, at, measure.name)
        whole = bool(setting.wholes) and (pack, measure.name) in setting.wholes and is_bare_whole(frame, at, number)
        if not risen and not _means_others(frame, at, pack) and _fits(frame, at, number, measure, bool(own), whole):
            return Value(at, measure.kind, pack, measure.name, number.value, *number.figure)
    return None


def _restates(frame: Frame, at: int) -> bool:
    """ "naik 8,96 persen atau sebesar Rp275.764": whether an amount says again what a rate in front of it told of a
    change."""
    rate = next((place for place in range(at - 1, max(-1, at - 1 - AGAIN), -1) if frame.mentions[place].number), -1)
    number = frame.mentions[rate].number if rate > 0 else None
    if number is None or number.unit != PERCENT or frame.has_any(PARTED, rate, at):
        return False
    again = frame.gap(rate, at).lower().split()[:1]
    return bool({*again} & {*frame.words.alternative}) and frame.has(Tag.CHANGE, max(0, rate - LEAD), rate)


def is_size_of_change(frame: Frame, at: int, measure: str = "") -> bool:
    """ "kemiskinan meningkat sebesar 0,09 persen", "penduduk miskin naik 5.400", "turun 0,98 persen poin": whether a
    figure is how much something rose or fell, and no state; where rises are what is measured, it may be one of them."""
    if frame.after(at, Tag.UNIT) and frame.mentions[at + 1].tags[Tag.UNIT] == "point":
        return frame.has(Tag.CHANGE)
    led = next(iter(frame.having(Tag.CHANGE, max(0, at - LEAD), at)[::-1]), -1)
    if led < 0 or frame.mentions[led].tags.keys() & {f"{CUE_OF}{measure}", Tag.BIND_TO}:
        return False
    between = frame.plain[frame.mentions[led].end : frame.mentions[at].start]
    states = frame.mentions[led].tags[Tag.CHANGE] == "any"
    return not states and len(between) <= FAR and not frame.has_any(PARTED, led, at)


def of_something_else(frame: Frame, at: int) -> bool:
    """ "inflasi Riau 6,81 persen", "kemiskinan ekstrem tinggal 0,83": whether a word behind which a figure measures
    something else stands in front of one, no other figure and no measure of ours between."""
    words = frame.having(Tag.MAGNITUDE_BEFORE, 0, at)
    return bool(words) and not frame.has_any((FIGURES, Tag.CUE_NUMBER, *ENDS), words[-1] + 1, at)


def ends_range(frame: Frame, at: int) -> bool:
    """ "yakni antara 5,38% hingga 7,52%": whether a figure is where a range begins or ends."""
    first = at - 2 if at > 1 and frame.spans(at - 2, at) else at
    words = frame.plain[frame.sentence.start : frame.mentions[first].start].lower().split()
    return bool(words) and words[-1] in frame.words.between


def is_bare_whole(frame: Frame, at: int, number: Number) -> bool:
    """Whether a figure is a whole number of some digits and no unit of its own: no year, no rank, no number of people,
    and none of what the word behind it names."""
    if number.form != "digits" or number.unit or number.quantum != 1 or not HUNDRED <= number.value < PEOPLE:
        return False
    if Tag.YEAR_DIGITS in frame.mentions[at].tags:
        return False
    led = frame.before(at, Tag.MAGNITUDE_BEFORE, 1) or frame.before(at, Tag.RANK_CUE, 1)
    return not (led or _ends_name(frame, at) or of_other_things(frame, at))


def _ends_name(frame: Frame, at: int) -> bool:
    """ "di Jalan Merdeka 279": whether a figure stands right behind a word with a capital that nothing reads."""
    if frame.sentence.voice == "headline":
        return False
    start = frame.mentions[at - 1].end if at else frame.sentence.start
    word = frame.plain[start : frame.mentions[at].start].rstrip(" ").rpartition(" ")[2]
    opens = frame.mentions[at].start - len(word) - 1 <= frame.sentence.start
    return word[:1].isupper() and word.isalpha() and not opens


def is_spoken(number: Number) -> bool:
    """ "tujuh puluh enam koma delapan dua": a figure told in words to its decimals; no "setengah", and not the end of
    "sembilan lima koma sembilan satu"."""
    return number.form == "word" and number.quantum < 1 and number.value >= TEN


def own_units(frame: Frame, at: int, setting: Setting) -> set[str]:
    """The measures (PACK/MEASURE) of the open packs that are counted in the word behind a figure: "71,2 tahun", "219
    ribu penduduk miskin"."""
    following = frame.mentions[at + 1].tags if at + 1 < len(frame.mentions) else {}
    if Tag.CUE_NUMBER not in following and not frame.has(UNITS, at + 1, at + 2):
        return set()
    if not frame.close(at, at + 1):
        return set()
    counted = {place for tag, place in following.items() if tag.startswith(IN_OF) and setting.opened(place)}
    return counted or {
        place for tag, place in following.items() if tag.startswith(CUE_OF) and _is_counted(place, setting)
    }


def _is_counted(place: str, setting: Setting) -> bool:
    """Whether PACK/MEASURE of an open pack is told with a word for what is counted."""
    pack, _, name = place.partition("/")
    measure = setting.packs[pack].measures.get(name) if pack in setting.packs else None
    return measure is not None and bool(measure.counted_in)


def _to_hundred(frame: Frame, at: int, number: Number, setting: Setting) -> list[tuple[str, Measure]]:
    """The measures from 0 to 100 whose scores the press also prints as "skor 85,22 persen" and "Kota Kendari (75,74
    persen)": behind their cue, or in brackets behind a name."""
    if number.unit != PERCENT or number.quantum > HUNDREDTH:
        return []
    bracketed = at > 1 and Tag.OPEN in frame.mentions[at - 1].tags and bool(frame.subjects(at - 2, at - 1))
    return [
        (pack.name, measure)
        for pack in setting.packs.values()
        for measure in pack.measures.values()
        if measure.type == "number" and not measure.unit and measure.maximum == HUNDRED
        if near_cue(frame, at, f"{CUE_OF}{measure.name}") or bracketed
    ]


def _by_cue(frame: Frame, at: int, measures: list[tuple[str, Measure]]) -> list[tuple[str, Measure]]:
    """The measures with that first whose word governs the figure: "dimensi kesehatan 66,40, dimensi ekonomi 62,85"."""
    if len(measures) < 2:
        return measures
    cues = {
        place: f"{pack}/{measure.name}"
        for pack, measure in measures
        for place in frame.having(f"{CUE_OF}{measure.name}")
        if frame.mentions[place].tags[f"{CUE_OF}{measure.name}"] == f"{pack}/{measure.name}"
    }
    meant = cues.get(_governing(frame, at, sorted(cues)), "")
    return sorted(measures, key=lambda each: f"{each[0]}/{each[1].name}" != meant)


def _governing(frame: Frame, at: int, cues: list[int]) -> int:
    """The place of the word that says what is measured: the last one in front, unless another figure has it and one
    follows close ("66,40 pada dimensi kesehatan, 63,20 pada dimensi pendidikan"); -1 for none."""
    paired = _paired(frame, at, cues)
    if paired >= 0:
        return paired
    before = next((place for place in reversed(cues) if place < at), -1)
    after = next((place for place in cues if place > at), -1)
    taken = before < 0 or bool(_figures(frame, before, at)) or _follows(frame, before)
    return after if taken and after >= 0 and _behind(frame, at, after) else before


def _paired(frame: Frame, at: int, cues: list[int]) -> int:
    """ "Dimensi pendidikan dan dimensi kesehatan masing-masing 79,10 dan 81,20": each figure has the word at its place
    of the list; -1 where the lists are not as long."""
    pair = next((place for place in reversed(frame.having(Tag.BIND_PAIR, 0, at))), -1)
    words = [place for place in cues if place < pair]
    figures = _figures(frame, pair, len(frame.mentions))
    if len(words) < 2 or len(words) != len(figures) or at not in figures:
        return -1
    return words[figures.index(at)]


def _figures(frame: Frame, start: int, stop: int) -> list[int]:
    """The figures behind `start` and before `stop` that are no years."""
    return [
        place
        for place in range(start + 1, stop)
        if frame.mentions[place].number is not None and Tag.YEAR_DIGITS not in frame.mentions[place].tags
    ]


def _follows(frame: Frame, cue: int) -> bool:
    """Whether the word stands behind a figure of its own."""
    earlier = _figures(frame, max(-1, cue - 3), cue)
    return bool(earlier) and _behind(frame, earlier[-1], cue)


def _behind(frame: Frame, at: int, cue: int) -> bool:
    return cue - at <= 2 and frame.close(at, cue, 2) and not frame.has(Tag.BIND_AND, at, cue)


def _bears_score(frame: Frame, at: int, number: Number, setting: Setting) -> bool:
    """Whether the sentence speaks of scores or of somebody who may have one: a figure alone says nothing."""
    if number.quantum < 1 and bears_figure(frame, at, setting):
        return True
    if frame.sentence.kind in ("item", "row", "header") or frame.names_between() or frame.has(Tag.CUE_NUMBER):
        return True
    return frame.has_any(SPOKEN, 0, at + 3)


def mean_of_group(frame: Frame, at: int) -> bool:
    """ "Rata-rata nilai 14 pemda 72,83", "rata-rata nilai seluruh kabupaten 83,17": of nobody."""
    means = frame.having(Tag.BIND_AVERAGE, 0, at)
    if means and (frame.has(Tag.COLLECTIVE, means[-1], at) or _of_all(frame, means[-1], at)):
        return True
    if not means:
        return False
    # "Median 19 kabupaten 90,98, sedangkan rata-ratanya 91,63": of the same ones
    first = means[-1] if frame.names_between(means[-1], at) else means[0]
    return any(frame.mentions[place].number is not None and frame.after(place, Tag.GROUP) for place in range(first, at))


def _of_all(frame: Frame, mean: int, at: int) -> bool:
    """Whether all of a group are told of between a word for a mean and a figure."""
    return any(frame.after(place, Tag.GROUP) for place in frame.having(Tag.MOOD_ALL, mean, at))


def _means_others(frame: Frame, at: int, pack: str) -> bool:
    """ "Rata-rata kenaikan iuran di Jateng 8,57 persen": a mean of what another pack is of is none of this one's."""
    means = frame.having(Tag.BIND_AVERAGE, 0, at)
    tags = [one.tags for one in frame.mentions[means[-1] : at]] if means else []
    packs = [{of[tag].partition("/")[0] for tag in of if tag.startswith(CUE_OF) and "/" in of[tag]} for of in tags]
    return any(told and pack not in told for told in packs)


def _fits(frame: Frame, at: int, number: Number, measure: Measure, own: bool, whole: bool) -> bool:
    """Whether a figure may be of a measure; `own` is whether the unit of the measure stands behind it: "5 tahun" in a
    sentence about life expectancy may be a span of time, "71,2 tahun" is none; `whole` whether it is a whole number of
    a measure that the article shows by such."""
    cued = near_cue(frame, at, f"{CUE_OF}{measure.name}")
    inside = (measure.minimum is None or number.value >= measure.minimum) and (
        measure.maximum is None or number.value <= measure.maximum
    )
    if not inside:  # "naik sebesar Rp229.872,91" is none that cannot be
        risen_by = frame.has(Tag.CHANGE, at - LEAD, at) and not frame.has(Tag.BIND_TO, at - LEAD, at)
        return cued and number.quantum < 1 and not risen_by
    if whole and not own:
        return True
    listed = (measure.unit or own) and frame.sentence.kind in ("item", "row") and frame.names_between()
    counted = bool(listed) and not measure.decimals  # "Kabupaten Gorontalo, 19 kecamatan"
    if measure.unit or (own and (number.quantum < 1 or number.value >= HUNDRED or counted)):
        return cued or listed or frame.has(f"{CUE_OF}{measure.name}")
    return cued or (number.quantum < 1 and -_exponent(number.quantum) <= max(measure.decimals, 1))


def near_cue(frame: Frame, at: int, tag: str) -> bool:
    """Whether a cue with this tag stands just before the mention, with nothing but a word or two between."""
    if frame.before(at, tag, 2) and len(frame.gap(at - 1, at)) <= FAR:
        return True
    return _cue_over_name(frame, at, tag)


def _cue_over_name(frame: Frame, at: int, tag: str) -> bool:
    """ "Nilai Taliabu cuma 46": nothing but a name and a filler stands between the cue and the figure."""
    for place in range(at - 1, max(-1, at - 5), -1):
        mention = frame.mentions[place]
        if tag in mention.tags and not mention.ids:
            return len(frame.gap(place, at)) <= 45
        if not mention.ids and not mention.tags.keys() & FILLERS:
            return False
    return False


def of_other_things(frame: Frame, at: int) -> bool:
    """Whether a unit, a kind of region, or a word that nothing else reads, behind a figure says what it counts."""
    return _other_unit(frame, at) or _counts_things(frame, at)


def _other_unit(frame: Frame, at: int) -> bool:
    if at + 1 >= len(frame.mentions) or not frame.close(at, at + 1):
        return False
    tags = frame.mentions[at + 1].tags
    if tags.get(Tag.UNIT) == "point" and not frame.has(Tag.CHANGE):
        return False
    return Tag.UNIT in tags or Tag.GROUP in tags or Tag.COUNTED in tags


def _ends_range(frame: Frame, at: int) -> bool:
    """ "rentangnya antara 81-100", "skornya 0-55,9", "berkisar 85 hingga 87": whether a whole number is joined to
    another figure, or another figure to it; a dash behind a name or a year joins no range ("Sukabumi – 113 kasus")."""
    own = _bare_number(frame, at)
    if own is None:
        return False
    for end in (at - 2, at - 1, at + 1, at + 2):
        other = _bare_number(frame, end)
        if other is not None and 1 in (own.quantum, other.quantum) and frame.spans(*sorted((at, end))):
            return True
    return False


def _bare_number(frame: Frame, at: int) -> Number | None:
    """The figure at a place that is no year and has no unit of its own."""
    mention = frame.mentions[at] if 0 <= at < len(frame.mentions) else None
    if mention is None or mention.number is None or mention.number.unit or Tag.YEAR_DIGITS in mention.tags:
        return None
    return mention.number


def _counts_things(frame: Frame, at: int) -> bool:
    """ "pemenuhan 14 komponen standar": a whole number right in front of a word that is read nowhere and is none of the
    commonest says how many of them there are."""
    number = frame.mentions[at].number
    if number is None or number.unit or number.quantum < 1:
        return False
    end = frame.mentions[at].end
    follows = frame.mentions[at + 1].start if at + 1 < len(frame.mentions) else frame.sentence.end
    word = _NOUN.match(frame.plain, end, follows)
    return word is not None and word[1] not in frame.language.about.common


def share_value(frame: Frame, at: int, number: Number, setting: Setting) -> Value | None:
    """A percentage beside a count: "272 instansi atau 46,42 persen", "21 (84 persen)"."""
    if number.unit != PERCENT or is_size_of_change(frame, at):
        return None
    for place in range(at - 1, max(-1, at - 7), -1):
        mention = frame.mentions[place]
        if mention.number is None or Tag.YEAR_DIGITS in mention.tags:
            continue
        if mention.number.form not in CARDINAL and frame.before(place, Tag.RANK_CUE):
            return None  # "di peringkat kedua dengan 7,44 persen"
        if not mention.number.unit and mention.number.quantum == 1:
            if len(frame.gap(place, at)) > 60 or not _may_share(frame, place, at):
                return None
            group = next((frame.mentions[k].tags[Tag.GROUP] for k in frame.having(Tag.GROUP, place, at)), "")
            pack = next(iter(setting.packs))
            return Value(at, "share", pack, "share", number.value, *number.figure, group=group)
    return None


def _may_share(frame: Frame, count: int, at: int) -> bool:
    """Whether a percentage may be the share of those that a number in front of it counts, who are governments, with no
    name between: not of people ("291.790 orang (14,43 persen)"), nor the rate of the one named behind the number ("tiga
    provinsi, yakni Riau 3,79 persen", "urutan ketiga Sumenep, 20,18 persen")."""
    number = frame.mentions[count].number
    return number is not None and number.value < PEOPLE and not frame.names_between(count, at)


def _exponent(quantum: Decimal) -> int:
    exponent = quantum.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
