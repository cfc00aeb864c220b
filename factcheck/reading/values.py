"""Which mentions of a sentence are values, and of what: the closed list of kinds against the declared measures."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from factcheck.model import Span
from factcheck.model import Value as Stated
from factcheck.reading.counting import counted_value
from factcheck.reading.frame import Frame
from factcheck.reading.mentions import Mention, Number
from factcheck.reading.setting import Setting
from factcheck.reference.descriptor import Measure

NUMBERED = ("nomor", "numbe")
FAR = 12
"""A whole number is a score only this near (code points) to a word that says so."""
MOOD_REACH = 3
"""How many mentions back a word of wish or threshold reaches."""
CLAUSE_ENDS = {"comma", "stop", "semicolon", "colon", "bind.clause", "close"}
NEGATION_REACH = 9
""""tidak ada lagi kabupaten yang merah": a negation reaches further."""


class Value(NamedTuple):
    """A mention read as a value: its place in the sentence, the kind of claim, what it states and where.

    `group` and `of` are set for ranks ("36 dari 98 kota"), `group` and `condition` for counts and shares;
    `unit` is point, step, entity or share for differences.
    """

    at: int
    kind: str
    pack: str
    measure: str
    value: Stated
    start: int
    end: int
    group: str = ""
    of: int = 0
    of_span: Span | None = None
    condition: str = ""
    unit: str = ""


def values(frame: Frame, setting: Setting) -> list[Value]:
    """The values of the sentence in order. A sentence that explains the scale has none."""
    if frame.has("mood.definition") or _explains_scale(frame):
        return []
    found: list[Value] = []
    for at, mention in enumerate(frame.mentions):
        if found and found[-1].of_span and found[-1].of_span.start == mention.start:
            continue
        value = _value(frame, at, mention, setting)
        if value is not None:
            found.append(value)
    return found


def _explains_scale(frame: Frame) -> bool:
    """ "hijau 81-100, kuning 51-80,99": two ranges beside two words of a scale."""
    ranges = sum(
        1
        for at, (one, two) in enumerate(pairwise(frame.mentions))
        if one.number is not None and two.number is not None and frame.gap(at, at + 1).strip() in ("-", "–")
    )
    words = sum(1 for mention in frame.mentions if any(tag.startswith("value.") for tag in mention.tags))
    return ranges > 1 and words > 1


def _value(frame: Frame, at: int, mention: Mention, setting: Setting) -> Value | None:
    if mention.number is not None and "year.digits" not in mention.tags:
        return _number_value(frame, at, mention.number, setting)
    for tag, place in mention.tags.items():
        if tag.startswith("value.") and setting.opened(place):
            return word_value(frame, at, place, setting)
    if "extreme" in mention.tags:
        return _extreme(frame, at, mention, setting)
    return None


# ------------------------------------------------------------------ numbers


def _number_value(frame: Frame, at: int, number: Number, setting: Setting) -> Value | None:
    for read in (_rank, _difference, _score, _share):
        value = read(frame, at, number, setting)
        if value is not None:
            return value
    count = counted_value(frame, at, number, setting)
    if count is None:
        return None
    group, condition = count
    pack = next(iter(setting.packs))
    return Value(at, "count", pack, "count", number.value, *number.figure, group=group, condition=condition)


def _rank(frame: Frame, at: int, number: Number, setting: Setting) -> Value | None:
    if number.unit or number.quantum != 1 or not _is_rank(frame, at, number):
        return None
    if frame.has("rank.elsewhere", at, at + 4):
        return None
    if frame.after(at, "unit") and frame.mentions[at + 1].tags["unit"] == "other":
        return None
    size, span, group = group_size(frame, at, setting)
    pack = next(iter(setting.packs))
    return Value(at, "rank", pack, "rank", number.value, *number.figure, group=group, of=size, of_span=span)


def _is_rank(frame: Frame, at: int, number: Number) -> bool:
    before = frame.mentions[at - 1].tags if at else {}
    if "rank.ordinal_cue" in before and frame.after(at, "rank.among") and number.form == "digits":
        return frame.close(at - 1, at) and frame.plain[frame.mentions[at - 1].start :][:5].lower() in NUMBERED
    if "rank.ordinal_cue" in before and number.form in ("ordinal", "word") and frame.close(at - 1, at):
        return number.form == "ordinal" or frame.plain[frame.mentions[at - 1].start :][:5].lower() in NUMBERED
    if "rank.cue" in before and frame.close(at - 1, at, 1):
        return not (frame.after(at, "group") and before["rank.cue"] == "posisi" and number.form != "ordinal")
    if _goes_on(frame, at):
        return True
    if number.form == "ordinal" and "extreme" in before and frame.close(at - 1, at):
        return True
    if number.form == "ordinal" and _heads_clause(frame, at):
        return at + 1 in list(frame.subjects(at + 1, at + 2)) and frame.close(at, at + 1)
    return _range_end(frame, at)


def _goes_on(frame: Frame, at: int) -> bool:
    """The second of "posisi kedua dan ketiga", "masing-masing di peringkat 5 dan 39"."""
    if at < 3 or not frame.mentions[at - 1].tags.keys() & {"bind.and", "comma"} or frame.gap(at - 1, at).strip():
        return False
    earlier = frame.mentions[at - 2].number
    if earlier is None or ("rank.cue" not in frame.mentions[at - 3].tags and not _goes_on(frame, at - 2)):
        return False
    number = frame.mentions[at].number
    alike = number is not None and number.form == earlier.form
    return alike and (earlier.form == "ordinal" or frame.has("bind.pair", 0, at))


def _heads_clause(frame: Frame, at: int) -> bool:
    """Whether nothing but a comma or "dan" stands before the ordinal: "Kedua Kota Bima", not "Giliran kedua …"."""
    if not at:
        return not frame.plain[frame.sentence.start : frame.mentions[0].start].strip(" \"'(*")
    lead = frame.mentions[at - 1].tags.keys() & {"comma", "semicolon", "bind.and", "close", "bind.clause"}
    return bool(lead) and not frame.gap(at - 1, at).strip()


def _range_end(frame: Frame, at: int) -> bool:
    """The three of "peringkat satu sampai tiga"."""
    return (
        at >= 3
        and "rank.range" in frame.mentions[at - 1].tags
        and frame.close(at - 1, at)
        and frame.mentions[at - 2].number is not None
        and "rank.cue" in frame.mentions[at - 3].tags
    )


def group_size(frame: Frame, at: int, setting: Setting) -> tuple[int, Span | None, str]:
    """The group of a rank as said beside it: "dari 98 Pemerintah Kota" -> 98, its span, `kota`; or zeros."""
    here = frame.mentions[at + 1 : at + 5]
    size: Number | None = None
    group = ""
    for step, mention in enumerate(here):
        if mention.tags.keys() & {"comma", "stop", "open", "semicolon"} or mention.ids:
            break
        if mention.number is not None and step == 1 and "rank.among" in here[0].tags:
            size = mention.number
        elif "group" in mention.tags:
            group = mention.tags["group"]
            break
        elif not mention.tags.keys() & {
            "rank.among",
            "rank.national",
            "entity.places",
            "cue.number",
            "mood.all",
            "bind.holder_after",
        }:
            break
    if size is None or size.quantum != 1:
        return 0, None, group
    return int(size.value), size.figure, group


def _difference(frame: Frame, at: int, number: Number, setting: Setting) -> Value | None:
    unit = _unit_of_change(frame, at)
    if not unit or number.unit or _between_two(frame, at):
        return None
    group = frame.mentions[at + 1].tags.get("group", "") if unit == "entity" else ""
    pack, measure = next(iter(setting.numeric(number)), (next(iter(setting.packs)), None))
    name = measure.name if measure and unit in ("point", "bare") else unit
    return Value(at, "difference", pack, name, number.value, *number.figure, group=group, unit=unit)


def _between_two(frame: Frame, at: int) -> bool:
    """ "Jarak keduanya 3,60 poin": a distance between two, no change of one."""
    changes = [frame.mentions[place].tags["change"] for place in frame.having("change")]
    if not changes or set(changes) != {"any"}:
        return False
    return (
        frame.has("collective")
        or " antara " in frame.plain[frame.sentence.start : frame.sentence.end]
        or frame.has("extreme")
    )


def _unit_of_change(frame: Frame, at: int) -> str:
    after = frame.mentions[at + 1].tags if at + 1 < len(frame.mentions) and frame.close(at, at + 1) else {}
    changes = list(frame.having("change"))
    if not changes:
        return ""
    unit = after.get("unit", "")
    if unit in ("point", "step"):
        return unit
    if not frame.before(at, "change", 1) or "bind.to" in frame.mentions[at - 1].tags:
        return ""
    if "group" in after:
        return "entity"
    number = frame.mentions[at].number
    return "bare" if number and number.quantum < 1 and not number.unit and not unit else ""


def _score(frame: Frame, at: int, number: Number, setting: Setting) -> Value | None:
    if number.form != "digits" or _other_unit(frame, at) or irrealis(frame, at) or _mean_of_group(frame, at):
        return None
    if frame.before(at, "magnitude.before", 1) or not (number.unit or _bears_score(frame, at)):
        return None
    for pack, measure in setting.numeric(number):
        if _fits(frame, at, number, measure):
            return Value(at, measure.kind, pack, measure.name, number.value, *number.figure)
    return None


def _bears_score(frame: Frame, at: int) -> bool:
    """Whether the sentence speaks of scores or of somebody who may have one: a figure alone says nothing."""
    if frame.sentence.kind in ("item", "row", "header") or frame.names_between() or frame.has("cue.number"):
        return True
    spoken = {
        "entity.self",
        "entity.government",
        "change",
        "bind.to",
        "bind.pair",
        "collective",
        "rank.cue",
        "value",
        "year",
    }
    return any(mention.tags.keys() & spoken for mention in frame.mentions[: at + 3])


def _mean_of_group(frame: Frame, at: int) -> bool:
    """ "Rata-rata nilai 14 pemda 72,83": of nobody."""
    means = list(frame.having("bind.average", 0, at))
    if means and frame.has("collective", means[-1], at):
        return True
    return bool(means) and any(
        frame.mentions[place].number is not None and frame.after(place, "group") for place in range(means[-1], at)
    )


def _fits(frame: Frame, at: int, number: Number, measure: Measure) -> bool:
    cued = near_cue(frame, at, f"cue.{measure.name}")
    inside = (measure.minimum is None or number.value >= measure.minimum) and (
        measure.maximum is None or number.value <= measure.maximum
    )
    if not inside:
        return cued and number.quantum < 1
    if measure.unit:
        listed = frame.sentence.kind in ("item", "row") and frame.names_between()
        return cued or listed or frame.has(f"cue.{measure.name}")
    return cued or (number.quantum < 1 and -_exponent(number.quantum) <= max(measure.decimals, 1))


def _cue_over_name(frame: Frame, at: int, tag: str) -> bool:
    """ "Nilai Taliabu cuma 46": nothing but a name and a filler stands between the cue and the figure."""
    for place in range(at - 1, max(-1, at - 5), -1):
        mention = frame.mentions[place]
        if tag in mention.tags and not mention.ids:
            return len(frame.gap(place, at)) <= 45
        if not (mention.ids or mention.tags.keys() & {"state.before", "entity.self", "bind.and", "count.exists"}):
            return False
    return False


def near_cue(frame: Frame, at: int, tag: str) -> bool:
    """Whether a cue with this tag stands just before the mention, with nothing but a word or two between."""
    if frame.before(at, tag, 2) and len(frame.gap(at - 1, at)) <= FAR:
        return True
    return _cue_over_name(frame, at, tag)


def _other_unit(frame: Frame, at: int) -> bool:
    if at + 1 >= len(frame.mentions) or not frame.close(at, at + 1):
        return False
    tags = frame.mentions[at + 1].tags
    if tags.get("unit") == "point" and not frame.has("change"):
        return False
    return "unit" in tags or "group" in tags or "counted" in tags


def irrealis(frame: Frame, at: int) -> bool:
    """Whether a wish, threshold or negation governs the mention: "target nilai 90", "belum hijau"."""
    if frame.has("mood.conditional", 0, at):
        return True
    for place in range(at - 1, max(-1, at - 1 - NEGATION_REACH), -1):
        tags = frame.mentions[place].tags
        if _joins(frame, place, at):
            continue
        if frame.mentions[place].number is not None and frame.before(place, "mood.negation"):
            return True
        if tags.keys() & CLAUSE_ENDS or _ends_mood(frame.mentions[place]):
            return False
        if "mood.irrealis" in tags and at - place <= MOOD_REACH and len(frame.gap(place, at)) <= 30:
            return True
        if "mood.negation" in tags and len(frame.gap(place, at)) <= 40:
            return True
    return False


def _joins(frame: Frame, place: int, at: int) -> bool:
    """Whether the mention only lists words of one scale, as in "tidak ada zona hijau, kuning atau merah"."""
    scales = [tag for tag in frame.mentions[at].tags if tag.startswith("value.")]
    if not scales:
        return False
    between = frame.mentions[place:at]
    listing = {"comma", "bind.and", "state.before", "cue.word", *scales}
    return all(mention.tags.keys() & listing for mention in between) and any(
        mention.tags.keys() & set(scales) for mention in frame.mentions[max(0, place - 2) : at]
    )


def _ends_mood(mention: Mention) -> bool:
    return bool(mention.ids) or mention.number is not None or any(tag.startswith("value.") for tag in mention.tags)


def _share(frame: Frame, at: int, number: Number, setting: Setting) -> Value | None:
    """A percentage beside a count: "272 instansi atau 46,42 persen", "21 (84 persen)"."""
    if number.unit != "percent":
        return None
    for place in range(at - 1, max(-1, at - 7), -1):
        mention = frame.mentions[place]
        if mention.number is not None and not mention.number.unit and mention.number.quantum == 1:
            if len(frame.gap(place, at)) > 60:
                return None
            group = next((frame.mentions[k].tags["group"] for k in frame.having("group", place, at)), "")
            pack = next(iter(setting.packs))
            return Value(at, "share", pack, "share", number.value, *number.figure, group=group)
    return None


def _exponent(quantum: Decimal) -> int:
    exponent = quantum.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


# ------------------------------------------------------------------ words


def word_value(frame: Frame, at: int, place: str, setting: Setting) -> Value | None:
    """A word of a scale as a value, or None where it stands without anything that makes it one."""
    key, word = place.split(":", 1)
    pack, name = key.split("/", 1)
    measure = setting.packs[pack].measures[name]
    mention = frame.mentions[at]
    if irrealis(frame, at):
        return None
    cue = next(_cues_before(frame, at, name), -1)
    if cue < 0 and not _may_stand_bare(frame, at, measure):
        return None
    start = frame.mentions[cue].start if cue >= 0 and len(word) > 1 else mention.start
    return Value(at, measure.kind, pack, name, word, start, mention.end)


def _cues_before(frame: Frame, at: int, name: str) -> Iterator[int]:
    for place in range(at - 1, max(-1, at - 3), -1):
        if f"cue.{name}" in frame.mentions[place].tags and frame.close(place, at, 1):
            yield place


def _may_stand_bare(frame: Frame, at: int, measure: Measure) -> bool:
    mention = frame.mentions[at]
    if len(frame.plain[mention.start : mention.end].split()) > 1:
        return True
    if frame.sentence.kind in ("row", "header") or at == 0:
        return frame.sentence.kind in ("row", "header")
    tags = frame.mentions[at - 1].tags
    if "open" in tags and at + 1 < len(frame.mentions) and "close" in frame.mentions[at + 1].tags:
        return True
    if _ends_count(frame, at):
        return True
    if not frame.close(at - 1, at):
        return False
    if frame.mentions[at - 1].ids and frame.sentence.voice == "headline" and not _letters(measure):
        return True
    if tags.keys() & {"state.before", "bind.to", "year", "mood.all", "entity.heads", "entity.self", "collective"}:
        return True
    return bool(
        len(mention.tags) and not _letters(measure) and tags.keys() & {"group", "number", "close", "count.part"}
    )


def _ends_count(frame: Frame, at: int) -> bool:
    """ "Sisanya, delapan daerah (33,33 persen), kuning.": the word ends what a count began."""
    if "comma" not in frame.mentions[at - 1].tags or frame.gap(at - 1, at).strip():
        return False
    ends = at + 1 == len(frame.mentions) or bool(frame.mentions[at + 1].tags.keys() & {"stop", "comma", "semicolon"})
    return ends and any(one.number is not None for one in frame.mentions[:at])


def _letters(measure: Measure) -> bool:
    """Whether the words of a scale are single letters, which mean something only with a cue: "kategori A"."""
    return all(len(word) == 1 for word in measure.values)


def _extreme(frame: Frame, at: int, mention: Mention, setting: Setting) -> Value | None:
    word = mention.tags["extreme"]
    if frame.after(at, "number") and _next_is_ordinal(frame, at):
        return None
    if _graded(frame, at, setting) or _of_several(frame, at) or frame.has("bind.oneof", max(0, at - 3), at):
        return None
    pack = next(iter(setting.packs))
    return Value(at, "extreme", pack, setting.packs[pack].rank_measure, word, mention.start, mention.end)


def _next_is_ordinal(frame: Frame, at: int) -> bool:
    number = frame.mentions[at + 1].number
    return number is not None and number.form == "ordinal"


def _graded(frame: Frame, at: int, setting: Setting) -> bool:
    """ "predikat terbaik": a grade, not a place among others."""
    if not at or not frame.close(at - 1, at, 1):
        return False
    tags = frame.mentions[at - 1].tags
    ranked = any(f"cue.{pack.rank_measure}" in tags for pack in setting.packs.values()) or "rank.cue" in tags
    return not ranked and any(tag.startswith("cue.") for tag in tags)


def _of_several(frame: Frame, at: int) -> bool:
    """ "Tiga pemkab dengan nilai terbaik ialah …": said of several at once."""
    lead = frame.mentions[max(0, at - 4) : at]
    return any(one.number is not None and "group" in two.tags for one, two in itertools.pairwise(lead))
