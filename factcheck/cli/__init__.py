"""What does the user want done? One module a verb, which reads the arguments and delegates."""
