"""Ranks told one after the other, of which only the first has its word: "Urutan pertama adalah Kabupaten Bima 86,65.
Kedua, Kota Bima (83,90). Ketiga, …": each ordinal that is the next one, in front of a name with a figure, is a rank;
and "Peringkat 93. Di bawahnya tinggal Kotamobagu (94), Tual (95), …": the numbers behind names that are their ranks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.model import Claim, Fact, How, Span, number_of
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.reading.scan.frame import FIGURES, SUBJECT, Frame, places_with
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting

BACK = 2
"""So many sentences after a rank the next one follows."""
SAME_YEAR = How.YEAR_OF_SENTENCE_BEFORE
PAIR = 2
"""So many numbers behind names are their ranks by no chance."""
HELD = (Tag.BIND_HOLDER_AFTER, Tag.BIND_OPENER)
FIGURED = 3
"""So many mentions make a figure in brackets."""
LEADS = {Tag.COMMA, Tag.COLON, Tag.BIND_HOLDER_AFTER, Tag.COUNT_EXISTS, Tag.BIND_OPENER}
"""What may stand between an ordinal and whose it is: "Ketiga, Provinsi NTB", "ketujuh ada Sumbawa"."""


def rank_chains(claims: Sequence[Claim], frames: Sequence[Frame]) -> list[Claim]:
    """The claims, and the ranks that go on with one of them."""
    ranks = {claim.start: claim for claim in claims if claim.kind == "rank"}
    if not ranks:
        return list(claims)
    scores = {(claim.sentence, claim.subject_span): claim for claim in claims if _is_score(claim)}
    last: Claim | None = None
    found: list[Claim] = []
    for frame, at in places_with(frames, FIGURES):
        number = frame.mentions[at].number
        known = ranks.get(number.figure.start) if number is not None else None
        made = known or _next(frame, at, last, scores)
        if made is not None:
            last = made
            found += [made] if known is None else []
    return [*claims, *found]


def years_of_chains(claims: Sequence[Claim], setting: Setting) -> list[Claim]:
    """The claims; a rank that goes on with one of a written year, and has none of its own, is of that year: "Pada 2021
    Pemprov Riau di urutan pertama. Posisi kedua ditempati …" in an article on 2022."""
    ranks = sorted((claim for claim in claims if claim.kind == "rank"), key=lambda claim: claim.start)
    moved: dict[int, Claim] = {}
    last: Claim | None = None
    for claim in ranks:
        if last is not None and _goes_on_from(claim, last, setting):
            how = tuple(part for part in claim.how if not part.is_year)
            later = claim._replace(period=last.period, period_origin=last.period_origin, how=(*how, SAME_YEAR))
            moved[claim.start] = later
        last = moved.get(claim.start, claim)
    return [moved.get(claim.start, claim) if claim.kind == "rank" else claim for claim in claims]


def _goes_on_from(claim: Claim, last: Claim, setting: Setting) -> bool:
    told = last.period_span is not None or SAME_YEAR in last.how
    near = 0 <= claim.sentence - last.sentence <= BACK and number_of(claim) == number_of(last) + 1
    if not told or not near or last.period == claim.period or How.YEAR_OF_ARTICLE not in claim.how:
        return False
    own = setting.reference.ranks(claim.subject, claim.period, claim.pack)
    return all(fact.value != claim.value for fact in own)


