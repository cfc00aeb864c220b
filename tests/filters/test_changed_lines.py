"""What git says was changed, read from diffs without context lines."""

from __future__ import annotations

import pytest

from factcheck.filters.changed_lines import Change, changes, touches

HEAD = "diff --git a/{0} b/{0}\nindex 1..2 100644\n--- a/{0}\n+++ b/{0}\n"

CASES = {
    "a_changed_line": (HEAD.format("a.md") + "@@ -3 +3 @@\n-x\n+y\n", [Change("a.md", ((3, 3),))]),
    "several_lines": (
        HEAD.format("a.md") + "@@ -3,0 +4,2 @@\n+y\n+z\n@@ -9,2 +11,3 @@ kop\n",
        [Change("a.md", ((4, 5), (11, 13)))],
    ),
    "lines_cut_out_touch_what_they_stood_between": (
        HEAD.format("a.md") + "@@ -4,2 +3,0 @@\n-x\n-y\n",
        [Change("a.md", ((3, 4),))],
    ),
    "two_files": (
        HEAD.format("a.md") + "@@ -1 +1 @@\n" + HEAD.format("b c.txt") + "@@ -2 +2 @@\n",
        [Change("a.md", ((1, 1),)), Change("b c.txt", ((2, 2),))],
    ),
    "a_line_of_an_article_that_looks_like_a_header": (
        HEAD.format("a.md") + "@@ -1 +1,2 @@\n-x\n+++ b/palsu.md\n+y\n",
        [Change("a.md", ((1, 2),))],
    ),
    "a_name_in_quotes": (
        'diff --git x y\n--- /dev/null\n+++ "b/na\\303\\257f \\"satu\\".md"\n@@ -0,0 +1,4 @@\n',
        [Change('naïf "satu".md', ((1, 4),))],
    ),
    "a_file_that_is_gone": (
        "diff --git a/a.md b/a.md\ndeleted file mode 100644\n--- a/a.md\n+++ /dev/null\n@@ -1,2 +0,0 @@\n",
        [],
    ),
    "a_word_file_has_no_lines": ("diff --git a/a.docx b/a.docx\nBinary files a/a.docx and b/a.docx differ\n", []),
    "nothing": ("", []),
}


@pytest.mark.parametrize("name", CASES)
def test_changes(name: str) -> None:
    diff, expected = CASES[name]
    assert list(changes(diff)) == expected


@pytest.mark.parametrize(("first", "last", "touched"), [(1, 2, False), (2, 3, True), (5, 5, True), (6, 9, False)])
def test_touches(first: int, last: int, touched: bool) -> None:
    assert touches([(3, 5)], first, last) is touched
