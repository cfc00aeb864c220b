"""Values that cannot be: out of range, too exact, unknown words, words that do not fit their score."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from factcheck.messages import message
from factcheck.reference.content.derive import word_for
from factcheck.reference.packs.info import Measure
from factcheck.reference.packs.pack import Pack
from factcheck.reference.validation.remarks import Line, Remark, Surroundings, lines, word_measures


def numbers(pack: Pack, _: Surroundings) -> Iterator[Remark]:
    """A number below the least or above the greatest, or with more decimals than are published."""
    for line in lines(pack, "facts"):
        for measure in pack.info.measures.values():
            cell = line.get(measure.name)
            if measure.type == "number" and cell:
                message = _misfit(measure, cell)
                if message:
                    yield line.remark(measure.name, message)


def _misfit(measure: Measure, cell: str) -> str:
    value = Decimal(cell)
    if measure.minimum is not None and value < measure.minimum:
        return f"{cell} is less than {measure.minimum}, the least that “{measure.name}” can be"
    if measure.maximum is not None and value > measure.maximum:
        return f"{cell} is more than {measure.maximum}, the most that “{measure.name}” can be"
    if 0 <= measure.decimals < len(cell.partition(".")[2]):
        return f"{cell} has more than the {measure.decimals} decimals of “{measure.name}”"
    return ""


def words(pack: Pack, _: Surroundings) -> Iterator[Remark]:
    """A word that the descriptor does not list under `values`."""
    for name, known in word_measures(pack.info).items():
        for role in ("facts", "bands"):
            for line in lines(pack, role):
                cell = line.get(name)
                if cell and cell not in known:
                    yield line.remark(
                        name, message("“{cell}” is not one of {known}", cell=cell, known=", ".join(sorted(known)))
                    )


def scale(pack: Pack, _: Surroundings) -> Iterator[Remark]:
    """A zone, a category or the like outside the band of its score."""
    for line in lines(pack, "facts"):
        for measure in pack.info.measures.values():
            score, word = line.get(measure.banded_by), line.get(measure.name)
            if score and word:
                right = word_for(pack.bands, line.get("period"), Decimal(score), measure.name)
                if right and right != word:
                    told = message(
                        "“{word}” does not fit {score}: by the scale of {period} it is “{right}”",
                        word=word, score=score, period=line.get("period"), right=right,
                    )  # fmt: skip
                    yield line.remark(measure.name, told, line.known)


def together(pack: Pack, _: Surroundings) -> Iterator[Remark]:
    """Two words of a row that stand in no one band of its period: "A" and "kuning"."""
    for line in lines(pack, "facts"):
        stated = [(name, line.get(name)) for name in word_measures(pack.info) if line.get(name)]
        if len(stated) > 1 and not any(line.get(pack.info.measures[name].banded_by) for name, _ in stated):
            yield from _apart(pack, line, stated)


def _apart(pack: Pack, line: Line, stated: list[tuple[str, str]]) -> Iterator[Remark]:
    scale = [dict(band.labels) for band in pack.bands if band.first <= line.get("period") <= band.last]
    first, word = stated[0]
    for name, other in stated[1:]:
        fitting = [labels for labels in scale if labels.get(first) == word and name in labels]
        if fitting and not any(labels[name] == other for labels in fitting):
            right = " / ".join(dict.fromkeys(f"“{labels[name]}”" for labels in fitting))
            told = message(
                "“{other}” does not go with “{word}”: by the scale of {period} it is {right}",
                other=other, word=word, period=line.get("period"), right=right,
            )  # fmt: skip
            yield line.remark(name, told, line.known)


def bands(pack: Pack, _: Surroundings) -> Iterator[Remark]:
    """A band upside down, or one that another of the same periods overlaps."""
    seen: list[Line] = []
    for line in lines(pack, "bands"):
        if Decimal(line.get("low")) > Decimal(line.get("high")) or line.get("first") > line.get("last"):
            yield line.remark("low", message("a band goes from the lower to the higher, from the earlier to the later"))
        for other in seen:
            if _overlap(line, other):
                yield line.remark("low", message("overlaps the band of line {line}", line=other.row.line))
        seen.append(line)


def holes(pack: Pack, _: Surroundings) -> Iterator[Remark]:
    """Scores between two bands of the same periods that lie in none: 81 after 79.99."""
    scales: dict[tuple[str, str], list[Line]] = {}
    for line in lines(pack, "bands"):
        scales.setdefault((line.get("first"), line.get("last")), []).append(line)
    measure = pack.info.measures.get(pack.bands[0].measure) if pack.bands else None
    step = Decimal(1).scaleb(-max(measure.decimals, 0)) if measure else Decimal(1)
    for scale in scales.values():
        if any(Decimal(line.get("low")) > Decimal(line.get("high")) for line in scale):
            continue
        ordered = sorted(scale, key=lambda line: Decimal(line.get("low")))
        for below, above in pairwise(ordered):
            if Decimal(above.get("low")) - Decimal(below.get("high")) > step:
                told = message(
                    "scores between {low} and {high} lie in no band: the band of line {line} ends too early",
                    low=below.get("high"), high=above.get("low"), line=below.row.line,
                )  # fmt: skip
                yield above.remark("low", told)


def _overlap(one: Line, other: Line) -> bool:
    def meet(low: str, high: str) -> bool:
        return Decimal(one.get(low)) <= Decimal(other.get(high)) and Decimal(other.get(low)) <= Decimal(one.get(high))

    return meet("low", "high") and one.get("first") <= other.get("last") and other.get("first") <= one.get("last")
