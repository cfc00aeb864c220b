"""Who a row is about: names and codes of a table held against the gazetteer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from factcheck.cache.patterns import compiled
from factcheck.model import COUNTRY, EntityRecord
from factcheck.reference.importing.table_words import words
from factcheck.typed import NamedTuple

REGIONS = ("negara", "provinsi", "kabupaten", "kota")
"""Kinds that a table is about where it does not say; below them names repeat."""
NEAR = 75
"""How alike (of 100) a name must be to be guessed."""

_NUMBERED = compiled(r"^\(?\d{1,3}[.)]?\s+|^\d{1,3}[.)]\s*")
_MARKS = compiled(r"[*¹²³⁰-⁹]+[)⁾]?\s*$|\s+\d\)$")
_KIND = compiled(
    r"(?i)^(?:(?P<provinsi>prov(?:insi)?\.?)|(?P<kota>kota(?:madya)?(?:\s+adm(?:inistrasi)?\.?)?|kodya)"
    r"|(?P<kabupaten>kab(?:upaten)?\.?(?:\s+adm(?:inistrasi)?\.?)?))\s+(?=\S)"
)


class Surroundings(NamedTuple):
    """What stands around a name: the kind of a heading over it, the province that the table or a row before tells of;
    whether it is written as provinces are here, None where they are written like all."""

    kind: str = ""
    province: str = ""
    province_like: bool | None = None


def bare(text: str) -> str:
    """A name without its number in the list and its footnote marks."""
    return _MARKS.sub("", _NUMBERED.sub("", text)).strip()


def kind_and_key(text: str) -> tuple[str, str]:
    """The kind that stands before a name ("Kab. Sigi" is a kabupaten) and its letters, without blanks and hyphens."""
    name = bare(text)
    match = _KIND.match(name)
    kind = match.lastgroup or "" if match else ""
    rest = name[match.end() :] if match else name
    return kind, "".join(letter for letter in rest.casefold() if letter.isalnum())


def kind_words(text: str) -> str:
    """A name without its kind, its words in small letters."""
    match = _KIND.match(text)
    low = (text[match.end() :] if match else text).casefold()
    return " ".join("".join(letter if letter.isalnum() else " " for letter in low).split())


class Names:
    """The gazetteer as tables write it. `codes` are those of another office: code -> id; `groups` unions of kinds."""

    def __init__(
        self,
        entities: Mapping[str, EntityRecord],
        aliases: Mapping[str, tuple[str, ...]],
        codes: Mapping[str, str],
        groups: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self.entities = entities
        self.codes = codes
        self.groups = groups or {}
        self._aliases = aliases

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for entity in self.entities.values():
            found[kind_and_key(entity.name)[1]][entity.id] = None
        for alias, ids in self._aliases.items():
            kind, key = kind_and_key(alias)
            for id in ids:
                if id in self.entities and kind in ("", self.entities[id].kind):
                    found[key][id] = None
        found.pop("", None)
        return {key: tuple(ids) for key, ids in found.items()}

    def called(self, text: str, around: Surroundings, within: str = "") -> tuple[str, ...]:
        """Who a name may mean: of the kind before it or over it, of the region `within`, of the province told of."""
        for form in (text, *text.split("/", 1)[:1]):
            kind, key = kind_and_key(form)
            ids = self._by_key.get(key, ())
            ids = tuple(id for id in ids if kind in ("", self.entities[id].kind) and self.inside(id, within))
            if ids:
                return self._narrowed(ids, kind or around.kind, around)
        return ()

    def _narrowed(self, ids: tuple[str, ...], kind: str, around: Surroundings) -> tuple[str, ...]:
        """Those that fit best: regions before districts, the kind of the heading, the province of the rows before."""
        province, like = around.province, around.province_like
        records = [self.entities[id] for id in ids]
        for fits in (
            lambda record: record.kind in REGIONS,
            lambda record: like is None or like == (record.kind == "provinsi"),
            lambda record: kind in ("", record.kind),
            lambda record: province in ("", record.id, record.parent),
        ):
            records = [record for record in records if fits(record)] or records
        return tuple(record.id for record in records)

    def inside(self, id: str, within: str) -> bool:
        """Whether a region is, or lies in, the region `within`, however deep; all lies in an empty one."""
        seen = 0
        while id and seen < 6:
            if within in ("", COUNTRY, id):
                return True
            id, seen = self.entities[id].parent if id in self.entities else "", seen + 1
        return False

    def guess(self, text: str, around: Surroundings, within: str) -> str:
        """The id whose name is most like a name that nobody bears; empty where none is."""
        from rapidfuzz import fuzz, process

        kind, key = kind_and_key(text)
        kind = kind or around.kind
        choices = {
            form: ids[0]
            for form, ids in self._by_key.items()
            if self.inside(ids[0], within or around.province) and kind in ("", self.entities[ids[0]].kind)
        }
        best = process.extractOne(key, list(choices), scorer=fuzz.ratio, score_cutoff=NEAR)
        return choices[best[0]] if best else ""

    def by_code(self, text: str) -> str:
        """The id that a code of Home Affairs means: 72.10, 7210, or 72.1 where a spreadsheet took the nought."""
        for form in (text, f"{text}0" if len(text) == 4 else text, f"{text[:2]}.{text[2:]}"):
            if form in self.entities:
                return form
        return ""

    def by_office(self, text: str) -> str:
        """The id that a code of the statistics office means."""
        return self.codes.get(text.replace(".", ""), "")

    def province_in(self, title: str) -> str:
        """The one province that a title names, of several the longest: "Papua Barat" is not "Papua"."""
        low = f" {kind_words(title)} "
        names = {id: kind_words(one.name) for id, one in self.entities.items() if one.kind == "provinsi"}
        found = [id for id, name in names.items() if f" {name} " in low]
        alone = [id for id in found if not any(names[id] != names[one] and names[id] in names[one] for one in found)]
        return alone[0] if len(alone) == 1 else ""

    def name(self, id: str) -> str:
        """The name of an entity, its id where it has none."""
        return self.entities[id].name if id in self.entities else id


def heading_kind(text: str) -> str:
    """The kind that a row of its own announces for the names under it: "Kabupaten/Regency", "Kota"."""
    low = bare(text).casefold().strip(" :")
    return next((kind for kind, forms in words()["kinds"].items() if low in forms), "")
