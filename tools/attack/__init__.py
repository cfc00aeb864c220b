"""How does the product stand up to attack? `python -m tools.attack`; what came of it stands in docs/reliability.md."""
