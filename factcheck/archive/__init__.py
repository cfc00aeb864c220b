"""Which articles of an archive of millions repeat a slip, and who printed it first?

`inputs/` finds the articles and cuts them into portions, `running/` has each portion checked once on the workers of a
distributed engine, `rows/` says what is written of it, `asking/` looks at what was written. Nothing here judges an
article: a worker calls the function that `factcheck check` calls.
"""