def ranks_behind_names(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims, and the bare numbers behind the names of a sentence, a rank told in it or close before it, that the
    reference has as their ranks of that year: all of them, where it has all but one and two at least. A rank of the
    grammar stands back where the number behind a name is that of the name."""
    last: Claim | None = None
    by_sentence = {claim.sentence: claim for claim in claims if claim.kind == "rank" and claim.period}
    taken = {claim.start for claim in claims if claim.kind != "rank"}
    found: dict[int, Claim] = {}
    for frame in frames:
        last = by_sentence.get(frame.sentence.place, last)
        if last is None or frame.sentence.place - last.sentence > BACK:
            continue
        pairs = [(at, name) for at, name in _behind_names(frame) if _start(frame, at) not in taken]
        facts = [_rank_of(frame, at, name, last, setting) for at, name in pairs] if len(pairs) >= PAIR else []
        right = sum(fact is not None for fact in facts)
        if right >= max(PAIR, len(pairs) - 1):
            among = next(fact for fact in facts if fact is not None)
            made = (_rank(frame, at, name, fact, among, last) for (at, name), fact in zip(pairs, facts, strict=True))
            found |= {rank.start: rank for rank in made}
    if not found:
        return list(claims)
    known = {claim.start: claim for claim in claims if claim.kind == "rank"}
    kept = {start for start, rank in found.items() if start in known and known[start].subject == rank.subject}
    stays = [one for one in claims if one.kind != "rank" or one.start not in found or one.start in kept]
    return [*stays, *(rank for start, rank in found.items() if start not in kept)]


def _ranked_inside(claim: Claim, frame: Frame | None, told: Mapping[Span, str], setting: Setting) -> Claim:
    """ "menempatkan Solok di urutan pertama Sumbar dengan 97,73": a rank of the region right behind it, in which the
    one named last in front of it lies, is that one's; any other as it is. `told` is whom names mean, by their place."""
    at = frame.ending(claim.end, FIGURES) if frame is not None and claim.kind == "rank" else -1
    if frame is None or not (0 <= at < len(frame.mentions) - 1 and frame.close(at, at + 1)):
        return claim
    before = [one for one in frame.named if one < at][-1:]
    led = frame.before(at, Tag.RANK_CUE) and not frame.after(at + 1, Tag.OPEN)  # "ketiga Provinsi NTB (84,51)"
    if not led or frame.mentions[at + 1].ids != (claim.subject,) or not before:
        return claim
    name = frame.mentions[before[0]]
    span = Span(name.start, name.end)
    record = setting.reference.entities.get(told.get(span, name.ids[0]))
    if record is None or record.parent != claim.subject:
        return claim
    how = tuple(part for part in claim.how if not part.is_subject)
    return claim._replace(subject=record.id, subject_span=span, how=how, readings=())


def ranks_held_behind(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims; a rank that its subject has not is that of the one whom "yakni" names right behind it and who has:
    "Setelah Sulut, … berikutnya muncul di urutan 22, yakni Sulawesi Tengah"."""
    by_place = {frame.sentence.place: frame for frame in frames}
    told = {one.subject_span: one.subject for one in claims if one.subject_span is not None and one.kind != "rank"}
    held = [_held_behind(claim, by_place.get(claim.sentence), setting) for claim in claims]
    return [_ranked_inside(claim, by_place.get(claim.sentence), told, setting) for claim in held]


def _held_behind(claim: Claim, frame: Frame | None, setting: Setting) -> Claim:
    if claim.kind != "rank" or frame is None or not claim.period:
        return claim
    at = frame.ending(claim.end, FIGURES)
    name = at + 1 + frame.has(Tag.COMMA, at + 1, at + 2) + 1
    if at < 0 or not frame.names_between(name, name + 1) or not frame.has_any(HELD, name - 1, name):
        return claim
    mention, own = frame.mentions[name], setting.reference.ranks(claim.subject, claim.period, claim.pack)
    fact = _rank_of(frame, at, name, claim, setting) or _near_rank(frame, name, claim, setting)
    if fact is None or any(one.value == claim.value for one in own):
        return claim
    return claim._replace(subject=fact.entity, subject_span=Span(mention.start, mention.end), how=(), readings=())


def _start(frame: Frame, at: int) -> int:
    """Where the figure of a number begins."""
    number = frame.mentions[at].number
    return number.figure.start if number is not None else -1


def _behind_names(frame: Frame) -> Iterator[tuple[int, int]]:
    """Each whole number right behind a name or in brackets behind one, and each ordinal behind a name or the figure in
    brackets behind one ("Maluku (61,03) ke-30"), with the place of the name."""
    for at in frame.having(FIGURES):
        mention = frame.mentions[at]
        number = mention.number
        if (
            number is None
            or number.unit
            or number.quantum != 1
            or Tag.YEAR_DIGITS in mention.tags
            or number.form not in ("digits", "ordinal")
        ):
            continue
        bracketed = frame.before(at, Tag.OPEN) and frame.after(at, Tag.CLOSE)
        figured = number.form == "ordinal" and at >= FIGURED and _is_bracket(frame, at - FIGURED)
        name = at - 1 - (bracketed or FIGURED * figured)
        if name >= 0 and frame.mentions[name].ids and frame.close(name, name + 1) and frame.roles[name] == SUBJECT:
            yield at, name


def _is_bracket(frame: Frame, at: int) -> bool:
    """Whether a figure in brackets begins at a place and nothing but it stands there."""
    figure = frame.mentions[at + 1].number
    return frame.has(Tag.OPEN, at, at + 1) and figure is not None and frame.has(Tag.CLOSE, at + 2, at + FIGURED)


def _rank_of(frame: Frame, at: int, name: int, last: Claim, setting: Setting) -> Fact | None:
    value = frame.mentions[at].number
    ranks = (fact for one in frame.mentions[name].ids for fact in setting.reference.ranks(one, last.period, last.pack))
    return next((fact for fact in ranks if value is not None and fact.value == value.value), None)


def _near_rank(frame: Frame, name: int, last: Claim, setting: Setting) -> Fact | None:
    """The rank of a name that a number of as many digits misses by one slip."""
    ranks = (fact for one in frame.mentions[name].ids for fact in setting.reference.ranks(one, last.period, last.pack))
    told = str(last.value)
    return next((one for one in ranks if len(str(one.value)) == len(told) and one_slip(told, str(one.value))), None)


def _rank(frame: Frame, at: int, name: int, fact: Fact | None, among: Fact, last: Claim) -> Claim:
    """The number at a place as the rank of the name in front of it, in the group of the right one beside it."""
    mention, number = frame.mentions[name], frame.mentions[at].number
    assert number is not None
    whose, figure = Span(mention.start, mention.end), number.figure
    return last._replace(
        start=figure.start, end=figure.end, value=number.value, low=number.value, high=number.value, of=among.of,
        of_span=None, group=among.group, scope="", condition="", subject=fact.entity if fact else mention.ids[0],
        subject_span=whose, period_span=None, sentence=frame.sentence.place, how=(), readings=(),
    )  # fmt: skip


def _is_score(claim: Claim) -> bool:
    return kind_of(claim.kind) is VALUE and isinstance(claim.value, Decimal) and claim.subject_span is not None


def _next(frame: Frame, at: int, last: Claim | None, scores: Mapping[tuple[int, Span | None], Claim]) -> Claim | None:
    """The rank at a place that is the next one after `last`; None where there is none."""
    number = frame.mentions[at].number
    if number is None or last is None or number.form != "ordinal" or number.value != number_of(last) + 1:
        return None
    if not 0 <= frame.sentence.place - last.sentence <= BACK or not _heads(frame, at):
        return None
    name = at + 1 + frame.has_any(LEADS, at + 1, at + 2)
    if not frame.names_between(name, name + 1) or not frame.close(name - 1, name):
        return None
    mention = frame.mentions[name]
    score = scores.get((frame.sentence.place, Span(mention.start, mention.end)))
    return None if score is None or score.subject == last.subject else _made(frame, last, score, number.figure)


def _heads(frame: Frame, at: int) -> bool:
    """Whether a clause begins with the ordinal: at most "dan" stands between it and the mark in front."""
    before = frame.mentions[at - 1].tags if at else {Tag.STOP: ""}
    return bool(before.keys() & {Tag.STOP, Tag.COMMA, Tag.SEMICOLON, Tag.BIND_AND, Tag.CLOSE, Tag.BIND_CLAUSE})


def _made(frame: Frame, last: Claim, score: Claim, figure: Span) -> Claim:
    value = number_of(last) + 1
    return last._replace(
        start=figure.start, end=figure.end, value=value, low=value, high=value, of=0, of_span=None,
        subject=score.subject, subject_span=score.subject_span, period=score.period, period_span=score.period_span,
        period_origin=score.period_origin, sentence=frame.sentence.place, how=(), readings=(),
    )  # fmt: skip
