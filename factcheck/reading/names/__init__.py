"""Proper names of any kind, and whether two of them are one name in two spellings."""
