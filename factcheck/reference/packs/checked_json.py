"""A JSON file read piece by piece, every mistake noted with its line instead of raised."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from factcheck.messages import message
from factcheck.model import Problem

Json = object
Object = Mapping[str, Json]


class JsonFile:
    """`text` of the file at `path`; `problems` grows as it is read.

    The line of a mistake is found by looking for its keys one after the other in the text.
    """

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.problems: list[Problem] = []

    def say(self, message: str, *keys: str) -> None:
        """Note a mistake at the last of `keys`, each looked for behind the one before."""
        at = 0
        for key in keys:
            found = self.text.find(f'"{key}"', at)
            at = found if found >= 0 else at
        line = self.text.count("\n", 0, at) + 1
        self.problems.append(Problem(message, self.path, line, at - self.text.rfind("\n", 0, at)))

    def load(self) -> Object | None:
        """The object the file holds; None (and a problem) where it holds none."""
        import json

        try:
            top = json.loads(self.text)
        except json.JSONDecodeError as error:
            self.problems.append(
                Problem(message("not JSON: {reason}", reason=error.msg), self.path, error.lineno, error.colno)
            )
            return None
        except RecursionError:
            self.problems.append(Problem(message("not a descriptor: too deeply nested"), self.path, 1, 1))
            return None
        except ValueError:  # a number of thousands of digits
            self.problems.append(Problem(message("not a descriptor: a number is too long"), self.path, 1, 1))
            return None
        if not isinstance(top, dict):
            self.problems.append(Problem(message("a descriptor is a JSON object in braces"), self.path, 1, 1))
            return None
        return top

    def get(self, within: Object, key: str, default: Json = None) -> Json:
        """What stands at `key`, else `default`."""
        return within.get(key, default)

    def only(self, within: Object, keys: tuple[str, ...]) -> None:
        """A problem for each other key: mostly a slip in its name."""
        for key in within:
            if key not in keys:
                self.say(message("“{key}” is none of {keys}", key=key, keys=", ".join(keys)), key)

    def object(self, within: Object, key: str) -> Object:
        """The object at `key`; a problem and an empty one where it is missing or something else."""
        value = within.get(key)
        if isinstance(value, dict):
            return value
        self.say(message("“{key}” must be an object in braces", key=key), key)
        return {}

    def objects(self, within: Object, key: str) -> list[Object]:
        """The objects in the list at `key`."""
        value = within.get(key, [])
        if isinstance(value, list) and all(isinstance(item, dict) for item in value):
            return value
        self.say(message("“{key}” must be a list of objects", key=key), key)
        return []

    def string(self, within: Object, key: str, required: bool = False) -> str:
        """The string at `key`, empty where there is none."""
        value = within.get(key, "")
        if not isinstance(value, str):
            self.say(message("“{key}” must be a text in quotation marks", key=key), key)
            return ""
        if required and not value:
            self.say(message("“{key}” is missing", key=key))
        return value

    def choice(self, within: Object, key: str, choices: tuple[str, ...]) -> str:
        """The string at `key`, one of `choices`, the first where nothing is said."""
        value = self.string(within, key) or choices[0]
        if value not in choices:
            known = ", ".join(filter(None, choices))
            self.say(message("“{value}” is not one of {known}", value=value, known=known), key)
            return choices[0]
        return value

    def decimal(self, within: Object, key: str) -> Decimal | None:
        """The number at `key`, written in quotation marks so that it stays exact."""
        value = within.get(key)
        if value is None:
            return None
        try:
            number = Decimal(value) if isinstance(value, str | int) else None
        except InvalidOperation:
            number = None
        if number is None or not number.is_finite():
            self.say(message('“{key}” must be a number in quotation marks, such as "0.5"', key=key), key)
            return None
        return number

    def strings(self, within: Object, key: str) -> tuple[str, ...]:
        """The strings in the list at `key`, none where there is no such key."""
        value = within.get(key, [])
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        self.say(message("“{key}” must be a list of texts", key=key), key)
        return ()

    def words(self, within: Object, key: str) -> Mapping[str, tuple[str, ...]]:
        """The object of lists of strings at `key`: language (or name) -> words."""
        if key not in within:
            return {}
        stated = self.object(within, key)
        return {name: self.strings(stated, name) for name in stated}
