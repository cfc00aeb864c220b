"""What does the article claim? Every claim listed, one module a format."""
