"""Of whom is a word of a scale said, as the names, figures and words beside it show?"""
