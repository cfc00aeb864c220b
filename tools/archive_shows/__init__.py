"""What does an archive of articles cost, and does it survive whoever is killed? `python -m tools.archive_shows`."""
