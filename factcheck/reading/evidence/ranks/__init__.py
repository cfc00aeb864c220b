"""Which ranks, extremes and announced orders do the figures and names beside them tell of?"""
