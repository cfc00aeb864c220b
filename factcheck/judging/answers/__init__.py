"""What does the reference say to a claim? One module a sort of claim."""
