"""What keeps a run quiet, and what of it is of no use any more."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

from factcheck.cli.options import Options, asked
from factcheck.config import Config
from factcheck.desk.standards import filters_of
from factcheck.filters.apply import Filters, Lines
from factcheck.filters.baseline import Entry
from factcheck.messages import translate, translate_many, translated
from factcheck.report.safe import say
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.filters.git import Touched


def run_filters(options: Options, config: Config, touched: Touched | None) -> Filters:
    """What keeps this run quiet: what holds for its articles, and the lines that git says were touched."""
    filters = filters_of(asked(options), config)
    return filters._replace(lines=_lines(touched)) if touched is not None else filters


def say_idle(stale: Sequence[Entry], expired: Sequence[Entry], path: str) -> None:
    """Says on standard error which entries of the baseline are of no use any more."""
    if stale:
        entries = translate_many("{number} entry", "{number} entries", len(stale))
        _remark(path, translate("{entries} mended or rewritten; `factcheck baseline` takes them out.", entries=entries))
    if expired:
        from factcheck.day_words import long_day

        entries = translate_many("{number} entry", "{number} entries", len(expired))
        day = translated(long_day(expired[0].until)) if expired[0].until else ""
        _remark(path, translate("{entries} expired on {day}; what they knew counts again.", entries=entries, day=day))


def _remark(path: str, sentence: str) -> None:
    say(f"{path}: {sentence}", sys.stderr)


def _lines(touched: Touched) -> Callable[[str], Lines | None]:
    return lambda path: touched.lines.get(os.path.realpath(path), ())
