"""What do the packs hold together? Sources settled, words derived, everything laid out for look-ups."""
