"""What does a text editor show of a draft while it is being written?"""
