"""Numbers, dates and words as a language writes them; the words themselves are in the folders `id`, `en` …"""
