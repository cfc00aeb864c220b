"""Checks the figures, dates and names of a draft article against a reference, the calendar and itself."""

__version__ = "0.1.0"
