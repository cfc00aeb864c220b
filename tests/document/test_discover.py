"""Which files are checked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcheck.document.discover import discover


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    for name in ("b.md", "a.txt", "data.csv", "rilis.pdf", "sub/c.md", "sub/draft.md", ".hidden/d.md", "old/e.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Isi.", "utf-8")
    return tmp_path


def names(folder: Path, *exclude: str, paths: tuple[str, ...] = ("",)) -> list[str]:
    files, problems = discover([str(folder / path) for path in paths], exclude)
    assert problems == ()
    return [str(Path(file).relative_to(folder)) for file in files]


def test_a_folder_is_walked_in_order_without_hidden_folders(articles: Path) -> None:
    assert names(articles) == ["a.txt", "b.md", "old/e.md", "sub/c.md", "sub/draft.md"]


def test_patterns_leave_files_and_folders_out(articles: Path) -> None:
    assert names(articles, "draft.*", "old/") == ["a.txt", "b.md", "sub/c.md"]


def test_gitignore_files_are_honoured_where_they_stand(articles: Path) -> None:
    (articles / ".gitignore").write_text("/old/\n", "utf-8")
    (articles / "sub" / ".gitignore").write_text("/draft.md\n", "utf-8")
    assert names(articles) == ["a.txt", "b.md", "sub/c.md"]


def test_gitignore_files_above_count_up_to_the_root_of_the_repository(articles: Path) -> None:
    (articles / ".git").mkdir()
    (articles / ".gitignore").write_text("sub/draft.md\n", "utf-8")
    assert names(articles, paths=("sub",)) == ["sub/c.md"]


def test_a_file_that_is_named_is_checked_whatever_it_is_called(articles: Path) -> None:
    assert names(articles, "*.csv", paths=("data.csv", "a.txt", "a.txt")) == ["data.csv", "a.txt"]


def test_what_is_missing_is_a_problem_and_the_rest_is_found(articles: Path) -> None:
    (articles / "empty").mkdir()
    files, problems = discover([str(articles / name) for name in ("gone.md", "empty", "a.txt")])
    assert [Path(file).name for file in files] == ["a.txt"]
    assert ["no such file" in problems[0].message, "no articles" in problems[1].message] == [True, True]


def test_a_folder_deeper_than_calls_may_nest(tmp_path: Path) -> None:
    places = [str(tmp_path) + "/a" * depth for depth in range(1, 1_100)]
    for place in places:
        os.mkdir(place)  # noqa: PTH102 - os.makedirs and Path nest as deep as the folders
    article = f"{places[-1]}/b.md"
    with open(article, "x", encoding="utf-8") as file:  # noqa: PTH123
        file.write("Isi.")
    try:
        assert discover([str(tmp_path)]) == ((article,), ())
    finally:
        os.unlink(article)  # noqa: PTH108
        for place in reversed(places):  # what clears up behind the tests nests too
            os.rmdir(place)  # noqa: PTH106
