"""What does the reference answer? Facts, ranks, counts, names, and what complete tables let compute."""
