"""Whose value is it? The names beside it, the lists it is shared out over, the column, the context."""
