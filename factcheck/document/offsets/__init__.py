"""Where in the file is it? From an offset back to the file, its line and its column."""
