"""The command line: one module a verb, which reads the arguments and delegates."""
