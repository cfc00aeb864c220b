"""What an import shows of the pack as it would be: its words, its ranks, its complete groups, its sources and days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.cli.reference.import_shown import show_lines
from factcheck.messages import translate
from factcheck.model import COUNTRY
from factcheck.reference.importing.change_plan import Origin
from factcheck.reference.importing.new_pack import STATING
from factcheck.reference.importing.spoken import LANGUAGE, wide_words
from factcheck.reference.importing.staged import Said, Staged, Target
from factcheck.reference.importing.table_names import Names
from factcheck.reference.importing.whole_groups import FEW, Whole, by_group
from factcheck.reference.packs.descriptor import read_descriptor
from factcheck.reference.packs.info import PackInfo
from factcheck.reference.packs.shipped import DESCRIPTOR

ASCENDING = "ascending"
ENGLISH = "en"


def show_pack(target: Target, staged: Staged, origin: Origin | None, names: Names, said: Said) -> None:
    """What of a pack nobody sees in its table; `origin` is None where no source is known yet, `said` is
    for a new pack."""
    new = staged.files.get(DESCRIPTOR)
    info = target.info if new is None else read_descriptor(new.decode(), DESCRIPTOR, str(target.folder))[0]
    print()
    if info is not None:
        show_lines(_of_pack(info, new is not None))
        show_lines(_asked_of(info) if new is not None else ())
    if new is None and said != Said():
        told = translate(
            "--say, --title, --topic and --best are for a new pack: this one says it in {file}", file=DESCRIPTOR
        )
        show_lines([(translate("noticed"), told)])
    show_lines(_of_borders(staged, names))
    show_lines(_of_groups(staged, names))
    show_lines(_of_rows(origin, staged))


def _of_pack(info: PackInfo, new: bool) -> Iterator[tuple[str, str]]:
    if new:
        yield translate("pack"), f"{info.title} (--title)"
    for at, measure in enumerate(info.measures.values()):
        naming = {code: [word for word in words if word not in STATING] for code, words in measure.words.items()}
        said = "; ".join(f"{code}: {_quoted(words)}" for code, words in naming.items() if words)
        yield translate("words"), said if at or new else f"{said} ({DESCRIPTOR})"
        stating = [word for words in measure.words.values() for word in words if word in STATING]
        if new and stating:
            told = translate("in front of a figure also {words}", words=_quoted(stating))
            yield "", told
        if new:
            yield "", translate("what else do articles call it? --say {name}=WORD,… ({name}:en=…)", name=measure.name)
    if info.rank_measure:
        lowest = info.rank_order == ASCENDING
        rank = info.rank_measure
        told = (
            translate("the lowest {measure}, called the best", measure=rank)
            if lowest
            else translate("the highest {measure}, called the best", measure=rank)
        )
        change = f"--best {'highest' if lowest else 'lowest'}" if new else DESCRIPTOR
        yield translate("rank 1"), f"{told} ({translate('else: {where}', where=change)})"


def _asked_of(info: PackInfo) -> Iterator[tuple[str, str]]:
    """What a table does not say and articles and reports need: the English words, a kind, something narrower than a
    common word."""
    for measure in info.measures.values():
        kind = measure.reported or measure.kind
        if kind == measure.name:
            yield (
                translate("kind"),
                translate("reports call its figures “{kind}” (--kind score, share, count)", kind=kind),
            )
        units = measure.counted_in
        unit = next(iter(units.get(LANGUAGE, units.get("*", ()))), "")
        if unit and ENGLISH not in units:
            yield (
                translate("in English"),
                translate("nothing says “{unit}”: messages in English will (--unit {unit} --unit en=WORD)", unit=unit),
            )
        if ENGLISH not in measure.words:
            yield translate("in English"), translate(
                "nothing says “{measure}”: no English article is read (--say {name}:en=WORD,…)",
                measure=next(iter(measure.words.get(LANGUAGE, ())), measure.name), name=measure.name,
            )  # fmt: skip
    if info.topics == info.names and (wide := wide_words(info.names.get(LANGUAGE, ()))):
        yield translate("wide"), translate(
            "{words} stands in many articles; one mention opens the pack (--topic WORD,…: what must stand beside it)",
            words=_quoted(wide),
        )  # fmt: skip


def _of_groups(staged: Staged, names: Names) -> Iterator[tuple[str, str]]:
    whole = [one for one in staged.whole if not one.lacking]
    for years, group, scopes in _alike(whole):
        yield translate("complete"), (
            translate(
                "{years}: all {size} of “{group}” in {where}", years=years, size=scopes[0].size, group=group,
                where=_where(scopes[0], names),
            )
            if len(scopes) == 1
            else translate(
                "{years}: all of “{group}” in each of {number}: {regions}", years=years, group=group,
                number=len(scopes), regions=", ".join(f"{_where(one, names)} ({one.size})" for one in scopes),
            )
        )  # fmt: skip
    if whole and not staged.declares:
        yield "", translate("but the pack has no table of the role “complete”, so nothing is computed from them")
    elif whole:
        yield "", translate("so ranks, counts and extremes among them can be computed (complete.csv)")
    for one, periods in by_group([one for one in staged.whole if one.lacking]):
        if len(one.lacking) > FEW:
            yield translate("lacks"), translate(
                "{years}: {held} of {size} of “{group}” in {where} are held: no ranks or counts are computed",
                years=", ".join(periods), held=one.size - len(one.lacking), size=one.size, group=one.group,
                where=_where(one, names),
            )  # fmt: skip
            continue
        who = ", ".join(names.name(id) for id in one.lacking)
        yield translate("lacks"), translate(
            "{years}: {who}, of all {size} of “{group}” in {where}: no ranks or counts are computed",
            years=", ".join(periods), who=who, size=one.size, group=one.group, where=_where(one, names),
        )  # fmt: skip


def _of_borders(staged: Staged, names: Names) -> Iterator[tuple[str, str]]:
    for one in staged.borders:
        yield translate("borders"), translate(
            "{region}: up to {last} with what has figures of its own from {first}: {parts}; a change from one to the "
            "other is of two regions",
            region=names.name(one.id), last=one.last, first=one.first,
            parts=", ".join(names.name(part) for part in one.parts),
        )  # fmt: skip


def _alike(whole: Sequence[Whole]) -> Iterator[tuple[str, str, list[Whole]]]:
    """The groups of which all is held, with their years, and the regions of which that holds, in one line each."""
    found: dict[tuple[str, str], list[Whole]] = {}
    for one, periods in by_group(whole):
        found.setdefault((", ".join(periods), one.group), []).append(one)
    return ((years, group, scopes) for (years, group), scopes in found.items())


def _where(one: Whole, names: Names) -> str:
    return translate("the country") if one.scope == COUNTRY else names.name(one.scope)


def _of_rows(origin: Origin | None, staged: Staged) -> Iterator[tuple[str, str]]:
    rows = staged.plan.added
    if origin is None:
        yield translate("source"), translate("not said: --source, the address, is needed to write")
    undated = sorted({row["period"] for row in rows if not row["published"]})
    if undated:
        yield translate("published"), translate(
            "not said of {years}: articles of any day are held to it (--published {year}=DATE)",
            years=", ".join(undated), year=undated[-1],
        )  # fmt: skip


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)
