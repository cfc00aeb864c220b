"""The rest that is not what the named part leaves of the whole.

Wrong: Lima dari 14 pemda masuk zona hijau. Delapan pemda lainnya masih kuning.
Right: Lima dari 14 pemda masuk zona hijau. Sembilan pemda lainnya masih kuning.
Why: whole, part and rest are all written out, in one sentence or in two, and part and rest do not make the whole. So
    it is where all that are left are named ("35 dari 38 provinsi selesai. Yang ditunggu tinggal Maluku dan Papua"), and
    with one part of anything counted ("Dari 240 peserta, 150 orang perempuan dan sisanya, 80 orang, laki-laki").
Silence: `wrong-rest` under `ignore` in the configuration.
"""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from factcheck.checks.declare import rule
from factcheck.checks.needs import rest_told
from factcheck.checks.subject_needs import RESTS, names_listed, rests
from factcheck.judging.case import Case
from factcheck.judging.grounds.ground import Ground
from factcheck.language.figures import CARDINAL, Number
from factcheck.messages import message
from factcheck.model import Evidence, Finding, Suggestion
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import VALUE_OF, Tag
from factcheck.typed import NamedTuple

RULE = "wrong-rest"
BACK = 3
"""So many sentences in front of the rest its whole and its parts may stand."""
SLIP = 2
"""So many more or fewer than are left may be a slip; others may be told of behind "sepuluh daerah lain" of twenty."""
BEHIND = 4
"""Sentences behind a number of some more in which the rest of them may be told."""


class Counted(NamedTuple):
    """How many members of a group are counted: the sentence, the place in it, how many, and what they are of it."""

    frame: Frame
    at: int
    value: Decimal
    role: str
    number: Number | None = None

    @property
    def start(self) -> int:
        return self.frame.mentions[self.at].start


@rule(RULE, "warning", after="wrong-total", needs=rests)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each rest that whole and parts do not leave."""
    for place, frame in enumerate(case.frames):
        if frame.tagged.keys().isdisjoint(RESTS):
            continue
        rests = [one for one in _counted(frame) if one.role == "rest"]
        if len(rests) == 1:
            before = [one for earlier in case.frames[max(0, place - BACK) : place] for one in _counted(earlier)]
            if not _is_told_behind(case, place, rests[0]):
                yield from _held(case, [*before, *_counted(frame)], rests[0])


@rule(RULE, "warning", after="wrong-total", needs=names_listed)
def check_names(case: Case) -> Iterator[Finding]:
    """A finding at the names of all that is left where they are more or fewer than whole and part leave."""
    from factcheck.checks.lists.listed_rest import left_over

    for names, whole, part in left_over(case):
        right, named = whole.value - part.value, len(names.names)
        row = f"{whole.value} - {part.value} = {right}"
        yield Finding(
            RULE,
            "warning",
            message("{row}: {right} are left, {named} are named.", row=row, right=right, named=named),
            names.names[0].start,
            names.names[-1].end,
            expected=str(right),
            evidence=(Evidence("arithmetic", "", right, row),),
            ground=Ground.SUM,
        )


@rule(RULE, "warning", after="wrong-total", needs=rest_told, itself=True)
def check_told(case: Case) -> Iterator[Finding]:
    """A finding at each rest, whatever is counted, that the one part told of a whole does not leave."""
    from factcheck.checks.lists.rests_told import rests_told

    for told in rests_told(case):
        yield _left(case, told.rest, told.left, f"{told.whole.value} - {told.part.value} = {told.left}")


def _is_told_behind(case: Case, place: int, rest: Counted) -> bool:
    """ "12 lembaga hijau; tiga lainnya kuning. Jumlah lembaga yang dinilai 15": whether the whole stands behind."""
    parts = [one.value for one in _counted(rest.frame) if one.role == "part"]
    total = sum(parts, rest.value)
    following = case.frames[place + 1 : place + 2]
    return bool(parts) and any(
        number is not None and number.value == total
        for frame in following
        for number in (frame.mentions[at].number for at in frame.having(FIGURES))
    )


def _held(case: Case, numbers: Sequence[Counted], rest: Counted) -> Iterator[Finding]:
    earlier = [one for one in numbers if one.start < rest.start]
    wholes = [one for one in earlier if one.role == "whole"]
    if not wholes:
        return
    whole = wholes[-1]
    parts = [one for one in earlier if one.role == "part" and (one.frame is whole.frame or one.frame is rest.frame)]
    parts += [one for one in earlier if one.role == "rest" and one.start > whole.start]  # "sepuluh lain B, 11 kuning"
    total = sum((one.value for one in parts), Decimal(0))
    right = whole.value - total
    every = sum((one.value for one in earlier if one.role == "part"), Decimal(0))
    if whole.value - every == rest.value:  # "tiga hijau: … Tiga merah: … Sisanya tujuh": over sentences
        return
    later = any(one.start > rest.start and one.role == "part" for one in numbers)
    some = not _is_remainder(rest) and all(one.role != "rest" for one in parts)  # still others may be told of
    apart = rest.frame is not whole.frame and not rest.frame.has(SCALED)  # "Empat belum menaikkan dan empat lainnya …"
    if (
        not parts
        or later
        or (apart and not _is_remainder(rest))
        or right == rest.value
        or right < 0
        or total >= whole.value
        or _goes_on(case, rest)
        or (some and abs(right - rest.value) > SLIP)
        or right - rest.value in (*_between(case, whole, rest), _alone(case, whole, rest))
        or whole.value - rest.value in _between(case, whole, rest)  # "494, sedikit di atas lima dari setiap enam"
        or rest.value > whole.value
    ):
        return
    yield _finding(case, whole, parts, rest, right)


def _between(case: Case, whole: Counted, rest: Counted) -> Collection[Decimal]:
    """The numbers between a whole and the rest of it, whatever they are told of: "Another 250, or 42.66 percent, are
    yellow" may be a part too."""
    frames = case.frames[whole.frame.sentence.place : rest.frame.sentence.place + 1]
    numbers = (frame.mentions[at].number for frame in frames for at in frame.having(FIGURES))
    return {one.value for one in numbers if one is not None and whole.start < one.start < rest.start}


