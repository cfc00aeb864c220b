"""What was found, as a person or a program reads it: one module a format, each a `Reporter`."""
