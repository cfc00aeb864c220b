"""What is to be done with packs? `factcheck reference`: one module a verb."""
