"""The index of a large pack, built in bounded memory and set in its place when it is whole."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection, connect

from factcheck.model import Fact, Problem
from factcheck.reference.content.build import settled_counts, settled_facts, settled_ranks
from factcheck.reference.content.content import freeze_fact
from factcheck.reference.index.check_chunks import check_chunk, check_complete, chunk_of, ranked_facts
from factcheck.reference.index.look_up import Index
from factcheck.reference.index.schema import ABOUT, LATE, ROLES, SOURCES, TABLE, VERSION
from factcheck.reference.index.seal import seal
from factcheck.reference.index.stage import MOST, Staged, chunks, stage
from factcheck.reference.packs.pack import Pack
from factcheck.reference.validation.remarks import Surroundings
from factcheck.typed import Any

SETTLED = {"facts": settled_facts, "ranks": settled_ranks, "counts": settled_counts}
PREFIX = "building-"
"""Of the folders in which indexes are being built."""

KNOWN = 100_000
"""Sources that are remembered, so as to write each once."""
INSERT = "INSERT INTO {role} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def build_index(head: Pack, around: Surroundings, path: Path) -> tuple[Problem, ...]:
    """Builds the index of a pack (`head`: all of it but the large tables) at `path`, unless it has errors.

    Nothing is at `path` before it is whole; two processes may build it at once. Raises OSError where the
    folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=PREFIX) as work:
        made = Path(work) / "index"
        with closing(_scratch(Path(work) / "rows")) as rows:
            staged, problems = stage(head.info, rows)
            if not problems:
                problems = _write(head, around, staged, made)
        if not problems:
            _keep(made, path)
            seal(path)
    return tuple(problems[:MOST])


def _write(head: Pack, around: Surroundings, staged: Staged, path: Path) -> list[Problem]:
    with closing(_scratch(path)) as db:
        return _fill(Writer(db, head.info.name, path), head, around, staged)


def _fill(writer: Writer, head: Pack, around: Surroundings, staged: Staged) -> list[Problem]:
    problems: list[Problem] = []
    for role in ROLES:
        for goods in chunks(staged, role):
            chunk = chunk_of(head, goods)
            if role == "ranks":
                chunk = chunk._replace(facts=ranked_facts(chunk, writer.index))
            check_chunk(role, chunk, around, problems)
            if len(problems) < MOST:
                writer.add(role, SETTLED[role]([chunk]))
        writer.db.commit()
    if len(problems) < MOST:
        check_complete(head, around, writer.index, problems)
    if not problems:
        writer.finish()
    return problems


class Writer:
    """Facts into an index; `index` reads what has been written so far."""

    def __init__(self, db: Connection, pack: str, path: Path) -> None:
        self.db = db
        self.index = Index(pack, str(path), db)
        self._sources: dict[str, int] = {}
        self._written = 0
        self._facts = 0
        self._dated = False
        for role in ROLES:
            db.execute(TABLE.format(role=role))
        db.execute(SOURCES)
        db.execute(ABOUT)

    def add(self, role: str, facts: Sequence[Fact]) -> None:
        """Writes settled facts."""
        ordered = sorted(facts, key=lambda fact: (fact.entity, fact.measure, fact.period))
        self.db.executemany(INSERT.format(role=role), list(self._rows(ordered)))
        self._dated = self._dated or any(fact.published for fact in ordered)

    def finish(self) -> None:
        """Makes what is made when all facts are in."""
        for statement in LATE:
            self.db.execute(statement)
        self.db.execute("INSERT INTO about VALUES (?, ?)", (self._dated, self._facts))
        self.db.execute(f"PRAGMA user_version={VERSION}")
        self.db.commit()

    def _rows(self, facts: Iterable[Fact]) -> Iterator[tuple[Any, ...]]:
        for fact in facts:
            row = freeze_fact(fact)
            self._facts += 1
            yield (
                row[2],
                row[1],
                row[3],
                self._facts,
                row[4],
                row[14],
                self._source(fact.source),
                *row[6:14],
            )

    def _source(self, source: str) -> int:
        known = self._sources.get(source)
        if known is None:
            if len(self._sources) >= KNOWN:
                self._sources.clear()
            self._written = known = self._written + 1
            self._sources[source] = known
            self.db.execute("INSERT INTO sources VALUES (?, ?)", (known, source))
        return known


def _scratch(path: Path) -> Connection:
    """A file that may be lost with the machine: it is moved into its place when it is whole, or never."""
    db = connect(path)
    for setting in ("journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE", "cache_size=-16000"):
        db.execute(f"PRAGMA {setting}")
    return db


def _keep(made: Path, path: Path) -> None:
    descriptor = os.open(made, os.O_RDWR)
    os.fsync(descriptor)
    os.close(descriptor)
    made.replace(path)
