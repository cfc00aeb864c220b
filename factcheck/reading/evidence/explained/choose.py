"""Which of several explanations is meant: the nearest name, the year spoken of, and what the grammar proposes."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factcheck.cache.once import once
from factcheck.model import COUNTRY, Claim, Fact, Span, year_of
from factcheck.reading.evidence.explained.explained_figures import Evidence, Figure, datelines, told_by
from factcheck.reading.evidence.explained.printed import digits
from factcheck.reading.period.year_marks import is_next_to
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.values.scores import is_size_of_change
from factcheck.reference.ask.reference import Reference
from factcheck.typed import NamedTuple

BESIDE, SENTENCE, BEFORE, PARAGRAPH, TOPIC, FAR = 4.0, 3.0, 2.0, 1.5, 1.5, 0.5
"""How near a name stands: the last one in front of the figure, in its sentence, in the sentence before, in the
paragraph, the one named most, anywhere."""
WRITTEN, LEADING, MAIN, NAMED = 3.0, 2.25, 2.0, 1.0
"""How near a year stands: in the sentence, in the one before of its paragraph, as the article's own, anywhere."""


LONG = 7
"""So many digits are no other's by chance."""
NAMED_BEFORE = 2
"""Words between the name of a measure and its figure."""
REACH = 6
"""So many names in front of a figure may be whose it is."""


class Choice(NamedTuple):
    """An explanation with how well its subject and its year fit the place of the figure."""

    fact: Fact
    subject: float
    period: float

    @property
    def weight(self) -> float:
        """How well it fits in all; a lesser source fits less."""
        return self.subject + self.period - 0.5 * bool(self.fact.trust)


