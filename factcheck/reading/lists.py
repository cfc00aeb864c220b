"""Values and names told in two runs: "X, Y dan Z masing-masing 1, 2 dan 3", "peringkat satu sampai tiga: X, Y, Z"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reading.context import Context, Subject
from factcheck.reading.frame import Frame
from factcheck.reading.setting import Setting
from factcheck.reading.subjects import CLAUSE, named
from factcheck.reading.values import Value


def shared_out(frame: Frame, found: Sequence[Value], context: Context, setting: Setting) -> dict[int, Subject]:
    """The subject of each value after "masing-masing": the first name's first, where there are as many of both."""
    pairs: dict[int, Subject] = {}
    for place in frame.having("bind.pair"):
        after = [value for value in found if value.at > place]
        for kind in {value.kind for value in after}:
            run = [value for value in after if value.kind == kind]
            names = list(frame.subjects(0, place))[-len(run) :]
            if len(run) > 1 and len(names) == len(run) and not frame.names_between(place, run[-1].at):
                pairs |= {
                    value.at: named(frame, name, context, setting, CLAUSE)
                    for value, name in zip(run, names, strict=True)
                }
    return pairs


def ranked_run(frame: Frame, found: Sequence[Value], context: Context, setting: Setting) -> dict[int, Subject]:
    """The holders of the first and last rank of a run of ranks."""
    for place in frame.having("rank.range"):
        ends = [value for value in found if value.kind == "rank" and value.at in (place - 1, place + 1)]
        if len(ends) != 2 or not all(str(value.value).isdigit() for value in ends):
            continue
        size = int(str(ends[1].value)) - int(str(ends[0].value))
        names = list(frame.subjects(place))[: size + 1]
        if size > 0 and len(names) == size + 1:
            return {
                end.at: named(frame, name, context, setting, CLAUSE)
                for end, name in zip(ends, (names[0], names[-1]), strict=True)
            }
    return {}
