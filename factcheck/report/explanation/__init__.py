"""How is an explanation told? As lines for a person, as JSON for a program."""
