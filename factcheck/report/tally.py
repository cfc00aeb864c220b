"""The counts of a run."""

from collections.abc import Iterable

from factcheck.model import DocumentReport, Finding
from factcheck.typed import NamedTuple

SEVERITIES = ("error", "warning", "info")
"""The heaviest first."""

AGREE, CONTRADICTED, INCONSISTENT, DISPUTED, UNKNOWN = range(5)
VERDICTS = ("supported", "contradicted", "inconsistent", "disputed", "unverifiable")


class Tally(NamedTuple):
    """`verdicts` counts claims in the order of VERDICTS, `severities` findings in that of SEVERITIES; `known` are the
    findings that are not shown because the baseline knows them."""

    documents: int = 0
    clean: int = 0
    verdicts: tuple[int, ...] = (0, 0, 0, 0, 0)
    severities: tuple[int, ...] = (0, 0, 0)
    known: int = 0

    @property
    def claims(self) -> int:
        """How many claims were read."""
        return sum(self.verdicts)

    def plus(self, report: DocumentReport) -> "Tally":
        """The counts with one more document."""
        verdicts = [judged.verdict for judged in report.claims]
        severities = [finding.severity for finding in report.findings]
        return Tally(
            self.documents + 1,
            self.clean + (not report.findings),
            tuple(n + verdicts.count(verdict) for n, verdict in zip(self.verdicts, VERDICTS, strict=True)),
            tuple(n + severities.count(word) for n, word in zip(self.severities, SEVERITIES, strict=True)),
            self.known,
        )

    def at_least(self, severity: str) -> int:
        """How many findings are as heavy as `severity` or heavier; none are for `never`."""
        if severity not in SEVERITIES:
            return 0
        return sum(self.severities[: SEVERITIES.index(severity) + 1])


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings as they stand in the text, the heavier first where two stand at one place."""
    return sorted(findings, key=lambda finding: (finding.start, SEVERITIES.index(finding.severity), finding.end))
