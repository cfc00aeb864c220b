"""A record of ours is one of `typing`'s in all that somebody can ask it."""

import copy
import enum
import pickle
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from typing import NamedTuple as Theirs

import pytest

import factcheck
from factcheck import check_text
from factcheck.typed import NamedTuple as Ours
from factcheck.typed import Record, StrEnum


class Place(Ours):
    """Where."""

    line: int
    column: "int" = 1
    notes: tuple[str, ...] = ()

    @property
    def before(self) -> int:
        """The line before."""
        return self.line - 1

    def __bool__(self) -> bool:
        return self.line > 0


ours = Place
twin: dict[str, Any] = {}
exec(  # the same body, of typing's
    "class Place(NamedTuple):\n"
    "    'Where.'\n"
    "    line: int\n"
    "    column: 'int' = 1\n"
    "    notes: tuple[str, ...] = ()\n"
    "    before = property(lambda self: self.line - 1)\n"
    "    def __bool__(self): return self.line > 0\n",
    {"NamedTuple": Theirs, "__name__": __name__},
    twin,
)
theirs = twin["Place"]

ASKED: dict[str, Callable[[Any], Any]] = {
    "its fields": lambda kind: kind._fields,
    "their defaults": lambda kind: kind._field_defaults,
    "what a pattern matches by": lambda kind: kind.__match_args__,
    "what it says of itself": lambda kind: kind.__doc__,
    "where it is": lambda kind: (kind.__module__, kind.__qualname__, kind.__bases__),
    "whether it has room for more": lambda kind: (kind.__slots__, hasattr(kind(1), "__dict__")),
    "one made by place": lambda kind: tuple(kind(1, 2)),
    "one made by name": lambda kind: tuple(kind(column=3, line=2)),
    "how it is shown": lambda kind: repr(kind(1, notes=("a",))),
    "one made of another": lambda kind: tuple(kind(1)._replace(column=4)),
    "one made of a list": lambda kind: tuple(kind._make([1, 2, 3])),
    "it as a dictionary": lambda kind: kind(1)._asdict(),
    "a property": lambda kind: kind(7).before,
    "whether it is true": lambda kind: (bool(kind(0)), bool(kind(1))),
    "whether two are one": lambda kind: (kind(1) == kind(1), kind(1) == (1, 1, ()), hash(kind(1)) == hash((1, 1, ()))),
    "a copy": lambda kind: (copy.copy(kind(1)), copy.deepcopy(kind(1))) == (kind(1), kind(1)),
    "what a constructor takes": lambda kind: kind.__new__.__code__.co_varnames,
}
REFUSED: dict[str, Callable[[Any], Any]] = {
    "too little": lambda kind: kind(),
    "too much": lambda kind: kind(1, 2, (), 4),
    "a name that is no field": lambda kind: kind(1, row=2),
    "another with a name that is no field": lambda kind: kind(1)._replace(row=2),
    "a list too short": lambda kind: kind._make([1]),
    "a change": lambda kind: setattr(kind(1), "line", 2),
}


@pytest.mark.parametrize("asked", ASKED)
def test_a_record_answers_as_one_of_typing_does(asked: str) -> None:
    assert ASKED[asked](ours) == ASKED[asked](theirs)


@pytest.mark.parametrize("refused", REFUSED)
def test_a_record_refuses_what_one_of_typing_refuses(refused: str) -> None:
    said = []
    for kind in (ours, theirs):
        with pytest.raises((TypeError, ValueError, AttributeError)) as slip:
            REFUSED[refused](kind)
        said.append((slip.type, str(slip.value)))
    assert said[0] == said[1]


def test_a_record_goes_from_one_process_to_another() -> None:
    assert pickle.loads(pickle.dumps(Place(1, 2, ("a",)))) == Place(1, 2, ("a",))


class Stretch(Record):
    """From where to where."""

    start: int
    end: int
    words: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """How long it is."""
        return self.end - self.start


