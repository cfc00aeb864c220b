"""What is known? Packs of facts, read, checked and put together, and the answers they give.

packs -> content -> load -> ask; index, validation, edit and pull stand beside them.
"""
