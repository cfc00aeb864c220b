"""A sentence with a figure of the table, right and with a slip, checked against the pack as it would be."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from factcheck.api import check_text
from factcheck.language.language import load as load_language
from factcheck.language.number_format import formatted
from factcheck.messages import translate, translated
from factcheck.reference.ask.reference import load
from factcheck.reference.edit.add import copy_with
from factcheck.reference.importing.cell_figures import Figure
from factcheck.reference.importing.staged import Staged, Target
from factcheck.reference.importing.table_names import Names
from factcheck.reference.importing.table_words import words
from factcheck.reference.importing.understand import Understood
from factcheck.reference.packs.descriptor import read_descriptor
from factcheck.reference.packs.info import Measure, PackInfo
from factcheck.reference.packs.shipped import DESCRIPTOR
from factcheck.report.safe import printable

THOUSANDS = Decimal(1000)


def show_sample(target: Target, staged: Staged, found: Understood, beside: Sequence[Path], names: Names) -> None:
    """Writes the sentence and what a check says of it: whether it is read, and whether a slip in it is seen."""
    figure = max(found.figures.figures, key=lambda one: (one.period, len(one.entity), one.about.mark == ""))
    with tempfile.TemporaryDirectory(prefix="factcheck-") as work:
        pack = copy_with(target.folder, staged.files, Path(work))
        text = (pack / DESCRIPTOR).read_text("utf-8-sig")
        info, _ = read_descriptor(text, DESCRIPTOR, str(pack))
        measure = info.measures.get(figure.measure) if info else None
        if info is None or measure is None:
            return
        reference, _ = load([*filter(_names_alone, beside), pack], None)
        print()
        for value in (figure.value, slip(figure.value, measure)):
            said = _opened(sentence(figure, measure, value, names), info)
            report = check_text(said, published=_when(figure, staged), reference=reference)
            findings = [f"{one.rule}: {translated(one.message)}" for one in report.findings]
            agreed = any(one.verdict == "supported" for one in report.claims)
            verdict = (
                translate("agrees")
                if agreed and not findings
                else "; ".join(findings) or translate("not read: see `factcheck explain`")
            )
            print(printable(f"  {said}"))
            print(printable(f"    {verdict}"))


def _when(figure: Figure, staged: Staged) -> date:
    """A day on which the figure was known: the middle of the year behind its own, or when it was published."""
    days = [row["published"] for row in staged.plan.added if row["period"] == figure.period and row["published"]]
    known = [date.fromisoformat(day) for day in days]
    return max((date(int(figure.period[:4]) + 1, 6, 1), *known))


def _names_alone(pack: Path) -> bool:
    """Whether a pack only says who there is: the others are not asked about the sentence, and take a second to load."""
    text = (pack / DESCRIPTOR).read_text("utf-8-sig")
    info, _ = read_descriptor(text, DESCRIPTOR, str(pack))
    roles = {role for role, _ in info.resources} if info else set()
    return "entities" in roles and "facts" not in roles


def _opened(said: str, info: PackInfo) -> str:
    """The sentence under a word that must stand in an article beside those of its subject, where it has none."""
    topics = [word for some in info.topics.values() for word in some]
    low = said.casefold()
    told = any(word.casefold() in low for word in topics)
    return said if told else f"{topics[0][:1].upper()}{topics[0][1:]} - {said}"


def sentence(figure: Figure, measure: Measure, value: Decimal, names: Names) -> str:
    """ "Prevalensi stunting Kabupaten Sigi pada 2023 sebesar 26,4 persen." """
    word = next((word for some in measure.words.values() for word in some), measure.name)
    written = formatted(value, load_language("id"), measured=True)
    unit = {"rupiah": "", "percent": " persen", "": ""}.get(measure.unit_word, f" {measure.unit_word}")
    verb = "sebanyak" if unit and not measure.decimals and not measure.unit else "sebesar"
    money = "Rp" if measure.unit == "rupiah" else ""
    who = f"{word[:1].upper()}{word[1:]} {names.name(figure.entity)}"
    return f"{who} pada {_said_period(figure.period)} {verb} {money}{written}{unit}."


def _said_period(period: str) -> str:
    """ "September 2024" of 2024-09, "semester I 2024" of 2024-S1."""
    year, _, part = period.partition("-")
    name = next((name for name, code in words()["parts"].items() if code == part), "")
    kind, _, number = name.partition(" ")
    said = f"{kind} {number.upper()}" if number else kind.capitalize()
    return f"{said} {year}" if said else year


def slip(value: Decimal, measure: Measure) -> Decimal:
    """The value with its last figure one too many or too few; of an amount the thousands, for cents are cut off."""
    if measure.unit == "rupiah" and value >= THOUSANDS:
        return value + THOUSANDS
    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    return value + step if value.as_tuple().digits[-1] < 9 else value - step
