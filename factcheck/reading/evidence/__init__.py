"""What explains a figure? The facts of those whom the article names, looked up by value before any grammar is asked."""
