"""`factcheck check` as it is called at every save and every commit, read without the library of the command line.

Importing that library takes as long as reading an article. So the plain cases are read here, and only those: whatever
is not in these tables, is given in another shape or would be an error is None, and the library reads it and answers.
tests/cli/test_quick.py holds that both read the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from factcheck.cli.options import Options
from factcheck.config_keys import FAIL_ON, FORMATS
from factcheck.typed import Any

FLAGS = {
    "--quiet": "quiet", "-q": "quiet", "--verbose": "verbose", "-v": "verbose", "--staged": "staged",
    "--force-exclude": "force_exclude", "--statistics": "statistics", "--show-known": "show_known",
    "--warm": "warm",
}  # fmt: skip
CHOICES = {
    "--format": ("format", FORMATS),
    "--fail-on": ("fail_on", FAIL_ON),
    "--color": ("color", ("auto", "always", "never")),
}
MANY = {"--output": "output", "-o": "output", "--reference": "reference", "--exclude": "exclude"}
COUNT = "--jobs"
COMPLETING = "_FACTCHECK_COMPLETE"
"""Set by a shell that asks what may stand here."""


def with_verb(words: Sequence[str]) -> Sequence[str]:
    """The words of the command line, with `check` where somebody forgot it: `factcheck draft.docx`."""
    first = words[0] if words else ""
    if not first or (first.startswith("-") and first != "-") or "\0" in first:
        return words
    from factcheck.cli.verbs import VERBS

    looks = "://" in first or first == "-" or os.path.splitext(first)[1] or os.path.exists(first)  # noqa: PTH110, PTH122
    return ["check", *words] if looks and first not in VERBS else words


def quick_check(words: Sequence[str]) -> tuple[tuple[str, ...], Options] | None:
    """The paths and options of a plain `check`, None for anything that the library has to read."""
    if not words or words[0] != "check" or COMPLETING in os.environ:
        return None
    paths: list[str] = []
    options: dict[str, Any] = {}
    rest = iter(words[1:])
    for word in rest:
        if not word.startswith("-") or word == "-":
            paths.append(word)
        elif word in FLAGS:
            options[FLAGS[word]] = True
        elif not _with_value(word, rest, options):
            return None
    return tuple(paths), Options(**options)


def _with_value(word: str, rest: Iterator[str], options: dict[str, Any]) -> bool:
    """Puts an option and its value into `options`: whether it could."""
    name, given, value = word.partition("=")
    if not given:
        value = next(rest, "")
    if not value or value.startswith("-") or (given and not name.startswith("--")):
        return False
    if name in CHOICES and value in CHOICES[name][1]:
        options[CHOICES[name][0]] = value
    elif name in MANY:
        options[MANY[name]] = (*options.get(MANY[name], ()), value)
    elif name == COUNT and value.isascii() and value.isdecimal():
        options["jobs"] = int(value)
    else:
        return False
    return True
