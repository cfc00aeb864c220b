"""The layout of an index: one table a role, in the order in which the facts of an entity are asked for.

Values are text, as the pack writes them, and never binary floats.
"""

from __future__ import annotations

ROLES = ("facts", "ranks", "counts")
"""The roles of tables that an index holds; the others of a pack stay in memory."""

VERSION = 1

TABLE = """
CREATE TABLE {role} (
  entity TEXT, measure TEXT, period TEXT, n INTEGER,
  value TEXT, number INTEGER, source INTEGER, line TEXT, "group" TEXT, scope TEXT, size INTEGER,
  condition TEXT, trust INTEGER, published TEXT, note TEXT,
  PRIMARY KEY (entity, measure, period, n)
) WITHOUT ROWID
"""
SOURCES = "CREATE TABLE sources (id INTEGER PRIMARY KEY, source TEXT)"
ABOUT = "CREATE TABLE about (dated INTEGER, facts INTEGER)"

LATE = ("CREATE INDEX whose ON facts (measure, period)",)
"""Made when all rows are in: sorting once is cheaper than keeping in order."""

ASK = """
SELECT t.measure, t.entity, t.period, t.value, s.source, t.line, t."group", t.scope, t.size, t.condition,
  t.trust, t.published, t.note, t.number
FROM {role} t JOIN sources s ON s.id = t.source WHERE {where}
"""
"""A row as `thaw_fact` wants it behind the name of the pack."""
