"""What does a pack on disk hold? Its descriptor and tables, every cell held to its form."""
