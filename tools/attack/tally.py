"""What an attack tried, and what got through."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic


class Tally:
    """Counts tries; a failure is kept with what to look at."""

    def __init__(self, name: str, only: Sequence[str] = ()) -> None:
        self.name = name
        self._only = only
        self.tried = 0
        self.failures: list[str] = []
        self._begun = monotonic()
        self._took: float | None = None

    def wants(self, name: str) -> bool:
        """Whether a scene or a generator is asked for: all are where none is named."""
        return not self._only or any(part in name for part in self._only)

    def fail(self, what: str) -> None:
        """Keeps a failure; of many alike the first."""
        if len(self.failures) < 20:
            print(f"  FAILED {what}", flush=True)
        self.failures.append(what)

    def end(self) -> None:
        """Stops the clock."""
        self._took = self.seconds

    @property
    def seconds(self) -> float:
        """Since the beginning, to the end where there was one."""
        return monotonic() - self._begun if self._took is None else self._took

    def __str__(self) -> str:
        return f"{self.name:<12} {self.tried:>9,} tried  {len(self.failures):>4} failed  {self.seconds:>7.0f} s"
