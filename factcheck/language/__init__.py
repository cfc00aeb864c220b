"""How does a language write it? Numbers, dates and words; the words themselves are in the folders `id`, `en` …"""
