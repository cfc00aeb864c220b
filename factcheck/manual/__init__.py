"""The manual: pages made from the rules' own docstrings and the command's own help."""
