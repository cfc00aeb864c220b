"""A word of a scale said once for several: "Kategori A diraih X dan Y", "A, B dan C masih kuning"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.model import How, Span, Strength
from factcheck.reading.records import Context, Subject, Value
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.subject.context import anaphor
from factcheck.reading.subject.whose import bind, named
from factcheck.reading.values.mood import asks_who, of_any
from factcheck.typed import NamedTuple

GLUE = {
    Tag.COMMA,
    Tag.BIND_AND,
    Tag.OPEN,
    Tag.CLOSE,
    Tag.NUMBER,
    Tag.CUE_NUMBER,
    Tag.ENTITY_SELF,
    Tag.BIND_OPENER,
    Tag.STATE_BEFORE,
    Tag.BIND_PAIR,
    Tag.BIND_FRONT,
}
OPENERS = (Tag.BIND_OPENER, Tag.COLON, Tag.BIND_HOLDER_AFTER)
LIST = 3
PAIR_FAR = 70
"""A predicate this far behind a list of names (code points) is no longer theirs."""


class Spread(NamedTuple):
    """The subjects of a word; `pending` when its list is still to come."""

    subjects: tuple[Subject, ...]
    pending: bool


def spread(
    frame: Frame,
    value: Value,
    counts: Sequence[Value],
    words: Sequence[Value],
    context: Context,
    setting: Setting,
) -> Spread:
    """Everybody a word of a scale is said of. `counts` are the counts it qualifies ("tujuh mendapat kategori A")."""
    forward = _forward(frame, value, words, context, setting)
    if forward:
        return Spread(forward, opens(frame, value))
    if _opens_list(frame, value):
        return Spread((), True)
    if counts and counts[0].value == 1 and (one := _one_behind(frame, value)) >= 0:
        return Spread((named(frame, one, context, setting, Strength.CLAUSE),), False)
    if counts:
        inside = _enumerated(frame, counts[0], value, context, setting)
        return Spread(inside or _members(frame, counts[0], context, setting), False)
    together = _together(frame, value, context) or shared_alike(frame, value, context, setting)
    if together:
        return Spread(together, False)
    if _of_all(frame, value):
        return Spread((), False)
    found = _backward(frame, value, context, setting)
    if _of_those(frame, value) and all(one.start < 0 for one in found):
        return Spread((), False)
    return Spread(found, False)


def _of_those(frame: Frame, value: Value) -> bool:
    """ "mengapresiasi ketiga pemda zona hijau": a word that says which of a group are meant is of nobody else; but
    "masuk daerah zona merah"."""
    group = value.at - 1 - frame.before(value.at, f"{CUE_OF}{value.measure}")
    if group < 1 or Tag.GROUP not in frame.mentions[group].tags or not frame.close(group, value.at, 1):
        return False
    return not frame.mentions[group - 1].tags.keys() & {Tag.BIND_MEMBER, Tag.STATE_BEFORE, Tag.BIND_IS}


def _one_behind(frame: Frame, value: Value) -> int:
    """ "Lalu satu yang merah, Ketapang, 46,02": the place of the name right behind the word; -1 where none is."""
    places = frame.subjects(value.at + 1, value.at + 3)
    between = frame.mentions[value.at + 1 : places[0]] if places else ()
    return places[0] if places and all(Tag.COMMA in one.tags for one in between) else -1


def opens(frame: Frame, value: Value) -> bool:
    """ "Dalam kelompok B, …": the word heads more than its own sentence."""
    return value.at > 0 and Tag.ENTITY_HEADS in frame.mentions[value.at - 1].tags


def _forward(
    frame: Frame, value: Value, words: Sequence[Value], context: Context, setting: Setting
) -> tuple[Subject, ...]:
    """The names after "yakni", "adalah", "diraih" or a colon, up to the next word of the same scale."""
    behind = range(bisect_left(words, value.at + 1, key=lambda word: word.at), len(words))
    stop = next((words[at].at for at in behind if words[at].measure == value.measure), None)
    opener = _opener(frame, value, stop)
    if opener < 0:
        return ()
    limit = len(frame.mentions) if stop is None else stop
    return tuple(_listed(frame, opener, limit, context, setting))


def _listed(frame: Frame, opener: int, stop: int, context: Context, setting: Setting) -> Iterator[Subject]:
    """The names from an opener on, a bare "Pemprov" among them, up to a new clause."""
    for place in range(opener, stop):
        if _breaks(frame, opener, place):
            return
        if frame.roles[place] == "subject":
            yield named(frame, place, context, setting, Strength.CLAUSE)
        elif Tag.ENTITY_GOVERNMENT in frame.mentions[place].tags:
            meant = anaphor(frame, place, context, setting)
            if meant:
                mention = frame.mentions[place]
                yield Subject((meant,), mention.start, mention.end, How.SPOKEN_OF, Strength.MEANT)


def _opener(frame: Frame, value: Value, stop: int | None) -> int:
    limit = len(frame.mentions) if stop is None else stop
    if opens(frame, value):
        return value.at
    if _leaves_brackets(frame, value) or _ends_title(frame, value):
        return -1
    for place in range(value.at + 1, limit):
        tags = frame.mentions[place].tags
        if any(tag in tags for tag in OPENERS):
            others = _counted_between(frame, value.at, place) or (stop is not None and _of_rest(frame, value.at, place))
            return -1 if others else place
        if frame.roles[place] == "subject" or tags.keys() & {Tag.STOP, Tag.BIND_CLAUSE, Tag.SEMICOLON}:
            return -1
    return -1


def _leaves_brackets(frame: Frame, value: Value) -> bool:
    """ "Bintan 49,36 (zona merah), dan yang terendah adalah Lingga": whether a word ends the brackets behind a figure
    of somebody, which reach nobody behind them."""
    opened = next(iter(frame.having(Tag.OPEN, 0, value.at)[::-1]), 0)
    figure = opened > 0 and opened - 1 in frame.having(FIGURES)
    return figure and frame.after(value.at, Tag.CLOSE) and frame.names_between(0, opened)


def _ends_title(frame: Frame, value: Value) -> bool:
    """ "Tanimbar Masih Merah: Membaca Rapor Maluku": whether a word ends the first half of a headline, which names who
    bears it."""
    titled = frame.sentence.voice == "headline" and frame.after(value.at, Tag.COLON)
    return titled and bool(frame.names_between(0, value.at))


def _counted_between(frame: Frame, at: int, opener: int) -> bool:
    """ "12 kategori B, dan dua masih kuning, yaitu X dan Y": the list is of what is counted last."""
    later = list(frame.having(SCALED, at + 1, opener))
    numbers = [
        place for place in frame.having(FIGURES, at + 1, opener) if Tag.YEAR_DIGITS not in frame.mentions[place].tags
    ]
    return bool(later) and any(place < later[-1] for place in numbers)


def _of_rest(frame: Frame, at: int, opener: int) -> bool:
    """ "Yang hijau hanya tiga daerah, sisanya termasuk Pemprov Kalsel masih kuning": whether those who are left stand
    between a word that is counted and an opener: the names behind it are theirs, who bear the word behind them."""
    parts = (place for tag in (Tag.COUNT_LEFT, Tag.COUNT_OTHER) for place in frame.having(tag, at + 1, opener + 1))
    left = next((place for place in parts if frame.before(place, Tag.COMMA)), -1)
    return left > 0 and bool(frame.having(FIGURES, at + 1, left))


def _breaks(frame: Frame, start: int, stop: int) -> bool:
    """A new clause: "sementara", or a semicolon behind which no further name comes at once."""
    if frame.has(Tag.BIND_CLAUSE, start, stop):
        return True
    return any(
        place + 1 < stop and frame.list_ends(place, stop) == place for place in frame.having(Tag.SEMICOLON, start, stop)
    )


def _opens_list(frame: Frame, value: Value) -> bool:
    """Whether the sentence ends in a colon or "sebagai berikut", so that the list follows it."""
    if frame.names_between(value.at):
        return False
    tail = frame.plain[frame.sentence.start : frame.sentence.end].rstrip().rstrip("*_ ")
    return tail.endswith(":")


def _enumerated(frame: Frame, count: Value, value: Value, context: Context, setting: Setting) -> tuple[Subject, ...]:
    """The names between a count and its word: "Empat lainnya, yaitu Paser, Kubar, Berau dan PPU, ada di kategori B"."""
    opener = next((place for place in range(count.at, value.at) if Tag.BIND_OPENER in frame.mentions[place].tags), -1)
    places = frame.subjects(max(opener, count.at), value.at)
    if not places or (opener < 0 and not _behind_comma(frame, count, places[0])):
        return ()
    if _ended_before(frame, places):
        places = places[-1:]
    return tuple(named(frame, place, context, setting, Strength.CLAUSE) for place in places)


def _ended_before(frame: Frame, places: Sequence[int]) -> bool:
    """ "tujuh daerah yakni A, B dan C, hasilnya hanya A": whether "dan" closed the list before the last name."""
    if len(places) < LIST:
        return False
    before, last, other = places[-LIST:]
    closed = frame.has(Tag.BIND_AND, before, last) and not frame.has(Tag.BIND_AND, last, other)
    return closed and frame.has(Tag.COMMA, last, other) and frame.mentions[last].ids != frame.mentions[other].ids


def _behind_comma(frame: Frame, count: Value, place: int) -> bool:
    """ "tiga sisanya, Barito Selatan, …": the names follow a comma close behind the count."""
    near = frame.mentions[place].start - frame.mentions[count.at].end <= PAIR_FAR // 2
    return near and Tag.COMMA in frame.mentions[place - 1].tags


def shared_alike(frame: Frame, value: Value, context: Context, setting: Setting) -> tuple[Subject, ...]:
    """All the names that one figure is told of: "Buru Selatan dan Maluku Barat Daya sama-sama mengumpulkan 77,69"."""
    alike = frame.first(Tag.BIND_ALIKE, 0, value.at)
    places = frame.subjects(0, alike) if alike >= 0 else []
    if not places or frame.names_between(alike, value.at):
        return ()
    return tuple(named(frame, place, context, setting, Strength.CLAUSE) for place in _coordinated(frame, places))


def _together(frame: Frame, value: Value, context: Context) -> tuple[Subject, ...]:
    """Those that "ketiganya" means: the last names listed."""
    for place in frame.having(Tag.COLLECTIVE, 0, value.at):
        size = int(frame.mentions[place].tags[Tag.COLLECTIVE])
        if len(context.listed) >= size and not frame.names_between(place, value.at):
            mention = frame.mentions[place]
            return tuple(
                Subject((name,), mention.start, mention.end, How.NAMED_BEFORE, Strength.MEANT)
                for name in context.listed[-size:]
            )
    return ()


def _members(frame: Frame, count: Value, context: Context, setting: Setting) -> tuple[Subject, ...]:
    """The names before a count that they are part of: "X, Y dan Z menjadi tiga daerah yang …"."""
    places = frame.subjects(0, count.at)
    if not places or frame.mentions[count.at].start - frame.mentions[places[-1]].end > PAIR_FAR // 2:
        return _bare_member(frame, count, context, setting)
    between = [frame.mentions[place].tags for place in range(places[-1] + 1, count.at)]
    if not any(Tag.BIND_MEMBER in tags for tags in between) or any(Tag.COMMA in tags for tags in between):
        return ()
    return tuple(named(frame, place, context, setting, Strength.CLAUSE) for place in _coordinated(frame, places))


def _bare_member(frame: Frame, count: Value, context: Context, setting: Setting) -> tuple[Subject, ...]:
    if not frame.before(count.at, Tag.BIND_MEMBER, 1):
        return ()
    subject = bind(frame, count._replace(kind=""), context, setting)
    return (subject,) if subject is not None and subject.start >= 0 else ()


def _of_all(frame: Frame, value: Value) -> bool:
    """ "Seluruh pemerintah daerah … berwarna hijau": said of a group, not of the one spoken of."""
    if frame.after(value.at, Tag.MOOD_ALL, 1) or frame.after(value.at, Tag.MOOD_DENIAL, 1):
        return True
    if frame.before(value.at, Tag.COUNT_PART, 1) or _of_the_rest(frame, value):
        return True
    if not frame.names_between(0, value.at) and (_says_nobody(frame, value) or of_any(frame, value.at)):
        return True
    groups = any(frame.after(place, Tag.GROUP, 1) for place in frame.having(Tag.MOOD_ALL, 0, value.at))
    if frame.names_between(0, value.at):
        return groups and not frame.names_between(frame.first(Tag.MOOD_ALL), value.at)
    return frame.has(Tag.MOOD_ALL, 0, value.at)


def _of_the_rest(frame: Frame, value: Value) -> bool:
    """ "…, dan Tanah Laut 83,63; sisanya, 11, kuning", "daerah lain sudah hijau": of those that are not named."""
    parts = frame.having(Tag.COUNT_PART, 0, value.at)
    return bool(parts) and not frame.names_between(parts[-1], value.at)


def _says_nobody(frame: Frame, value: Value) -> bool:
    """ "Rapor merah belum hilang", "yang masih kuning kita jewer": nobody stands before the word to bear it."""
    if frame.sentence.voice == "headline" or asks_who(frame):
        return True
    lead = frame.plain[frame.sentence.start : value.start].strip(" \"'(*")
    last = lead.rsplit(",", 1)[-1].split()
    return not lead or (bool(last) and last[0].lower() in frame.words.relative)


def _backward(frame: Frame, value: Value, context: Context, setting: Setting) -> tuple[Subject, ...]:
    subject = bind(frame, value, context, setting)
    if subject is None:
        return ()
    place = frame.subject_at(Span(subject.start, subject.end))
    if not 0 <= place < value.at or not _tells_of_list(frame, place, value):
        return (subject,)
    places = _coordinated(frame, frame.subjects(0, place + 1))
    others = tuple(named(frame, at, context, setting, Strength.MEANT) for at in places if at != place)
    return (*others, subject)


def _tells_of_list(frame: Frame, place: int, value: Value) -> bool:
    """Whether the word is a predicate of the whole list before it, and not a remark on its last name."""
    if frame.before(value.at, Tag.OPEN) or frame.mentions[value.at].start - frame.mentions[place].end > PAIR_FAR:
        return False
    behind = frame.plain[frame.mentions[place].end : frame.mentions[value.at].start].lower().split()
    if any(behind[: len(words)] == words for words in map(str.split, frame.words.sole)):
        return False  # "Tebo Ungguli Batanghari, Merangin Satu-satunya yang Kuning"
    depth = 0
    for at in range(place + 1, value.at):
        tags = frame.mentions[at].tags
        depth += (Tag.OPEN in tags) - (Tag.CLOSE in tags)
        if Tag.NUMBER in tags and not depth:
            return False
    return True


def _coordinated(frame: Frame, places: Sequence[int]) -> list[int]:
    """The run of names that ends with the last of `places`, joined by commas and "dan" (values in between allowed)."""
    run = [places[-1]]
    if _ended_before(frame, places):
        return run
    joined = False
    for earlier in reversed(places[:-1]):
        between = [frame.mentions[at].tags for at in range(earlier + 1, run[0])]
        if not between or any(not tags.keys() & GLUE for tags in between):
            break
        text = frame.plain[frame.mentions[earlier].end : frame.mentions[run[0]].start]
        if len(text) > PAIR_FAR // 2 or (frame.sentence.voice == "headline" and _tells_apart(frame, earlier, run[0])):
            break
        joined = joined or any(Tag.BIND_AND in tags for tags in between)
        run.insert(0, earlier)
    return run if joined or (frame.sentence.voice == "headline" and len(run) > 1) else [places[-1]]


def _tells_apart(frame: Frame, place: int, other: int) -> bool:
    """ "Linggau Juara, Muratara Kembali ke Kuning": whether a headline says something of the first of two names in
    front of the comma between them."""
    return any(re.search(r"\w", frame.gap(at, at + 1)) for at in range(place, other))


__all__ = ["Spread", "opens", "spread"]
