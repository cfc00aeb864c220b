"""The settings that a configuration file may hold: how each is read, and what it must be."""

from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase

from factcheck.formats import REPORTERS
from factcheck.messages import languages, message
from factcheck.rules import known_rules
from factcheck.typed import Any, NamedTuple

FORMATS = tuple(REPORTERS)
SEVERITIES = ("error", "warning", "info")
FAIL_ON = (*SEVERITIES, "never")
ALL = "all"


class PathSettings(NamedTuple):
    """What holds for the articles whose path, from the configuration's folder, fits `pattern` (as in .gitignore)."""

    pattern: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()


class Key(NamedTuple):
    """How the value of a setting is read, None when it does not fit, and what it must be, in words."""

    read: Callable[[Any], Any]
    must_be: str


class Slip(NamedTuple):
    """Something in a configuration that is not understood; `where` are the words that lead to its line."""

    message: str
    where: tuple[str, ...]


def read_table(table: dict[str, Any], keys: dict[str, Key], slips: list[Slip], *where: str) -> dict[str, Any]:
    """The values of `table` that fit `keys`, by attribute name; what does not fit is added to `slips`."""
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        wanted = keys.get(name)
        if wanted is None:
            known = ", ".join(key.replace("_", "-") for key in keys)
            sentence = message("There is no setting '{key}'; the settings are {known}.", key=key, known=known)
            slips.append(Slip(sentence, (*where, key)))
        elif (read := wanted.read(value)) is None:
            slips.append(Slip(message("'{key}' must be {what}.", key=key, what=wanted.must_be), (*where, key)))
        else:
            values[name] = read
            slips.extend(_unknown_rules(name, value, (*where, key)))
            slips.extend(_unknown_packs(name, value, (*where, key)))
    return values


def unknown_selector(selector: str) -> str:
    """A sentence when `selector` (a rule, a pattern such as wrong-*, or all) fits no rule; empty when one fits."""
    if selector == ALL or any(fnmatchcase(name, selector) for name in known_rules()):
        return ""
    from difflib import get_close_matches

    near = get_close_matches(selector, known_rules(), 1)
    if near:
        return message("There is no rule '{selector}'; did you mean '{near}'?", selector=selector, near=near[0])
    return message("There is no rule '{selector}'; `factcheck rules` lists them.", selector=selector)


def _unknown_rules(name: str, value: Any, where: tuple[str, ...]) -> Iterator[Slip]:
    for selector in value if name in ("select", "ignore", "severity") else ():
        if sentence := unknown_selector(selector):
            yield Slip(sentence, (*where, selector))


def _unknown_packs(name: str, value: Any, where: tuple[str, ...]) -> Iterator[Slip]:
    if name == "leave_out":
        from factcheck.reference.packs.shipped import shipped_packs

        known = [path.name for path in shipped_packs()]
        for pack in (pack for pack in value if pack not in known):
            sentence = message("No pack '{pack}' comes with factcheck: {known} do.", pack=pack, known=", ".join(known))
            yield Slip(sentence, (*where, pack))


def _strings(value: Any) -> tuple[str, ...] | None:
    fits = isinstance(value, list) and all(isinstance(item, str) and "\0" not in item for item in value)
    return tuple(value) if fits else None


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) and value and "\0" not in value else None


def _flag(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _one_of(words: tuple[str, ...]) -> Key:
    return Key(lambda value: value if value in words else None, message("one of {words}", words=", ".join(words)))


def _severities(value: Any) -> tuple[tuple[str, str], ...] | None:
    fits = isinstance(value, dict) and all(word in SEVERITIES for word in value.values())
    return tuple(value.items()) if fits else None


def _tables(value: Any) -> dict[str, Any] | None:
    fits = isinstance(value, dict) and all(isinstance(item, dict) for item in value.values())
    return value if fits else None


RULES = Key(_strings, message('a list of rules, such as ["wrong-value", "wrong-*"]'))
CHOICE = {
    "select": RULES,
    "ignore": RULES,
    "severity": Key(
        _severities, message('a table of rules, such as {wrong-count = "warning"}: error, warning or info')
    ),
}
KEYS = {
    "reference": Key(_strings, message("a list of paths")),
    "only_reference": Key(_flag, message("true or false")),
    "leave_out": Key(_strings, message('a list of packs that come with factcheck, such as ["luas-wilayah"]')),
    "exclude": Key(_strings, message("a list of patterns like those of .gitignore")),
    "fail_on": _one_of(FAIL_ON),
    "format": _one_of(FORMATS),
    **CHOICE,
    "lang": _one_of(languages()),
    "baseline": Key(_string, message("the path of a baseline file")),
    "per_path": Key(_tables, message('tables by pattern, such as [per-path."archive/**"]')),
}
