"""The version of the product, said once."""

__version__ = "0.1.0"
