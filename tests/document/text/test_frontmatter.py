"""Front matter: the table of cases in frontmatter.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.document.read_document import read_document
from factcheck.document.text.frontmatter import KEYS, read_front_matter
from factcheck.document.text.frontmatter_libraries import yaml_fields
from factcheck.errors import FactcheckError

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "frontmatter.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_front_matter(case: dict[str, Any]) -> None:
    fence = case.get("fence", "---")
    data = "\n".join([fence, *case["lines"], fence, "Isi."]).encode()
    if "says" in case:
        with pytest.raises(FactcheckError, match=case["says"]) as caught:
            read_document("draft.md", data)
        assert caught.value.line == case["line"]
        return
    document = read_document("draft.md", data)
    assert document.published == case.get("published")
    assert document.published_from == ("front matter" if "published" in case else "")
    assert document.language == case.get("language", "id")
    titles = [document.plain[b.start : b.end].split() for b in document.blocks if b.kind == "title"]
    assert titles == ([case["title"].split()] if "title" in case else titles)


def test_front_matter_that_is_never_closed() -> None:
    with pytest.raises(FactcheckError, match="never closed") as caught:
        read_document("draft.md", b"---\ntitle: Satu\n\nIsi.\n")
    assert caught.value.line == 1


def test_the_date_given_holds_only_for_articles_without_their_own() -> None:
    as_of = date(2024, 12, 31)
    without = read_document("draft.md", b"Isi.", as_of=as_of)
    with_date = read_document("draft.md", b"---\ndate: 2023-01-02\n---\nIsi.", as_of=as_of)
    assert (without.published, without.published_from) == (as_of, "--as-of")
    assert with_date.published == date(2023, 1, 2)


@pytest.mark.parametrize("name", ["draft.doc"])
def test_kinds_of_files_that_are_not_read(name: str) -> None:
    with pytest.raises(FactcheckError, match="save the article as"):
        read_document(name, b"Isi.")


VALUES = st.text("ab1Z .,:#'\"-/()&*?é\\", max_size=12)
FORMS: dict[str, Callable[[str], str]] = {
    "plain": lambda value: value.lstrip(" '\""),
    "single": lambda value: "'" + value.replace("'", "''") + "'",
    "double": lambda value: '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"',
}
LINES = st.tuples(
    st.sampled_from([*KEYS, "tags", "a b", "x-1"]),
    st.builds(lambda form, value: FORMS[form](value), st.sampled_from(sorted(FORMS)), VALUES),
    st.sampled_from(["", " # catatan"]),
)


@given(st.lists(LINES, min_size=1, max_size=4, unique_by=lambda line: line[0]))
def test_lines_are_read_as_yaml_reads_them(lines: list[tuple[str, str, str]]) -> None:
    """The reader of plain lines is there to be quick, and is of one mind with the library."""
    written = "".join(f"{key}: {value}{note}\n" for key, value, note in lines)
    library = yaml_fields(written, 0, len(written))
    assume(library is not None)
    try:
        front = read_front_matter(f"---\n{written}---\n")
    except FactcheckError as slip:
        assert "is no date" in slip.message
        return
    wanted = {field.key: field.value for field in library or () if field.key in KEYS}
    assert {field.key: field.value.strip() for field in front.fields if field.key in KEYS} == wanted
