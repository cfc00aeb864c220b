"""A pack made of a table: its measures as the heads call them, its tables with no row yet."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from factcheck.cache.patterns import compiled
from factcheck.reference.edit.new import resource
from factcheck.reference.importing.measures import slug
from factcheck.reference.importing.spoken import LANGUAGE
from factcheck.reference.packs.info import Measure
from factcheck.typed import NamedTuple

_WORD = compiled(r"\w+")

TAIL = ("source", "note", "trust", "conflict", "published")
STATING = ("sebesar", "sebanyak", "mencapai", "berjumlah")
"""Words in front of a whole number, without which it may be anything."""
EMPTY = {
    "entities": ("id", "name", "kind", "parent", "note"),
    "aliases": ("alias", "id", "note"),
    "complete": ("period", "group", "scope", "source", "note"),
}
"""The tables beside the facts, and their columns."""


class Spoken(NamedTuple):
    """What is said of a new pack: its title, further words for its subject, the `order` of its ranks, by language the
    words one of which must stand beside the subject's."""

    title: str
    about: Sequence[str] = ()
    order: str = "descending"
    topics: Mapping[str, Sequence[str]] = {}


def pack_files(name: str, measures: Sequence[Measure], spoken: Spoken) -> dict[str, str]:
    """The files of a new pack without rows: name of the file -> text."""
    columns = ("entity", "period", *(measure.name for measure in measures), *TAIL)
    tables = {"facts": columns, **EMPTY}
    names = _names(measures, spoken.about)
    descriptor = {
        "profile": "data-package",
        "name": name,
        "title": spoken.title or name,
        "version": "1",
        "resources": [resource(role, heads, [one.name for one in measures]) for role, heads in tables.items()],
        "factcheck": {
            "format": 1,
            "subject": {
                "names": names,
                "topics": {**names, **{code: list(some) for code, some in spoken.topics.items()}},
            },
            "measures": {measure.name: _measure(measure) for measure in measures},
            "rank": {"measure": measures[0].name, "order": spoken.order},
            "trust": [],
        },
    }
    texts = {f"{role}.csv": ",".join(heads) + "\n" for role, heads in tables.items()}
    return {"datapackage.json": json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n", **texts}


def _names(measures: Sequence[Measure], about: Sequence[str]) -> dict[str, list[str]]:
    """The words of the subject by language, as an article is searched for them."""
    languages = dict.fromkeys((LANGUAGE, *(code for one in measures for code in one.words)))
    said = {code: [word for one in measures for word in one.words.get(code, ())] for code in languages}
    said[LANGUAGE] = [*said[LANGUAGE], *about]
    return {code: list(dict.fromkeys(" ".join(_WORD.findall(word)) for word in some)) for code, some in said.items()}


def pack_name(folder: Path) -> str:
    """The name of a pack in a folder: the folder's own."""
    return slug(folder.resolve().name)


def _measure(measure: Measure) -> Mapping[str, object]:
    named = {"kind": measure.kind, "reported": measure.reported}
    stated: dict[str, object] = {
        **{key: word for key, word in named.items() if word}, "type": "number", "decimals": measure.decimals,
    }  # fmt: skip
    if measure.minimum is not None:
        stated["minimum"] = str(measure.minimum)
    if measure.maximum is not None:
        stated["maximum"] = str(measure.maximum)
    if measure.unit:
        spoken = {code: list(some) for code, some in measure.counted_in.items()}
        stated["unit"] = spoken or measure.unit
    stating = STATING if measure.unit == "rupiah" or not measure.decimals else ()
    cues = {code: [*some, *(stating if code == LANGUAGE else ())] for code, some in measure.words.items()}
    return {**stated, "words": cues}
