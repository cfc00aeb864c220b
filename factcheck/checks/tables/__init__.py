"""Do the rows, the totals and the shares of a table go together?"""
