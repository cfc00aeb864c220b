"""Which year the figures beside words of a scale tell, where another was carried to them from far off.

"Daftarnya pada 2021: … Setahun kemudian begini bunyinya. Kategori A: Deli Serdang 91,99, …": a figure that another
sentence gave its year keeps it until it is judged, for that year may be the slip. What is said of those that it stands
beside is of the year that explains it, and so is how many they are.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from factcheck.model import Claim, How
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.setting import Setting

CARRIED = {How.YEAR_OF_ARTICLE, How.YEAR_OF_SENTENCE_BEFORE}
PAIR = 2


def in_year_explained(claims: Sequence[Claim], setting: Setting) -> tuple[list[Claim], Mapping[int, Claim]]:
    """The claims, each figure whose year was carried to it and does not explain it under the one that does; and by the
    identity of each such figure the claim as it was."""
    shown: list[Claim] = []
    kept: dict[int, Claim] = {}
    for claim in claims:
        year = _year_explained(claim, setting)
        shown.append(claim._replace(period=year) if year else claim)
        if year:
            kept[id(shown[-1])] = claim
    return shown, kept


def _year_explained(claim: Claim, setting: Setting) -> str:
    """The year of the reading of a figure of its subject that explains it; empty where its own does, or is written with
    it."""
    told = isinstance(claim.value, Decimal) and kind_of(claim.kind) is VALUE and claim.period_span is None
    if not told or not claim.readings or _is_explained(claim, claim.period, setting):
        return ""
    years = [year for entity, year in claim.readings if entity == claim.subject]
    return next((year for year in years if year != claim.period and _is_explained(claim, year, setting)), "")


def _is_explained(claim: Claim, year: str, setting: Setting) -> bool:
    facts = setting.reference.facts(claim.measure, claim.subject, year, claim.pack)
    return any(claim.states(fact.value) for fact in facts)


def counts_of_words(claims: Sequence[Claim], frames: Sequence[Frame]) -> list[Claim]:
    """The claims, each count to which its year was carried under the one year in which the word that it counts by is
    said, in its sentence or over the list below, of two and more: "Kategori B (11 pemda)", "Empat di kategori C, yakni
    …"."""
    years: dict[tuple[str, int], list[str]] = defaultdict(list)
    counts = [one for one in claims if one.kind == "count" and ":" in one.condition and not CARRIED.isdisjoint(one.how)]
    if not counts:
        return list(claims)
    for claim in claims:
        if isinstance(claim.value, str) and claim.measure and claim.period:
            years[f"{claim.measure}:{claim.value}", claim.end].append(claim.period)
    moved: dict[int, Claim] = {}
    told_in: dict[tuple[int, str], Sequence[str]] = {}
    for claim in counts:
        word = claim.sentence, claim.condition
        if word not in told_in:
            told_in[word] = _told(years, frames[claim.sentence], claim.condition)
        told = told_in[word]
        if len(told) >= PAIR and len({*told}) == 1 and told[0] != claim.period and claim.period_span is None:
            how = (*(one for one in claim.how if not one.is_year), How.YEAR_OF_ALL)
            moved[id(claim)] = claim._replace(period=told[0], period_origin=None, how=how, readings=())
    return [moved.get(id(claim), claim) for claim in claims]


def _told(years: Mapping[tuple[str, int], Sequence[str]], frame: Frame, condition: str) -> Sequence[str]:
    """The years under which the word that one counts by is said in a sentence."""
    ends = (mention.end for mention in frame.mentions if frame.sentence.start < mention.end)
    return [year for end in ends for year in years.get((condition, end), ())]
