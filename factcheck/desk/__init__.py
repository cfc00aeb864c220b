"""What are the articles of a newsroom's folder checked with, and what of it is shown?"""
