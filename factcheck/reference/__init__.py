"""The reference: packs of facts, their reader and validator, and the look-ups.

descriptor, tables, records -> pack -> settle, derive -> store; validate stands beside them.
"""
