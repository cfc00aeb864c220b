"""Among whom is it counted, and what is counted?"""
