"""The settings that keep a run quiet, made from the options, the configuration and the baseline file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from factcheck.cli.options import Options
from factcheck.config import Config
from factcheck.day_words import long_day
from factcheck.filters.apply import Filters, Lines
from factcheck.filters.baseline import Entries, Entry
from factcheck.filters.layers import layers_of
from factcheck.messages import translate, translate_many, translated
from factcheck.model import Problem
from factcheck.report.safe import say

if TYPE_CHECKING:
    from factcheck.filters.git import Touched


def filters_of(options: Options, config: Config, touched: Touched | None) -> Filters:
    """What keeps this run quiet. Raises FactcheckError for a baseline that cannot be read."""
    layers = layers_of(config, options.select, options.ignore)
    filters = Filters(layers, date.today())
    if options.baseline:
        filters = filters._replace(entries=_entries(options.baseline))
    return filters._replace(lines=_lines(touched)) if touched is not None else filters


def say_unknown(options: Options) -> tuple[Problem, ...]:
    """A problem for each rule named on the command line that there is not."""
    if not options.select and not options.ignore:
        return ()
    from factcheck.config_keys import unknown_selector

    unknown = (unknown_selector(selector) for selector in (*options.select, *options.ignore))
    return tuple(Problem(sentence) for sentence in unknown if sentence)


def say_idle(stale: Sequence[Entry], expired: Sequence[Entry], path: str) -> None:
    """Says on standard error which entries of the baseline are of no use any more."""
    if stale:
        entries = translate_many("{number} entry", "{number} entries", len(stale))
        _remark(path, translate("{entries} mended or rewritten; `factcheck baseline` takes them out.", entries=entries))
    if expired:
        entries = translate_many("{number} entry", "{number} entries", len(expired))
        day = translated(long_day(expired[0].until)) if expired[0].until else ""
        _remark(path, translate("{entries} expired on {day}; what they knew counts again.", entries=entries, day=day))


def _remark(path: str, sentence: str) -> None:
    say(f"{path}: {sentence}", sys.stderr)


def _entries(baseline: str) -> Callable[[str], Entries]:
    from factcheck.filters.baseline_file import article_key, read_baseline

    known = read_baseline(baseline)
    return lambda path: known.get(article_key(path, baseline), {})


def _lines(touched: Touched) -> Callable[[str], Lines | None]:
    return lambda path: touched.lines.get(os.path.realpath(path), ())
