"""Does what a pack says hang together, beyond the form of its cells? One module a family of checks."""
