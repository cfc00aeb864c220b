"""What a module needs of `typing` while it runs, without `typing`: that is imported as slowly as a dozen of ours.

Type checkers see `typing` itself here. A running check needs named tuples; the other names only have to be there.

`NamedTuple` is that of `typing`, made in a sixth of the time: a check of one draft makes some two hundred such classes.
`typing` writes the constructor of each as source and has it compiled, and sets each attribute of the class on its own.
Here a constructor is compiled once for each number of fields and gets the names of the others' arguments, and a class
is made with all that it has. Annotations may be text: they are only counted. What an interpreter does not give as we
expect is left to `typing`. tests/test_typed.py holds both beside each other.
"""

import sys

__all__ = [
    "TYPE_CHECKING", "Any", "BinaryIO", "Final", "Generic", "NamedTuple", "Protocol", "Record", "StrEnum", "TextIO",
    "TypeVar", "TypeVarTuple", "final", "overload",
]  # fmt: skip

TYPE_CHECKING = False
if TYPE_CHECKING or sys.version_info >= (3, 14) or sys.implementation.name != "cpython":
    from enum import StrEnum
    from typing import (
        TYPE_CHECKING,
        Any,
        BinaryIO,
        Final,
        Generic,
        NamedTuple,
        Protocol,
        TextIO,
        TypeVar,
        TypeVarTuple,
        final,
        overload,
    )

    if TYPE_CHECKING:
        from typing import Self, dataclass_transform

        class _Recorder(type):
            """As below: of what has a metaclass mypyc makes no class of its own, which could have none."""

        @dataclass_transform(frozen_default=True)
        class Record(metaclass=_Recorder):
            """Fields with names that a class's body annotates, as cheap to make and to ask as Python allows."""

            def _replace(self, **fields: Any) -> Self: ...
    else:
        Record = NamedTuple