def _alone(case: Case, whole: Counted, rest: Counted) -> int:
    """How many are named one by one between a whole and its rest, in sentences that count nothing: "Dua hijau: A, B.
    C kuning. Sisanya, tiga kabupaten, merah"."""
    between = case.frames[whole.frame.sentence.place + 1 : rest.frame.sentence.place]
    return sum(len(frame.bearers) for frame in between if frame.has(SCALED) and not frame.has(FIGURES))


def _goes_on(case: Case, rest: Counted) -> bool:
    """ "Dua A. Sepuluh daerah lain B: … Sepuluh lainnya kuning": whether still others are told of near behind."""
    place = rest.frame.sentence.place + 1
    return any(one.role == "rest" for frame in case.frames[place : place + BEHIND] for one in _counted(frame))


def _is_remainder(rest: Counted) -> bool:
    """Whether a number is told as all that is left ("sisanya, delapan"), and not as some more ("empat lainnya")."""
    return rest.frame.has(Tag.COUNT_LEFT, max(0, rest.at - 2), rest.at + 4)


def _counted(frame: Frame) -> list[Counted]:
    found = []
    for at in frame.having(FIGURES):
        number = frame.mentions[at].number
        if number is None or number.unit or number.quantum != 1 or number.form not in CARDINAL:
            continue
        if Tag.YEAR_DIGITS in frame.mentions[at].tags:
            continue
        role = _role(frame, at)
        if role:
            found.append(Counted(frame, at, number.value, role, number))
    return sorted([*found, *_all_together(frame, found)], key=lambda one: one.at)


def _all_together(frame: Frame, found: Sequence[Counted]) -> Iterator[Counted]:
    """ "Dari 14 pemda yang dinilai, kelimanya yaitu …": those told before, as the part of a whole."""
    for at in frame.having(Tag.COLLECTIVE):
        if [one.role for one in found] == ["whole"] and found[0].at < at:
            yield Counted(frame, at, Decimal(frame.mentions[at].tags[Tag.COLLECTIVE]), "part")


def _role(frame: Frame, at: int) -> str:
    """whole ("dari 14 pemda"), rest ("delapan pemda lainnya", "sisanya, delapan"), part of a scale, or nothing."""
    grouped = frame.after(at, Tag.GROUP, 1)
    noun = at + grouped
    if frame.before(at, Tag.RANK_AMONG, 1) and grouped:
        return "" if _in_rank(frame, at) else "whole"
    led = at > 0 and Tag.COUNT_PART in frame.mentions[at - 1].tags and len(frame.gap(at - 1, at).strip(" ,")) == 0
    led = led or (at > 1 and Tag.COMMA in frame.mentions[at - 1].tags and Tag.COUNT_PART in frame.mentions[at - 2].tags)
    if led or frame.after(noun, Tag.COUNT_LEFT) or frame.after(noun, Tag.COUNT_OTHER):
        return "rest"
    return "part" if grouped or frame.after(at, Tag.RANK_AMONG, 1) or _scaled(frame, at) else ""


def _in_rank(frame: Frame, at: int) -> bool:
    """The 98 of "peringkat 14 dari 98 kota", "nomor satu dari 98 kota"."""
    return at > 2 and frame.has_any((Tag.RANK_CUE, Tag.RANK_NUMBERED), max(0, at - 4), at)


def _scaled(frame: Frame, at: int) -> bool:
    """ "hijau delapan", "lima hijau", "20 daerah sudah hijau"."""
    near = frame.mentions[at + 1 : at + 4]
    return any(tag.startswith(VALUE_OF) for mention in near for tag in mention.tags)


def _finding(case: Case, whole: Counted, parts: Sequence[Counted], rest: Counted, right: Decimal) -> Finding:
    number = rest.number
    assert number is not None
    return _left(case, number, right, f"{whole.value} - {' - '.join(str(one.value) for one in parts)} = {right}")


def _left(case: Case, number: Number, right: Decimal, row: str) -> Finding:
    """A finding at a rest that should read otherwise, with what was reckoned."""
    written = case.document.text[slice(*number.figure)]
    from factcheck.language.number_format import format_like
    from factcheck.language.number_words import in_words_like

    repaired = in_words_like(right, written, case.language) or format_like(right, written, Decimal(1), case.language)
    return Finding(
        RULE,
        "warning",
        message("{row}: {right} are left, not {text}.", row=row, right=right, text=written),
        number.start,
        number.end,
        expected=repaired,
        suggestions=(Suggestion(*number.figure, repaired),),
        evidence=(Evidence("arithmetic", "", right, row),),
        ground=Ground.SUM,
    )
