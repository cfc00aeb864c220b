"""Packs changed: made, added to, drafted. What is written is complete or not there."""
