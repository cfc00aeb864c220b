"""`factcheck reference`: one module a verb."""
