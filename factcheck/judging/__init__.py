"""Does a claim hold? Each held against the reference, its other readings and the usual slips."""
