"""Which act is cited, and with which others?"""
