"""Which lines read as one, and what is each block? Paragraphs, lists, tables and what is not the article's own."""
