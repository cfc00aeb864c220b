"""To whom is each figure bound, as its value explains it?"""
