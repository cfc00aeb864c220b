"""How much is in an index, counted where it lies."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection

from factcheck.reference.content.derive import BY_SCALE
from factcheck.reference.holdings import Holdings, Tally, others
from factcheck.reference.index.look_up import connect
from factcheck.reference.index.schema import ROLES
from factcheck.reference.packs.pack import Pack

ASK = """
SELECT period, measure, count(*), count(DISTINCT entity), count(DISTINCT source),
  count(DISTINCT CASE WHEN trust > 0 THEN entity || '|' || "group" || '|' || scope || '|' || condition END)
FROM {role} WHERE note NOT LIKE ? GROUP BY period, measure ORDER BY period, measure
"""


SUBJECTS = (
    "SELECT count(*) FROM (SELECT entity FROM facts UNION SELECT entity FROM ranks UNION SELECT entity FROM counts)"
)


def index_holdings(head: Pack, path: Path) -> Holdings:
    """What a large pack holds, derived words not counted; which rows are marked as conflicts is not kept."""
    with closing(connect(path)) as connection:
        (subjects,) = connection.execute(SUBJECTS).fetchone()
        tallies = tuple(_tallies(head.info.name, connection))
    return Holdings(head.info.name, tallies, others(head), subjects, None)


def _tallies(pack: str, connection: Connection) -> Iterator[Tally]:
    for role in ROLES:
        for row in connection.execute(ASK.format(role=role), (f"{BY_SCALE}%",)):
            yield Tally(pack, *row)
