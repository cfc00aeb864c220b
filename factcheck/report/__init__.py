"""How is it told? What was found, for a person or a program: one module a format, each a `Reporter`."""
