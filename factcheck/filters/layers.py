"""From a newsroom's settings to the layers that hold for one article."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from factcheck.config import Config
from factcheck.config_keys import PathSettings
from factcheck.filters.selection import COMMAND_LINE, Layer

Layers = Callable[[str], tuple[Layer, ...]]
"""The layers that hold for the article at a path, farthest first."""


def layers_of(config: Config, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Layers:
    """The layers of an article: the configuration, its tables for paths in their order, the command line."""
    first = Layer(Path(config.path).name, config.select, config.ignore, config.severity)
    last = Layer(COMMAND_LINE, tuple(select), tuple(ignore))
    folder = str(Path(config.path).parent) if config.path else ""
    tests = [(_test(settings.pattern, folder), _layer(settings)) for settings in config.per_path]

    def layers(path: str) -> tuple[Layer, ...]:
        return (first, *(layer for fits, layer in tests if fits(path)), last)

    return layers


def _layer(settings: PathSettings) -> Layer:
    name = f'[per-path."{settings.pattern}"]'
    return Layer(name, settings.select, settings.ignore, settings.severity)


def _test(pattern: str, folder: str) -> Callable[[str], bool]:
    from factcheck.document.ignore_patterns import ignore_spec

    spec = ignore_spec([pattern])

    def fits(path: str) -> bool:
        inside = os.path.relpath(os.path.realpath(path), folder)
        return not inside.startswith("..") and spec.match_file(inside)

    return fits
