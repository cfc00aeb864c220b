"""What do the marks of plain text, Markdown and reStructuredText mean? They are blanked, character for character."""
