"""A sentence made ready for binding: its mentions, the text between them, and what each name does in it."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from factcheck.cache.once import once
from factcheck.cache.patterns import compiled
from factcheck.language.language import Language
from factcheck.language.tables import Text
from factcheck.model import Span
from factcheck.reading.scan.mentions import IN_OF, VALUE_OF, Mention, Sentence, Tag
from factcheck.typed import Any, final

_WORDS = compiled(r"\w+")
SUBJECT, HOLDER, BRANCH, OFFICE, PLACE, SCOPE, ASIDE, DATELINE, KNOWN_BY = (
    "subject",
    "holder",
    "branch",
    "office",
    "place",
    "scope",
    "aside",
    "dateline",
    "known by",
)
CLAUSE_ENDS = {Tag.COMMA, Tag.STOP, Tag.SEMICOLON, Tag.COLON, Tag.BIND_CLAUSE, Tag.CLOSE}
"""What ends the reach of a wish, or of some of a group."""
ENDS = (Tag.SEMICOLON, Tag.STOP, Tag.BIND_CLAUSE)
"""What ends the clause that a word and its figure, or the names of one list, stand in."""
JOINS = {Tag.COMMA, Tag.BIND_AND, Tag.SEMICOLON}
"""What joins the names of one run."""
SCALED, UNITS, FIGURES, PEOPLED = VALUE_OF, IN_OF, "figures", "peopled"
"""Under these the places of words of any scale, of units that a measure is counted in, of numbers, and of names and
what may stand for one are found, as those of a tag are."""
DASHES = ("-", "–", "—")
STANDING_IN = (Tag.ENTITY, Tag.GROUP, Tag.ENTITY_OFFICES, Tag.ENTITY_CAPITAL)


@final
class Frame:
    """`roles` runs parallel to the sentence's mentions; it is empty for everything but names.

    subject   may be who a value is about
    holder    whose office somebody holds ("Gubernur Jambi")
    branch    where an institution has a branch ("Ombudsman NTB")
    office    whose office is spoken of, which is not the region itself ("Polres Binjai")
    place     where something happens ("di Jambi");  scope   among whom ("se-Jambi")
    aside     inside ", yang … ," between another name and its value
    dateline  "JAMBI, Suara Batanghari – "
    known by  in "kabupaten yang mengelilingi Kota Madiun ini": by it somebody else is known

    `tagged` gives the places of the mentions with a tag, `named` those of the names that are subjects; under SCALED
    stand the words of any scale, under FIGURES the numbers and years. `bearers` are the places of all names that a
    figure may be about, with their ids: those of datelines and offices, and by which another is known, are none.
    `kept` holds what several passes ask of the sentence, or of the word at a place of it.
    """

    __slots__ = ("bearers", "kept", "language", "mentions", "named", "plain", "roles", "sentence", "tagged")

    def __init__(
        self,
        sentence: Sentence,
        plain: str,
        language: Language,
        roles: tuple[str, ...],
        tagged: Mapping[str, Sequence[int]],
        named: Sequence[int] = (),
        bearers: Sequence[tuple[int, tuple[str, ...]]] = (),
    ) -> None:
        self.sentence = sentence
        self.plain = plain
        self.language = language
        self.mentions = sentence.mentions
        self.roles = roles
        self.tagged = tagged
        self.named = named
        self.bearers = bearers
        self.kept: dict[str | int, Any] = {}

    def gap(self, left: int, right: int) -> str:
        """The text between two mentions, by their places in the sentence."""
        return self.plain[self.mentions[left].end : self.mentions[right].start]

    def close(self, left: int, right: int, words: int = 0) -> bool:
        """Whether at most so many words and no mark but a full stop stand between the two mentions."""
        return left >= 0 and right < len(self.mentions) and self._near(left, right, words)

    def _near(self, left: int, right: int, words: int) -> bool:
        text = self.plain[self.mentions[left].end : self.mentions[right].start]
        if text in ("", " "):
            return True
        return len(_WORDS.findall(text)) <= words and not any(mark in text for mark in ",;:()|!?")

    def spans(self, one: int, other: int) -> bool:
        """Whether a dash or a word for one and nothing else joins two mentions: "81-100", "2016 sampai 2018"."""
        if not 0 <= one < other < len(self.mentions):
            return False
        if other == one + 1:
            return self.gap(one, other).strip() in DASHES
        return other == one + 2 and Tag.RANK_RANGE in self.mentions[one + 1].tags

    def joins_figure(self, at: int) -> bool:
        """Whether "dengan" joins a figure with decimals to the mention: "peringkat 25 dengan 68,52"."""
        joined = self.after(at, Tag.BIND_FRONT) and self.close(at + 1, at + 2, 1)
        number = self.mentions[at + 2].number if joined else None
        return number is not None and number.quantum < 1

    def before(self, at: int, tag: str, words: int = 0) -> bool:
        """Whether the mention just before `at` has the tag and stands that close."""
        return at > 0 and tag in self.mentions[at - 1].tags and self._near(at - 1, at, words)

    def after(self, at: int, tag: str, words: int = 0) -> bool:
        """Whether the mention just after `at` has the tag and stands that close."""
        if tag not in self.tagged or at + 1 >= len(self.mentions):
            return False
        return tag in self.mentions[at + 1].tags and self._near(at, at + 1, words)

    @property
    def words(self) -> Text:
        """The words of the language that stand between mentions and are none."""
        return self.language.words.text

    def having(self, tag: str, start: int = 0, stop: int | None = None) -> Sequence[int]:
        """Places of the mentions with a tag, in order."""
        if tag not in self.tagged:  # as most tags that are asked for
            return ()
        places = self.tagged[tag]
        if not start and stop is None:
            return places
        first = bisect_left(places, start) if start else 0
        return places[first:] if stop is None else places[first : bisect_left(places, stop, first)]

    def first(self, tag: str, start: int = 0, stop: int | None = None) -> int:
        """The place of the first mention with a tag, -1 where there is none."""
        places = self.having(tag, start, stop)
        return places[0] if places else -1

    def has(self, tag: str, start: int = 0, stop: int | None = None) -> bool:
        """Whether any mention between the places has the tag."""
        if tag not in self.tagged:
            return False
        places = self.tagged[tag]
        if not start:
            return stop is None or places[0] < stop
        return places[-1] >= start and (stop is None or places[bisect_left(places, start)] < stop)

    def has_any(self, tags: Iterable[str], start: int = 0, stop: int | None = None) -> bool:
        """Whether any mention between the places has one of the tags."""
        for tag in tags:
            if tag not in self.tagged:  # as most
                continue
            if self.has(tag, start, stop):
                return True
        return False

    def ends_at(self, at: int) -> bool:
        """Whether a clause ends with the mention."""
        return bool(self.mentions[at].tags.keys() & set(ENDS))

    def list_ends(self, start: int, stop: int) -> int:
        """Where a list of names that begins at a place ends: with its clause, but not with a semicolon that a further
        name follows at once ("A 86,26; B 85,10; dan C 83,95")."""
        for at in sorted({at for tag in ENDS for at in self.having(tag, start, stop)}):
            following = at + 1 + self.after(at, Tag.BIND_AND)
            if Tag.SEMICOLON not in self.mentions[at].tags or following >= stop or not self.mentions[following].ids:
                return at
        return stop

    def names_between(self, start: int = 0, stop: int | None = None) -> bool:
        """Whether any name that may be a subject stands between the places."""
        return bool(_between(self.named, start, stop))

    def subjects(self, start: int = 0, stop: int | None = None) -> Sequence[int]:
        """Places of the names that may be who a value is about."""
        return _between(self.named, start, stop)

    def run_before(self, stop: int) -> Sequence[int]:
        """The last names in front of a place that nothing but commas, semicolons and "dan" stands between."""
        names = self.subjects(0, stop)
        first = len(names) - 1
        while first > 0 and self._joined(names[first - 1], names[first]):
            first -= 1
        return names[max(0, first) :]

    def _joined(self, one: int, two: int) -> bool:
        between = self.mentions[one + 1 : two]
        return bool(between) and all(mention.tags.keys() & JOINS for mention in between)

    def ending(self, end: int, tag: str) -> int:
        """The place of the mention with a tag that ends at a place of the text; -1 where none does."""
        places = self.having(tag)
        place = bisect_left(places, end, key=lambda at: self.mentions[at].end)
        return places[place] if place < len(places) and self.mentions[places[place]].end == end else -1

    def subject_at(self, span: Span | None) -> int:
        """The place of the name that may be who a value is about and begins where a span does; -1 where none does."""
        if span is None:
            return -1
        place = bisect_left(self.named, span.start, key=lambda at: self.mentions[at].start)
        found = self.named[place] if place < len(self.named) else -1
        return found if found >= 0 and self.mentions[found].start == span.start else -1


SEVERAL = 12
"""So many sentences are an article, which is asked for fifty tags: its sentences are gone through once for all."""


def with_tag(frames: Sequence[Frame], tag: str) -> Sequence[Frame]:
    """The sentences that have a mention with a tag, in order: most of those of an article have none."""
    if len(frames) >= SEVERAL:
        return _by_tag(frames).get(tag, ())
    return [frame for frame in frames if tag in frame.tagged]


@once
def _by_tag(frames: Sequence[Frame]) -> Mapping[str, Sequence[Frame]]:
    found: dict[str, list[Frame]] = {}
    for frame in frames:
        for tag in frame.tagged:
            if tag in found:
                found[tag].append(frame)
            else:
                found[tag] = [frame]
    return found


def places_with(frames: Sequence[Frame], tag: str) -> list[tuple[Frame, int]]:
    """The places of the mentions with a tag, each with its sentence, in order."""
    return [(frame, at) for frame in with_tag(frames, tag) for at in frame.tagged[tag]]


def _between(places: Sequence[int], start: int, stop: int | None) -> Sequence[int]:
    """Those of the places, which are in order, that are not before `start` and are before `stop`."""
    if not places:
        return places
    first = bisect_left(places, start) if start else 0
    return places[first:] if stop is None else places[first : bisect_left(places, stop, first)]


def places_by_tag(mentions: Sequence[Mention]) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = {}
    for at, mention in enumerate(mentions):
        for tag in mention.tags:
            if tag in found:
                found[tag].append(at)
            else:  # as mostly
                found[tag] = [at]
        if mention.number is not None:
            found.setdefault(FIGURES, []).append(at)
    shared = [tag for tag in found if _TOGETHER[tag]]
    return _with_shared(found, shared, mentions) if shared else found


def _with_shared(
    found: dict[str, list[int]], shared: Sequence[str], mentions: Sequence[Mention]
) -> Mapping[str, Sequence[int]]:
    """The places by tag, with those of tags that are found together with others."""
    together: dict[str, list[list[int]]] = {}
    for tag in shared:
        together.setdefault(_TOGETHER[tag], []).append(found[tag])
    for name, several in together.items():
        found[name] = several[0] if len(several) == 1 else sorted({*chain.from_iterable(several)})
    if UNITS in found and Tag.GROUP in found:  # "kabupaten/kota" are counted as a group is
        found[UNITS] = [at for at in found[UNITS] if Tag.GROUP not in mentions[at].tags]
        if not found[UNITS]:
            del found[UNITS]
    return found


class _Together(dict[str, str]):
    """Under which name the places of a tag are found with those of others; empty for most."""

    def __missing__(self, tag: str) -> str:
        name = next((one for one in (SCALED, UNITS) if tag.startswith(one)), PEOPLED if tag in STANDING_IN else "")
        self[tag] = name
        return name


_TOGETHER = _Together()
