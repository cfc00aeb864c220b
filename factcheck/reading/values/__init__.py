"""Which mentions state a value? Scores, ranks, counts, changes, extremes and words of a scale."""
