"""What does a Word file say? Its package, its paragraphs, its numbering."""