@once
def _places_by_name(bearers: Sequence[tuple[int, tuple[str, ...]]]) -> Mapping[str, Sequence[int]]:
    """Where the names of a sentence stand, by whom they may mean."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, ids in bearers:
        for name in dict.fromkeys(ids):
            places[name].append(at)
    return places


NOBODY: frozenset[str] = frozenset()
Names = Sequence[tuple[int, tuple[str, ...]]]


def _heads(frames: Sequence[Frame], names: Sequence[Names]) -> Sequence[frozenset[str]]:
    """Whom the lines of a list are about that name nobody: those whom the last line in front of them names, which may
    be its head ("Gorontalo / Anies-Muhaimin 227.354 / … / Jumlah 773.524")."""
    if not any(frame.sentence.kind == "item" for frame in frames):
        return [frozenset([name for _, ids in named for name in ids]) if named else NOBODY for named in names]
    heads: list[frozenset[str]] = []
    for frame, named in zip(frames, names, strict=True):
        carried = heads[-1] if heads and not named and frame.sentence.kind == "item" else frozenset[str]()
        heads.append(frozenset(name for _, ids in named for name in ids) or carried)
    return heads


def is_beside_written(frame: Frame, period: str) -> bool:
    """Whether a sentence writes the year before or behind one, which may then be a slip of it."""
    written = (frame.mentions[at].tags[Tag.YEAR_DIGITS] for at in frame.having(Tag.YEAR_DIGITS))
    return any(is_next_to(year, period) for year in written)


def _names_its_own(frame: Frame) -> bool:
    """Whether a sentence names a region that the article may be about: "Angka Tertinggi di Papua" over it does not."""
    named = any(ids != (COUNTRY,) for _, ids in frame.bearers)
    return named and not (frame.sentence.voice == "headline" and frame.has(Tag.EXTREME))


class Surroundings:
    """Where an article names whom and which years."""

    def __init__(
        self, frames: Sequence[Frame], evidence: Evidence, reference: Reference, main: str, published: str
    ) -> None:
        self._reference, self._frames = reference, frames
        self._years = dict.fromkeys(evidence.years, NAMED)
        if published:
            self._years |= {published: NAMED, str(int(published) - 1): NAMED}
        if main:
            self._years[main] = MAIN
        self._bases = [main] if main else sorted(year for year in evidence.years if year.isdigit())
        self._names = [frame.bearers for frame in frames]
        self._datelines = datelines(frames)
        self.teller = told_by(frames)
        times: Counter[str] = Counter()
        self._sentences: dict[str, set[int]] = defaultdict(set)
        self._blocks: dict[str, set[int]] = defaultdict(set)
        for frame, names in zip(frames, self._names, strict=True):
            for _, ids in names:
                for name in ids:
                    times[name] += 1
                    self._sentences[name].add(frame.sentence.place)
                    self._blocks[name].add(frame.sentence.block)
        self._heads = _heads(frames, self._names)
        self._first = next((frame.sentence.place for frame in frames if _names_its_own(frame)), len(frames))
        most = max(times.values(), default=0)
        self._topics = [name for name, count in times.items() if count == most][:REACH]

    def names_before(self, frame: Frame) -> bool:
        """Whether a sentence, or one before it, names a region; of a headline not who is highest or lowest."""
        return self._first <= frame.sentence.place

    def tell(self, years: Iterable[str]) -> None:
        """Takes years for named that no figure of the text writes."""
        for year in years:
            self._years.setdefault(year, NAMED)

    def choose(self, figure: Figure, claim: Claim | None) -> Choice | None:
        """The explanation that fits the place best; None where nothing explains the figure."""
        free = claim is None or claim.kind == "difference"
        facts = [fact for fact in figure.facts if free or (claim is not None and fact.measure == claim.measure)]
        if not facts and (digits(figure.number) >= LONG or self._is_of_other_measure(figure, claim)):
            facts = list(figure.facts)  # too long for chance: of another pack than it was taken for
        choices = [self.weigh(figure, fact, claim) for fact in facts]
        return max(choices, key=lambda choice: choice.weight, default=None)

    def _is_of_other_measure(self, figure: Figure, claim: Claim | None) -> bool:
        """ "Nilainya 82,60" of one index beside another: whether a telling figure is another measure's of whom the
        grammar says, and no word right in front of it names the one that it was taken for."""
        if claim is None or not figure.tells:
            return False
        national = figure.frame.has(Tag.RANK_NATIONAL, 0, figure.at) and not figure.frame.bearers
        if not any(fact.entity == claim.subject or (national and fact.entity == COUNTRY) for fact in figure.facts):
            return False
        return not figure.frame.before(figure.at, f"{CUE_OF}{claim.measure}", NAMED_BEFORE)

    def weigh(self, figure: Figure, fact: Fact, claim: Claim | None) -> Choice:
        """How well a fact fits the place of a figure."""
        return Choice(fact, self._subject(figure, fact, claim), self._period(figure, fact, claim))

    def nearby(self, figure: Figure) -> dict[str, None]:
        """Whom the figure may be about: the names next to it in its sentence, else those of the sentence before."""
        names = self._names[figure.frame.sentence.place]
        last = bisect_left(names, figure.at, key=lambda name: name[0])
        near: Sequence[tuple[int, tuple[str, ...]]] = [
            *reversed(names[max(0, last - REACH) : last]),
            *names[last : last + 1],
        ]
        if not near and figure.frame.sentence.place:
            near = self._names[figure.frame.sentence.place - 1][-REACH:]
        named = [name for _, ids in near for name in ids]
        return dict.fromkeys([*named, *sorted(self._heads[figure.frame.sentence.place]), *self._topics])

    def span(self, figure: Figure, entity: str) -> Span | None:
        """Where the entity is written in the sentence of a figure: the last place in front of it, else the first."""
        frame = figure.frame
        places = _places_by_name(self._names[frame.sentence.place]).get(entity)
        if not places:
            return None
        mention = frame.mentions[places[max(0, bisect_left(places, figure.at) - 1)]]
        return Span(mention.start, mention.end)

    def _subject(self, figure: Figure, fact: Fact, claim: Claim | None) -> float:
        near = self._near(figure, fact.entity)
        if claim is not None and claim.subject == fact.entity:
            return max(near, 5.0 if claim.subject_span is not None else 3.0)
        return near

    def _near(self, figure: Figure, entity: str) -> float:
        kind = figure.at - 1
        if kind >= 0 and Tag.GROUP in figure.frame.mentions[kind].tags and self._is_meant(figure, entity):
            return BESIDE
        return self._named_near(figure, entity)

    def _is_meant(self, figure: Figure, entity: str) -> bool:
        """ "Pangkalpinang 91,70 dan provinsi 92,07": whether nothing but a bare word for a kind of region, of which the
        entity is, stands between a figure and the figure or name before it."""
        frame, kind = figure.frame, figure.at - 1
        if not frame.close(kind, figure.at, 1) or frame.before(kind, Tag.NUMBER):
            return False
        return self._reference.is_of(entity, frame.mentions[kind].tags[Tag.GROUP])

    def _named_near(self, figure: Figure, entity: str) -> float:
        sentence = figure.frame.sentence
        if sentence.place in self._sentences[entity]:
            names = self._names[sentence.place]
            last = bisect_left(names, figure.at, key=lambda name: name[0]) - 1
            return BESIDE if last >= 0 and entity in names[last][1] else SENTENCE
        if sentence.place - 1 in self._sentences[entity] or entity in self._heads[sentence.place]:
            return BEFORE
        if sentence.block in self._blocks[entity]:
            return PARAGRAPH
        if entity == COUNTRY:  # the whole country is always near where nobody else explains a figure
            return SENTENCE if figure.frame.has(Tag.RANK_NATIONAL) else BEFORE
        if entity not in self._sentences and (entity in self._datelines or entity in self.teller):
            return BEFORE
        return TOPIC if entity in self._topics else FAR

    def _period(self, figure: Figure, fact: Fact, claim: Claim | None) -> float:
        frame = figure.frame
        written = any(frame.mentions[at].tags[Tag.YEAR_DIGITS] == fact.period for at in frame.having(Tag.YEAR_DIGITS))
        near = WRITTEN if written else self._years.get(fact.period, 0.0)
        if near == NAMED and self._leading(frame) == year_of(fact.period):
            near = LEADING
        if near < MAIN and Tag.YEAR in frame.tagged and self._is_counted(figure, fact.period):
            near = MAIN
        if near < NAMED and figure.tells and is_beside_written(frame, fact.period):
            near = 0.0 if is_size_of_change(frame, figure.at, fact.measure) else NAMED
        if claim is not None and claim.period == fact.period:
            return max(near, 4.0 if claim.period_span is not None else 2.5)
        return near

    def _leading(self, frame: Frame) -> str:
        """ "… semester kedua 2024 menyebut 1.470.518 jiwa. Yahukimo terbesar, 356.021 jiwa": the only year that the
        sentence in front of one writes, of its paragraph; empty where that writes none or several, or this one any."""
        if frame.sentence.place == 0 or frame.has_any((Tag.YEAR_DIGITS, Tag.YEAR_ANCHORED)):
            return ""
        before = self._frames[frame.sentence.place - 1]
        if before.sentence.block != frame.sentence.block or Tag.YEAR_DIGITS not in before.tagged:
            return ""
        years = {before.mentions[at].tags[Tag.YEAR_DIGITS] for at in before.having(Tag.YEAR_DIGITS)}
        return years.pop() if len(years) == 1 else ""

    def _is_counted(self, figure: Figure, period: str) -> bool:
        """ "Tahun sebelumnya masih 4,38 persen": whether a year in front of a figure that is counted from the one the
        article is about, or from any that it writes where that is not told, is this one."""
        frame = figure.frame
        told = (frame.mentions[at].tags[Tag.YEAR] for at in frame.having(Tag.YEAR, 0, figure.at))
        steps = [int(one) for one in told if one.lstrip("-").isdigit()]
        return bool(steps) and any(str(int(base) + step) == period for base in self._bases for step in steps)
