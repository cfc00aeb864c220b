"""Which articles are in an input, and in which portions are they handed out?"""
