"""What factcheck costs beside other linters: `python -m benchmarks --help`.

Nothing but the standard library; Linux or macOS.
"""
