"""The results kept as data, and the page made of them."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.result import Result, Table
from benchmarks.targets import rows

PARTS = ("one", "thousand", "newsroom", "length", "reference", "stages", "keystroke", "instructions", "work")
"""Modules of benchmarks/, each with `measure` and a docstring that opens its section."""
OPENING = """\
# How fast it is

`python -m benchmarks` measures this anew: it installs codespell and proselint from your package index in a throw-away
environment, with factcheck from the checkout as a user has it, and runs them in turn. Parts can be measured alone and
keep the figures of the others (`python -m benchmarks one thousand`); `--help` says the rest. The figures are data in
`{data}`; this page is made of it. `tests/speed/` guards the same in CI without a clock.

codespell corrects spelling by a list of words, proselint looks for turns of phrase in English. They do other work; they
stand here as linters of prose that are run at every commit.
"""

NOT_REACHED = """\
## What was not reached, and what it would take

A thousand articles in the time that codespell takes twice (ordinary news) or eight times (about a subject). codespell
looks each word up in a list; factcheck reads a text for its days, figures, names, laws and sums, and where it is about
the subject of a pack each sentence for who it tells of, in which year, by which measure. Of ten sentences of an article
as published nine state nothing that a pack knows; that readers and passes go by them took a ninth away. What is left
is flat. Of an article as published the interpreter's own loop takes a quarter of the instructions, what it makes and
frees another, regular expressions a tenth; by stage the scan of sentences for words, marks and numbers an eighth, the
passes that settle what explains a figure a fifth, the rules a quarter, of which the second reading of an article with
one figure mended takes a fifth. No function takes a twentieth.

An ordinary article of 2 KB takes 66,000 steps of the interpreter in 2,050 calls of our functions; of the steps, in
hundredths: people 19, the rules and what a draft must have for them 12, numbers 10, sums and totals 10, reading 10,
names spelt twice 9, the folded text and what is looked up in it 4, records 3, days 2, packs 2. Twice codespell's time
leaves a fifth of its own: enough to read each of its 280 words once and to ask nearly nothing of it. No gate gives
that, for an ordinary article has names, days and figures, each of which is a claim that is reported; it would take the
scan in C below, and what is made of it compiled.

On 1 December what an article asks was counted step by step, ordinary ones and real ones of the corpus that were not
seen before (in the kinds of the benchmark the same names come again, so that what is kept of a name hides what it
costs). `check_text` alone, warm: an ordinary article 9.23 million instructions before, 8.50 after; a real one 37.0 and
31.8 (few that are about a subject take most of it); one as published 85.6 and 83.3. What it was, the greatest first:

- Shapes of sums looked for their words between each two figures, ten searches a shape; a set of the words of a stretch
  tells most apart. With laws, days in words and amounts told twice, looked for where they may stand, and the times
  below: 9 % of a real article, 6.5 of an ordinary one.
- The distance of two words of names was counted to its end, though more than two slips are another name; facts were
  subtracted and written out before it was asked whether the article tells of either: 5 % of a real one.
- Three patterns for two times or two months ran over every text that tells an hour: 3.6 % of an ordinary one. The
  duration comes first now, and two times are tried where what joins them stands between two figures.
- Fifty passes went through all sentences for a tag each, twelve needs through all figures for a unit or a form: 2 % of
  an article as published, 1 of an ordinary one. An index is made once.

To ask all needs before the first rule runs gave 0.1 % and was left. All this took back less than readers and rules had
added: from c21fb1f, of 29 November, to the tree of this day an ordinary article went from 9.5 to 12.8 million
instructions in the table below, one as published from 86 to 103, a dense one from 268 to 438. A new rule for any draft
costs an ordinary one a half to three thousandths by what it must have alone. In runs of twenty and of eighty ordinary
articles one more took 11.2 million instructions before this round and 11.6 with all of the day, 7.9 times codespell's.
A newsroom's articles were timed in three rounds only, at a load of ten to fourteen: 10.1 and 43.3 times codespell; the
table below is of a quiet machine and the tree of the day before.

One in ten ordinary articles was framed as if it were about a pack, for it counts people ("12.350 orang"): where no pack
is open that is done only where the article has all words of a phrase for a measure, 6 to 9 % less. What hangs on the
packs and the language alone and was asked of each article (steps of scales, first days of years, words for kinds) is
kept; what is kept by the identity of one object or two is found in a third of the time, a hundred times an article. Of
the passes over claims in an article as published most change nothing in nine of ten, and see it in less than a
hundredth each.

Questions that are asked again of the very same objects were counted at the end of 30 November, over the plain functions
of reading, judging and rules: in an article as published the repeats take 6 % at most, and none of them a hundredth.
Answers kept since (another measure, one slip of the finger) help where every figure is flagged; the rest takes fewer
passes.

What a search costs hangs on how its pattern begins. By plain search a letter takes one instruction or two, by a class
of letters 20; by a look behind, a repeat or alternatives 70 to 100, for nothing can leap to where it may begin. Three
searches for "2019-2024" that began with a look behind took a twentieth of an ordinary article. None of that sort is
left there (`tests/speed/test_searches.py`), and in articles about a subject two: the tokens that the lexicon is asked
for, and the words that open a pack. Tokens cut in one piece with the marks between them cost as much, for a list of
places takes what the matches took.

A record with slots is made and asked in a third of a named tuple's time. Mentions, sentences, numbers, lines and runs
of capitals are such: 4 % of an article as published. What would take more:

