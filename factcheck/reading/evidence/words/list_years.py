"""In which year a word of a scale is said of a list, and of one who bears two of them in one sentence.

Two that nobody is named for are only explained: "Ada tiga predikat, yakni zona hijau atau kepatuhan tinggi, zona kuning
atau kepatuhan sedang"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factcheck.model import Claim, How, Span, Value
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.evidence.words.borne_words import PAIR
from factcheck.reading.evidence.words.words_of_scales import counts_group, size_at
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import VALUE_OF, Tag
from factcheck.reading.scan.setting import Setting

BACK = 4
"""So many sentences in front of a list may lead to it."""
LISTED = ("item", "row")
STEPS = 3
"""So many different words of one scale in a sentence tell the scale."""
MOVED = (Tag.CHANGE, Tag.BIND_LEAVE, Tag.BIND_OUT)
MOVES = (Tag.CHANGE, Tag.BIND_TO, Tag.BIND_FROM, Tag.BIND_LEAVE, Tag.BIND_OUT, Tag.YEAR_DIGITS)
"""What may tell that somebody bore one word after the other."""


def years_of_lists(claims: Sequence[Claim], setting: Setting, years: Sequence[str], main: str) -> list[Claim]:
    """A word said of three or more, in the year in which the reference bears it out of most of them: a list tells its
    year, where no year is written with it and no figure beside the names is of one; in `main`, that of most claims,
    where nobody knows anything of them in the year that was carried to it."""
    grouped: dict[tuple[int, str], list[Claim]] = {}
    for claim in claims:
        if (
            isinstance(claim.value, str)
            and claim.measure
            and claim.kind != "extreme"
            and claim.subject_span is not None
        ):
            grouped.setdefault((claim.end, claim.measure), []).append(claim)
    figures = [one for one in claims if not isinstance(one.value, str)]
    scored = {(one.sentence, one.subject_span, one.period) for one in figures}
    beside = {one.subject_span: one for one in figures if one.measure and kind_of(one.kind) is VALUE}
    moved: dict[tuple[int, str], str] = {}
    for key, group in grouped.items():
        if len(group) <= PAIR or any(claim.period_span is not None for claim in group):
            continue
        told = sum(
            (claim.sentence, claim.subject_span, claim.period) in scored or _bears_figure(claim, beside, setting)
            for claim in group
        )
        if 2 * told < len(group):
            right = _year_of(group, setting, years, beside) or _known_year(group, setting, main)
            if right:
                moved[key] = right
    return [_in_year(claim, moved.get((claim.end, claim.measure), "")) for claim in claims]


def _year_of(
    group: Sequence[Claim], setting: Setting, years: Sequence[str], beside: Mapping[Span | None, Claim]
) -> str:
    """The year that fits three in four of a list, where the year it was read under fits fewer; of two that fit as many,
    that of the figures at the names: "2022 siapa saja yang hijau? Tanah Laut 86,61, …"."""
    fits = {
        year: sum(is_right_in(claim, year, setting) for claim in group) for year in (*years, group[0].period) if year
    }
    figures = [beside[claim.subject_span] for claim in group if claim.subject_span in beside]
    told = {year: sum(_is_figure_of(one, year, setting) for one in figures) for year in fits}
    best = max(fits, key=lambda year: (fits[year], told[year]), default="")
    better = best and fits[best] > fits.get(group[0].period, 0) and 4 * fits[best] >= 3 * len(group)
    return best if better and not (_are_alike(group, setting) and _differs(group, best, setting)) else ""


def _are_alike(group: Sequence[Claim], setting: Setting) -> bool:
    """Whether all of a list bear one other word in the year it was read under: then the word may be a slip."""
    facts = [setting.reference.facts(one.measure, one.subject, one.period, one.pack) for one in group]
    return all(facts) and len({fact.value for own in facts for fact in own}) == 1


def _differs(group: Sequence[Claim], year: str, setting: Setting) -> bool:
    """Whether anybody of a list bears another word in a year than that which is said."""
    return any(_is_known(one, year, setting) and not is_right_in(one, year, setting) for one in group)


def _bears_figure(claim: Claim, beside: Mapping[Span | None, Claim], setting: Setting) -> bool:
    """Whether a right figure of the year of a word stands at the name it is said of, be it in another sentence."""
    figure = beside.get(claim.subject_span)
    return figure is not None and figure.period == claim.period and _is_figure_of(figure, claim.period, setting)


def _is_figure_of(claim: Claim, year: str, setting: Setting) -> bool:
    facts = setting.reference.facts(claim.measure, claim.subject, year, claim.pack)
    return any(fact.value == claim.value for fact in facts)


def _known_year(group: Sequence[Claim], setting: Setting, main: str) -> str:
    """The main year, where something is known of a list in it and nothing in the year of the sentence before."""
    if not main or any(How.YEAR_OF_SENTENCE_BEFORE not in claim.how for claim in group):
        return ""
    now, then = (sum(_is_known(claim, year, setting) for claim in group) for year in (main, group[0].period))
    return main if now == len(group) and not then else ""


def _is_known(claim: Claim, year: str, setting: Setting) -> bool:
    return bool(setting.reference.facts(claim.measure, claim.subject, year, claim.pack))


def _in_year(claim: Claim, year: str) -> Claim:
    if not year or claim.period == year or not isinstance(claim.value, str) or claim.kind == "extreme":
        return claim
    return claim._replace(period=year, period_origin=None, how=(How.YEAR_OF_ALL,), readings=())


def one_word_each(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, main: str) -> list[Claim]:
    """ "yang tahun lalu kuning, sekarang hijau": of two words said of one subject and year in a sentence, the one that
    the reference does not bear out is of another year, of that which it bears out; else nobody knows of which."""
    said: dict[tuple[int, str, str, str], set[str]] = {}
    told: dict[tuple[int, str], dict[str, None]] = {}
    for claim in claims:
        if claim.period.isdigit():
            told.setdefault((claim.sentence, claim.subject), {})[claim.period] = None
        word = claim.measure and claim.kind != "extreme"
        if isinstance(claim.value, str) and word and not _is_of_counted(claim, frames):
            said.setdefault((claim.sentence, claim.subject, claim.measure, claim.period), set()).add(claim.value)
    return [_apart(claim, said, told.get((claim.sentence, claim.subject), ()), setting, main) for claim in claims]


def _is_of_counted(claim: Claim, frames: Sequence[Frame]) -> bool:
    """ "Pemprov NTT dan Kota Kupang ada di zona hijau; 15 pemkab di zona kuning": whether a word counts a group behind
    the name it was read of."""
    frame = frames[claim.sentence]
    name = frame.subject_at(claim.subject_span)
    word = frame.ending(claim.end, SCALED)
    numbers = frame.having(FIGURES, name + 1, word) if 0 <= name < word else ()
    return any((size := size_at(frame, at)) > 1 and counts_group(frame, at, size) for at in numbers)


def _apart(
    claim: Claim,
    said: Mapping[tuple[int, str, str, str], set[str]],
    told: Iterable[str],
    setting: Setting,
    main: str,
) -> Claim:
    key = (claim.sentence, claim.subject, claim.measure, claim.period)
    if not isinstance(claim.value, str) or len(said.get(key, ())) < PAIR or is_right_in(claim, claim.period, setting):
        return claim
    years = [main, *(str(int(main) + step) for step in (-1, -2))] if main.isdigit() else []
    fitting = next((year for year in (*told, *years) if year != claim.period and is_right_in(claim, year, setting)), "")
    return claim._replace(period=fitting, period_span=None, period_origin=None, how=(How.YEAR_OF_ALL,), readings=())


def in_only_year(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, words of scales of which nothing tells the year under the one year of all others of their pack."""
    open_ones = [one for one in claims if _is_word(one) and not one.period and How.NO_YEAR not in one.how]
    if not open_ones:
        return list(claims)
    told: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.measure and claim.period:
            told[claim.pack].add(claim.period)
    only = {pack: next(iter(years)) for pack, years in told.items() if len(years) == 1}
    places = {*map(id, open_ones)}
    return [
        claim._replace(period=only[claim.pack], how=(*claim.how, How.YEAR_OF_ARTICLE))
        if id(claim) in places and claim.pack in only
        else claim
        for claim in claims
    ]


