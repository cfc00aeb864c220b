"""The sentences of an article about an open subject, made ready for binding."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from factcheck.model import Document, Span
from factcheck.reading.laws import LawMention
from factcheck.reading.people.find import PersonMention
from factcheck.reading.scan.bare_members import with_members
from factcheck.reading.scan.frame import OFFICE, Frame
from factcheck.reading.scan.kind_words import with_kinds
from factcheck.reading.scan.mentions import CUE_OF, Mention, Sentence, Tag
from factcheck.reading.scan.name_roles import frame
from factcheck.reading.scan.scan import scan
from factcheck.reading.scan.setting import Setting
from factcheck.spans import Inside, inside


def frames_of(
    document: Document, setting: Setting, laws: Iterable[LawMention], people: Iterable[PersonMention]
) -> list[Frame]:
    """The sentences of a document as frames, citations of its laws and the names of its people taken out."""
    cited = inside(Span(law.start, law.end) for law in laws)
    named = _names(document, people)
    scanned = scan(document, setting.lexicon, setting.language, setting.numbers, setting.dates)
    told = [_as_named(_without(sentence, cited), named, document.plain, setting) for sentence in scanned]
    sentences = with_members(told, document.plain, setting)
    frames = [frame(one, document.plain, _opens(sentences, one), setting.language) for one in sentences]
    named_ids = {ids for one in frames for _, ids in one.bearers}
    strange = {ids for ids in named_ids if _are_strangers(ids, setting)}
    return [_without_strangers(one, strange) for one in frames] if strange else frames


def _as_named(sentence: Sentence, people: Inside, plain: str, setting: Setting) -> Sentence:
    """The sentence with its names as what they are; most name nobody."""
    if not [mention for mention in sentence.mentions if mention.ids or Tag.SUBJECT in mention.tags]:
        return sentence
    regions = _with_measures(_without_named(sentence, people), setting)
    return _with_apposed(with_kinds(regions, plain, setting), plain, setting)


def _with_apposed(sentence: Sentence, plain: str, setting: Setting) -> Sentence:
    """ "Kabupaten Mimika, Papua Tengah, …", "Kabupaten Mimika (Papua Tengah)", "Pemkot Depok Jawa Barat meraih …": a
    region that says where the one before it lies is not spoken of; a government is: "Asahan, Pemprov Sumut, Batu"."""
    names = [at for at, mention in enumerate(sentence.mentions) if mention.ids]
    if len(names) < 2:
        return sentence
    apposed = {at for before, at in pairwise(names) if _lies_in(sentence, before, at, plain, setting)}
    if not apposed:
        return sentence
    marked = (
        one._replace(tags={**one.tags, Tag.APPOSED: ""}) if at in apposed else one
        for at, one in enumerate(sentence.mentions)
    )
    return sentence._replace(mentions=tuple(marked))


def _lies_in(sentence: Sentence, before: int, at: int, plain: str, setting: Setting) -> bool:
    inner, outer = sentence.mentions[before], sentence.mentions[at]
    between, following = plain[inner.end : outer.start], plain[outer.end : outer.end + 1]
    listed = between == ", " and following in (",", ".", ")", "")
    if not (between == " " or listed or (between == " (" and following == ")")):
        return False
    if plain[outer.start : outer.end].lower().startswith(setting.language.words.entity.government):
        return False
    parents = {record.parent for name in inner.ids if (record := setting.reference.entities.get(name))}
    return bool(parents & set(outer.ids))


def _without_strangers(one: Frame, strangers: Collection[tuple[str, ...]]) -> Frame:
    """The frame; what is no region, and of which the open packs have nothing, bears no figure: an office that counts,
    and that is in a pack of its own."""
    strange = {at for at, ids in one.bearers if ids in strangers}
    if not strange:
        return one
    roles = tuple([OFFICE if at in strange else role for at, role in enumerate(one.roles)])
    named = [at for at in one.named if at not in strange]
    bearers = [(at, ids) for at, ids in one.bearers if at not in strange]
    return Frame(one.sentence, one.plain, one.language, roles, one.tagged, named, bearers)


def _are_strangers(ids: Sequence[str], setting: Setting) -> bool:
    reference = setting.reference
    if any(map(reference.level_of, ids)):
        return False
    records = (reference.entities.get(name) for name in ids)
    if any(record is None or record.pack in setting.packs for record in records):
        return False
    measures = [(pack.name, measure) for pack in setting.packs.values() for measure in pack.measures]
    return not any(reference.facts(measure, name, "", pack) for name in ids for pack, measure in measures)


def _with_measures(sentence: Sentence, setting: Setting) -> Sentence:
    """The name of an open subject that is also what is measured ("iuran Jambi 2026") is no office, and its year no
    other's."""
    if not [mention for mention in sentence.mentions if Tag.SUBJECT in mention.tags]:
        return sentence
    return sentence._replace(mentions=tuple([_as_measure(mention, setting) for mention in sentence.mentions]))


def _as_measure(mention: Mention, setting: Setting) -> Mention:
    tags = mention.tags
    if tags.get(Tag.SUBJECT) not in setting.packs or not any(tag.startswith(CUE_OF) for tag in tags):
        return mention
    return mention._replace(tags={tag: word for tag, word in tags.items() if tag not in (Tag.SUBJECT, Tag.YEAR_OTHER)})


def _without(sentence: Sentence, spans: Inside) -> Sentence:
    if not spans.starts or sentence.end <= spans.starts[0] or sentence.start >= spans.ends[-1]:
        return sentence
    kept = tuple([mention for mention in sentence.mentions if not spans.holds(mention.start)])
    return sentence._replace(mentions=kept) if len(kept) < len(sentence.mentions) else sentence


def _names(document: Document, people: Iterable[PersonMention]) -> Inside:
    """Where names of two words and more stand, also where nothing but the name itself says that it is one."""
    names = {document.plain[one.start : one.end] for one in people if len(one.words) > 1}
    return inside((at, at + len(name)) for name in sorted(names) for at in _places(name, document.plain))


def _places(name: str, plain: str) -> Iterator[int]:
    at = plain.find(name)
    while at >= 0:
        yield at
        at = plain.find(name, at + len(name))


def _without_named(sentence: Sentence, people: Inside) -> Sentence:
    """The sentence without regions that are a part of somebody's name: "Rahmat Batubara" is no Kabupaten Batu Bara."""
    if not people.meets(sentence.start, sentence.end):
        return sentence
    kept = tuple([one for one in sentence.mentions if Tag.ENTITY not in one.tags or not people.holds(one.start)])
    return sentence._replace(mentions=kept) if len(kept) < len(sentence.mentions) else sentence


def _opens(sentences: Sequence[Sentence], sentence: Sentence) -> bool:
    earlier = sentences[sentence.place - 1] if sentence.place else None
    return sentence.kind == "paragraph" and (earlier is None or earlier.block != sentence.block)
