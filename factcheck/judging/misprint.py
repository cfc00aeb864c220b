"""What one slip of the finger makes of a writing."""

from __future__ import annotations


def one_slip(one: str, other: str) -> bool:
    """Whether two writings differ by one character, or by two that changed places: 93,68 and 93,86."""
    if len(one) != len(other):
        return False
    places = [place for place, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    if len(places) == 1:
        return True
    return len(places) == 2 and one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]
