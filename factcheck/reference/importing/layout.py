"""Where things stand in a sheet: the title, the heads, the names, the figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from factcheck.cache.patterns import compiled
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.reference.importing.cell_value import value_of
from factcheck.reference.importing.labels import Label, read_label
from factcheck.reference.importing.sheet import Cell, Sheet, is_year, text_of, turn
from factcheck.reference.importing.table_names import heading_kind
from factcheck.reference.importing.table_words import is_head_of
from factcheck.typed import NamedTuple

Known = Callable[[str], bool]
"""Whether a text is a name of the gazetteer."""

ROLES = ("numbered", "code", "period", "variable", "unit", "value", "source", "aside", "name")
"""What a column may hold beside the figures of a measure: lists of `table_words.toml`."""

_INDEX = compiled(r"\(?\d{1,2}\)?")
_CODE = compiled(r"\d\d\.\d{1,2}|\d{4}")
_LETTER = compiled(r"[^\W\d_]")


class Column(NamedTuple):
    """A column of figures: its place, and what its heads say."""

    at: int
    label: Label


class Layout(NamedTuple):
    """The parts of a sheet by place (from 0); a column that is not there is -1. `heads` are the rows of the heads,
    `body` is the first row under them."""

    sheet: Sheet
    title: str
    heads: tuple[int, ...]
    body: int
    name: int
    code: int
    province: int
    period: int
    variable: int
    unit: int
    source: int
    columns: tuple[Column, ...]


def lay_out(sheet: Sheet, known: Known) -> Layout:
    """Finds the parts of a sheet. Raises FactcheckError where there is no column or row of names, or no figure."""
    sheet = _upright(sheet, known)
    name = _name_column(sheet, known)
    first = _first_row(sheet, name, known)
    heads, title = _heads(sheet, name, first)
    roles = {at: _role(sheet, heads, at) for at in range(len(sheet.rows[0]))}
    code, province = _code(sheet, roles, first, name), _province(sheet, name, first, known)
    period, variable, unit, source = (_of_role(roles, role) for role in ("period", "variable", "unit", "source"))
    taken = {name, code, province}
    filled = [
        at
        for at, role in roles.items()
        if (role == "value" or (not role and at not in taken)) and _has_figures(sheet, at, first)
    ]
    columns = _columns(sheet, heads, filled)
    if not columns:
        raise FactcheckError(message("There is no column of figures in this table."), sheet.file, first + 1)
    told = roles[name] or all(column.label.text for column in columns)
    title = title or ("" if told else _corner(sheet, heads, name))
    return Layout(sheet, title, heads, first, name, code, province, period, variable, unit, source, columns)


def _columns(sheet: Sheet, heads: tuple[int, ...], filled: Sequence[int]) -> tuple[Column, ...]:
    """The columns with their labels; a head over all of them that says nothing of one ("Keadaan") is left aside."""
    texts = [_head_texts(sheet, heads, at) for at in filled]
    shared = [len(set(row)) == 1 for row in zip(*texts, strict=True)] if len(filled) > 1 else [False] * len(heads)
    own = [[text for text, all_of in zip(column, shared, strict=True) if not all_of] for column in texts]
    labels = [read_label(column) for column in (own if all(read_label(column).text for column in own) else texts)]
    return tuple(Column(at, label) for at, label in zip(filled, labels, strict=True))


def _corner(sheet: Sheet, heads: tuple[int, ...], name: int) -> str:
    """What stands over the names, where it is no word for them: the measure of a table without a title."""
    text = next((text_of(sheet.rows[row][name]) for row in heads), "")
    return "" if is_head(text) or heading_kind(text) else text


def _upright(sheet: Sheet, known: Known) -> Sheet:
    """The sheet with its names in a column: turned where they stand side by side over years."""
    width = len(sheet.rows[0])
    down = max(_distinct(sheet, at, known) for at in range(width))
    across = [len({text for cell in row if known(text := text_of(cell))}) for row in sheet.rows]
    most = max(across)
    top = across.index(most)
    if most > 1 and most > down:
        return turn(sheet, top)
    if not down and not _code_columns(sheet):
        sentence = message("No name of a region was found in this table: neither down a column nor along a row.")
        raise sheet.error(sentence, 0, 0)
    return sheet


def _distinct(sheet: Sheet, at: int, known: Known) -> int:
    """How many different known names a column has."""
    return len({text for row in sheet.rows if known(text := text_of(row[at]))})


def _name_column(sheet: Sheet, known: Known) -> int:
    """The column with most regions; of several such the first with a head for names: "Ibu Kota | Wilayah"."""
    found = [_distinct(sheet, at, known) for at in range(len(sheet.rows[0]))]
    if not max(found):
        return _code_columns(sheet)[0]
    most = [at for at, number in enumerate(found) if number == max(found)]
    headed = [at for at in most if any(is_head(text_of(row[at])) for row in sheet.rows)]
    return (headed or most)[0]


def _code_columns(sheet: Sheet) -> list[int]:
    """Columns of at least two codes of regions, where no name stands beside them; all figures of such a one are codes,
    each of another region, which percentages hardly are."""
    texts = [[text_of(row[at]) for row in sheet.rows] for at in range(len(sheet.rows[0]))]
    return [at for at, column in enumerate(texts) if _are_codes(column)]


def _are_codes(column: Sequence[str]) -> bool:
    figures = [one for one in column if value_of(one, "", -1).value is not None]
    codes = [one for one in column if _CODE.fullmatch(one) and not is_year(one)]
    return len(codes) > 1 and len(codes) == len({*codes}) and len(codes) >= len(figures)


def _first_row(sheet: Sheet, name: int, known: Known) -> int:
    """The first row of the body: of the first known name with a figure, or what stands right over it without a head."""
    named = [at for at, row in enumerate(sheet.rows) if known(text_of(row[name])) and _figures(row, name)]
    if not named:
        named = [at for at, row in enumerate(sheet.rows) if _code_like(text_of(row[name])) and _figures(row, name)]
    if not named:
        raise _no_figures(sheet, name)
    first = named[0]
    while first and (_data(sheet.rows[first - 1], name) or _section(sheet.rows[first - 1], name, known)):
        first -= 1
    return first


def _no_figures(sheet: Sheet, name: int) -> FactcheckError:
    """What stands where figures should be: dates, where a spreadsheet took "7.1" for the 7th of January."""
    for row, cells in enumerate(sheet.rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, date):
                return sheet.error(value_of(cell, "", -1).wrong, row, column)
    return sheet.error(message("Names of regions were found in this table, but no figure beside them."), 0, name)


def _code_like(text: str) -> bool:
    return bool(_CODE.fullmatch(text)) and not is_year(text)


def _figures(row: Sequence[Cell], name: int) -> list[str]:
    """The texts of the figures of a row, but those in the column of names and those that look like years."""
    texts = [text_of(cell) for at, cell in enumerate(row) if at != name and value_of(cell, "", -1).value is not None]
    return [text for text in texts if not is_year(text)]


def _data(row: Sequence[Cell], name: int) -> bool:
    """Whether a row is one of a region whose name nobody knows, and no head."""
    text = text_of(row[name])
    return bool(_LETTER.search(text)) and not is_head(text) and bool(_figures(row[name:], 0))


def _section(row: Sequence[Cell], name: int, known: Known) -> bool:
    """A row with a name or a kind alone: "Kabupaten", "SULAWESI TENGAH"."""
    texts = {text_of(cell) for cell in row} - {""}
    text = text_of(row[name])
    return len(texts) == 1 and text in texts and bool(heading_kind(text) or known(text))


def _heads(sheet: Sheet, name: int, first: int) -> tuple[tuple[int, ...], str]:
    """The rows of heads right over the body, from the top, and the title over them."""
    found: list[int] = []
    at = first - 1
    while at >= 0:
        texts = [text for cell in sheet.rows[at] if (text := text_of(cell))]
        if not texts or _index_row(texts):
            if found and not texts:
                break
        elif _is_title(sheet.rows[at], name) and (found or len(texts) == 1):
            break
        else:
            found.append(at)
        at -= 1
    above = sheet.rows[: max(at + 1, 0)]
    title = " ".join(dict.fromkeys(text for row in above for cell in row if (text := text_of(cell))))
    return tuple(reversed(found)), title


def _is_title(row: Sequence[Cell], name: int) -> bool:
    """One text alone that begins no later than the names do."""
    filled = [at for at, cell in enumerate(row) if text_of(cell)]
    return len({text_of(row[at]) for at in filled}) == 1 and filled[0] <= name and not is_head(text_of(row[filled[0]]))


def _index_row(texts: Sequence[str]) -> bool:
    """ "(1) (2) (3)": the columns counted."""
    return len(texts) > 1 and all(_INDEX.fullmatch(text) for text in texts)


def is_head(text: str) -> bool:
    """Whether a text is the head of a column of names, years, codes …"""
    return any(is_head_of(text, kind) for kind in ("name", "numbered", "code", "period", "variable", "value", "unit"))


def _head_texts(sheet: Sheet, heads: tuple[int, ...], at: int) -> list[str]:
    """The heads of a column, from the top; over a column without its own the one to the left holds."""
    texts = []
    for place in heads:
        row = sheet.rows[place]
        text = text_of(row[at])
        if not text and place != heads[-1] and not sheet.merged:
            text = next((text_of(row[left]) for left in range(at, -1, -1) if text_of(row[left])), "")
            text = "" if is_head(text) else text
        texts.append(text)
    return texts


def _role(sheet: Sheet, heads: tuple[int, ...], at: int) -> str:
    """What a column holds by its lowest head, where that is no measure: "Tahun" over "2022" is none of years."""
    texts = [text for place in heads if (text := text_of(sheet.rows[place][at]))]
    low = texts[-1].casefold().replace("_", " ").strip(" :*") if texts else ""
    found = (role for role in ROLES if is_head_of(low, role))
    begun = (role for role, word in (("code", "kode "), ("name", "nama ")) if low.startswith(word))
    return next(iter((*found, *begun)), "") if low else ""


def _of_role(roles: dict[int, str], role: str) -> int:
    return next((at for at, one in roles.items() if one == role), -1)


def _code(sheet: Sheet, roles: dict[int, str], first: int, name: int) -> int:
    """The column of codes of regions: of those with such a head the one with most different codes."""
    columns = [at for at, role in roles.items() if role == "code"]
    if _code_like(text_of(sheet.rows[first][name])):
        columns.append(name)
    found = [
        (len({text_of(row[at]) for row in sheet.rows[first:] if _CODE.fullmatch(text_of(row[at]))}), -at)
        for at in columns
    ]
    most, at = max(found, default=(0, 1))
    return -at if most else -1


def _province(sheet: Sheet, name: int, first: int, known: Known) -> int:
    """A second column of names, left of the finer one: the provinces that the rows lie in."""
    rows = sheet.rows[first:]
    columns = [at for at in range(len(sheet.rows[0])) if at != name and any(known(text_of(row[at])) for row in rows)]
    return columns[0] if columns else -1


def _has_figures(sheet: Sheet, at: int, first: int) -> bool:
    return any(value_of(row[at], "", -1).value is not None for row in sheet.rows[first:])
