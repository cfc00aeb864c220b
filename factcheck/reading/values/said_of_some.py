"""Words of a scale that are said of some, of most, or of the average of a group: of nobody in particular."""

from collections.abc import Iterator

from factcheck.reading.scan.frame import CLAUSE_ENDS, SCALED, Frame
from factcheck.reading.scan.mentions import Tag

TWIN = {Tag.COMMA, Tag.BIND_OPENER, Tag.CUE_WORD, Tag.STATE_BEFORE, Tag.OPEN}
"""What may stand between a word of a scale and another that says the same once more."""
TWIN_REACH = 4
OPENERS = (Tag.BIND_OPENER, Tag.COLON)


def of_some(frame: Frame, at: int) -> bool:
    """ "mengapresiasi sejumlah kabupaten yang masuk zona hijau", "mayoritas berada di zona kuning": said of some, who
    are nobody in particular; but "sejumlah daerah masuk zona hijau, yakni A, B dan C"."""
    cue = at - frame.has(Tag.CUE_WORD, at - 1, at) if at else 0
    counted = frame.has(Tag.NUMBER, max(0, cue - 2), cue)  # "Dua nama paling bawah merah"
    if frame.before(cue, Tag.EXTREME) and not counted and not frame.names_between(0, at):
        return True  # "Paling banyak berwarna kuning, lalu …"
    if Tag.EXTREME in frame.tagged and _tells_commonest(frame, at):
        return True
    some = [*frame.having(Tag.MOOD_SOME, 0, at), *_of_groups(frame, at)]
    if not some or frame.after(some[-1], Tag.NUMBER) or frame.names_between(some[-1], at):
        return False
    return not _clause_ends(frame, some[-1], at) and not _opens_list(frame, at)


def tells_of_some(frame: Frame) -> bool:
    """ "Beberapa daerah NTB malah turun zonasinya.": whether a sentence is about some of a group, and names nobody."""
    if frame.names_between() or frame.has(Tag.ENTITY_GOVERNMENT):
        return False
    return any(frame.after(some, Tag.GROUP) for some in frame.having(Tag.MOOD_SOME))


def _of_groups(frame: Frame, at: int) -> Iterator[int]:
    """Where a group is told of as one: a part of it ("lebih dari separuh daerah"), or its average ("rata-rata nilai
    pemda di Kaltim")."""
    if Tag.GROUP not in frame.tagged:
        return
    yield from _parts_of_groups(frame, at)
    for mean in frame.having(Tag.BIND_AVERAGE, 0, at):
        if any(not frame.after(group, Tag.ENTITY_SELF) for group in frame.having(Tag.GROUP, mean + 1, at)):
            yield mean


def _clause_ends(frame: Frame, some: int, at: int) -> bool:
    """Whether a clause ends between some and a word of a scale; neither the short form of a group in brackets ends it
    ("pemerintah daerah (pemda)") nor what leads to the same in another word ("kualitas sedang, yaitu zona kuning")."""
    for place in (place for tag in CLAUSE_ENDS for place in frame.having(tag, some, at)):
        short = Tag.CLOSE in frame.mentions[place].tags and frame.before(place, Tag.GROUP)
        if not short and not _is_twin(frame, place, at):
            return True
    return False


def _is_twin(frame: Frame, mark: int, at: int) -> bool:
    """Whether a mark stands between a word of a scale and the last one in front of it, with nothing else but glue."""
    scaled = frame.having(SCALED, max(0, at - TWIN_REACH), at)
    if not scaled or scaled[-1] > mark:
        return False
    return all(one.tags.keys() & TWIN for one in frame.mentions[scaled[-1] + 1 : at])


def _opens_list(frame: Frame, at: int) -> bool:
    """Whether a list of those who bear a word is opened behind it, before another word of a scale and what ends its
    clause: not in "banyak yang hijau, dua daerah kuning, yaitu …"."""
    last, other = _said_once_more(frame, at)
    openers = sorted(place for tag in OPENERS for place in frame.having(tag, last, other))
    if not openers or other is not None:
        return bool(openers) and frame.names_between(openers[0], other)
    return (
        Tag.COLON in frame.mentions[openers[-1]].tags
        or openers[-1] + 1 == len(frame.mentions)
        or (frame.names_between(openers[0]))
    )


def _said_once_more(frame: Frame, at: int) -> tuple[int, int | None]:
    """The last of the words of scales behind a place that only say the same once more, and the next that does not."""
    last = at
    for place in frame.having(SCALED, at + 1):
        between = frame.mentions[last + 1 : place]
        told = any(one.ids or one.number is not None or one.tags.keys() & CLAUSE_ENDS for one in between)
        if told and not all(one.tags.keys() & TWIN for one in between):
            return last, place
        last = place
    return last, None


def _tells_commonest(frame: Frame, at: int) -> bool:
    """ "Warna yang paling banyak keluar ialah kuning": whether a cue of a scale and "yang" lead to an extreme in front
    of a word of it, with nobody named: it tells the word that most bear."""
    extreme = next(iter(frame.having(Tag.EXTREME, 1, at)[-1:]), 0)
    cue = extreme - 1 - frame.before(extreme, Tag.STATE_BEFORE)
    if cue < 0 or Tag.CUE_WORD not in frame.mentions[cue].tags or frame.names_between(extreme, at):
        return False
    return frame.gap(cue, extreme).strip().lower() in frame.words.relative


def _parts_of_groups(frame: Frame, at: int) -> Iterator[int]:
    """ "Lebih dari separuh daerah di provinsi ini masih kuning": the words in front of a place for a part of one, right
    in front of a group."""
    for group in frame.having(Tag.GROUP, 1, at):
        number = frame.mentions[group - 1].number
        if number is not None and number.form == "word" and number.value < 1 and frame.close(group - 1, group, 1):
            yield group - 1
