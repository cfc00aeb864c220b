"""Repairs: what the reference settles without doubt, put into the file."""
