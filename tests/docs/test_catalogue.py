"""The catalogues of messages: complete, up to date with the program, and with the same gaps as the English."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo

from factcheck.messages import Message, message, translated, users_language

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))
catalogue = import_module("catalogue")

FILES = catalogue.catalogues()
GAP = re.compile(r"\{[^{}]*\}")
LOOSE = re.compile(r"\bmessage\(\s*[A-Za-z_]\w*[,)]")


@pytest.mark.parametrize("path", FILES, ids=[path.parent.parent.name for path in FILES])
def test_no_message_lacks_a_translation(path: Path) -> None:
    assert catalogue.untranslated(catalogue.brought_up(path)) == [], "run `python tools/catalogue.py` and translate"
    with path.with_suffix(".mo").open("rb") as compiled:
        assert _sayings(read_mo(compiled)) == _sayings(catalogue.read(path)), "run `python tools/catalogue.py`"


@pytest.mark.parametrize("path", FILES, ids=[path.parent.parent.name for path in FILES])
def test_a_translation_has_the_gaps_of_its_message(path: Path) -> None:
    translations = (each for each in catalogue.brought_up(path) if each.string)
    for each in translations:
        for one, other in zip(_forms(each.id), _forms(each.string), strict=True):
            assert set(GAP.findall(one)) == set(GAP.findall(other)), one


def test_what_a_rule_says_stands_where_the_catalogue_finds_it() -> None:
    """A template in a variable is never translated, and nothing else would tell."""
    rules = sorted((ROOT / "factcheck/checks").rglob("*.py"))
    loose = {path.name: found for path in rules if (found := LOOSE.findall(path.read_text("utf-8")))}
    assert loose == {}


def _sayings(messages: Catalog) -> tuple[dict[tuple[str, ...], list[str]], str]:
    """What a catalogue says of each message, and how it counts; not who wrote it, when and with what."""
    said = {tuple(_forms(message.id)): _forms(message.string) for message in messages if message.id and message.string}
    return said, messages.plural_forms


def _forms(words: str | tuple[str, ...] | list[str]) -> list[str]:
    return [words] if isinstance(words, str) else list(words)


def test_a_message_goes_through_a_process_and_stays_a_sentence() -> None:
    import pickle

    sentence = message("{here} here, not {there}", here="90,2", there=message("any rule"))
    again = pickle.loads(pickle.dumps(sentence))
    assert isinstance(again, Message)
    assert (again, again.template) == ("90,2 here, not any rule", "{here} here, not {there}")
    assert translated(again) == "90,2 here, not any rule"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "in_ID"}, "id"),
        ({"LANG": "id_ID.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANGUAGE": "id:en", "LANG": "en_US"}, "id"),
        ({"FACTCHECK_LANG": "en", "LANG": "id_ID"}, "en"),
        ({"LANG": "../../x"}, "en"),
    ],
)
def test_the_language_of_the_user(environment: dict[str, str], language: str) -> None:
    assert users_language(environment) == language
