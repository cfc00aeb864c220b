"""On what ground may a contradicted claim be flagged? One module a sort of claim."""
