"""Quiet in the right way: which findings of a run are shown, and which are known, silenced, or not of
today."""
