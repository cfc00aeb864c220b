"""The lexicon kept between runs, in branches that are read when a text needs them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cache.kept import read_kept, write_kept

if TYPE_CHECKING:
    from factcheck.reading.lexicon import Lexicon
    from factcheck.reference.store import Reference


def lexicon_kept_in(folder: Path | None, code: str, reference: Reference) -> Lexicon:
    """The lexicon of a language and a reference, from `folder` where it was kept there for the same packs, words and
    program; else built, and kept for the next run."""
    from factcheck.language.load import load
    from factcheck.pipeline import lexicon_of
    from factcheck.reading.lexicon import Lexicon, freeze

    if folder is None or not reference.key:
        return lexicon_of(code, reference)
    path = folder / f"{_name(code, reference.key)}.lexicon"
    kept = read_kept(path)
    if isinstance(kept, dict):
        return Lexicon({}, kept)
    lexicon = lexicon_of(load(code).code, reference)
    write_kept(path, freeze(lexicon.trie))
    return lexicon


def _name(code: str, key: str) -> str:
    """A name made of everything that the lexicon is made of: the packs, the word lists, the program."""
    from factcheck import __version__
    from factcheck.cache.digest import blake2b
    from factcheck.language.load import FOLDER
    from factcheck.reading import lexicon

    digest = blake2b(f"{__version__} {code} {key}".encode(), digest_size=16)
    for path in (FOLDER / code / "words.toml", Path(lexicon.__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()
