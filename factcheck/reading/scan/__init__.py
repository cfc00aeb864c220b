"""What stands in a sentence? Names, numbers, dates and words of the lexicon, and what each name does there."""
