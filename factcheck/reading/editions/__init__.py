"""Which dated, provisional tables does an article go by, and which of its figures are theirs?"""
