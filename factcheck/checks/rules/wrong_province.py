"""A region with a province behind it that it does not lie in.

Wrong: Pemerintah Kabupaten Mukomuko, Sumsel; Kota Padang (Sumut).
Right: Pemerintah Kabupaten Mukomuko, Bengkulu; Kota Padang (Sumbar).
Why: by the gazetteer no region of that name lies in the province that follows behind a comma or in brackets.
    Lists ("Kabupaten Mukomuko, Sumsel dan Jambi") are left alone, and so is a province that was divided since
    and whose name begins alike (Nabire, Papua).
Silence: `wrong-province` under `ignore` in the configuration, or `[sic]` behind the province.
"""

from collections.abc import Iterator

from factcheck.cache.patterns import compiled
from factcheck.checks.declare import rule
from factcheck.checks.needs import governments
from factcheck.judging.case import Case
from factcheck.judging.grounds.ground import Ground
from factcheck.messages import message
from factcheck.model import EntityRecord, Evidence, Finding, Suggestion
from factcheck.reading.people.governments import GovernmentMention, find_governments, list_goes_on, regions_at
from factcheck.reference.packs.info import FIRST
from factcheck.typed import NamedTuple

RULE = "wrong-province"
_BEHIND = compiled(r"(?:,[ \n]|[ \n]\()(?=[A-Z])")


class Behind(NamedTuple):
    """The province named behind a region."""

    start: int
    end: int
    provinces: list[EntityRecord]


@rule(RULE, "error", after="wrong-government", needs=governments, ground=Ground.CLAUSE)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each province behind a region that lies in another one."""
    governments = find_governments(case.document, case.language, case.reference)
    own = {mention.start for mention in governments if not _has_bare_word(case, mention)}
    for mention in governments:
        behind = _behind(case, mention)
        if behind is not None and behind.start in own:  # "di Kota Bekasi, Pemprov DKI membahas …": who acts
            continue
        parents = _parents(case, mention)
        if behind is not None and parents and not any(_within(behind, parent) for parent in parents):
            yield _finding(case, mention, behind, parents)


def _has_bare_word(case: Case, mention: GovernmentMention) -> bool:
    """Whether its row of words says "provinsi" of a province, and no "pemprov", which acts."""
    return any(case.reference.level(kind) == FIRST and word.lower() == kind for kind, word in mention.row.items())


def _behind(case: Case, mention: GovernmentMention) -> Behind | None:
    plain = case.document.plain
    mark = _BEHIND.match(plain, mention.end)
    if mark is None:
        return None
    end, ids = regions_at(plain, mark.end(), case.reference)
    provinces = [case.reference.entities[name] for name in ids if name in case.reference.entities]
    if (
        not provinces
        or any(not _is_province(case, region) for region in provinces)
        or list_goes_on(case.document.plain, end, case.language, case.reference)
    ):
        return None
    if mark.group().endswith("(") and plain[end : end + 1] != ")":
        return None
    return Behind(mark.end(), end, provinces)


def _is_province(case: Case, region: EntityRecord) -> bool:
    return case.reference.level(region.kind) == FIRST


def _parents(case: Case, mention: GovernmentMention) -> list[EntityRecord]:
    regions = [case.reference.entities[name] for name in mention.ids if name in case.reference.entities]
    if any(_is_province(case, region) for region in regions):
        return []
    parents = dict.fromkeys(region.parent for region in regions)
    return [case.reference.entities[name] for name in parents if name in case.reference.entities]


def _within(behind: Behind, parent: EntityRecord) -> bool:
    """Papua Tengah was Papua, and is still called so."""
    return any(parent.id == other.id or parent.name.startswith(other.name) for other in behind.provinces)


def _finding(case: Case, mention: GovernmentMention, behind: Behind, parents: list[EntityRecord]) -> Finding:
    text = case.document.text
    region, written = text[mention.name_start : mention.end], text[behind.start : behind.end]
    right = [_short(case, parent, written) for parent in parents]
    return Finding(
        RULE,
        "error",
        message(
            "{region} lies in {provinces}, not in {written}.",
            region=region,
            provinces=" / ".join(parent.name for parent in parents),
            written=behind.provinces[0].name,
        ),
        behind.start,
        behind.end,
        expected=" or ".join(right),
        suggestions=tuple(Suggestion(behind.start, behind.end, form) for form in right),
        evidence=tuple(
            Evidence(message("the gazetteer ({pack})", pack=parent.pack), "", parent.name, parent.id)
            for parent in parents
        ),
    )


def _short(case: Case, parent: EntityRecord, written: str) -> str:
    """The province as the article would write it: "Sumbar" for "Sumut", with "Provinsi" only where that stands."""
    name = parent.name
    if not _in_full(case, written):
        name = next((alias for alias in _abbreviations(case, parent)), name)
    head, _, rest = name.partition(" ")
    if rest and not written.lower().startswith(head.lower()):
        name = rest
    return name.upper() if written.isupper() and len(written) > 4 else name


def _in_full(case: Case, written: str) -> bool:
    ids = case.reference.aliases.get(written.lower(), ())
    return any(written.lower() in case.reference.entities[name].name.lower() for name in ids)


def _abbreviations(case: Case, parent: EntityRecord) -> Iterator[str]:
    """One-word names of a province that are no word of its full one: Sumbar, NTB."""
    words = parent.name.lower().split()
    for alias, ids in case.reference.aliases.items():
        if ids == (parent.id,) and alias.isalpha() and alias not in words:
            yield alias.upper() if len(alias) < 4 else alias.capitalize()
