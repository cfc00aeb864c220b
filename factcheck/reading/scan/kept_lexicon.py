"""The lexicon kept between runs, in branches that are read when a text needs them."""

from __future__ import annotations

from functools import lru_cache

from factcheck.cache.folder import used
from factcheck.cache.pieces import parts_under
from factcheck.language.language import load as load_language
from factcheck.reading.scan.lexicon import Lexicon, build
from factcheck.reference.ask.reference import Reference

SUFFIX = ".lexicon"
BRANCHES = "branches"


def kept_lexicon(code: str, reference: Reference) -> Lexicon:
    """The lexicon of a language and a reference, found again where it was kept for the same packs, words and program;
    else built, and kept for the next run."""
    from factcheck.language.language import FOLDER
    from factcheck.reading.scan import lexicon
    from factcheck.version import __version__

    if used() is None or not reference.key:
        return lexicon_of(code, reference)
    made_from = (__version__, code, reference.key)
    words = FOLDER / code / "words.toml"
    files = [lexicon.__file__, *([str(words)] if words.is_file() else [])]
    parts = parts_under(made_from, SUFFIX, lambda: {BRANCHES: lexicon.freeze(lexicon_of(code, reference).trie)}, *files)
    return lexicon.thawing(parts[BRANCHES])


@lru_cache(maxsize=8)
def lexicon_of(code: str, reference: Reference) -> Lexicon:
    """The lexicon of a language and a reference, built once a process."""
    return build(load_language(code), reference)
