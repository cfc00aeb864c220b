"""Which figure of those told together is the odd one out, and what should it be?"""
