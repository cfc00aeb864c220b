"""Which claims come of it? Values bound to subject, year and group, sentence by sentence."""
