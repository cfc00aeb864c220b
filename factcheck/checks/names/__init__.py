"""Whose name is it, and how is it written?"""
