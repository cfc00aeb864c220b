"""What does a printed page (PDF) say? Its letters, their order, what repeats on every page, its paragraphs."""
