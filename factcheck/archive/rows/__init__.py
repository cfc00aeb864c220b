"""What is written of an article: which rows of documents, claims and findings, and how are they put on disk?"""
