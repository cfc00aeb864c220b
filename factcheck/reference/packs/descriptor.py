"""What `datapackage.json` says of a pack: how its subject and its measures are spoken of."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.cache.patterns import compiled
from factcheck.messages import message
from factcheck.model import Problem
from factcheck.reference.packs.checked_json import Json, JsonFile
from factcheck.reference.packs.info import LEVELS, Measure, PackInfo, Words
from factcheck.reference.packs.roles import FORMS
from factcheck.reference.packs.unheard import say_unheard

ORDERS = ("descending", "ascending")
TYPES = ("number", "word")
UNITS = ("", "rupiah", "percent")
REPORTED = ("", "count", "share")
"""The kinds of a report that a measure may be called by, where its own name says nothing to who reads the report."""

OURS = (
    "format",
    "subject",
    "measures",
    "rank",
    "counted",
    "groups",
    "kinds",
    "prefixes",
    "levels",
    "exhaustive",
    "trust",
)
SUBJECT = ("names", "topics")
MEASURE = (
    "kind", "type", "decimals", "minimum", "maximum", "unit", "words", "cues", "values", "banded_by",
    "series_of", "first", "last", "label", "reported", "ends",
)  # fmt: skip
RANK = ("measure", "order")
ENDS = ("highest", "lowest")
"""The keys that are read; docs/pack.schema.json says the same."""
_NO_NAME = compiled("[:\0\ud800-\udfff]")
"""What no name of a file may hold."""


def read_descriptor(text: str, path: str, folder: str) -> tuple[PackInfo | None, tuple[Problem, ...]]:
    """The descriptor in `text`, with everything that is wrong in it; None where it is not even an object."""
    file = JsonFile(text, path)
    top = file.load()
    if top is None:
        return None, tuple(file.problems)
    ours = file.object(top, "factcheck")
    if file.get(ours, "format", 1) != 1:
        file.say(message("this pack is of a newer format than 1: use a newer factcheck"), "factcheck", "format")
    file.only(ours, OURS)
    subject = file.object(ours, "subject") if "subject" in ours else {}
    file.only(subject, SUBJECT)
    measures = _measures(file, ours)
    rank = file.object(ours, "rank") if "rank" in ours else {}
    file.only(rank, RANK)
    if "levels" in ours:
        file.only(file.object(ours, "levels"), LEVELS)
    info = PackInfo(
        name=file.string(top, "name", required=True),
        title=file.string(top, "title"),
        version=file.string(top, "version"),
        licence=_licence(file, top),
        folder=folder,
        names=file.words(subject, "names"),
        topics=file.words(subject, "topics"),
        measures=measures,
        rank_measure=_rank_measure(file, rank, measures),
        rank_order=file.choice(rank, "order", ORDERS),
        counted=_words_of(file, ours, "counted"),
        groups=file.words(ours, "groups"),
        kinds=_words_of(file, ours, "kinds"),
        exhaustive=file.strings(ours, "exhaustive"),
        trust=file.strings(ours, "trust"),
        resources=tuple(_resources(file, top)),
        prefixes=_words_of(file, ours, "prefixes"),
        levels=file.words(ours, "levels"),
    )
    say_unheard(file, info)
    return info, tuple(file.problems)


def _measures(file: JsonFile, ours: Mapping[str, Json]) -> Mapping[str, Measure]:
    stated = file.object(ours, "measures") if "measures" in ours else {}
    measures = {name: _measure(file, name, file.object(stated, name)) for name in stated}
    for measure in measures.values():
        if measure.banded_by and measure.banded_by not in measures:
            file.say(
                message("“{banded_by}” is no measure of this pack", banded_by=measure.banded_by),
                measure.name,
                "banded_by",
            )
    return measures


def _measure(file: JsonFile, name: str, stated: Mapping[str, Json]) -> Measure:
    file.only(stated, MEASURE)
    values = file.object(stated, "values") if "values" in stated else {}
    if "ends" in stated:
        file.only(file.object(stated, "ends"), ENDS)
    decimals = file.get(stated, "decimals", -1)
    if not isinstance(decimals, int) or isinstance(decimals, bool) or ("decimals" in stated and decimals < 0):
        file.say(message("“decimals” must be a whole number, without quotation marks"), "measures", name, "decimals")
    unit, counted_in = _unit(file, stated)
    series_of = file.string(stated, "series_of")
    return Measure(
        name=name,
        kind=file.string(stated, "kind") or series_of or name,
        type=file.choice(stated, "type", TYPES),
        decimals=decimals if isinstance(decimals, int) else -1,
        minimum=file.decimal(stated, "minimum"),
        maximum=file.decimal(stated, "maximum"),
        unit=unit,
        words=file.words(stated, "words"),
        cues=file.words(stated, "cues"),
        values={word: file.words(values, word) for word in values},
        banded_by=file.string(stated, "banded_by"),
        counted_in=counted_in,
        series_of=series_of,
        first=_period(file, name, stated, "first"),
        last=_period(file, name, stated, "last"),
        label=file.words(stated, "label"),
        reported=file.choice(stated, "reported", REPORTED),
        ends=_words_of(file, stated, "ends"),
    )


def _period(file: JsonFile, name: str, stated: Mapping[str, Json], key: str) -> str:
    written = file.string(stated, key)
    form = FORMS["period"]
    if written and not form.pattern.fullmatch(written):
        file.say(message("“{cell}” {advice}", cell=written, advice=form.advice), "measures", name, key)
        return ""
    return written


def _unit(file: JsonFile, stated: Mapping[str, Json]) -> tuple[str, Words]:
    """A unit that has a sign of its own (`rupiah`, `percent`), or the words of another, for all languages or each."""
    if isinstance(file.get(stated, "unit"), dict):
        return "", file.words(stated, "unit")
    unit = file.string(stated, "unit")
    return (unit, {}) if unit in UNITS else ("", {"*": (unit,)})


def _rank_measure(file: JsonFile, rank: Mapping[str, Json], measures: Mapping[str, Measure]) -> str:
    name = file.string(rank, "measure")
    if name and name not in measures:
        file.say(
            message("ranks are made from “{name}”, which is no measure of this pack", name=name), "rank", "measure"
        )
    return name


def _words_of(file: JsonFile, ours: Mapping[str, Json], name: str) -> Mapping[str, Words]:
    stated = file.object(ours, name) if name in ours else {}
    return {key: file.words(stated, key) for key in stated}


def _licence(file: JsonFile, top: Mapping[str, Json]) -> str:
    names = (file.string(item, "name") for item in file.objects(top, "licenses"))
    return ", ".join(name for name in names if name)


def _resources(file: JsonFile, top: Mapping[str, Json]) -> list[tuple[str, str]]:
    found = []
    for item in file.objects(top, "resources"):
        role = file.string(file.object(item, "factcheck"), "role") if "factcheck" in item else ""
        path = file.string(item, "path", required=True)
        if path.startswith(("/", "\\")) or ".." in path.replace("\\", "/").split("/") or _NO_NAME.search(path):
            file.say(message("a table must lie in the folder of its pack"), "path", path)
        elif role and not path.endswith(".csv"):
            file.say(message("the file of a table must end in .csv"), "path", path)
        elif role:
            found.append((role, path))
    return found
