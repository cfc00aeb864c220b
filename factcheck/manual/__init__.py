"""What is a rule about? Its manual page, read from the docstring of its module."""
