"""The settings of each article: those of the nearest configuration upwards from its own folder, whatever else is
checked with it."""

import os
import stat
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from factcheck.cli.filters import run_filters
from factcheck.cli.options import Options, settle
from factcheck.cli.sources import Source, find_sources, not_excluded
from factcheck.config import Config, load_config
from factcheck.document.discover import STDIN
from factcheck.filters.apply import Filters
from factcheck.model import Problem
from factcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.filters.git import Touched


class Standing(NamedTuple):
    """What holds under one configuration: the options that it fills in, and how quietly; `slips` are those in it."""

    config: Config
    options: Options
    filters: Filters
    slips: tuple[Problem, ...]


class OwnSettings:
    """The standing of each article, looked up once for a folder."""

    def __init__(self, options: Options, touched: "Touched | None" = None) -> None:
        self.asked, self._touched = options, touched
        self._by_path: dict[str, Standing] = {}
        self._real: dict[str, str] = {}
        self._by_folder: dict[str, Standing] = {}
        self._by_config: dict[str, Standing] = {}

    def of(self, path: str) -> Standing:
        """What holds for the article or folder at `path`. Raises FactcheckError for settings that cannot be read."""
        if path not in self._by_path:
            folder = self._folder(path)
            if folder not in self._by_folder:
                self._by_folder[folder] = self._read(folder)
            self._by_path[path] = self._by_folder[folder]
        return self._by_path[path]

    def all(self) -> tuple[Standing, ...]:
        """Those asked for so far, each configuration once."""
        return tuple(self._by_config.values())

    def shared(self, paths: Iterable[str]) -> Config:
        """What the whole run goes by (its language, its format): of several configurations what they agree on."""
        configs = [self.of(path).config for path in paths]
        first = configs[0]
        if all(config.path == first.path for config in configs):
            return first
        agreed = {
            name: getattr(first, name)
            for name in ("lang", "format", "fail_on")
            if all(getattr(config, name) == getattr(first, name) for config in configs)
        }
        return Config(**agreed)

    def filters(self) -> Filters:
        """What keeps each article quiet, by its own settings."""
        return Filters(
            lambda path: self.of(path).filters.layers(path),
            date.today(),
            entries=lambda path: self.of(path).filters.entries(path),
            moved=lambda path: self.of(path).filters.moved(path),
            lines=lambda path: self.of(path).filters.lines(path),
            show_known=self.asked.show_known,
        )

    def _folder(self, path: str) -> str:
        """The real folder of a path. Of plain files beside each other it is asked once: a link may lead elsewhere."""
        if not _is_plain(path):
            return _folder(path)
        above = os.path.dirname(path)  # noqa: PTH120
        if above not in self._real:
            self._real[above] = _folder(path)
        return self._real[above]

    def _read(self, folder: str) -> Standing:
        config, slips = load_config(Path(folder))
        if config.path not in self._by_config:
            settled = settle(self.asked, config)
            filters = run_filters(settled, config, self._touched)
            self._by_config[config.path] = Standing(config, settled, filters, slips)
        return self._by_config[config.path]


def _is_plain(path: str) -> bool:
    """Whether a file stands at a path itself, and no link to one."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except (OSError, ValueError):
        return False


def _folder(path: str) -> str:
    if path == STDIN or "://" in path or "\0" in path:
        return os.path.realpath(".")
    real = os.path.realpath(path)
    return real if os.path.isdir(real) else os.path.dirname(real)  # noqa: PTH112, PTH120


def own_sources(
    paths: Sequence[str], own: "OwnSettings", touched: "Touched | None"
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """The articles at all `paths`, each once, without what the settings of its folder exclude."""
    found: dict[str, Source] = {}
    missing: list[Problem] = []
    for path in paths:
        options = own.of(path).options
        sources, problems = find_sources([path], options.exclude, touched)
        if options.force_exclude:
            sources = not_excluded(sources, options.exclude)
        found.update((source.path, source) for source in sources if source.path not in found)
        missing += problems
    return tuple(found.values()), tuple(missing)