def _is_word(claim: Claim) -> bool:
    return isinstance(claim.value, str) and bool(claim.measure) and claim.kind != "extreme"


def said_once(claims: Sequence[Claim]) -> list[Claim]:
    """ "Timor Tengah Utara (TTU) dan Belu hijau": the claims, each word once of one subject in one year."""
    seen: set[tuple[int, str, str, str]] = set()
    found: list[Claim] = []
    for claim in claims:
        key = (claim.end, claim.measure, claim.subject, claim.period)
        if not _is_word(claim):
            found.append(claim)
        elif key not in seen:
            seen.add(key)
            found.append(claim)
    return found


def is_right_in(claim: Claim, period: str, setting: Setting) -> bool:
    """Whether a claim is of a word of a scale that the reference has of its subject in a year."""
    if not isinstance(claim.value, str) or not claim.measure or claim.kind == "extreme" or not period:
        return False
    facts = setting.reference.facts(claim.measure, claim.subject, period, claim.pack)
    return any(fact.value == claim.value for fact in facts)


def without_explanations(claims: Sequence[Claim], frames: Sequence[Frame]) -> list[Claim]:
    """The claims without the words of sentences that have two and more of one scale for the same subject, whom they do
    not name, or that tell the whole scale."""
    told: dict[tuple[int, str, str], set[Value]] = defaultdict(set)
    for claim in claims:
        if claim.measure and _is_carried_word(claim):
            told[claim.sentence, claim.subject, claim.measure].add(claim.value)
    explained = {
        place
        for (place, _, measure), words in told.items()
        if _is_scale(frames[place], measure) or (len(words) > 1 and not frames[place].has_any(MOVES))
    }
    return [claim for claim in claims if claim.sentence not in explained or not _is_carried_word(claim)]


def _is_scale(frame: Frame, measure: str) -> bool:
    """ "Ada tiga kategori: hijau untuk kepatuhan tinggi, kuning sedang, dan merah rendah": whether a sentence that
    names nobody and no year has so many steps of a scale."""
    tag = f"{VALUE_OF}{measure}"
    steps = {frame.mentions[at].tags[tag] for at in frame.having(tag)}
    return len(steps) >= STEPS and not frame.names_between() and not frame.has_any((Tag.YEAR_DIGITS, *MOVED))


def _is_carried_word(claim: Claim) -> bool:
    return isinstance(claim.value, str) and claim.subject_span is None and claim.kind != "extreme"


def may_go_on(frame: Frame, following: Frame) -> bool:
    """Whether a sentence with words of scales may go on with its list in the one behind it."""
    if SCALED not in frame.tagged or SCALED in following.tagged or not following.mentions:
        return False
    listed = 0 < len(frame.named) <= len(frame.having(FIGURES))
    scored = listed and 0 < len(following.named) <= len(following.having(FIGURES))
    return scored or Tag.BIND_AND in following.mentions[0].tags


def may_head(frames: Sequence[Frame]) -> bool:
    """Whether any line of a list follows sentences with a word of a scale."""
    listed = (one.sentence.place for one in frames if one.sentence.kind in LISTED)
    return any(SCALED in one.tagged for at in listed for one in frames[max(0, at - BACK) : at])
