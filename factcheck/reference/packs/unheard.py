"""What a descriptor says and no article would ever hear of: said, with its place, instead of being ignored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from factcheck.language.language import FOLDER
from factcheck.messages import message
from factcheck.reference.packs.checked_json import JsonFile
from factcheck.reference.packs.info import Measure, PackInfo, Words

EVERY = "*"


def say_unheard(file: JsonFile, info: PackInfo) -> None:
    """Notes everything in the descriptor that could not have an effect."""
    _subject(file, info)
    for measure in info.measures.values():
        _measure(file, info, measure)
    for keys, words in _worded(info):
        for language in words:
            if language != EVERY and not _is_language(language):
                known = ", ".join(sorted(path.parent.name for path in FOLDER.glob("*/numbers.toml")))
                file.say(
                    message(
                        "“{language}” is no language of this program: {known} are, and * is every language",
                        language=language,
                        known=known,
                    ),
                    *keys,
                    language,
                )


def _subject(file: JsonFile, info: PackInfo) -> None:
    """Measures are read in articles about the subject alone: it needs names and topics."""
    if not info.measures or file.problems:
        return
    for key, words in (("names", info.names), ("topics", info.topics)):
        if not any(words.values()):
            what = message("one of its names") if key == "names" else message("one of its topics")
            file.say(
                message(
                    "“{key}” is missing: an article is about the subject where {what} occurs, so none ever would be",
                    key=key,
                    what=what,
                ),
                "subject",
            )


def _measure(file: JsonFile, info: PackInfo, measure: Measure) -> None:
    def say(message: str, *keys: str) -> None:
        file.say(message, "measures", measure.name, *keys)

    least, most = measure.minimum, measure.maximum
    if least is not None and most is not None and least > most:
        say(message("no number is {least} at least and {most} at most", least=least, most=most), "minimum")
    if measure.type == "word" and not measure.values:
        say(message("“{name}” is a word, but says no “values”: it is never read", name=measure.name))
    if measure.type == "number" and measure.values:
        say(message("“{name}” is a number: its “values” are never read", name=measure.name), "values")
    if measure.type == "number" and measure.banded_by:
        say(
            message("“{name}” is a number: only a word follows from the bands of another", name=measure.name),
            "banded_by",
        )
    base = info.measures.get(measure.banded_by)
    if base is not None and base.type != "number":
        say(message("“{name}” is a word: bands are made of a number", name=base.name), "banded_by")
    for wrong in _of_no_series(info, measure):
        say(wrong, "series_of")
    for wrong in _reported_as_it_is_not(measure):
        say(wrong, "reported")
    if info.rank_measure == measure.name and measure.type != "number":
        file.say(message("ranks are made from “{name}”, which is a word", name=measure.name), "rank", "measure")


def _reported_as_it_is_not(measure: Measure) -> Iterator[str]:
    """What keeps the claims of a measure from being reported as counts or as shares."""
    if measure.reported and measure.type != "number":
        yield message("“{name}” is a word: only a number is a count or a share", name=measure.name)
    elif measure.reported == "share" and measure.unit != "percent":
        yield message("a share is in per cent, and “{name}” has another unit", name=measure.name)
    elif measure.reported == "count" and (measure.unit or measure.decimals):
        yield message("a count is a whole number without a sign of its own: “decimals” must be 0")


def _of_no_series(info: PackInfo, measure: Measure) -> Iterator[str]:
    """What keeps a measure from being another series of the one that it names."""
    other = info.measures.get(measure.series_of)
    if not measure.series_of:
        return
    if other is None or other is measure:
        yield message("“{name}” is no other measure of this pack", name=measure.series_of)
    elif other.series_of:
        yield message(
            "“{name}” is a series itself: name the measure that it is a series of, “{other}”",
            name=other.name,
            other=other.series_of,
        )
    elif "word" in (measure.type, other.type):
        yield message("only a number has several series")
    elif (measure.unit, measure.counted_in) != (other.unit, other.counted_in):
        yield message("two series of one measure have one unit, and “{name}” has another", name=other.name)


def _worded(info: PackInfo) -> Iterator[tuple[tuple[str, ...], Words | Mapping[str, Words]]]:
    """Everything that is keyed by language, with the keys that lead to it."""
    yield ("subject", "names"), info.names
    yield ("subject", "topics"), info.topics
    for measure in info.measures.values():
        place = ("measures", measure.name)
        yield (*place, "words"), measure.words
        yield (*place, "cues"), measure.cues
        yield (*place, "unit"), measure.counted_in
        yield from (((*place, "values", word), words) for word, words in measure.values.items())
        yield from (((*place, "ends", end), words) for end, words in measure.ends.items())
    yield ("counted",), info.counted
    yield from ((("kinds", kind), words) for kind, words in info.kinds.items())
    yield from ((("prefixes", kind), words) for kind, words in info.prefixes.items())


def _is_language(code: str) -> bool:
    return code.isalpha() and (Path(FOLDER) / code / "numbers.toml").is_file()
