"""The settings that keep a run quiet, made from the options, the configuration and the baseline file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from factcheck.cli.options import Options
from factcheck.config import Config
from factcheck.filters.apply import Hush, Lines
from factcheck.filters.baseline import Entries, Entry
from factcheck.filters.layers import layers_of
from factcheck.messages import say, say_many
from factcheck.model import Problem

if TYPE_CHECKING:
    from factcheck.filters.git import Touched


def hush_of(options: Options, config: Config, touched: Touched | None) -> Hush:
    """What keeps this run quiet. Raises FactcheckError for a baseline that cannot be read."""
    layers = layers_of(config, options.select, options.ignore)
    hush = Hush(layers, date.today())
    if options.baseline:
        hush = hush._replace(entries=_entries(options.baseline))
    return hush._replace(lines=_lines(touched)) if touched is not None else hush


def say_unknown(options: Options) -> tuple[Problem, ...]:
    """A problem for each rule named on the command line that there is not."""
    if not options.select and not options.ignore:
        return ()
    from factcheck.config_keys import unknown_selector

    said = (unknown_selector(selector) for selector in (*options.select, *options.ignore))
    return tuple(Problem(sentence) for sentence in said if sentence)


def say_idle(stale: Sequence[Entry], expired: Sequence[Entry], path: str) -> None:
    """Says on standard error which entries of the baseline are of no use any more."""
    if stale:
        entries = say_many("{number} entry", "{number} entries", len(stale))
        _remark(path, say("{entries} mended or rewritten; `factcheck baseline` takes them out.", entries=entries))
    if expired:
        entries = say_many("{number} entry", "{number} entries", len(expired))
        day = expired[0].until
        _remark(path, say("{entries} expired on {day}; what they knew counts again.", entries=entries, day=day))


def _remark(path: str, sentence: str) -> None:
    print(f"{path}: {sentence}", file=sys.stderr)


def _entries(baseline: str) -> Callable[[str], Entries]:
    from factcheck.filters.baseline_file import article_key, read_baseline

    known = read_baseline(baseline)
    return lambda path: known.get(article_key(path, baseline), {})


def _lines(touched: Touched) -> Callable[[str], Lines | None]:
    return lambda path: touched.lines.get(os.path.realpath(path), ())
