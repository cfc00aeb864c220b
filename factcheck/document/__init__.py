"""Files in, documents out: bytes are decoded, laid out in blocks, and mapped to lines and columns."""
