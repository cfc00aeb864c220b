"""What does a checked archive say, and what does it say otherwise than before?"""
