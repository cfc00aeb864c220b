"""What is read once is read again only for other objects."""

from __future__ import annotations

from factcheck.reading.once import once


def test_the_same_objects_are_read_once() -> None:
    read: list[str] = []

    @once
    def reader(text: str) -> int:
        read.append(text)
        return len(text)

    one = "a text"
    assert [reader(one), reader(one), reader("another"), reader(one)] == [6, 6, 7, 6]
    assert read == [one, "another", one]
