"""Values and names told in two runs: "X, Y dan Z masing-masing 1, 2 dan 3", "peringkat satu sampai tiga: X, Y, Z"."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.model import How, Strength
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.records import Context, Subject, Value
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.subject.whose import named


def shared_out(frame: Frame, found: Sequence[Value], context: Context, setting: Setting) -> dict[int, Subject]:
    """The subject of each value after "masing-masing": the first name's first, where there are as many of both."""
    pairs: dict[int, Subject] = {}
    pairs |= _in_step(frame, found, context, setting)
    alike: dict[str, list[Value]] = defaultdict(list)
    for value in found:
        alike[value.kind].append(value)
    for place in (*frame.having(Tag.BIND_PAIR), *frame.having(Tag.COLLECTIVE)):
        for values in alike.values():
            run = values[bisect_right(values, place, key=lambda value: value.at) :]
            if len(run) > 1 and frame.has(Tag.RANK_RANGE, run[0].at, run[-1].at):
                continue  # "berturut-turut menempati peringkat 94 sampai 98": see `ranked_run`
            names = frame.subjects(0, place)[-len(run) :]
            if len(run) > 1 and len(names) == len(run) and not frame.names_between(place, run[-1].at):
                pairs |= {
                    value.at: named(frame, name, context, setting, Strength.CLAUSE)
                    for value, name in zip(run, names, strict=True)
                }
            elif len(run) > 1 and _is_of_listed(frame) and len(context.listed) >= len(run):
                pairs |= {
                    value.at: Subject((name,), -1, -1, How.IN_ORDER, Strength.CLAUSE)
                    for value, name in zip(run, context.listed[-len(run) :], strict=True)
                }
    return pairs | _in_brackets(frame, found, pairs)


def _in_brackets(frame: Frame, found: Sequence[Value], pairs: Mapping[int, Subject]) -> dict[int, Subject]:
    """ "A, B dan C masing-masing 44,68 (merah), 63,49 dan 58,22 (kuning)": a word in brackets is of whom the figure in
    front of them is."""
    words = (value.at for value in found if isinstance(value.value, str) and frame.before(value.at, Tag.OPEN))
    return {at: pairs[at - 2] for at in words if at - 2 in pairs}


def _is_of_listed(frame: Frame) -> bool:
    """Whether a sentence names nobody: no region and no office whose figures they would be."""
    return not frame.names_between() and not frame.has(Tag.ENTITY_OFFICES)


def _in_step(frame: Frame, found: Sequence[Value], context: Context, setting: Setting) -> dict[int, Subject]:
    """ "Nilai X dan Y pada 2023 ialah a dan b": as many names in one run as figures in one run behind them."""
    figures = [value for value in found if isinstance(value.value, Decimal) and not kind_of(value.kind).per_group]
    if len(figures) < 2 or len({value.kind for value in figures}) != 1:
        return {}
    names = frame.run_before(figures[0].at)
    if len(names) != len(figures) or frame.names_between(figures[0].at, figures[-1].at):
        return {}
    if not _run(frame, [value.at for value in figures]):
        return {}
    return {
        value.at: named(frame, name, context, setting, Strength.CLAUSE)
        for value, name in zip(figures, names, strict=True)
    }


def _run(frame: Frame, places: Sequence[int]) -> bool:
    """Whether nothing but commas and "dan" stands between the places."""
    return all(
        all(
            frame.mentions[between].tags.keys() & {Tag.COMMA, Tag.BIND_AND, Tag.SEMICOLON}
            for between in range(one + 1, two)
        )
        and two - one > 1
        for one, two in pairwise(places)
    )


def ranked_run(frame: Frame, found: Sequence[Value], context: Context, setting: Setting) -> dict[int, Subject]:
    """The holders of ranks told in one run: "posisi kedua dan ketiga ditempati …", "peringkat satu sampai tiga: …"."""
    ranks = [value for value in found if value.kind == "rank"]
    ranged = len(ranks) > 1 and frame.has(Tag.RANK_RANGE, ranks[-2].at, ranks[-1].at)
    ranks = ranks[-2:] if ranged else ranks
    if len(ranks) < 2 or not (ranged or _run(frame, [rank.at for rank in ranks])):
        return {}
    names = frame.subjects(ranks[-1].at)
    if ranged:
        size = int(str(ranks[1].value)) - int(str(ranks[0].value)) + 1
        before = frame.subjects(0, ranks[0].at)  # "A, B dan C berturut-turut menempati peringkat 94 sampai 96"
        names = names if len(names) >= size else before[-size:]
        names = [names[0], names[size - 1]] if 1 < size <= len(names) else []
    if len(names) < len(ranks):
        return {}
    return {
        rank.at: named(frame, name, context, setting, Strength.CLAUSE) for rank, name in zip(ranks, names, strict=False)
    }
