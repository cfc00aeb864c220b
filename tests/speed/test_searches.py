"""What a search costs hangs on how its pattern begins: behind a letter or a class of letters it leaps from one place to
the next; behind a look behind, a repeat or alternatives it stops at every letter, at five times the cost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MOST = {"ordinary": 0.3, "English": 0.8, "as published": 3.0}
"""Letters that such patterns are searched through, to a letter of an article of a kind."""
PROBE = """
import sys
from re import _compiler, _parser
import factcheck.cache.patterns as patterns
compiled, walked = patterns.compiled, []
class Searched:
    def __init__(self, made):
        self.made, parsed = made, _parser.parse(made.pattern, made.flags)
        literal = _compiler._get_literal_prefix(parsed, made.flags)[0]
        self.leaps = bool(literal) or _compiler._get_charset_prefix(parsed, made.flags) is not None
    def __getattr__(self, name):
        return getattr(self.made, name)
    def _walk(self, name, text, start=0, end=sys.maxsize):
        if not self.leaps:
            walked.append(max(0, min(end, len(text)) - start))
        return getattr(self.made, name)(text, start, end)
    def search(self, text, *ends): return self._walk("search", text, *ends)
    def finditer(self, text, *ends): return self._walk("finditer", text, *ends)
    def findall(self, text, *ends): return self._walk("findall", text, *ends)
patterns.compiled = lambda source, flags=0: Searched(compiled(source, flags))
sys.path.insert(0, sys.argv[1])
from benchmarks.counted import check_all
from benchmarks.kinds import KINDS
articles = [KINDS[sys.argv[2]](number) for number in range(6)]
check_all(articles)
walked.clear()
check_all(articles)
print(sum(walked) / sum(len(article.text) for article in articles))
"""


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="asks the compiler of patterns of CPython")
@pytest.mark.parametrize("kind", MOST)
def test_no_search_stops_at_every_letter(kind: str, tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROBE, str(ROOT), kind]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert float(done.stdout) <= MOST[kind]
