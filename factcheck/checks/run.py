"""The rules over a case: findings in order of place, what has been spoken about, and the verdict of each claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from factcheck.cache.once import once
from factcheck.checks.register import RULES
from factcheck.checks.subject_needs import OF_SUBJECT, about_subject
from factcheck.judging.case import Case, Rule, evidence
from factcheck.model import Claim, Evidence, Finding, Judged
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reference.ask.reference import Reference
from factcheck.spans import Overlap, own_text
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


AGAINST_ITSELF = frozenset(rule.name for rule in RULES if rule.itself)
"""Rules whose findings make a claim inconsistent rather than contradicted."""

SILENCE = spoken(())
SUMS = ("wrong-total", "wrong-difference", "wrong-percentage")


def run_rules(case: Case, rules: Sequence[Rule]) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """The findings of all rules, and a sentence for each rule that broke. A place is spoken about once, and in
    boilerplate nothing is flagged."""
    found: list[Finding] = []
    failures: list[str] = []
    own, before = own_text(case.document), SILENCE
    met: dict[Callable[[Case], bool], bool] = {}
    for rule in rules if about_subject(case) else of_any(rules):
        try:
            needs = rule.needs
            if needs not in met:
                met[needs] = needs(case)
            if not met[needs]:
                continue
            new = [
                finding if finding.ground else finding._replace(ground=rule.ground)
                for finding in rule.check(case)
                if own.holds(finding.start) and not before.about(finding) and not _follows(case, finding)
            ]
        except Exception as slip:
            failures.append(f"the rule {rule.name} failed ({type(slip).__name__}: {slip})")
            continue
        if new:
            found += [finding for finding in new if finding not in found]  # a rule may look in two ways
            before = spoken(found)
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end, finding.rule))), tuple(failures)


@once
def of_any(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules that may find something in an article about the subject of no pack."""
    return tuple(rule for rule in rules if rule.needs not in OF_SUBJECT)


def verdicts(case: Case, findings: Sequence[Finding]) -> Iterator[Judged]:
    """Each claim with its verdict: what the reference says, sharpened by the findings about it."""
    about: dict[str, list[Finding]] = {}
    for finding in findings:
        for claim_id in finding.claims:
            about.setdefault(claim_id, []).append(finding)
    called = _reported_kinds(case.reference.whole)
    for claim in case.claims:
        kind = called.get((claim.pack, claim.measure), "") if kind_of(claim.kind) is VALUE else ""
        yield Judged(claim, _verdict(case, claim, about.get(claim.id, ())), _evidence(case, claim), kind)


@lru_cache(maxsize=8)
def _reported_kinds(reference: Reference) -> Mapping[tuple[str, str], str]:
    """What reports call the kind of the values of a measure, by pack and name, where the pack says so."""
    return {
        (pack.name, measure.name): measure.reported
        for pack in reference.packs
        for measure in pack.measures.values()
        if measure.reported
    }


def _verdict(case: Case, claim: Claim, findings: Iterable[Finding]) -> str:
    answer = case.answer(claim)
    against = [finding for finding in findings if finding.severity != "info"]
    if not against:
        return answer.verdict if answer.verdict != "contradicted" else "unverifiable"
    if any(finding.rule not in AGAINST_ITSELF for finding in against):
        return "contradicted"
    return "inconsistent" if answer.verdict == "unverifiable" else answer.verdict


def _evidence(case: Case, claim: Claim) -> tuple[Evidence, ...]:
    answer = case.answer(claim)
    shown = evidence(answer.facts)
    return (*shown, Evidence("arithmetic", "", "", answer.note)) if answer.note else shown


def _follows(case: Case, finding: Finding) -> bool:
    """Whether a sum is wrong because of a part the reference contradicts, while it bears out the figure flagged."""
    if finding.rule not in SUMS:
        return False
    here = list(case.claims.over(finding.start, finding.end))
    if not any(case.answer(claim).verdict == "supported" for claim in here):
        return False
    beside = (other for claim in here for other in case.claims.inside(claim.sentence))
    return any(case.answer(claim).verdict == "contradicted" for claim in beside)
