"""Which findings are shown? Known, silenced and unchanged ones are not; `apply.py` is the order of it."""
