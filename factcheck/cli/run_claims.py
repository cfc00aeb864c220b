"""The run of `factcheck claims`: settings, reference, articles, list, exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from factcheck.cli.checker import Checker, OwnPacks, Result, own_packs, result_of
from factcheck.cli.options import Options
from factcheck.cli.own_settings import OwnSettings, own_sources
from factcheck.cli.problems import show
from factcheck.cli.status import CLEAN, UNCHECKED
from factcheck.desk.packs_loaded import without_orders
from factcheck.messages import use_language
from factcheck.model import Document, DocumentReport, Judged, Problem
from factcheck.report.claims.lister import lister
from factcheck.report.reporter import Look, standard_output
from factcheck.report.tally import Tally
from factcheck.typed import NamedTuple


class Wanted(NamedTuple):
    """Which claims are listed: those of these kinds (none: all), `unchecked` only those the reference leaves open,
    `figures` also what is no claim of a measure."""

    kinds: tuple[str, ...] = ()
    unchecked: bool = False
    figures: bool = True

    def keeps(self, judged: Judged) -> bool:
        """Whether a claim is listed."""
        asked = not self.kinds or not {judged.kind, judged.claim.kind}.isdisjoint(self.kinds)
        return asked and (not self.unchecked or judged.verdict == "unverifiable")


def list_articles(paths: Sequence[str], options: Options, wanted: Wanted) -> int:
    """Writes the claims of the articles at `paths` (none: this folder) to standard output: the exit status."""
    paths = paths or (".",)
    own = OwnSettings(options)
    use_language(own.shared(paths).lang)
    sources, missing = own_sources(paths, own, None)
    packs = own_packs(own, [source.path for source in sources] or paths)
    checker = _lister(packs, wanted)
    slips = (slip for standing in own.all() for slip in standing.slips)
    problems = [*slips, *missing, *packs.problems]
    for problem in problems:
        show(problem)
    form = options.format or ("rich" if sys.stdout.isatty() else "plain")
    writer = lister(form, standard_output(form), packs.name, Look(options.color))
    tally = Tally()
    for source in sources:
        result = result_of(source, options, checker)
        problems += _problems(result)
        if isinstance(result, DocumentReport):
            writer.document(result)
            tally = tally.plus(result)
    writer.close(tally, problems)
    return UNCHECKED if problems else CLEAN


def _lister(packs: OwnPacks, wanted: Wanted) -> Checker:
    from factcheck.listing import list_claims

    def listed(document: Document) -> DocumentReport:
        read = without_orders(document)
        held = packs.of(document.path)
        report = list_claims(read, held.reference, held.lexicons, figures=wanted.figures)
        return report._replace(claims=tuple(filter(wanted.keeps, report.claims)))

    return Checker(listed, packs.name, packs.problems)


def _problems(result: Result) -> list[Problem]:
    """What could not be read, or which rules failed; said at once."""
    if isinstance(result, Problem):
        found = [result]
    else:
        found = [Problem(failure, result.document.path) for failure in result.failures]
    for problem in found:
        show(problem)
    return found
