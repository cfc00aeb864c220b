"""A pack from the web: fetch (bytes) -> unpack (files) -> install (a folder, checked and set in its place)."""
