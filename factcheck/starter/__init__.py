"""What `factcheck init` puts into a repository of articles."""
