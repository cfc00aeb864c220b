"""A value of an answer as it is shown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from factcheck.messages import figures
from factcheck.typed import Any


def shown_value(value: object, counted: bool = False) -> str:
    """A value in words: none is empty, a list is its parts with bars between; one `counted` as people read numbers."""
    if value is None:
        return ""
    if counted and isinstance(value, (int, float, Decimal)):
        return figures(float(value) if isinstance(value, Decimal) else value)
    if isinstance(value, (list, tuple)):
        return " | ".join(map(shown_value, value))
    return str(value)


def is_number(value: object) -> bool:
    """Whether a value is written to the right of its column; None is no obstacle."""
    return value is None or (isinstance(value, (int, float, Decimal)) and not isinstance(value, bool))


def plain(value: Any) -> Any:
    """A value as JSON has it: a day as ISO text, a decimal number as a number."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    return float(value) if isinstance(value, Decimal) else value
