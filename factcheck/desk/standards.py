"""What holds for the articles under one configuration: its settings, its packs, and what of their findings is shown."""

from datetime import date
from functools import cache

from factcheck.config import Config
from factcheck.desk.packs_loaded import Loaded
from factcheck.filters.apply import Filters
from factcheck.filters.layers import layers_of
from factcheck.model import Problem
from factcheck.typed import NamedTuple


class Asked(NamedTuple):
    """What who calls asks for beside the configuration; None and empty leave it to that."""

    reference: tuple[str, ...] = ()
    only_reference: bool | None = None
    leave_out: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: str | None = None


class Standards(NamedTuple):
    """The configuration, what articles are held against, how quietly, and what of all that is not understood."""

    config: Config
    packs: Loaded
    filters: Filters
    problems: tuple[Problem, ...]


def settled(asked: Asked, config: Config) -> Asked:
    """What is asked for together with what the configuration says; `select` and `ignore` stay apart, as layers do."""
    return asked._replace(
        reference=(*config.reference, *asked.reference),
        only_reference=config.only_reference if asked.only_reference is None else asked.only_reference,
        leave_out=(*config.leave_out, *asked.leave_out),
        baseline=config.baseline if asked.baseline is None else asked.baseline,
    )


def filters_of(settled: Asked, config: Config) -> Filters:
    """What keeps these articles quiet. Raises FactcheckError for a baseline that cannot be read."""
    filters = Filters(layers_of(config, settled.select, settled.ignore), date.today())
    return _with_baseline(filters, settled.baseline) if settled.baseline else filters


def unknown_rules(asked: Asked) -> tuple[Problem, ...]:
    """A problem for each rule that is asked for and that there is not."""
    if not asked.select and not asked.ignore:
        return ()
    from factcheck.config_keys import unknown_selector

    unknown = (unknown_selector(selector) for selector in (*asked.select, *asked.ignore))
    return tuple(Problem(sentence) for sentence in unknown if sentence)


def _with_baseline(filters: Filters, baseline: str) -> Filters:
    from factcheck.filters.baseline_file import article_key, gone, read_baseline

    known = read_baseline(baseline)
    missing = cache(lambda: gone(known, baseline))
    return filters._replace(
        entries=lambda path: known.get(article_key(path, baseline), {}),
        moved=lambda path: missing(),
    )
