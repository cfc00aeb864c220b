"""Which office the head of a column, or the cell in front of it, says that who is named in a cell of a table holds:
"| Kabupaten | Bupati |" above "| Solok | Jon Firman Pandu |", "| Menteri Keuangan | Sri Mulyani |"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import Block, Document, Span
from factcheck.reading.people.name_words import NameWords, phrase_at
from factcheck.reference.packs.fold_name import WORD

ROWS = ("header", "row")


def cell_offices(document: Document, words: NameWords) -> Mapping[int, str]:
    """The titles of those named in cells, by where the text of the cell begins; empty where no table tells offices."""
    return dict(_titles(document, words)) if any(block.cells for block in document.blocks) else {}


def _titles(document: Document, words: NameWords) -> Iterator[tuple[int, str]]:
    heads: Sequence[str] = ()
    for block in document.blocks:
        if block.kind not in ROWS:
            heads = ()
            continue
        cells = [_text(document, cell) for cell in block.cells]
        if block.kind == "header":
            heads = [text if _is_office(text, words) else "" for text in cells]
        else:
            yield from _of_row(document, block, cells, heads, words)


def _of_row(
    document: Document, block: Block, cells: Sequence[str], heads: Sequence[str], words: NameWords
) -> Iterator[tuple[int, str]]:
    offices = [_is_office(text, words) for text in cells]
    for at in range(1, len(cells)):
        head = heads[at] if at < len(heads) else ""
        title = cells[at - 1] if offices[at - 1] else f"{head} {cells[0]}" if head else ""
        if title and cells[at][:1].isupper() and not offices[at]:
            yield document.plain.index(cells[at], block.cells[at].start), title


def _text(document: Document, cell: Span) -> str:
    return document.plain[cell.start : cell.end].strip(" |*_\n")


def _is_office(text: str, words: NameWords) -> bool:
    """Whether a cell begins with a word for an office that says which."""
    tokens = [match.group() for match in WORD.finditer(text.lower())]
    size, role = phrase_at(words.offices, tokens, 0) if tokens else (0, "")
    return size > 0 and role != ""
