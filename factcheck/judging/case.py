"""What a rule is: a name, a severity and a pure function from a case to findings."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence

from factcheck.cache.once import once
from factcheck.language.figures import DateMention, Number
from factcheck.language.language import Language
from factcheck.model import Claim, Document, Evidence, Fact, Finding, Span
from factcheck.reading.as_read import Article
from factcheck.reading.bind.claim_index import Claims
from factcheck.reading.scan.frame import Frame
from factcheck.reading.sums.sums import Sum
from factcheck.reference.ask.reference import Reference
from factcheck.typed import NamedTuple


class Answer(NamedTuple):
    """What the reference says to a claim.

    `verdict` is supported, contradicted, disputed or unverifiable. `facts` are the rows it rests on, the
    preferred first; `periods` are facts of the same subject in other years that have the very value of the
    claim, `namesakes` those of entities of the same name in the same year. `note` is arithmetic in words.
    """

    verdict: str
    facts: tuple[Fact, ...] = ()
    periods: tuple[Fact, ...] = ()
    namesakes: tuple[Fact, ...] = ()
    note: str = ""


UNKNOWN = Answer("unverifiable")


class Case(NamedTuple):
    """All that the rules look at: the document, its claims, numbers, dates and stated sums.

    `answers` is what the reference answered, by claim id; `article` is what was read before it had a say. A case
    equals itself alone, so that what is worked out of one can be kept by it.
    """

    document: Document
    claims: Claims
    answers: Mapping[str, Answer]
    numbers: Sequence[Number]
    dates: Sequence[DateMention]
    reference: Reference
    language: Language
    sums: Sequence[Sum] = ()
    article: Article = Article(Claims())
    reread: Callable[[Span, str], "Case"] | None = None
    """The case of the same draft with other signs written at a place; None where it cannot be read again."""

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    @property
    def frames(self) -> Sequence[Frame]:
        """The sentences of an article about an open subject, as they were read."""
        return self.article.frames

    def text(self, claim: Claim) -> str:
        """The value as written."""
        return self.document.text[claim.start : claim.end]

    def name(self, entity: str) -> str:
        """The name of an entity as the reference has it, its id where it has none."""
        return self.reference.name_of(entity)

    def answer(self, claim: Claim) -> Answer:
        """What the reference answered to a claim."""
        return self.answers.get(claim.id, UNKNOWN)


def frame_of(case: Case, claim: Claim) -> Frame | None:
    """The sentence of a claim, as it was read; None where it is of no open subject."""
    frames = case.frames
    known = claim.sentence < len(frames) and frames[claim.sentence].sentence.place == claim.sentence
    return frames[claim.sentence] if known else None


def frame_at(case: Case, place: int) -> Frame:
    """The sentence about an open subject in which a place stands, or that begins last in front of it; the first where
    none does. Only of a case with frames."""
    return case.frames[max(0, bisect_right(_starts(case.article.frames), place) - 1)]


@once
def _starts(frames: Sequence[Frame]) -> Sequence[int]:
    return [one.sentence.start for one in frames]


def anything(case: Case) -> bool:
    """Every case is looked at."""
    return True


class Rule(NamedTuple):
    """A rule of the register: `check` gives the findings of a case; the docstring of `module` is its manual page.

    `needs` says whether a case has what the rule looks at; where it has not, `check` would find nothing.
    """

    name: str
    severity: str
    check: Callable[[Case], Iterable[Finding]]
    needs: Callable[[Case], bool] = anything
    module: str = ""
    ground: str = ""
    """On what its findings rest (see `judging.grounds.Ground`), where they do not say so themselves."""
    itself: bool = False
    """Whether its findings hold the draft against itself."""


def evidence(facts: Iterable[Fact]) -> tuple[Evidence, ...]:
    """Facts as evidence, each source once."""
    seen: dict[tuple[str, str], Evidence] = {}
    for fact in facts:
        url = fact.source if fact.source.startswith("http") else ""
        item = Evidence(source=fact.source, url=url, value=fact.value, row=fact.row)
        seen.setdefault((fact.source, str(fact.value)), item)
    return tuple(seen.values())[:4]
