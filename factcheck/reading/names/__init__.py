"""Which proper names, of whatever kind, are one name in two spellings?"""
