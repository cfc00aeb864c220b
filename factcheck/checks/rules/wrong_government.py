"""A government or head that a region of this kind does not have.

Wrong: Pemkab Bukittinggi meraih predikat A; Bupati Surakarta; Wali Kota Banyumas.
Right: Pemkot Bukittinggi meraih predikat A; Wali Kota Surakarta; Bupati Banyumas.
Why: by the gazetteer no region of that name is of the kind that the word stands for. Namesakes (Solok, Bogor)
    fit both; "Kota X" is said of any town and never flagged; planned and former regions are left alone.
Silence: `wrong-government` under `ignore` in the configuration, or `[sic]` behind the name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.checks.declare import rule
from factcheck.checks.needs import governments
from factcheck.judging.case import Case
from factcheck.judging.grounds.ground import Ground
from factcheck.language.fold import fold, holds
from factcheck.messages import message
from factcheck.model import EntityRecord, Evidence, Finding, Suggestion
from factcheck.reading.people.governments import GovernmentMention, find_governments, rows_behind
from factcheck.reference.packs.info import FIRST

RULE = "wrong-government"
NEAR = 60
"""Letters to both sides in which a word for what is only thought of may stand."""


@rule(RULE, "error", after="name-variants", needs=governments, ground=Ground.CLAUSE)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each region that bears the word for another kind of region."""
    for mention in (*find_governments(case.document, case.language, case.reference), *_behind(case)):
        regions = [case.reference.entities[name] for name in mention.ids if name in case.reference.entities]
        kinds = {region.kind for region in regions}
        if mention.kind not in kinds and kinds <= mention.row.keys() and not _loose(case, mention, regions):
            yield _finding(case, mention, regions)


def _behind(case: Case) -> Sequence[GovernmentMention]:
    """The regions below a province in front of the word for their government ("Jakarta City Government" is said of a
    province); imported where a language has such words."""
    if not rows_behind(case.language):
        return ()
    from factcheck.reading.people.governments_behind import governments_behind

    known, level = case.reference.entities, case.reference.level
    found = governments_behind(case.document, case.language, case.reference)
    return [one for one in found if all(level(known[name].kind) != FIRST for name in one.ids if name in known)]


def _loose(case: Case, mention: GovernmentMention, regions: list[EntityRecord]) -> bool:
    name = case.document.plain[mention.name_start : mention.end]
    bare = case.document.plain[mention.start : mention.word_end].lower() == mention.kind
    if bare and all(case.reference.level(region.kind) == FIRST and name not in region.name for region in regions):
        return True  # "Kabupaten Sumbar yang zona hijau": those of the province, whose short name this is
    if bare and case.document.plain[max(0, mention.start - 1) : mention.start] == "/":
        return True  # "Kota/Kabupaten Jawa Tengah": all of both kinds
    word = case.document.plain[mention.start : mention.word_end].lower()
    counted = case.document.plain[max(0, mention.start - 12) : mention.start].split()[-1:]
    if bare and (_is_counted(case, mention) or _is_planned(case, mention)):
        return True
    if any(one.strip("(").isdigit() or one.lower() in case.language.words.unit.step for one in counted):
        return True  # "6 Kabupaten NTT": so many of the province's; "di tingkat provinsi Mamasa …": a level
    return word in case.language.people.governments.loose


def _is_counted(case: Case, mention: GovernmentMention) -> bool:
    """ "Empat kabupaten Papua Selatan", "seluruh kabupaten Papua Selatan": whether so many, or all, of a region are
    meant."""
    at = bisect_left(case.numbers, mention.start, key=lambda one: one.start) - 1
    gap = case.document.plain[case.numbers[at].end : mention.start] if at >= 0 else "-"
    counts = gap == " " and not case.numbers[at].unit and case.numbers[at].quantum == 1
    before = case.document.plain[max(0, mention.start - NEAR) : mention.start].lower().split()[-1:]
    return counts or any(one in case.language.words.mood.all for one in before)


def _is_planned(case: Case, mention: GovernmentMention) -> bool:
    """Whether a government may be one that is only thought of."""
    around = fold(case.document.plain[max(0, mention.start - NEAR) : mention.end + NEAR])
    planned = case.language.people.governments.planned
    for word in planned:
        if word in around:
            return holds(around, planned)
    return False


def _finding(case: Case, mention: GovernmentMention, regions: list[EntityRecord]) -> Finding:
    start, end = min(mention.start, mention.name_start), max(mention.end, mention.word_end)
    written, word = case.document.text[start:end], case.document.text[mention.start : mention.word_end]
    kinds = list(dict.fromkeys(region.kind for region in regions))
    right = [_cased(mention.row[kind], word) for kind in kinds]
    names = " and ".join(region.name for region in regions)
    return Finding(
        RULE,
        "error",
        message("{text}: the region is {names}.", text=written, names=names),
        start,
        end,
        expected=" or ".join(written.replace(word, form) for form in right),
        suggestions=tuple(Suggestion(mention.start, mention.word_end, form) for form in right),
        evidence=tuple(
            Evidence(message("the gazetteer ({pack})", pack=region.pack), "", region.name, region.id)
            for region in regions
        ),
    )


def _cased(form: str, word: str) -> str:
    if word.isupper():
        return form.upper()
    return form.lower() if word.islower() else form
