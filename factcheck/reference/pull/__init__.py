"""How does a pack come from the web? download (bytes) -> unpack (files) -> install (a folder, checked)."""
