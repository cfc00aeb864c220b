"""A long article costs as many times more as it is longer: counted in calls, which no clock disturbs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import cycle, islice, product

import pytest
from counting import added, calls, with_pairs

from factcheck import check_text

SIZES = (140, 280, 560)
"""Sentences of an article, of more letters than one has that is read again for what nothing explains."""
GROWTH = 2.1
"""What a doubling may add, as a multiple of what the one before it added: bisection takes a step more."""
SEEN = 24
"""So many calls for each pair of sentences are seen."""
HEAD = "# Nilai kepatuhan 2024\n\nOmbudsman RI menilai kepatuhan pelayanan publik pada 2024.\n\n"
NAMES = ("Kota Jambi", "Kabupaten Kerinci", "Kabupaten Tebo", "Kabupaten Kaur", "Kabupaten Lebong", "Kota Bogor")
FIGURES = tuple(f"{whole},{part:02}" for whole, part in product(range(55, 95), range(3, 60, 7)))
YEARS = ("2022", "2023", "2024")


def scores(place: int, name: str, figure: str, year: str) -> str:
    return f"Nilai {name} pada {year} adalah {figure}."


def changes(place: int, name: str, figure: str, year: str) -> str:
    return f"Nilai {name} naik {1 + place % 9},{10 + place % 80} poin menjadi {figure} pada {year}."


def counts(place: int, name: str, figure: str, year: str) -> str:
    return f"Pada {year} ada {2 + place % 90} kota di zona hijau, bertambah {2 + place % 7} kota."


def ranks(place: int, name: str, figure: str, year: str) -> str:
    return f"Pada {year} {name} menempati peringkat {1 + place % 90} dari 98 kota dengan nilai {figure}."


def people(place: int, name: str, figure: str, year: str) -> str:
    spelling = ("Rahmat", "Rahmet")[place % 2]
    return f"Bupati {spelling} Hidayat menerima piagam, kata Camat Budi{'abcdefghij'[place % 10] * 3} Santoso."


def clauses(place: int, name: str, figure: str, year: str) -> str:
    return f"{name} dengan nilai {figure} pada {year};"


def article(sentence: Callable[[int, str, str, str], str], size: int) -> str:
    told = islice(zip(cycle(NAMES), cycle(FIGURES), cycle(YEARS), strict=False), size)
    sentences = [sentence(place, *words) for place, words in enumerate(told)]
    return HEAD + "\n\n".join(" ".join(sentences[at : at + 40]) for at in range(0, size, 40)) + "\n"


@pytest.mark.parametrize("sentence", [scores, changes, counts, ranks, people, clauses], ids=lambda one: one.__name__)
def test_twice_the_text_costs_twice_the_calls(sentence: Callable[[int, str, str, str], str]) -> None:
    texts = [article(sentence, size) for size in SIZES]
    check_text(texts[0])  # what is loaded once is loaded now
    counted = [calls(partial(check_text, text)) for text in texts]
    assert added(counted) < GROWTH
    assert added(with_pairs(counted, SIZES, SEEN)) > GROWTH
