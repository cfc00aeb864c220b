"""What does a repository of articles begin with? What `factcheck init` puts there."""
