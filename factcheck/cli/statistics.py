"""What a whole run found: findings by rule, and how much of each kind of claim could be held against the reference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.messages import translate
from factcheck.model import DocumentReport
from factcheck.report.claim_words import kind_word
from factcheck.report.reporter import Names


class Statistics:
    """Counts documents as they come."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._rules: Counter[str] = Counter()
        self._kinds: Counter[tuple[str, bool]] = Counter()

    def plus(self, report: DocumentReport) -> None:
        """Counts one more document."""
        self._rules.update(finding.rule for finding in report.findings)
        self._kinds.update(
            (kind_word(judged.claim, self._names), judged.verdict != "unverifiable") for judged in report.claims
        )

    def lines(self) -> Iterator[str]:
        """Two tables: findings per rule, the most frequent first, and claims checked of claims read per kind."""
        yield translate("findings")
        for rule, count in sorted(self._rules.items(), key=lambda item: (-item[1], item[0])):
            yield f"{count:>9,}  {rule}"
        yield translate("claims")
        for kind in sorted({kind for kind, _ in self._kinds}):
            checked = self._kinds[kind, True]
            read = checked + self._kinds[kind, False]
            share = translate("checked ({share} %)", share=f"{100 * checked / read:.0f}")
            yield f"{read:>9,}  {kind:<16}{checked:>9,} {share}"
