"""What explains a figure: which fact, which free slot, which one slip of the finger?"""
