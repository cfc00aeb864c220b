"""What does the user want to know of an archive? One module a verb, which reads the arguments and delegates."""
