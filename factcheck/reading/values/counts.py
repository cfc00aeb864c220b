"""Which whole numbers count something: "19 provinsi", "18 di antaranya", "empat lainnya B", "21 (84 persen) hijau"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_FLOOR, Decimal
from functools import lru_cache
from itertools import islice

from factcheck.cache.once import once
from factcheck.language.figures import CARDINAL, PERCENT, Number
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import VALUE_OF, Mention, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.ask.reference import Reference

COUNTABLE = frozenset((Tag.GROUP, Tag.COUNTED, Tag.COUNT_ASSESSED, Tag.COUNT_PART, Tag.YEAR_DIGITS, Tag.YEAR, SCALED))
"""A sentence without any of these counts nothing that is known, but for shares."""
NOUN = 3
"""Mentions from a number back to that of offices which it is joined to."""
LISTED = frozenset((Tag.GROUP, Tag.COMMA, Tag.BIND_AND, Tag.NUMBER))
"""What stands in a list of groups, each with its number."""
PARTS = frozenset((Tag.COMMA, Tag.SEMICOLON, Tag.STOP))
"""What stands between an elliptic number and no word that is said of it."""
PAIR = 2
EACH = 4
"""Mentions from a number of things to a word that says that there are as many at each place."""
NEAR = 34
"""How far (code points) the word counted may stand from an elliptic number ("empat mendapat kategori A"), and a prize
from the verb that gives it."""


def counted_value(frame: Frame, at: int, number: Number, setting: Setting) -> tuple[str, str] | None:
    """The group counted and the thing (`units` …; empty for entities), or None where it counts nothing known."""
    if not _may_count(frame, at, number) or governed(frame, at) or _is_edge(frame, at, number, setting):
        return None
    following = frame.mentions[at + 1] if at + 1 < len(frame.mentions) else None
    if following is None or _leaves_out(frame, at) or splits(frame, at) or bounds(frame, at):
        return None
    if number.value == 1 and _is_one_of(frame, at):
        return None
    tags = following.tags
    if frame.close(at, at + 1) and Tag.COUNTED in tags:
        return ("", tags[Tag.COUNTED]) if _are_assessed(frame, at) else None
    if frame.close(at, at + 1) and Tag.GROUP in tags and not frame.after(at + 1, Tag.COUNT_TOP):
        return (_all_counted(frame, at + 1, setting), "")
    if frame.close(at, at + 1) and (Tag.UNIT in tags or _counts_steps(frame, at)):
        return None
    assessed = frame.close(at, at + 1, 1) and Tag.COUNT_ASSESSED in tags
    if _headed(frame, at) or assessed or _goes_on(frame, at) or _in_change(frame, at):
        return ("", things_told(frame, at))
    return ("", things_told(frame, at)) if led_to_word(frame, at, setting) and _elliptic(frame, at) else None


def _is_edge(frame: Frame, at: int, number: Number, setting: Setting) -> bool:
    """ "Dulu perlu 81 untuk hijau, sekarang 78 sudah cukup": whether a number that counts no group is where a step of a
    scale begins or ends, as another of its sentence is, or as a word of thresholds says."""
    edges = edges_of(setting)
    if number.value not in edges or frame.after(at, Tag.GROUP, 1) or frame.after(at, Tag.COUNTED):
        return False
    others = (frame.mentions[one].number for one in frame.having(FIGURES) if one != at)
    return frame.has(Tag.MOOD_IRREALIS, 0, at) or any(one is not None and one.value in edges for one in others)


@once
def edges_of(setting: Setting) -> frozenset[Decimal]:
    """Where the steps of the scales of the open packs begin and end, whole numbers for those with decimals too."""
    return _edges(setting.reference.whole, tuple(setting.packs))


@lru_cache(maxsize=64)
def _edges(reference: Reference, packs: Sequence[str]) -> frozenset[Decimal]:
    steps = [step for pack in packs for step in reference.steps(pack)]
    ends = [end for step in steps for end in (step.low, step.high)]
    return frozenset((*ends, *(end.to_integral_value(ROUND_FLOOR) for end in ends)))


def _are_assessed(frame: Frame, at: int) -> bool:
    """ "117 unit layanan diperiksa", "35 unit yang hijau", "98 kota dengan 640 unit": whether things are counted that
    were assessed or bear a word of a scale; not "meminta lima dinas berbenah", nor "tujuh unit di setiap kabupaten"."""
    told = frame.has_any((Tag.COUNT_ASSESSED, SCALED)) or any(
        frame.before(group, Tag.NUMBER) for group in frame.having(Tag.GROUP)
    )
    return told and not frame.has(Tag.MOOD_EACH, at, at + EACH)


def _may_count(frame: Frame, at: int, number: Number) -> bool:
    """Whether a number is whole, and its sentence has a word that counts something, or a figure stands where a share
    may."""
    if number.unit or number.quantum != 1 or not (number.form in CARDINAL or counts_all(frame, at)):
        return False
    return not frame.tagged.keys().isdisjoint(COUNTABLE) or frame.has(FIGURES, at + 2, at + 3)


def counts_all(frame: Frame, at: int) -> bool:
    """ "Kelima kabupaten itu", "ke-27 kabupaten/kota": whether a number that is written as a place in an order stands
    in front of a word for a group, and so is of all of just so many; two may be the second."""
    number = frame.mentions[at].number
    if number is None or number.form != "ordinal" or number.value <= PAIR or not frame.after(at, Tag.GROUP):
        return False
    if any(frame.before(at, tag, 1) for tag in (Tag.RANK_CUE, Tag.RANK_ORDINAL_CUE, Tag.EXTREME, Tag.GROUP)):
        return False
    return frame.plain[number.start : number.end].lower().startswith(frame.words.collective or ("\0",))


def _all_counted(frame: Frame, at: int, setting: Setting) -> str:
    """The group that a number counts: "14 kabupaten, kota dan provinsi", "4 pemkab/pemko" are all of them."""
    groups = [frame.mentions[at].tags[Tag.GROUP]]
    for place, one in enumerate(frame.mentions[at + 1 :], at + 1):
        if Tag.GROUP in one.tags and (Tag.ENTITY_GOVERNMENT not in one.tags or frame.gap(place - 1, place) == "/"):
            groups.append(one.tags[Tag.GROUP])
        elif not one.tags.keys() & {Tag.COMMA, Tag.BIND_AND}:
            break
    return union(groups, setting)


def union(groups: Sequence[str], setting: Setting) -> str:
    """The name of the group that holds several: `pemda` for regencies, cities and provinces."""
    if len(groups) == 1:
        return groups[0]
    kinds = {kind for group in groups for kind in setting.reference.kinds(group)}
    unions = (name for info in setting.reference.packs for name, own in info.groups.items() if {*own} == kinds)
    return next(unions, "+".join(groups))


def is_listed(frame: Frame, at: int) -> bool:
    """ "terdiri atas satu provinsi, dua kota, dan dua belas kabupaten": whether the number of a group stands in one
    list with that of another."""
    for places in (range(at + 2, len(frame.mentions)), range(at - 1, -1, -1)):
        for place in places:
            tags = frame.mentions[place].tags
            if not tags.keys() & LISTED:
                break
            if Tag.NUMBER in tags and frame.after(place, Tag.GROUP, 1):
                return True
    return False


def _is_one_of(frame: Frame, at: int) -> bool:
    """ "ia satu dari dua daerah yang masih kuning": whether "one of" so many who bear a word tells of somebody."""
    if not frame.after(at, Tag.RANK_AMONG) or not frame.after(at + 2, Tag.GROUP) or at + 4 >= len(frame.mentions):
        return False
    lead = frame.mentions[at + 4]
    return frame.plain[lead.start : lead.end].lower() in frame.words.relative and frame.close(at + 3, at + 4)


def _leaves_out(frame: Frame, at: int) -> bool:
    """ "All but four of the 98 city governments are green": so many of whom it is not said."""
    return at > 1 and Tag.BIND_CLAUSE in frame.mentions[at - 1].tags and Tag.MOOD_ALL in frame.mentions[at - 2].tags


def bounds(frame: Frame, at: int) -> bool:
    """ "51 sampai 80,99 kuning, di bawah 51 merah", "a score of 78 is needed for green": the end of a band, and no
    number of those in it; but "lebih dari 51 kabupaten", "from 179 in 2021 to 494"."""
    if frame.after(at, Tag.GROUP) or frame.after(at, Tag.COUNTED) or frame.has(Tag.CHANGE):
        return False
    if frame.before(at - frame.before(at, Tag.RANK_AMONG), Tag.CUE_NUMBER):
        return True
    ends = [end for end in frame.having(FIGURES, max(0, at - 2), at + 3) if end != at]
    others = [end for end in ends if Tag.YEAR_DIGITS not in frame.mentions[end].tags]
    if any(frame.spans(min(at, end), max(at, end)) for end in others):
        return True
    return frame.before(at, Tag.HEDGE) and frame.before(at, Tag.MOOD_IRREALIS)


def splits(frame: Frame, at: int) -> bool:
    """ "The red zone is split in two: …": into so many parts."""
    named = frame.before(at, Tag.ENTITY_PLACES) or frame.before(at, Tag.CUE_WORD)  # "Zonanya tiga: hijau, …"
    return named and frame.after(at, Tag.COLON)


def of_offices(frame: Frame, at: int) -> bool:
    """ "Dari 12 Polres yang dinilai, tujuh hijau", "Dinas Pendidikan: 20 merah", "16 DPMPTSP hijau": offices are
    counted, and no governments."""
    if Tag.GROUP in frame.tagged and frame.after(at, Tag.GROUP, 1):
        return _of_one_noun(frame, at)
    if Tag.ENTITY_OFFICES not in frame.tagged:
        return False
    if frame.after(at, Tag.ENTITY_OFFICES):
        return True
    offices = frame.having(Tag.ENTITY_OFFICES, 0, at)
    return bool(offices) and not frame.has(Tag.GROUP, offices[-1], at) and not frame.names_between(offices[-1], at)


def things_told(frame: Frame, at: int) -> str:
    """ "Dari 14 organisasi perangkat daerah, sembilan hijau dan lima kuning": of what a number without a word for what
    it counts is, where so many things are told in front of it and no group between; empty where it is of none."""
    if Tag.COUNTED not in frame.tagged or frame.after(at, Tag.COUNTED):
        return ""
    whole = [place for place in frame.having(Tag.COUNTED, 2, at) if frame.before(place - 1, Tag.RANK_AMONG)]
    return frame.mentions[whole[-1]].tags[Tag.COUNTED] if whole and not frame.has(Tag.GROUP, whole[-1], at) else ""


def _of_one_noun(frame: Frame, at: int) -> bool:
    """ "delapan instansi vertikal dan 13 instansi pemerintah daerah": whether a number is joined to one of offices that
    are called by the same noun."""
    if at <= NOUN or not frame.before(at, Tag.BIND_AND) or Tag.ENTITY_OFFICES not in frame.mentions[at - 2].tags:
        return False
    sides = (frame.mentions[at - 2], frame.mentions[at + 1])
    office, group = (frame.plain[one.start : one.end].lower().split() for one in sides)
    return frame.mentions[at - NOUN].number is not None and office[:1] == group[:1]


def of_two_words(frame: Frame, at: int, setting: Setting) -> bool:
    """ "Enam lainnya masih merah dan kuning", "zona kuning dan zona merah", "sedang atau merah": a word of a scale
    joined to another is what neither alone counts."""
    if len(frame.tagged[SCALED]) == 1 or Tag.CUE_WORD in frame.mentions[at].tags:
        return False
    scales = {tag for tag in frame.mentions[at].tags if tag.startswith(VALUE_OF)}
    pairs = (_two(frame, range(at + 1, len(frame.mentions))), _two(frame, range(at - 1, -1, -1)))
    if any(len(one) == 2 and Tag.BIND_AND in one[0].tags and one[1].tags.keys() & scales for one in pairs):
        return True
    return _is_alternative(frame, at, at - 1, setting) or _is_alternative(frame, at, at + 1, setting)


def _is_alternative(frame: Frame, at: int, side: int, setting: Setting) -> bool:
    """Whether a word for "or" joins a word of a scale to the next on one side, and no step of a scale bears both ("zona
    hijau atau kepatuhan tinggi")."""
    step = side - at
    while 0 <= side < len(frame.mentions) and frame.mentions[side].tags.keys() & {Tag.CUE_WORD, Tag.STATE_BEFORE}:
        side += step
    if not 0 <= side < len(frame.mentions) or not frame.having(SCALED, side, side + 1):
        return False
    first, last = (frame.mentions[place] for place in sorted((at, side)))
    if not {*frame.plain[first.end : last.start].lower().split()} & {*frame.words.alternative}:
        return False
    tags = (*first.tags.items(), *last.tags.items())
    both = {(tag.removeprefix(VALUE_OF), word.rpartition(":")[2]) for tag, word in tags if tag.startswith(VALUE_OF)}
    return not any(both <= {*step.labels} for pack in setting.packs for step in setting.reference.steps(pack))


def _two(frame: Frame, places: Iterable[int]) -> list[Mention]:
    """The next two mentions that do not merely announce a word of a scale."""
    return list(islice((frame.mentions[at] for at in places if Tag.CUE_WORD not in frame.mentions[at].tags), 2))


def _counts_steps(frame: Frame, at: int) -> bool:
    """ "lima kategori: opini tertinggi, tinggi, …": the steps of a scale; "sembilan berkategori B" are somebody."""
    after = frame.mentions[at + 2 : at + 3]
    named = any(tag.startswith(VALUE_OF) for one in after for tag in one.tags)
    return Tag.CUE_WORD in frame.mentions[at + 1].tags and not named


def _goes_on(frame: Frame, at: int) -> bool:
    """ "2022 menjadi 272, 2023 414, dan kini 494": figures in a run of years, but "Batas hijau kali ini 81", nor "pada
    2022 11 dengan 82,60"."""
    if any(frame.has(SCALED, place + 1, place + 2) for place in frame.having(Tag.MOOD_IRREALIS, 0, at)):
        return False
    if frame.before(at, Tag.YEAR_DIGITS) or (
        frame.before(at, Tag.YEAR) and frame.mentions[at - 1].tags[Tag.YEAR] == "0"
    ):
        return not frame.joins_figure(at)
    return at > 1 and frame.before(at, Tag.BIND_TO) and Tag.YEAR_DIGITS in frame.mentions[at - 2].tags


def _headed(frame: Frame, at: int) -> bool:
    """ "Yang hijau cuma satu, …": the word of the scale stands right before its number."""
    if at < 2 or Tag.COUNT_EXISTS not in frame.mentions[at - 1].tags or not frame.close(at - 1, at):
        return False
    for place in range(at - 2, max(-1, at - 6), -1):
        tags = frame.mentions[place].tags
        if Tag.COMMA in tags:
            return False
        if any(tag.startswith(VALUE_OF) for tag in tags):
            return (place == at - 2 and frame.close(place, at - 1, 1)) or Tag.YEAR_DIGITS in frame.mentions[at - 2].tags
    return False


def _in_change(frame: Frame, at: int) -> bool:
    """ "Yang kuning turun dari 316 ke 250": both sides count what the scale word names."""
    if not frame.has(SCALED, 0, at):
        return False
    if frame.before(at, Tag.BIND_FROM):
        return any(Tag.BIND_TO in mention.tags for mention in frame.mentions[at + 1 : at + 5])
    return frame.before(at, Tag.BIND_TO) and any(
        Tag.BIND_FROM in mention.tags for mention in frame.mentions[max(0, at - 5) : at]
    )


def governed(frame: Frame, at: int) -> bool:
    """A number that belongs to a rank, a distance, a distribution or offices counts no governments."""
    if _selected(frame, at) or of_offices(frame, at) or _receives(frame, at):
        return True
    if not at:
        return False
    tags = frame.mentions[at - 1].tags
    # "Tahun ini target Ombudsman adalah seluruh 14 kabupaten/kota" counts nothing that is; "setiap 3 kota" neither
    if frame.has(Tag.MOOD_PLANNED, 0, at) or frame.has(Tag.MOOD_EACH, 0, at) or Tag.MOOD_NEGATION in tags:
        return True
    if Tag.RANK_AMONG in tags and at > 1 and Tag.EXTREME in frame.mentions[at - 2].tags:
        return True
    return frame.close(at - 1, at, 0) and (Tag.RANK_CUE in tags or Tag.ENTITY_TITLES in tags)


def _receives(frame: Frame, at: int) -> bool:
    """ "menyerahkan piagam Penghargaan Kepatuhan Tinggi pada 12 kementerian": so many were given the prize there and
    then, and more may have earned it; but "memberikan zona hijau kepada 12 kabupaten"."""
    given = frame.having(Tag.BIND_GIVES, 0, at)
    if not given or frame.has(SCALED, at) or frame.has(Tag.COUNT_ASSESSED, given[-1]):
        return False
    verb = frame.mentions[given[-1]].end
    words = frame.plain[verb : min(verb + NEAR, frame.mentions[at].start)].lower().split()
    return any(word in frame.language.dates.handover for word in words)


def _selected(frame: Frame, at: int) -> bool:
    """ "Lima kementerian … dengan nilai terbaik adalah …": so many are picked, not all counted."""
    near = frame.mentions[at + 1 : at + 8]
    stop = next((place for place, mention in enumerate(near) if mention.ids or Tag.COMMA in mention.tags), len(near))
    return any(Tag.EXTREME in mention.tags for mention in near[:stop])


def led_to_word(frame: Frame, at: int, setting: Setting) -> bool:
    """Whether what follows the number is known, or one verb: "45 petugas di zona hijau" counts no governments."""
    if frame.close(at, at + 1) or Tag.OPEN in frame.mentions[at + 1].tags:
        return True
    words = frame.gap(at, at + 1).split()
    prefixes = setting.language.words.sentence.verb_prefixes
    return len(words) == 1 and bool(prefixes) and words[0].lower().startswith(prefixes)


def _elliptic(frame: Frame, at: int) -> bool:
    """ "tujuh mendapat kategori A", "sembilan (64,29 persen) hijau", "18 di antaranya", "36 dari 38 kabupaten/kota"."""
    here = frame.mentions[at + 1 : at + 6]
    end = frame.mentions[at].end
    for step, mention in enumerate(here):
        if mention.start - end > NEAR or mention.ids or mention.tags.keys() & PARTS:
            return False
        if any(tag.startswith(VALUE_OF) for tag in mention.tags) and frame.mentions[at].start < mention.start:
            return True
        if Tag.COUNT_PART in mention.tags and step == 0:
            return True
        if mention.number is not None and step != 1:  # the percentage in brackets, or the whole, may stand between
            return False
        if mention.number is not None and mention.number.unit == PERCENT and step == 1:
            return True
        if Tag.GROUP in mention.tags:
            return step >= 1 and Tag.RANK_AMONG in here[0].tags
    return False
