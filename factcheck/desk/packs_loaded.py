"""The packs of a run, loaded, and an article held against them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from factcheck.desk.pack_folders import pack_folders
from factcheck.messages import Term
from factcheck.model import Document, DocumentReport, Problem
from factcheck.typed import TYPE_CHECKING, NamedTuple

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
        known = self.reference.name_of(entity)
        if known != entity:
            return known
        pack, _, measure = entity.partition(":")
        named = next((info.measures.get(measure) for info in self.reference.packs if info.name == pack), None)
        return Term(named.called()) if named is not None else entity

    def check(self, document: Document) -> DocumentReport:
        """All that does not fit in a document, whatever of it is shown: what the command and a `Desk` begin with."""
        from factcheck.pipeline import check_document

        return check_document(without_orders(document), self.reference, self.lexicons)


def load_packs(
    added: Sequence[str] = (), only_added: bool = False, left_out: Sequence[str] = (), *, keep: bool = True
) -> Loaded:
    """The packs that ship without those `left_out`, and those at the paths `added`; with `only_added` these alone.

    With `keep` what is made of them is kept in the user's folder, else only where this process keeps things anyway.
    """
    from factcheck.cache.folder import cache_folder, used
    from factcheck.reference.ask.reference import load

    reference, problems = load(pack_folders(added, only_added, left_out), cache_folder() if keep else used())

    return Loaded(reference, _lexicons(reference), problems)


@lru_cache(maxsize=4)
def _lexicons(reference: Reference) -> Lexicons:
    """What gives the lexicon of a reference in a language, each made once."""
    from factcheck.reading.scan.lexicon import kept_lexicon

    @cache
    def lexicon(code: str) -> Lexicon:
        return kept_lexicon(code, reference)

    return lambda code, known: lexicon(code)


def without_orders(document: Document) -> Document:
    """The document without what is said in it to the tool."""
    from factcheck.filters.suppressions import find_suppressions, without_comments

    return without_comments(document, find_suppressions(document))
