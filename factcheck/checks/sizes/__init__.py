"""How many of a group are there, in a province or in the country?"""
