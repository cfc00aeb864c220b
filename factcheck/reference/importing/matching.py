"""The names of a table held against the gazetteer: who is found, who is not, who may be several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from factcheck.messages import message
from factcheck.model import Problem
from factcheck.reference.importing.table_names import Names, bare
from factcheck.reference.importing.unpivot import Observation
from factcheck.typed import NamedTuple

NOBODY = "-"
"""The answer for a name that is to be left out."""
HOME, OFFICE = "kemendagri", "bps"
"""Whose codes stand in a table: those of Home Affairs or those of the statistics office."""


class Matched(NamedTuple):
    """A figure and the id of whom it is about."""

    about: Observation
    id: str


class Asked(NamedTuple):
    """A name that nobody bears (`ids` empty) or several do; `guess` is the id most alike, `about` its first figure."""

    name: str
    ids: tuple[str, ...]
    guess: str
    about: Observation


class Matching(NamedTuple):
    """`codes` is whose codes the table has, empty where it has none or they do not matter."""

    matched: tuple[Matched, ...]
    asked: tuple[Asked, ...]
    problems: tuple[Problem, ...]
    codes: str = ""


def match(
    observations: Sequence[Observation], names: Names, within: str, answers: Mapping[str, str], codes: str = ""
) -> Matching:
    """Finds everybody: by the `answers` given before, by name, and by code where the name is not enough."""
    system, problems = _system(observations, names, within, codes)
    matched: list[Matched] = []
    asked: dict[str, Asked] = {}
    twice: dict[tuple[str, int], Problem] = {}
    first: dict[tuple[str, str, str, int], Observation] = {}
    found = [(one, _one(one, names, within, answers, system)) for one in observations]
    sure = {id for _, id in found if isinstance(id, str)}
    for one, id in ((one, _left_over(id, sure)) for one, id in found):
        if isinstance(id, tuple):
            name = bare(one.name)
            asked.setdefault(name, Asked(name, id, _guess(one, id, names, within), one))
            other = first.setdefault((name, one.period, one.label, one.column), one)
            if other is not one and id:
                twice.setdefault((one.sheet.name, one.row), _one_name(one, other, id, names))
        elif id != NOBODY:
            matched.append(Matched(one, id))
    problems += [*twice.values(), *_disagreeing(matched, names, within, system, answers)]
    return Matching(tuple(matched), tuple(asked.values()), tuple(problems), system)


def _one(one: Observation, names: Names, within: str, answers: Mapping[str, str], system: str) -> str | tuple[str, ...]:
    """The id of whom a figure is about, else all that its name may mean."""
    answer = answers.get(one.name) or answers.get(bare(one.name))
    if answer:
        return answer
    ids = names.called(one.name, one.around, within)
    if len(ids) == 1:
        return ids[0]
    coded = _coded(one.code, names, system)
    return coded if coded and (not ids or coded in ids) else ids


def _one_name(one: Observation, other: Observation, ids: Sequence[str], names: Names) -> Problem:
    """A name that two rows bear and that two regions share."""
    sentence = message(
        "“{name}” stands here and in {place}, and is {regions}: write in the table which is which",
        name=bare(one.name), place=other.sheet.cell_name(other.row, other.named),
        regions=message("{one} or {two}", one=names.name(ids[0]), two=names.name(ids[1])),
    )  # fmt: skip
    return one.sheet.problem(sentence, one.row, one.named)


def _left_over(id: str | tuple[str, ...], sure: set[str]) -> str | tuple[str, ...]:
    """Of several the one that no other row is: "Solok" in a table that has "Kota Solok" too is the regency."""
    rest = [one for one in id if one not in sure] if isinstance(id, tuple) and len(id) > 1 else []
    return rest[0] if len(rest) == 1 else id


def _coded(code: str, names: Names, system: str) -> str:
    if not code or not system:
        return ""
    return names.by_code(code) if system == HOME else names.by_office(code)


def _guess(one: Observation, ids: tuple[str, ...], names: Names, within: str) -> str:
    """Of several the regency before the city, as offices list them; of none the name most alike."""
    return min(ids) if ids else names.guess(one.name, one.around, within)


def _system(observations: Sequence[Observation], names: Names, within: str, stated: str) -> tuple[str, list[Problem]]:
    """Whose codes these are, by those that stand beside a name that is sure; else by their form."""
    coded = list({one.code: one for one in observations if one.code}.values())
    if stated or not coded:
        return stated, []
    votes = Counter(system for one in coded for system in _votes(one, names, within))
    if votes:
        return max((HOME, OFFICE), key=lambda system: votes[system]), []
    if all(names.by_code(one.code) == names.by_office(one.code) or "." in one.code for one in coded):
        return HOME, []
    first = next(one for one in coded if names.by_code(one.code) != names.by_office(one.code))
    sentence = message(
        "the code {code} is one region for Home Affairs and another for the statistics office: say --codes kemendagri "
        "or --codes bps", code=first.code,
    )  # fmt: skip
    return "", [first.sheet.problem(sentence, first.row, first.column)]


def _votes(one: Observation, names: Names, within: str) -> Iterable[str]:
    ids = names.called(one.name, one.around, within)
    if len(ids) == 1 and names.by_code(one.code) == ids[0]:
        yield HOME
    if len(ids) == 1 and names.by_office(one.code) == ids[0]:
        yield OFFICE


def _disagreeing(
    matched: Sequence[Matched], names: Names, within: str, system: str, answers: Mapping[str, str]
) -> list[Problem]:
    """Rows whose code is another region's than their name."""
    found: dict[tuple[str, int], Problem] = {}
    for one, id in matched:
        other = _coded(one.code, names, system)
        if other and other != id and bare(one.name) not in answers:
            sentence = message(
                "the code {code} is that of {other}, the name that of {name}",
                code=one.code, other=names.name(other), name=names.name(id),
            )  # fmt: skip
            found.setdefault((one.sheet.name, one.row), one.sheet.problem(sentence, one.row, one.column))
    return list(found.values())