else:
    from _collections import _tuplegetter
    from functools import cache
    from operator import attrgetter
    from types import FunctionType

    BinaryIO = Final = Protocol = TextIO = object

    class Any:
        """Where a type checker sees any type: no class of which another one is, for whoever asks for annotations."""

    def final(kind):
        """The class as it is; or the function, the last of whose name is the one that is called."""
        return kind

    overload = final

    def TypeVar(name, *_, **__):  # noqa: N802
        """A name that stands for any class."""
        return name

    TypeVarTuple = TypeVar

    class _Namer(type):
        """Makes a class of texts, each of which a body gives a name."""

        def __new__(mcs, name, bases, body):
            if not bases:
                return type.__new__(mcs, name, (str,), body)
            made = type.__new__(mcs, name, bases, {**body, "__slots__": (), "_named": {}})
            for key, text in [item for item in body.items() if item[0].isupper()]:
                made._named[text] = word = str.__new__(made, text)
                setattr(made, key, word)
            return made

        def __call__(cls, text):
            """The one that says so."""
            if text not in cls._named:
                raise ValueError(f"{text!r} is not a valid {cls.__qualname__}")
            return cls._named[text]

        def __iter__(cls):
            return iter(cls._named.values())

    class StrEnum(metaclass=_Namer):
        """Texts that have names, each there once: as `enum` makes them, whose two dozen cost a start a hundredth."""

        __slots__ = ()

        def __reduce__(self):
            return type(self), (str(self),)

    class Generic:
        """A class whose parameters only type checkers look at."""

        def __class_getitem__(cls, _):
            return cls

    _new = tuple.__new__
    # fmt: off
    _shapes = [
        lambda _cls: _new(_cls, ()),
        lambda _cls, a: _new(_cls, (a,)),
        lambda _cls, a, b: _new(_cls, (a, b)),
        lambda _cls, a, b, c: _new(_cls, (a, b, c)),
        lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
        lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
        lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
        lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
        lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
        lambda _cls, a, b, c, d, e, f, g, h, i: _new(_cls, (a, b, c, d, e, f, g, h, i)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j: _new(_cls, (a, b, c, d, e, f, g, h, i, j)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, m)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, m, n)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t, u: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t, u)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t, u, v: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t, u, v)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t, u, v, w: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t, u, v, w)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t, u, v, w, x: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t, u, v, w, x)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t, u, v, w, x, y: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t, u, v, w, x, y)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t, u, v, w, x, y, z: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t, u, v, w, x, y, z)),
    ]
    # fmt: on
    """The constructor of a class by its number of fields, compiled with this file: the first text that a run has
    compiled costs it as much as a dozen modules."""

    @cache
    def _shape(count):
        """The code of a constructor with so many arguments."""
        if count < len(_shapes):
            return _shapes[count].__code__
        arguments = "".join(f", a{number}" for number in range(count))
        return eval(f"lambda _cls{arguments}: _new(_cls, ({arguments[2:]}))").__code__

    def _make(cls, iterable):
        """A new one of the fields that `iterable` gives, as many as there are."""
        made = tuple.__new__(cls, iterable)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, /, **fields):
        """The same with other values of some fields."""
        values, places = [*self], self._places
        try:
            for name, value in fields.items():
                values[places[name]] = value
        except KeyError:
            unknown = [one for one in fields if one not in places]
            raise ValueError(f"Got unexpected field names: {unknown!r}") from None
        return _new(type(self), values)

    def _repr(self):
        values = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({values})"

    def _as_dictionary(self):
        """Name of each field -> its value."""
        return dict(zip(self._fields, self, strict=True))

    def _plain(self):
        """What a copy is made of: `pickle` and `copy` ask."""
        return tuple(self)

    _SHARED = {
        "_make": classmethod(_make), "_replace": _replace, "_asdict": _as_dictionary, "__repr__": _repr,
        "__getnewargs__": _plain, "__slots__": (),
    }  # fmt: skip

    class _Maker(type):
        """Makes a class of tuples of what a body declares."""

        def __new__(mcs, name, bases, body):
            if not bases:
                return type.__new__(mcs, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            code = _shape(len(fields)).replace(co_varnames=("_cls", *fields), co_name="__new__")
            make = FunctionType(code, globals(), "__new__", tuple(defaults.values()))
            make.__qualname__ = f"{name}.__new__"
            getters = {field: _tuplegetter(number, "") for number, field in enumerate(fields)}
            own = {"__new__": make, "_fields": fields, "__match_args__": fields, "_field_defaults": defaults}
            own["_places"] = {field: number for number, field in enumerate(fields)}
            return type(name, (tuple,), {**_SHARED, **own, **body, **getters})

    class NamedTuple(metaclass=_Maker):
        """A tuple whose fields have the names that the class's body annotates."""

    def _fill_4(self, a, b, c, d):
        self.a = a
        self.b = b
        self.c = c
        self.d = d

    def _fill_5(self, a, b, c, d, e):
        self.a = a
        self.b = b
        self.c = c
        self.d = d
        self.e = e

    def _fill_6(self, a, b, c, d, e, f):
        self.a = a
        self.b = b
        self.c = c
        self.d = d
        self.e = e
        self.f = f

    def _fill_7(self, a, b, c, d, e, f, g):  # noqa: PLR0913, PLR0917
        self.a = a
        self.b = b
        self.c = c
        self.d = d
        self.e = e
        self.f = f
        self.g = g

    def _fill_12(self, a, b, c, d, e, f, g, h, i, j, k, m):  # noqa: PLR0913, PLR0917
        self.a = a
        self.b = b
        self.c = c
        self.d = d
        self.e = e
        self.f = f
        self.g = g
        self.h = h
        self.i = i
        self.j = j
        self.k = k
        self.m = m

    _fills = {4: _fill_4, 5: _fill_5, 6: _fill_6, 7: _fill_7, 12: _fill_12}
    """What sets so many fields, of the numbers of them that a check of a draft has."""

    @cache
    def _filling(count):
        """The code of an `__init__` that sets so many fields."""
        if count in _fills:
            return _fills[count].__code__
        names = [f"a{number}" for number in range(count)]
        made = {}
        body = "\n".join(f" self.{name} = {name}" for name in names)
        exec(compile(f"def fill(self, {', '.join(names)}):\n{body}", __file__, "exec"), made)
        return made["fill"].__code__

    def _other(self, /, **fields):
        """The same with other values of some fields."""
        values, places = [*self._values(self)], self._places
        for name, value in fields.items():
            values[places[name]] = value
        return type(self)(*values)

    def _equal(self, other):
        return type(self) is type(other) and self._values(self) == self._values(other)

    _OF_RECORDS = {
        "_replace": _other, "__eq__": _equal, "__hash__": lambda self: hash(self._values(self)),
        "__repr__": lambda self: f"{type(self).__name__}{self._values(self)!r}",
    }  # fmt: skip

    class _Recorder(type):
        """Makes a class with a slot for each field that a body declares."""

        def __new__(mcs, name, bases, body):
            if not bases:
                return type.__new__(mcs, name, bases, body)
            fields = tuple(body["__annotations__"])
            defaults = tuple([body.pop(field) for field in fields if field in body])
            code = _filling(len(fields)).replace(co_varnames=("self", *fields), co_names=fields, co_name="__init__")
            fill = FunctionType(code, globals(), "__init__", defaults)
            fill.__qualname__ = f"{name}.__init__"
            own = {"__init__": fill, "__slots__": fields, "__match_args__": fields, "_values": attrgetter(*fields)}
            own["_places"] = {field: number for number, field in enumerate(fields)}
            return type(name, (), {**_OF_RECORDS, **own, **body})

    class Record(metaclass=_Recorder):
        """Fields with names that a class's body annotates, as cheap to make and to ask as Python allows: what the
        reading makes by the hundred. No tuple: it is neither taken apart nor compared by its order."""
