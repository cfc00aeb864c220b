"""What checks one article: the reference loaded, the stages in their order."""

import gc
from collections.abc import Callable, Iterable
from itertools import count

from factcheck.cli.options import Options
from factcheck.cli.own_settings import OwnSettings
from factcheck.cli.sources import Source, read
from factcheck.desk.packs_loaded import Loaded, load_packs
from factcheck.errors import FactcheckError
from factcheck.model import Document, DocumentReport, Problem
from factcheck.typed import NamedTuple

Result = DocumentReport | Problem


OFTEN = 100
"""After so many articles cycles are looked for: a function within a function makes one where it is compiled."""
Packs = tuple[tuple[str, ...], bool, tuple[str, ...]]


class Checker(NamedTuple):
    """`check` gives the report of a document, `name` the name of an entity, `problems` are those of the packs."""

    check: Callable[[Document], DocumentReport]
    name: Callable[[str], str]
    problems: tuple[Problem, ...]


class OwnPacks(NamedTuple):
    """`of` gives the packs of an article, `name` the name of an entity, `problems` are those of all packs."""

    of: Callable[[str], Loaded]
    name: Callable[[str], str]
    problems: tuple[Problem, ...]


def make_checker(own: OwnSettings, paths: Iterable[str] = (".",)) -> Checker:
    """The checker of a run: for each of the articles at `paths` the packs that its own settings name, loaded."""
    packs = own_packs(own, paths)
    gc.freeze()  # what is loaded lives as long as the run: no collection need look through it again
    checked = count(1)

    def check(document: Document) -> DocumentReport:
        report = packs.of(document.path).check(document)
        if next(checked) % OFTEN == 0:
            gc.collect()
            gc.freeze()
        return report

    return Checker(check, packs.name, packs.problems)


def own_packs(own: OwnSettings, paths: Iterable[str]) -> OwnPacks:
    """The packs that the settings of each of the articles at `paths` name, each set of packs loaded once."""
    loaded: dict[Packs, Loaded] = {}

    def packs(path: str) -> Loaded:
        options = own.of(path).options
        wanted = (options.reference, bool(options.only_reference), options.leave_out)
        if wanted not in loaded:
            loaded[wanted] = load_packs(*wanted)
        return loaded[wanted]

    def name(entity: str) -> str:
        """Of several references the first that knows it."""
        return next((said for each in loaded.values() if (said := each.name(entity)) != entity), entity)

    problems = {problem: None for path in paths for problem in packs(path).problems}
    return OwnPacks(packs, name, tuple(problems))


def result_of(source: Source, options: Options, checker: Checker) -> Result:
    """The report of one article, or why it could not be checked."""
    try:
        return checker.check(read(source, options.as_of, options.stdin_filename))
    except FactcheckError as error:
        from factcheck.cli.problems import problem_of

        return problem_of(error, source.path)
    except Exception as error:
        from factcheck.cli.problems import bug

        return bug(error, source.path)
