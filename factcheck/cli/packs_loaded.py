"""What a run starts from: its configuration, and its packs, loaded."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.cli.options import Options
from factcheck.cli.packs import pack_folders
from factcheck.config import Config, load_config
from factcheck.document.discover import STDIN
from factcheck.messages import Term
from factcheck.model import Document, Problem

if TYPE_CHECKING:
    from factcheck.pipeline import Lexicons
    from factcheck.reading.scan.lexicon import Lexicon
    from factcheck.reference.ask.reference import Reference


class Loaded(NamedTuple):
    """A reference with what gives its lexicon; `problems` are those of its packs."""

    reference: Reference
    lexicons: Lexicons
    problems: tuple[Problem, ...]

    def name(self, entity: str) -> str:
        """The name of an entity, or what a measure is called (`pack:measure`); the id itself where it has none."""
        known = self.reference.entities.get(entity)
        if known is not None:
            return known.name
        pack, _, measure = entity.partition(":")
        named = next((info.measures.get(measure) for info in self.reference.packs if info.name == pack), None)
        return Term(named.called()) if named is not None else entity


def configured(path: str) -> tuple[Config, tuple[Problem, ...]]:
    """The configuration that holds for an article, and what in it is not understood."""
    return load_config(Path("." if path == STDIN or "://" in path else path))


def load_packs(options: Options) -> Loaded:
    """The packs that the options of a run name."""
    from factcheck.cache.folder import cache_folder
    from factcheck.reading.scan.kept_lexicon import kept_lexicon
    from factcheck.reference.ask.reference import load

    folder = cache_folder()
    reference, problems = load(_folders(options), folder)

    @cache
    def lexicon(code: str) -> Lexicon:
        return kept_lexicon(code, reference)

    return Loaded(reference, lambda code, known: lexicon(code), problems)


def _folders(options: Options) -> tuple[Path, ...]:
    return pack_folders(options.reference, bool(options.only_reference), options.leave_out)


def without_orders(document: Document) -> Document:
    """The document without what is said in it to the tool."""
    from factcheck.filters.suppressions import find_suppressions, without_comments

    return without_comments(document, find_suppressions(document))
