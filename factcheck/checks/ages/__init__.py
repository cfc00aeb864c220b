"""Does an age follow from a day of birth and a later day?"""
