"""What checks one article: the reference loaded, the stages in their order."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.cli.errors import bug, problem_of
from factcheck.cli.options import Options
from factcheck.cli.packs import pack_folders
from factcheck.cli.sources import Source, read
from factcheck.errors import FactcheckError
from factcheck.model import Document, DocumentReport, Problem

if TYPE_CHECKING:
    from factcheck.reading.lexicon import Lexicon
    from factcheck.reference.store import Reference

Result = DocumentReport | Problem


class Checker(NamedTuple):
    """`check` gives the report of a document, `name` the name of an entity, `problems` are those of the
    packs."""

    check: Callable[[Document], DocumentReport]
    name: Callable[[str], str]
    problems: tuple[Problem, ...]


def make_checker(options: Options) -> Checker:
    """The checker of a run: the packs that its options name, loaded."""
    from factcheck.pipeline import check_document
    from factcheck.quiet.comments import find_suppressions, without_comments
    from factcheck.reference.cachedir import cache_folder
    from factcheck.reference.keptlexicon import lexicon_kept_in
    from factcheck.reference.store import load

    folder = cache_folder()
    reference, problems = load(pack_folders(options.reference, bool(options.only_reference)), folder)

    def name(entity: str) -> str:
        known = reference.entities.get(entity)
        return known.name if known else entity

    @cache
    def lexicon(code: str, known: Reference) -> Lexicon:
        return lexicon_kept_in(folder, code, known)

    def check(document: Document) -> DocumentReport:
        return check_document(without_comments(document, find_suppressions(document)), reference, lexicon)

    return Checker(check, name, problems)


def result_of(source: Source, options: Options, checker: Checker) -> Result:
    """The report of one article, or why it could not be checked."""
    try:
        return checker.check(read(source, options.as_of, options.stdin_filename))
    except FactcheckError as error:
        return problem_of(error, source.path)
    except Exception as error:
        return bug(error, source.path)
