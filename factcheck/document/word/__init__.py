"""What does a file of a word processor say (.docx, .odt, .rtf)? Its package, its paragraphs, its numbering."""
