"""Whether a line that stands above a list says a word of a scale of those listed, and not what they were before."""

from factcheck.cache.patterns import compiled
from factcheck.reading.evidence.words.words_of_scales import Word
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import Tag

HEADS = (Tag.STATE_BEFORE, Tag.CUE_WORD, Tag.GROUP)
"""With a word of a scale and a number these may be all that a heading says."""
MOVES = (Tag.CHANGE, Tag.BIND_FROM, Tag.BIND_TO, Tag.BIND_LEAVE, Tag.BIND_OUT, Tag.MOOD_PAST, Tag.YEAR)
"""With one of these a line may tell of what those below were before: "Keluar dari zona kuning", "Dulu merah"."""
BEHIND = {
    Tag.CUE_WORD, Tag.GROUP, Tag.NUMBER, Tag.COMMA, Tag.COLON, Tag.OPEN, Tag.CLOSE, Tag.BIND_AND,
    Tag.BIND_FRONT, Tag.BIND_OPENER, Tag.BIND_FOLLOWS, Tag.ENTITY, Tag.ENTITY_PLACES, Tag.YEAR_DIGITS, Tag.STOP,
    Tag.COUNT_EXISTS, Tag.STATE_BEFORE, Tag.COUNT_ASSESSED,
}  # fmt: skip
"""What may follow a word in such a line."""
_WORD = compiled(r"\w+")


def only_counts(frame: Frame) -> bool:
    """ "Zona kuning: tujuh daerah": whether a heading says a word of a scale, how many bear it, and nothing else."""
    known = {at for tag in (SCALED, FIGURES, *HEADS) for at in frame.having(tag)}
    words = " ".join(frame.plain[frame.mentions[at].start : frame.mentions[at].end] for at in known).split()
    own = frame.plain[frame.sentence.start : frame.sentence.end].strip("#*_ \n")
    return len(words) == len(_WORD.findall(own)) and not frame.has_any((Tag.YEAR, Tag.YEAR_DIGITS))


def heads_plainly(frame: Frame, word: Word) -> bool:
    """Whether a line tells of no move from a word and no other time, and nothing unknown follows the word: "Kuning
    tinggal kenangan"."""
    if frame.has_any(MOVES[:-1]) or _tells_time(frame):
        return False
    behind = frame.mentions[word.at + 1 :]
    if not all(one.number is not None or one.ids or not one.tags.keys().isdisjoint(BEHIND) for one in behind):
        return False
    ends = [frame.mentions[word.at].end, *(one.end for one in behind)]
    starts = [*(one.start for one in behind), frame.sentence.end]
    return not any(
        _WORD.search(frame.plain, end, start) for end, start in zip(ends, starts, strict=True) if end < start
    )


def _tells_time(frame: Frame) -> bool:
    """ "Yang tahun lalu kuning": whether a year is counted in a line; the word for a year and "kini" are none."""
    told = (frame.mentions[at].tags[Tag.YEAR] for at in frame.having(Tag.YEAR))
    return any(year not in ("word", "0") for year in told)
