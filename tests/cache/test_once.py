"""What is read once is read again only for other objects."""

from __future__ import annotations

import sys
import threading

from factcheck.cache.once import once


def test_the_same_objects_are_read_once() -> None:
    read: list[str] = []

    @once
    def reader(text: str) -> int:
        read.append(text)
        return len(text)

    one = "a text"
    assert [reader(one), reader(one), reader("another"), reader(one)] == [6, 6, 7, 6]
    assert read == [one, "another", one]


def test_threads_that_read_different_documents_get_their_own() -> None:
    @once
    def same(document: object) -> object:
        return document

    def ask(document: object) -> None:
        wrong.extend(1 for _ in range(20_000) if same(document) is not document)

    wrong: list[int] = []
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        threads = [threading.Thread(target=ask, args=(object(),)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(interval)
    assert not wrong
