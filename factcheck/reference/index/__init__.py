"""Packs too large to be held in memory: their facts, ranks and counts in one sqlite file each, built once.

stage (tables to sorted rows) -> build (rows checked and settled, chunk by chunk) -> read (look-ups).
"""