SHORT = Stretch(1, 3)
TOLD: dict[str, tuple[object, object]] = {
    "a field without a value has its default": (SHORT.words, ()),
    "a field is given by its name": (Stretch(end=3, start=1), SHORT),
    "another is not the same": (Stretch(1, 4) == SHORT, False),
    "equal ones count once": (len({SHORT, Stretch(1, 3), Stretch(2, 3)}), 2),
    "one of other values": (SHORT._replace(end=5), Stretch(1, 5)),
    "a property": (SHORT.size, 2),
    "how it is shown": (repr(SHORT), "Stretch(1, 3, ())"),
    "a copy": (copy.copy(SHORT), SHORT),
    "one from another process": (pickle.loads(pickle.dumps(SHORT)), SHORT),
    "it has room for nothing more": (hasattr(SHORT, "__dict__"), False),
}


@pytest.mark.parametrize("told", TOLD)
def test_a_record_that_is_no_tuple(told: str) -> None:
    found, expected = TOLD[told]
    assert found == expected


def test_a_record_that_is_no_tuple_takes_its_fields_and_no_more() -> None:
    make: Any = Stretch
    for wrong in (lambda: make(1), lambda: make(1, 2, (), 4), lambda: make(1, 2, size=3), lambda: SHORT._replace(at=2)):
        with pytest.raises((TypeError, KeyError, ValueError)):
            wrong()


def test_a_record_may_have_no_field_and_many() -> None:
    class Nothing(Ours):
        """No field."""

    body = "\n".join(f"    field{number}: int" for number in range(40))
    there: dict[str, Any] = {"NamedTuple": Ours, "__name__": __name__}
    exec(f"class Many(NamedTuple):\n{body}", there)
    assert repr(Nothing()) == "Nothing()"
    assert tuple(there["Many"](*range(40))) == tuple(range(40))


class Colour(StrEnum):
    """What colour."""

    RED = "rather red"
    GREEN = "green"

    @property
    def is_red(self) -> bool:
        """Whether it is."""
        return self.startswith("rather")


TheirColour: Any = enum.StrEnum("TheirColour", {"RED": "rather red", "GREEN": "green"})
ASKED_OF_NAMED: dict[str, Callable[[Any], Any]] = {
    "what it says": lambda kind: (kind.RED == "rather red", str(kind.RED), f"{kind.RED}", f"{kind.RED:>12}"),
    "all of them": lambda kind: [str(one) for one in kind],
    "the one that says so": lambda kind: kind("green") is kind.GREEN,
    "whether it is a text": lambda kind: (isinstance(kind.RED, str), isinstance(kind.RED, kind)),
    "a copy": lambda kind: copy.deepcopy(kind.RED) is kind.RED,
    "its number": lambda kind: hash(kind.RED) == hash("rather red"),
}


@pytest.mark.parametrize("asked", ASKED_OF_NAMED)
def test_a_text_with_a_name_answers_as_one_of_enum_does(asked: str) -> None:
    assert ASKED_OF_NAMED[asked](Colour) == ASKED_OF_NAMED[asked](TheirColour)


def test_a_text_with_a_name_is_the_same_in_another_process() -> None:
    assert pickle.loads(pickle.dumps(Colour.RED)) is Colour.RED
    assert Colour.RED.is_red
    assert not Colour.GREEN.is_red


def test_no_text_has_a_name_that_none_was_given() -> None:
    for kind in (Colour, TheirColour):
        with pytest.raises(ValueError, match="'blue' is not a valid"):
            kind("blue")


def test_what_a_check_makes_its_records_by_is_compiled_with_the_file() -> None:
    """The first text that a run has compiled costs it as much as a dozen modules."""
    check_text("Pada 2024 Kota Jambi meraih nilai 93,68 dalam penilaian pelayanan publik Ombudsman RI.")
    rooms = ("factcheck.model", "factcheck.reading", "factcheck.judging", "factcheck.language", "factcheck.document")
    kinds: list[Any] = [*tuple.__subclasses__(), *object.__subclasses__()]
    ours = [kind for kind in kinds if kind.__module__.startswith(rooms)]
    made = [kind for kind in ours if isinstance(vars(kind).get("_places"), dict)]
    by = {kind: vars(kind).get("__init__") or kind.__new__ for kind in made}
    assert len(by) > 50
    assert [kind for kind, make in by.items() if make.__code__.co_firstlineno == 1] == []


def test_every_module_takes_it_from_here() -> None:
    home = Path(factcheck.__file__).parent
    asked = re.compile("^from typing import|^import typing", re.MULTILINE)
    theirs = [path.name for path in home.rglob("*.py") if asked.search(path.read_text("utf-8"))]
    assert theirs == []
