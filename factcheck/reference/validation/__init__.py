"""Whether what a pack says hangs together, beyond the form of its cells. One module a family of checks."""
