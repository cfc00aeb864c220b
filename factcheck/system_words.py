"""What the system says when it refuses a file, in words."""

from __future__ import annotations

import errno

from factcheck.messages import message

REASONS = {
    errno.ENOENT: message("it does not exist"),
    errno.EACCES: message("there is no permission for it"),
    errno.EPERM: message("there is no permission for it"),
    errno.EISDIR: message("it is a folder"),
    errno.ENOTDIR: message("a part of its path is no folder"),
    errno.EEXIST: message("it is there already"),
    errno.ENOSPC: message("the disk is full"),
    errno.EROFS: message("the disk is read-only"),
    errno.ENAMETOOLONG: message("its name is too long"),
    errno.ELOOP: message("its links lead in a circle"),
    errno.EIO: message("the disk cannot be read"),
    errno.EMFILE: message("too many files are open"),
    errno.EPIPE: message("nobody reads it"),
}


def reason_of(slip: OSError) -> str:
    """Why, for the gap of a message; what is rare is said in the system's own words."""
    return REASONS.get(slip.errno or 0) or slip.strerror or str(slip)
