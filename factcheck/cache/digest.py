"""The hash of what is kept and recognised."""

from __future__ import annotations

from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import blake2b
else:
    try:  # the bare module: hashlib brings OpenSSL with it, which takes longer to load than all we hash
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b

__all__ = ["blake2b"]
