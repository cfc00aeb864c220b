"""The exit statuses."""

from __future__ import annotations

CLEAN = 0
FINDINGS = 1
"""Findings at or above the chosen severity."""
UNCHECKED = 2
"""Something could not be checked; it wins over FINDINGS: a broken run never looks like a finished one."""
INTERRUPTED = 130
"""Stopped at the keyboard, as shells count it."""
