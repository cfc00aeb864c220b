"""The language that the tool itself speaks: English as it stands in the code, others from gettext catalogues.

A message is made where something is found and said where somebody reads it. Until then it is data: `message` keeps the
sentence and what stands in its gaps apart, so that the ends may say it in another language.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path

from factcheck.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gettext import NullTranslations

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "factcheck"
ENGLISH = "en"
OWN = "FACTCHECK_LANG"
VARIABLES = (OWN, "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where the user's language stands, the first that is set; all but our own are gettext's."""

_spoken = [ENGLISH]
_asked = [False]
_meanwhile: ContextVar[str] = ContextVar("_meanwhile", default="")
"""The language of one thread or task, where it is another than that of the run."""


class Message(str):
    """A sentence in English that remembers its `template` and the `values` in its gaps, themselves maybe `Message`."""

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object]) -> Message:
        sentence = super().__new__(cls, template.format(**values) if values else template)
        sentence.template, sentence.values = template, values
        return sentence

    def __reduce__(self) -> tuple[Any, ...]:
        return Message, (self.template, self.values)


class Term(Message):
    """A word of the reference that is said in the language of the run where the pack has it: forms by language."""

    __slots__ = ("forms",)
    forms: Mapping[str, str]

    def __new__(cls, forms: Mapping[str, str]) -> Term:
        return _term(tuple(forms.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return Term, (dict(self.forms),)

    def at_the_head(self) -> Term:
        """The word as a sentence begins with it: "Nilai", "Prevalensi"."""
        return Term({language: form[:1].upper() + form[1:] for language, form in self.forms.items()})


@lru_cache(maxsize=256)
def _term(said: tuple[tuple[str, str], ...]) -> Term:
    """The term of some forms by language: a report says few of them again and again."""
    forms = dict(said)
    written = forms.get(ENGLISH) or forms.get("*") or next(iter(forms.values()), "")
    term = str.__new__(Term, written)
    term.template, term.values, term.forms = written, {}, forms
    return term


def message(template: str, **values: object) -> Message:
    """A message to be said later: `message("{name} has two values here", name=name)`."""
    return Message(template, values)


def translated(message: str) -> str:
    """A message in the language of the run, with its values; one that no catalogue knows stays English."""
    if not isinstance(message, Message):
        language = language_in_use()
        return _catalogue(language).gettext(message) if message and language != ENGLISH else message
    if isinstance(message, Term):
        return message.forms.get(language_in_use()) or message.forms.get("*") or str(message)
    if language_in_use() == ENGLISH:
        return message
    template = _catalogue(language_in_use()).gettext(message.template)
    values = {
        name: translated(value) if isinstance(value, Message) else value for name, value in message.values.items()
    }
    return Message(template, values)


def translate(template: str, **values: object) -> str:
    """A sentence said now, in the language of the run."""
    return translated(message(template, **values))


def translate_many(one: str, many: str, number: int) -> str:
    """ "1 claim", "2 claims": the form that goes with `number`, which stands in the gap {number}."""
    language, written = language_in_use(), figures(number)
    if language == ENGLISH:
        return (one if number == 1 else many).format(number=written)
    return _catalogue(language).ngettext(one, many, number).format(number=written)


def figures(number: float) -> str:
    """A number as people read it: 12,345 and 0.5 in English, 12.345 and 0,5 elsewhere."""
    written = f"{number:,}"
    return written if language_in_use() == ENGLISH else written.translate(str.maketrans(",.", ".,"))


def plural(one: str, many: str) -> tuple[str, str]:
    """The two forms of a counted thing, for `translate_many` later."""
    return one, many


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that the tool speaks."""
    return (ENGLISH, *sorted(path.name for path in LOCALE.iterdir() if (path / "LC_MESSAGES").is_dir()))


def language_in_use() -> str:
    """The code of the language of the run, or of what `speaking` stands around."""
    return _meanwhile.get() or _spoken[0]


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Messages inside are in this language, in this thread or task alone; an unknown one changes nothing."""
    before = _meanwhile.set(language if language in languages() else "")
    try:
        yield
    finally:
        _meanwhile.reset(before)


def was_asked() -> bool:
    """Whether the user asked for the language of the run outright, by `--lang` or $FACTCHECK_LANG."""
    return _asked[0]


def use_language(language: str, *, asked: bool = False) -> None:
    """Makes `language` that of the run, unless the user `asked` for another before; an unknown one changes nothing.

    The library of the command line takes its own words ("Usage:") from the same catalogue.
    """
    known = language == ENGLISH or (LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.mo").is_file()
    if not known or (_asked[0] and not asked):
        return
    _spoken[0], _asked[0] = language, asked
    if language != ENGLISH:
        import gettext

        os.environ["LANGUAGE"] = language
        gettext.bindtextdomain(DOMAIN, str(LOCALE))
        gettext.textdomain(DOMAIN)


def users_language(environment: Mapping[str, str] = os.environ) -> str:
    """The language that the user's environment asks for: "id" for LANG=id_ID.UTF-8; English where it says nothing."""
    wanted = next((environment[name] for name in VARIABLES if environment.get(name)), ENGLISH)
    code = wanted.split(":")[0].split(".")[0].split("_")[0].split("@")[0].lower()
    return {"c": ENGLISH, "posix": ENGLISH, "in": "id"}.get(code, code if code.isalpha() else ENGLISH)


@cache
def _catalogue(language: str) -> NullTranslations:
    from gettext import translation

    return translation(DOMAIN, str(LOCALE), [language], fallback=True)
