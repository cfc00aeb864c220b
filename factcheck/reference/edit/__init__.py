"""How is a pack changed? Made, added to, drafted: what is written is complete or not there."""
