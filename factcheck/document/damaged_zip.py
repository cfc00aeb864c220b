"""What Python raises of a zip file that is damaged, locked or made to hurt."""

from __future__ import annotations


def zip_damage() -> tuple[type[Exception], ...]:
    """The exceptions to catch around the reading of a zip file: there is no one base of them."""
    import lzma
    import struct
    import zlib
    from zipfile import BadZipFile

    return (BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, RuntimeError, OSError, ValueError, KeyError)
