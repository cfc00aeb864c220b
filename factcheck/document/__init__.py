"""What does a file say? Bytes are decoded, laid out in blocks, and mapped to lines and columns."""
