"""Which figure is how much two values told near by differ?"""
