"""`factcheck check --watch`: what is saved is checked again, until the user ends it."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Mapping, Sequence

from factcheck.cli.options import Options
from factcheck.cli.own_settings import OwnSettings, own_sources
from factcheck.cli.run_check import check_articles
from factcheck.cli.status import INTERRUPTED
from factcheck.document.discover import STDIN
from factcheck.document.load import is_address
from factcheck.errors import FactcheckError
from factcheck.messages import message, translate, translate_many
from factcheck.report.safe import say

EVERY = 0.4
"""Seconds between two looks: less than it takes to look up from the keyboard."""
Seen = Mapping[str, tuple[int, int]]
"""Articles with the time of their last change, in nanoseconds, and their size."""


def watch(paths: Sequence[str], options: Options) -> int:
    """Checks the articles at `paths`, and each again when it was saved; Ctrl-C ends it. Raises FactcheckError for what
    nobody saves: standard input, a web address."""
    paths = tuple(paths) or (".",)
    for path in paths:
        if path == STDIN or is_address(path):
            raise FactcheckError(message("Only files are watched."), path)
    gc.enable()  # the command lets its cycles lie, for it soon ends
    seen = _seen(paths, options)
    try:
        check_articles(paths, options)
        _say(len(seen))
        while True:
            time.sleep(EVERY)
            now = _seen(paths, options)
            saved = [path for path, state in now.items() if seen.get(path) != state]
            seen = now
            if saved:
                check_articles(saved, options)
                _say(len(seen))
    except KeyboardInterrupt:
        return INTERRUPTED


def _seen(paths: Sequence[str], options: Options) -> Seen:
    """The articles as they are on disk; one that is being replaced is seen the next time."""
    found = {}
    for source in own_sources(paths, OwnSettings(options), None)[0]:
        try:
            state = os.stat(source.path)  # noqa: PTH116
        except OSError:
            continue
        found[source.path] = (state.st_mtime_ns, state.st_size)
    return found


def _say(number: int) -> None:
    sys.stdout.flush()
    articles = translate_many("{number} article", "{number} articles", number)
    say(translate("watching {articles}; Ctrl-C ends it", articles=articles), sys.stderr)
