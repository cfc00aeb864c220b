"""How is every article of an archive checked once, whoever is killed meanwhile?"""
