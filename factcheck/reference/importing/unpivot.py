"""A sheet as single figures, each with its name, period and measure, whatever the table had side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.cache.patterns import compiled
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.model import COUNTRY
from factcheck.reference.importing.cell_value import value_of
from factcheck.reference.importing.labels import read_label, title_measure, unit_alone, unit_of, years_of
from factcheck.reference.importing.layout import Column, Layout, is_head
from factcheck.reference.importing.sheet import Cell, Sheet, is_year, text_of
from factcheck.reference.importing.table_names import Names, Surroundings, bare, heading_kind
from factcheck.reference.importing.table_words import begins, contains, listed, words
from factcheck.typed import NamedTuple

_YEAR = compiled(r"(?:19|20)\d\d(?:\.0)?")
_INDEX = compiled(r"\(?\d{1,2}\)?")
_MARKED = compiled(r"(?P<mark>[*]{1,3}|[rpx]|[¹²³⁰-⁹]+|\d)[)⁾:]?\s*[:=]?\s+(?P<text>[^\W\d_].+)")
_NOTED = compiled(r"(?i)^(?:catatan|keterangan|note|ket)[./\w]*\s*:?\s*")


class Observation(NamedTuple):
    """A cell of figures, not read yet. `label` is what its heads call the measure; `row` and `column` its place,
    `named` the column of its name; `source` where its row says it."""

    sheet: Sheet
    row: int
    column: int
    named: int
    name: str
    code: str
    around: Surroundings
    period: str
    label: str
    unit: str
    scale: Decimal
    mark: str
    cell: Cell
    source: str = ""


class Left(NamedTuple):
    """A row that was not taken, and why."""

    row: int
    text: str
    why: str


class Unpivoted(NamedTuple):
    """What a sheet holds. `marks` are the meanings of marks by the notes, `sources` what "Sumber:" lines say."""

    observations: tuple[Observation, ...]
    left: tuple[Left, ...]
    marks: dict[str, str]
    sources: tuple[str, ...]


def unpivot(layout: Layout, names: Names, within: str) -> Unpivoted:
    """Every figure of a sheet. Raises FactcheckError where the columns change their meaning half-way."""
    walk = _Walk(layout, names, within)
    observations = tuple(one for at in range(layout.body, len(layout.sheet.rows)) for one in walk.row(at))
    marks = {mark: text for note in walk.notes for mark, text in _marks(note)}
    sources = tuple(note.partition(":")[2].strip() for note in walk.notes if begins(note, "source") and ":" in note)
    return Unpivoted(observations, tuple(walk.left), marks, tuple(one for one in sources if one))


class _Walk:
    """Goes down the rows and remembers the headings it has passed."""

    def __init__(self, layout: Layout, names: Names, within: str) -> None:
        self.layout = layout
        self.names = names
        self.within = within
        self.kind = _kind_of_all(layout)
        self.around = Surroundings(self.kind)
        self.capitals = _capitals(layout, names, within)
        self.last = max((at for at, row in enumerate(layout.sheet.rows) if self._regional(row)), default=0)
        years = years_of(layout.title) or years_of(layout.sheet.name)
        self.period = years[0] if len(years) == 1 else ""
        self.measure = title_measure(layout.title)
        self.unit = unit_of(layout.title)
        self.left: list[Left] = []
        self.notes: list[str] = []
        self.seen: set[str] = set()

    def row(self, at: int) -> Iterator[Observation]:
        """The figures of a row; none for a heading, a total, a note, a head that comes again."""
        layout, row = self.layout, self.layout.sheet.rows[at]
        text = text_of(row[layout.name])
        texts = [one for cell in row if (one := text_of(cell))]
        if not texts or self._repeated(row):
            return
        if not any(text_of(row[column.at]) for column in layout.columns) or len(set(texts)) == 1:
            self._same_meaning(at)
            self._heading(at, text or texts[0])
        elif begins(texts[0], "notes") and not self._called(text):
            self._leave(at, texts[0], message("a note"))
        elif listed(bare(text), "total"):
            self._leave(at, text, message("a total or mean"))
        elif not text:
            self._same_meaning(at)
            self._leave(at, texts[0], message("a row without a name"))
        else:
            self._same_meaning(at)
            self._whole(at, text)
            self._pass(text)
            yield from self._observations(at, text)

    def _regional(self, row: Sequence[Cell]) -> bool:
        """Whether a row is one of a region with a figure."""
        figures = any(value_of(row[column.at], "", -1).value is not None for column in self.layout.columns)
        return figures and bool(self._called(text_of(row[self.layout.name])))

    def _repeated(self, row: Sequence[Cell]) -> bool:
        """Whether a row is a head that comes again, or counts the columns."""
        texts = [text_of(cell) for cell in row]
        if any([text_of(cell) for cell in self.layout.sheet.rows[head]] == texts for head in self.layout.heads):
            return True
        filled = [text for text in texts if text]
        return len(filled) > 1 and all(_INDEX.fullmatch(text) for text in filled) and filled[0].strip("()") == "1"

    def _heading(self, at: int, text: str) -> None:
        """A row without figures: a kind, a province, a year, a note."""
        kind, ids = heading_kind(text), self._called(text)
        if kind:
            self.around = self.around._replace(kind=kind)
        elif ids and self.names.entities[ids[0]].kind == "provinsi":
            self.around = Surroundings("", ids[0])
        elif _YEAR.fullmatch(text):
            self.period = text[:4]
        else:
            if at < self.last and self._another_table(text):
                raise self._changed(at, self.layout.name)
            why = message("a name without figures") if ids else message("a note")
            self._leave(at, text, why)

    def _another_table(self, text: str) -> bool:
        """Whether a row among those of regions begins a table of something else: by its unit, or by its title."""
        unit, known = unit_of(text)[0], {self.unit[0], *(column.label.unit for column in self.layout.columns)}
        title = title_measure(text) if begins(text, "table") and not contains(text, "continued") else ""
        return (bool(unit) and unit not in known) or (bool(title) and title.casefold() != self.measure.casefold())

    def _changed(self, at: int, column: int) -> FactcheckError:
        what = message("the columns change their meaning here: put the two tables into two files or sheets")
        return self.layout.sheet.error(what, at, column)

    def _leave(self, at: int, text: str, why: str) -> None:
        self.left.append(Left(at, text, why))
        if not listed(bare(text), "total"):
            self.notes.append(text)

    def _called(self, text: str) -> tuple[str, ...]:
        return self.names.called(text, self._around(text), self.within)

    def _around(self, text: str) -> Surroundings:
        """What stands around a name, and whether it is a province by the way it is written."""
        return self.around._replace(province_like=text.isupper()) if self.capitals else self.around

    def _pass(self, text: str) -> None:
        """A province with figures stands over those of its regencies."""
        ids = self._called(text)
        province = len(ids) == 1 and self.names.entities[ids[0]].kind == "provinsi"
        if province and self.layout.province < 0 and not self.kind:
            self.around = Surroundings("", ids[0])

    def _whole(self, at: int, text: str) -> None:
        """The last row of a table is the province where the city of that name was there before: "Bengkulu"."""
        ids = self._called(text)
        if at == self.last and len(ids) == 1 and ids[0] in self.seen:
            self.around = Surroundings("provinsi")
        self.seen.update(ids if len(ids) == 1 else ())

    def _same_meaning(self, at: int) -> None:
        """Raises FactcheckError where a row without a region is a new head: words or years where figures stand."""
        row = self.layout.sheet.rows[at]
        text = text_of(row[self.layout.name])
        if at > self.last or (text and not is_head(text)):
            return
        for column in self.layout.columns:
            if is_year(text_of(row[column.at])) or value_of(row[column.at], "", -1).wrong:
                raise self._changed(at, column.at)

    def _observations(self, at: int, text: str) -> Iterator[Observation]:
        layout, row = self.layout, self.layout.sheet.rows[at]
        around = self._around(text)
        if layout.province >= 0:
            ids = self.names.called(text_of(row[layout.province]), Surroundings("provinsi"), "")
            around = around._replace(province=ids[0] if ids else around.province)
        code = text_of(row[layout.code]) if layout.code >= 0 else ""
        for column in layout.columns:
            yield self._observation(at, column, text, code, around)

    def _observation(self, at: int, column: Column, text: str, code: str, around: Surroundings) -> Observation:
        layout, row, label = self.layout, self.layout.sheet.rows[at], column.label
        period, variable, mark = label.period or self.period, label.text, label.mark
        if layout.period >= 0:
            stated = read_label([text_of(row[layout.period])])
            period, mark = stated.period or period, mark or stated.mark
        if layout.variable >= 0:
            said = read_label([text_of(row[layout.variable])])
            variable, label = said.text, said if said.unit else label
        if variable.casefold() in words()["value"]:
            variable = ""
        unit, scale = (label.unit, label.scale) if label.unit or label.scale != 1 else self.unit
        if layout.unit >= 0 and not unit:
            unit, scale = unit_alone(text_of(row[layout.unit]))
        return Observation(
            layout.sheet, at, column.at, layout.name, text, code, around, period, variable or self.measure, unit, scale,
            mark, row[column.at], text_of(row[layout.source]) if layout.source >= 0 else "",
        )  # fmt: skip


def _kind_of_all(layout: Layout) -> str:
    """The kind that the head over the names says of all of them: "Provinsi", not "Kabupaten/Kota"."""
    heads = (text_of(layout.sheet.rows[row][layout.name]) for row in layout.heads)
    return next((kind for head in heads if (kind := heading_kind(head))), "")


def _capitals(layout: Layout, names: Names, within: str) -> bool:
    """Whether of regions provinces, and only they, stand in capitals: "JAMBI" is the province then, "Jambi" the city;
    "INDONESIA" under them tells nothing of it."""
    texts = {text_of(row[layout.name]) for row in layout.sheet.rows[layout.body :]}
    sure = [(text, ids[0]) for text in texts if len(ids := names.called(text, Surroundings(), within)) == 1]
    provinces = {text.isupper() for text, id in sure if names.entities[id].kind == "provinsi"}
    others = {text.isupper() for text, id in sure if id != COUNTRY and names.entities[id].kind != "provinsi"}
    return provinces == {True} and others == {False}


def _marks(note: str) -> Iterator[tuple[str, str]]:
    """The marks that a note explains: "*) Angka sementara", "Catatan: r Angka diperbaiki"."""
    match = _MARKED.fullmatch(_NOTED.sub("", note.strip()))
    if match:
        yield match["mark"].casefold(), match["text"].strip(" .")
