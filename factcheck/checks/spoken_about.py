"""What the rules have already spoken about: places, and claims with their mending."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from factcheck.model import Finding
from factcheck.spans import Overlap
from factcheck.typed import NamedTuple


class Spoken(NamedTuple):
    """Findings by place and by the claims they are about."""

    places: Overlap[Finding]
    by_claim: Mapping[str, Sequence[Finding]]

    def about(self, finding: Finding) -> bool:
        """Whether another rule spoke about the place, or about the claim and its mending."""
        claims = set(finding.claims)
        alike = self.by_claim.get(finding.claims[0], ()) if claims else ()
        return any(other.rule != finding.rule for other in self.places.over(finding.start, finding.end)) or any(
            other.rule != finding.rule and claims <= set(other.claims) for other in alike
        )


def spoken(findings: Sequence[Finding]) -> Spoken:
    """What findings spoke about."""
    by_claim: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        for claim in dict.fromkeys(finding.claims):
            by_claim[claim].append(finding)
    return Spoken(Overlap(findings), by_claim)