- Claims, facts, spans and blocks as such records: they cross doors, and are taken apart as the tuples that they are.
- One scan in C for words, figures and names, with the trie that is there: each of them is found by a pass of its own.
  Tried on an earlier tree: an eighth less.
- Rules and reports compiled too: layout, reading and judging are. Most classes that they make and ask are tuples and
  records of Python's, which compiled code asks as slowly as the interpreter does.

One draft, cold, in two thirds of codespell's time: an article about a subject imports 310 modules of ours. Their
compiled code kept in one file was tried, an eighth less, and taken back: code that is run from a folder of the user's
is a door of its own, and hides an edit. It would take fewer modules, passes that are imported only where they change
something, or a helper that has all of it (`check --warm`). When such a start took 400 million instructions, the
interpreter took 38, the standard library 45, our modules 185 (a quarter of it their code read, a third classes of
records made, an eighth the search for `__path__` that each `from … import` ends in), what is kept between runs 20, the
article itself 40. A class takes 130,000, half of them for slots of the interpreter that any
class has: only fewer would help. Annotations as text save nothing. A finder of our own that knows where our modules lie
saved 36, and a twentieth of the time, and was left: it is a second way to import.

Counted again on 30 November: of 434 million instructions of such a start the interpreter takes 40, our 308 modules 330
(finding and opening them 97, their code read 69, 250 classes 54, that search for `__path__` 31: 12,000 at each of 2,600
lines `from … import` in CPython 3.11, also where one stands in a function and is run again), the article the rest. Ten
modules fewer, imported only where a claim is contradicted, a figure was passed over or a word of a scale stands, saved
0.7 %: a third of a million each, for they are small. Two thirds of codespell's time would be 100 modules of middling
size fewer.

That night 19 small modules that every draft imports with another were joined to that one (Roman numerals and ordinals
to numbers in words, times of day to the calendar): 0.973 of the time of the tree right before, both in turn, 40 rounds
at a load of sixteen. Of some fifty drafts each imports the same 256 modules, whatever it tells.

Measured again on 1 December at a load of ten, twenty rounds in turn: 1.00 of codespell plain, 1.33 rich, of proselint
0.93 and 1.24; the table below is of a quiet machine and an earlier tree.

What packs hold costs a start nothing by its size: names, tables, laws and the lexicon lie in pieces of some thirty
keys, and a draft reads a tenth of them ([architecture.md](architecture.md)).

Compiled code is another product for each platform, so the pure package stays whole and is the one that is tested
first; the compiled wheel stands beside it ([developers.md](developers.md)). Built of c21fb1f it took 0.83 of the time
of the pure one on articles as published (24.0 and 29.0 times codespell in one run), 0.97 on ordinary ones (6.5, 6.7).
Of what came after it could not be built (a lambda in a tuple's method), nor imported (records with slots were taken for
compiled classes), nor run (sets said to be frozen that were not, twice): mended on 1 December, built of eeea17a8 in 17
minutes, and the same to the byte as its sources. It took 0.83 of the time of the pure one on articles as published and
0.96 on ordinary ones, in the run of the tables below, while the machine did other work too.
"""

ABOUT = ("date", "factcheck", "peers", "machine")
"""What is kept beside the results of a part."""

Kept = dict[str, dict[str, Any]]


def kept_in(path: Path) -> Kept:
    """The results of earlier runs, by part."""
    held: Kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return held


def kept(result: Result, about: dict[str, str]) -> dict[str, Any]:
    """A result as data, with when and on what it was measured."""
    return {**about, **result._asdict()}


def data_of(page: Path) -> Path:
    """Where the data of a page lies."""
    return page.with_suffix(".json")


def page(results: Kept, data: str) -> str:
    """The whole page in Markdown."""
    targets = Table(("aim", "measured", ""), tuple(rows(lambda part: results.get(part, {}).get("figures", {}))))
    sections = [OPENING.format(data=data), _table(targets), NOT_REACHED, *_measured(results)]
    sections += ["\n".join(_section(part, results[part])) for part in PARTS if part in results]
    return "\n".join(sections)


def section(part: str, result: Result) -> str:
    """One part as it is printed."""
    return "\n".join(_section(part, result._asdict()))


def _section(part: str, result: dict[str, Any]) -> Iterator[str]:
    title, _, told = str(inspect.getdoc(import_module(f"benchmarks.{part}"))).partition("\n")
    yield f"## {title}\n\n{told.strip()}\n"
    for table in result["tables"]:
        yield _table(Table(*table))
    yield "\n".join(f"- {note}" for note in result["notes"]) + "\n"


def _measured(results: Kept) -> Iterator[str]:
    """When and on what: a line for the parts that were measured alike."""
    alike: dict[str, list[str]] = {}
    for part in (part for part in PARTS if part in results):
        date, *what = (results[part][key] for key in ABOUT)
        alike.setdefault(f"measured on {date} with {', '.join(what)}", []).append(part)
    yield "\n".join(f"- {', '.join(parts)}: {told}." for told, parts in alike.items()) + "\n"


def _table(table: Table) -> str:
    columns = [{column[:1] for column in cells} for cells in zip(*table.rows, strict=True)]
    ruler = ["---:" if all(not first or first.isdigit() for first in firsts) else "---" for firsts in columns]
    return "\n".join(f"| {' | '.join(row)} |" for row in (table.head, ruler, *table.rows)) + "\n"
