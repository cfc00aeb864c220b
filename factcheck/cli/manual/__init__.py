"""What does a rule or a verb do? Pages made from the rules' own docstrings and the command's own help."""
