"""What does a verb do? Pages of the documentation made from the command's own help and the manual of the rules."""
