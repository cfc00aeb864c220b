"""Who stands in a list, in which order, and are they as many as were announced?"""
