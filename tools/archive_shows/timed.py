"""The command with a clock around the function that checks a portion: `python -m tools.archive_shows.timed LOG WORDS…`.

What all processes take beyond what stands in LOG is the engine's.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from time import thread_time

from factcheck.archive.inputs.record import Portion
from factcheck.archive.running.job import Done, Job
from factcheck.archive.running.portion_check import check_portion, same_as

LOG = "TIMED_PORTIONS"
"""The variable that tells workers where they write the seconds of their portions."""


def timed_portion(job: Job, portion: Portion) -> Done:
    """`check_portion`, its processor time written down; the start of a worker counts as the engine's."""
    same_as(job)
    begun = thread_time()
    done = check_portion(job, portion)
    with Path(os.environ[LOG]).open("a", encoding="ascii") as file:
        file.write(f"{thread_time() - begun}\n")
    return done


def main() -> None:
    """Runs the command."""
    import tools.archive_shows.timed as here  # as workers find it by name
    from factcheck.__main__ import script
    from factcheck.archive.running import drive

    os.environ[LOG] = sys.argv[1]
    setattr(drive, "check_portion", here.timed_portion)  # noqa: B010
    sys.argv[:] = ["factcheck", *sys.argv[2:]]
    script()


if __name__ == "__main__":
    main()
