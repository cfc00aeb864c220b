"""Which figures are said to follow from others? Differences, percentages and changes."""
