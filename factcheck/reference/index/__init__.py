"""How is a pack too large for memory asked? Its facts, ranks and counts in one sqlite file, built once.

stage (tables to sorted rows) -> build_index (rows checked and settled, chunk by chunk) -> look_up.
"""
