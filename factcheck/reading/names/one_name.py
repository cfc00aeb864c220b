"""Whether two names that are almost alike are one in two spellings, and which of them is right."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from factcheck.cache.patterns import compiled
from factcheck.language.language import Language
from factcheck.language.one_letter import one_letter
from factcheck.model import Span
from factcheck.reading.names.neighbours import MOST, Neighbours, Place, Spelling, Twice, Two
from factcheck.reading.names.single_words import LONG, Near
from factcheck.reading.names.two_words import FAR_APART, Pair, Words, is_misspelling, is_slip, words_of
from factcheck.reference.packs.fold_name import WORD, bare
from factcheck.typed import NamedTuple

SIDE_BY_SIDE = 30
"""Code points: two names as near as this in one sentence are two."""
LETTERS = 6
"""Letters of the longest abbreviation."""
CLEAR = 2
"""So many times as often as the other the right spelling stands."""
_BEFORE = compiled(r"(\w+) $")
_NEW_SENTENCE = compiled(r"[.!?\"]\s|\n")


class NameContext(NamedTuple):
    """What the names of an article are judged by; `count` tells how often a word stands in it."""

    plain: str
    names: Neighbours
    words: Words
    count: Callable[[str], int]


def spelt_otherwise(
    plain: str, low: str, language: Language, names: Neighbours, twice: Iterable[Twice], single: Iterable[Near]
) -> list[Spelling]:
    """A spelling for each word that is off of names that are almost alike, and of later mentions; in order of place."""
    words = words_of(language)
    if words is None:
        return []

    def count(word: str) -> int:
        return _times(low)[word] or 1

    article = NameContext(plain, names, words, count)
    found = [spelling for two in twice if _one_name(article, two) for spelling in _spellings(article, two)]
    return _joined((*found, *_of_single_words(article, single)))


@lru_cache(maxsize=1)
def _times(low: str) -> Counter[str]:
    """How often each word stands in a folded text."""
    return Counter(map(bare, WORD.findall(low)))


def _of_single_words(article: NameContext, single: Iterable[Near]) -> Iterator[Spelling]:
    """The single words that are a slip: no word that is known, no other surname ("van Persie")."""
    for near in single:
        said_by = _word_before(article, near.word.start)
        if said_by not in article.words.particles and _is_single_slip(near, said_by, article.words):
            here, there = Span(near.word.start, near.word.end), Span(near.model.start, near.model.end)
            yield Spelling(here, here, there, there, near.times > 1 or article.words.known(near.model.low))


def _word_before(article: NameContext, start: int) -> str:
    before = _BEFORE.search(article.plain, max(0, start - 12), start)
    return before[1] if before else ""


def _is_single_slip(near: Near, before: str, words: Words) -> bool:
    """Whether a single word is a slip of the other; of an ordinary one where a capital tells that it is a name."""
    word, model = near.word.low, near.model.low
    if words.known(word) or _is_somebody_else(near, words):
        return False
    if words.ordinary(model):
        tells = is_misspelling(word, model, words) or (near.named and near.times > 1)
        if not (near.within and len(word) >= LONG and tells):
            return False
    return is_slip(Pair(word, model, (1, near.times), person=before.lower() in words.speech), words)


def _is_somebody_else(near: Near, words: Words) -> bool:
    """Whether the word has a first name, and the other stood alone before: Kuswara, then Herman Koswara."""
    told = near.behind in words.offices or words.no_name(near.behind)
    return near.behind != "" and near.model.start < near.word.start and not told


def _one_name(article: NameContext, two: Twice) -> bool:
    """Whether two names are one in two spellings."""
    one, other = two.words
    times = article.count(one), article.count(other)
    abbreviated = _abbreviated(article, two.one, two.at) and _abbreviated(article, two.other, two.at)
    pair = Pair(one, other, times, two.one[1 - two.at], abbreviated)
    foreign = any(_is_foreign(article, name) for name in (two.one, two.other))
    return (
        not foreign and is_slip(pair, article.words) and _go_on_alike(article, two) and not _side_by_side(article, two)
    )


def _is_foreign(article: NameContext, name: Two) -> bool:
    """Whether a little word of another language stands before a name: Naar de Republiek Indonesia."""
    return _word_before(article, _span(article, article.names.places[name][0]).start) in article.words.particles


def _abbreviated(article: NameContext, name: Two, at: int) -> bool:
    run, place = article.names.places[name][0]
    word = article.names.run(run)[place + at]
    return word.end - word.start <= LETTERS and article.plain[word.start : word.end].isupper()


def _go_on_alike(article: NameContext, two: Twice) -> bool:
    """Whether what stands behind the names lets them be one: "Kwon Yong Deuk" and "Kwon Young Don" are two."""
    here, there = (_behind(article, name) for name in (two.one, two.other))
    if "" in here or "" in there or not here.isdisjoint(there):
        return True
    return any(one_letter(one, other) for one in here for other in there)


def _behind(article: NameContext, name: Two) -> set[str]:
    """The words that follow a name, empty ones where it ends or an ordinary word follows."""
    found = set()
    for run, place in article.names.places[name][:MOST]:
        words = article.names.words[run]
        word = words[place + 2] if place + 2 < len(words) else ""
        found.add("" if article.words.ordinary(word) else word)
    return found


def _side_by_side(article: NameContext, two: Twice) -> bool:
    """Whether both stand near each other in one sentence: two siblings, two things that are told apart."""
    rarer, other = sorted((article.names.places[two.one], article.names.places[two.other]), key=len)
    for place in rarer:
        behind = bisect_left(other, place)
        for near in other[max(0, behind - 1) : behind + 1]:
            first, last = sorted((_span(article, place), _span(article, near)))
            apart = article.plain[first.end : last.start]
            if first.end <= last.start <= first.end + SIDE_BY_SIDE and not _NEW_SENTENCE.search(apart):
                return True
    return False


def _span(article: NameContext, place: Place) -> Span:
    words = article.names.run(place[0])
    return Span(words[place[1]].start, words[place[1] + 1].end)


def _spellings(article: NameContext, two: Twice) -> Iterator[Spelling]:
    """Each place of the wrong spelling; the later spelling where either may be wrong, once."""
    places = article.names.places
    one, other = two.one, two.other
    for_one, for_other = _trust(article, one, other, two.at), _trust(article, other, one, two.at)
    settled = for_one != for_other
    later = _span(article, places[one][0]).start > _span(article, places[other][0]).start
    wrong, right = (one, other) if for_one < for_other or (not settled and later) else (other, one)
    for place in places[wrong] if settled else places[wrong][:1]:
        yield Spelling(
            _span(article, place), _word(article, place, two.at),
            _span(article, places[right][0]), _word(article, places[right][0], two.at), settled,
        )  # fmt: skip


def _word(article: NameContext, place: Place, at: int) -> Span:
    word = article.names.run(place[0])[place[1] + at]
    return Span(word.start, word.end)


def _trust(article: NameContext, name: Two, against: Two, at: int) -> bool:
    """Whether its word being a common one, or the article having it clearly more often, speaks for a spelling, and
    neither for the other. "Kim Sudal" that stands more often than "Kim Sudah" is no slip of it."""
    words, places, (word, other) = article.words, article.names.places, (name[at], against[at])
    common = _common(words, word, other) and len(places[name]) >= len(places[against])
    if _common(words, other, word) or _often(article, other, word):
        return False
    return common or (_often(article, word, other) and (words.known(word) or not words.known(other)))


def _common(words: Words, word: str, other: str) -> bool:
    apart = words.often(word) - words.often(other) >= FAR_APART
    return apart or (words.ordinary(word) and not words.known(other))


def _often(article: NameContext, word: str, other: str) -> bool:
    return article.count(word) >= CLEAR * article.count(other)


def _joined(found: Iterable[Spelling]) -> list[Spelling]:
    """Those of one word as one: "Dinas Penaggulangan", "Penaggulangan Kebakaran"."""
    by_word: dict[Span, Spelling] = {}
    for one in found:
        known = by_word.setdefault(one.word, one)
        if one.model_word == known.model_word:
            by_word[one.word] = known._replace(name=_over(one.name, known.name), model=_over(one.model, known.model))
    return sorted(by_word.values())


def _over(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))
