"""How does a table that an office publishes become rows of a pack? Read, laid out, unpivoted, matched, planned, kept.

One module a step, each a pure function over the records of the one before; only `read_tables` opens a file and only
`keep_plan` writes one.
"""
