"""A sentence made ready for binding: its mentions, the text between them, and what each name does in it."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from factcheck.cache.patterns import compiled
from factcheck.language.load import Language
from factcheck.reading.mentions import Mention, Sentence

_DATELINE = compiled(
    r"^[\W_]*[A-Z](?:[^.!?–]|\.(?=\w)){1,70}?[\s)][–-]{1,3}\s"  # JAMBI, Suara Batanghari –
    r"|^[\W_]*[A-Z][\w ]{1,30}, [A-Z][A-Z. ]{3,40}$"  # Medan, PESISIRTIMUR.COM
    r"|^[\W_]*[A-Z][A-Z ]{2,30}\.$"  # BALIKPAPAN.
)
VENUE_REACH = 70
_WORDS = compiled(r"\w+")
_NAME = r"(?:[A-Z][\w.\-]* ?){1,6}, $"

SUBJECT, HOLDER, BRANCH, OFFICE, PLACE, SCOPE, ASIDE, DATELINE = (
    "subject",
    "holder",
    "branch",
    "office",
    "place",
    "scope",
    "aside",
    "dateline",
)

SCALED, FIGURES = "value.", "figures"
"""Under these the places of words of any scale and of numbers are found, as those of a tag are."""


class Frame(NamedTuple):
    """`roles` runs parallel to the sentence's mentions; it is empty for everything but names.

    subject   may be who a value is about
    holder    whose office somebody holds ("Gubernur Jambi")
    branch    where an institution has a branch ("Ombudsman NTB")
    office    whose office is spoken of, which is not the region itself ("Polres Binjai")
    place     where something happens ("di Jambi");  scope   among whom ("se-Jambi")
    aside     inside ", yang … ," between another name and its value
    dateline  "JAMBI, Suara Batanghari – "

    `tagged` gives the places of the mentions with a tag, `named` those of the names that are subjects; under SCALED
    stand the words of any scale, under FIGURES the numbers and years.
    """

    sentence: Sentence
    plain: str
    roles: tuple[str, ...]
    language: Language
    mentions: tuple[Mention, ...]
    tagged: Mapping[str, Sequence[int]]
    named: Sequence[int]

    def gap(self, left: int, right: int) -> str:
        """The text between two mentions, by their places in the sentence."""
        return self.plain[self.mentions[left].end : self.mentions[right].start]

    def close(self, left: int, right: int, words: int = 0) -> bool:
        """Whether at most so many words and no mark but a full stop stand between the two mentions."""
        if left < 0 or right >= len(self.mentions):
            return False
        text = self.gap(left, right)
        if text in ("", " "):
            return True
        return len(_WORDS.findall(text)) <= words and not any(mark in text for mark in ",;:()|!?")

    def before(self, at: int, tag: str, words: int = 0) -> bool:
        """Whether the mention just before `at` has the tag and stands that close."""
        return at > 0 and tag in self.mentions[at - 1].tags and self.close(at - 1, at, words)

    def after(self, at: int, tag: str, words: int = 0) -> bool:
        """Whether the mention just after `at` has the tag and stands that close."""
        return at + 1 < len(self.mentions) and tag in self.mentions[at + 1].tags and self.close(at, at + 1, words)

    def said(self, name: str) -> tuple[str, ...]:
        """The words of the language's list `text.NAME`, which stand between mentions and are none."""
        return tuple(self.language.words.get("text", {}).get(name, ()))

    def having(self, tag: str, start: int = 0, stop: int | None = None) -> Sequence[int]:
        """Places of the mentions with a tag, in order."""
        return _between(self.tagged.get(tag, ()), start, stop)

    def first(self, tag: str, start: int = 0, stop: int | None = None) -> int:
        """The place of the first mention with a tag, -1 where there is none."""
        places = self.having(tag, start, stop)
        return places[0] if places else -1

    def has(self, tag: str, start: int = 0, stop: int | None = None) -> bool:
        """Whether any mention between the places has the tag."""
        return bool(self.having(tag, start, stop))

    def has_any(self, tags: Iterable[str], start: int = 0, stop: int | None = None) -> bool:
        """Whether any mention between the places has one of the tags."""
        return any(self.having(tag, start, stop) for tag in tags)

    def names_between(self, start: int = 0, stop: int | None = None) -> bool:
        """Whether any name that may be a subject stands between the places."""
        return bool(_between(self.named, start, stop))

    def subjects(self, start: int = 0, stop: int | None = None) -> Sequence[int]:
        """Places of the names that may be who a value is about."""
        return _between(self.named, start, stop)


def _between(places: Sequence[int], start: int, stop: int | None) -> Sequence[int]:
    """Those of the places, which are in order, that are not before `start` and are before `stop`."""
    if not places:
        return places
    first = bisect_left(places, start) if start else 0
    return places[first:] if stop is None else places[first : bisect_left(places, stop, first)]


