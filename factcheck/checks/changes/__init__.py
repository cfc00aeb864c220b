"""Which change is meant, and which figures of a draft bear it out?"""
