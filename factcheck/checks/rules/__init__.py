"""Which slips does the press make? One module a rule, named as the rule: its docstring is the manual page."""