def _tagged(mentions: Sequence[Mention]) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, mention in enumerate(mentions):
        scaled = False
        for tag in mention.tags:
            found[tag].append(at)
            scaled = scaled or tag.startswith("value.")
        if scaled:
            found[SCALED].append(at)
        if mention.number is not None:
            found[FIGURES].append(at)
    return dict(found)


def frame(sentence: Sentence, plain: str, opens_paragraph: bool, language: Language) -> Frame:
    """The sentence with the roles of its names; `opens_paragraph`: a dateline may stand at its head."""
    head = _DATELINE.match(plain[sentence.start : sentence.end]) if opens_paragraph else None
    dateline = sentence.start + head.end() if head else sentence.start
    mentions = sentence.mentions
    tagged = _tagged(mentions)
    bare = Frame(sentence, plain, (), language, mentions, tagged, ())
    roles: list[str] = []
    for at, mention in enumerate(mentions):
        roles.append(_role(bare, at, mention, dateline, roles) if mention.ids else "")
    named = [at for at, role in enumerate(roles) if role == SUBJECT]
    return Frame(sentence, plain, tuple(roles), language, mentions, tagged, named)


def _role(bare: Frame, at: int, mention: Mention, dateline: int, roles: list[str]) -> str:
    if mention.start < dateline:
        return DATELINE
    role = _role_by_neighbour(bare, at)
    if role == SUBJECT and _aside(bare, at, roles):
        return ASIDE
    return role


def _role_by_neighbour(bare: Frame, at: int) -> str:
    if _before_date(bare, at) or _after_venue(bare, at):
        return PLACE
    if at == 0:
        return SUBJECT
    tags = bare.mentions[at - 1].tags
    if "entity.places" in tags and bare.gap(at - 1, at).strip() in ("", "–"):
        return SCOPE if tags["entity.places"].startswith(bare.said("scope")) else PLACE
    if at > 1 and "entity.kind_of" in tags and "group" in bare.mentions[at - 2].tags and bare.close(at - 2, at, 1):
        return SCOPE  # "every regency and city of Bali"
    for tag, role, words in (
        ("entity.offices", OFFICE, 6),
        ("entity.venues", PLACE, 2),
        ("entity.branches", BRANCH, 1),
        ("subject", BRANCH, 1),
        ("entity.titles", HOLDER, 1),
    ):
        if tag in tags and bare.close(at - 1, at, words) and _one_name(bare.gap(at - 1, at), bare.said("joins")):
            return role
    return SUBJECT


def _one_name(gap: str, joins: tuple[str, ...]) -> bool:
    """Whether the words between belong to the name: "Hotel Aston Jambi", not "pulau Sumatera sendiri Jambi"."""
    return all(not word[:1].islower() or word in joins for word in _WORDS.findall(gap))


def _before_date(bare: Frame, at: int) -> bool:
    """ "… Jakarta Selatan, Kamis (22/12/2022)": where it happened."""
    after = bare.mentions[at + 1 : at + 3]
    return len(after) == 2 and "comma" in after[0].tags and after[1].date is not None and bare.close(at, at + 1)


@cache
def _venue(words: tuple[str, ...]) -> re.Pattern[str]:
    return compiled(rf"\b(?:{'|'.join(words)}) {_NAME}")


def _after_venue(bare: Frame, at: int) -> bool:
    """ "di Hotel Bidakara, Jakarta", "di Auditorium TVRI, Jakarta,": the town of a venue."""
    region = at > 1 and bool(bare.mentions[at - 2].ids)
    if not region and _venue(bare.said("venue")).search(
        bare.plain, max(bare.sentence.start, bare.mentions[at].start - VENUE_REACH), bare.mentions[at].start
    ):
        return True
    before = bare.mentions[max(0, at - 2) : at]
    if len(before) < 2 or "comma" not in before[1].tags or "entity.venues" not in before[0].tags:
        return False
    return bare.mentions[at].start - before[0].end < 40 and bare.close(at - 1, at)


def _aside(bare: Frame, at: int, roles: list[str]) -> bool:
    """ "Kabupaten Magelang, yang mengelilingi Kota Magelang, pada 2023 memperoleh …": the inner name is no subject."""
    earlier = next((place for place in range(at - 1, -1, -1) if roles[place] == SUBJECT), -1)
    if earlier < 0 or at + 1 >= len(bare.mentions):
        return False
    between = bare.plain[bare.mentions[earlier].end : bare.mentions[at].start]
    after = bare.plain[bare.mentions[at].end : bare.mentions[at].end + 2]
    opens = tuple(f", {word} " for word in bare.said("relative"))
    return between.startswith(opens) and between.count(",") == 1 and after.startswith(",")
