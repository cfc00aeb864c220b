"""What has been spoken of so far: what a clause leaves out is found here."""

from decimal import Decimal

from factcheck.model import COUNTRY, How, Strength
from factcheck.reading.records import Context, Subject, Value
from factcheck.reading.scan.frame import KNOWN_BY, Frame
from factcheck.reading.scan.kind_words import opens_clause
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting

MET = 10
"""So many names were met last."""
LARGE = 1000
"""So many are counted; a rate that is nearly the country's is many another's too."""
NEARLY = Decimal("0.05")
"""A figure so near to one of the country may be a slip of it."""
FAR = 5
"""Mentions from a kind of region to the name by which it is known."""


def resolve(ids: tuple[str, ...], context: Context, setting: Setting, group: str = "") -> tuple[str, ...]:
    """The readings of a name, likeliest first: of the group spoken of, else the one met last, else the topic,
    else the region before the city."""
    if len(ids) < 2:
        return ids

    def order(name: str) -> tuple[int, int, int]:
        fits = 0 if group and setting.reference.is_of(name, group) else 1
        met = context.recent[::-1].index(name) if name in context.recent else len(context.recent)
        return fits, met, 0 if name == context.topic else 1

    return tuple(sorted(ids, key=order))


def anaphor(frame: Frame, at: int, context: Context, setting: Setting) -> str:
    """The entity that "provinsi ini", "kota itu" or a bare "Pemprov" means; empty where it is none of these."""
    mention = frame.mentions[at]
    kind = mention.tags.get(Tag.GROUP, "")
    if not kind or _counted(frame, at):
        return ""
    bare = Tag.ENTITY_GOVERNMENT in mention.tags and not frame.before(at, Tag.MOOD_ALL, 1)
    if at + 1 < len(frame.mentions) and frame.mentions[at + 1].ids and frame.close(at, at + 1):
        return ""
    opens = opens_clause(frame, at, setting)
    bare = bare or opens
    if not bare and not frame.after(at, Tag.ENTITY_SELF, 2) and not _told_by_another(frame, at):
        return ""
    own = _before_in_sentence(frame, at, kind, context, setting)
    if not own and Tag.ENTITY_MAIN in mention.tags and setting.reference.is_of(context.topic, kind):
        return context.topic  # "the province" of an article about one, whoever else was named
    if opens and not own and _met_several(kind, context, setting):
        return context.scope
    return own or latest(kind, context, setting)


def _met_several(kind: str, context: Context, setting: Setting) -> bool:
    """ "… Jabar 95,58, Banten 94,01. Dua tahun lalu provinsi masih peringkat 22": whether the article lies in one of a
    kind of region, and several of that kind were met last, so that the last of them is not meant by the bare word."""
    met = {name for name in context.recent[-MET:] if setting.reference.is_of(name, kind)}
    return len(met) > 2 and setting.reference.is_of(context.scope, kind)


def _told_by_another(frame: Frame, at: int) -> bool:
    """ "kabupaten yang mengelilingi Kota Madiun ini": whether a name by which somebody else is known stands between a
    kind of region and "ini"."""
    place = next((one for one in range(at + 1, min(at + FAR, len(frame.mentions))) if frame.mentions[one].ids), -1)
    return place > at and frame.roles[place] == KNOWN_BY


def _counted(frame: Frame, at: int) -> bool:
    """ "12 kabupaten": a number of them, and none; a year in front is no number of them."""
    if not at or frame.mentions[at - 1].number is None or Tag.YEAR_DIGITS in frame.mentions[at - 1].tags:
        return False
    return frame.close(at - 1, at)


def _before_in_sentence(frame: Frame, at: int, group: str, context: Context, setting: Setting) -> str:
    """ "Bagi Banggai Laut … ketika daerah itu …": the subject of the sentence before one of an earlier sentence."""
    for place in reversed(frame.subjects(0, at)):
        for name in resolve(frame.mentions[place].ids, context, setting):
            if setting.reference.is_of(name, group):
                return name
    return ""


def latest(group: str, context: Context, setting: Setting) -> str:
    """The entity of a group met last; for provinces without one, the province the article lies in."""
    met = reversed((context.scope, context.topic, *context.recent))
    return next((name for name in met if setting.reference.is_of(name, group)), "")


def heard(context: Context, frame: Frame, setting: Setting) -> Context:
    """The context after the names of a sentence were heard."""
    met = [resolve(ids, context, setting)[0] for _, ids in frame.bearers]
    return context._replace(recent=(*context.recent, *met)[-40:]) if met else context


def of_nation(value: Value, context: Context, setting: Setting) -> Subject | None:
    """ "Jumlah penganggur 7,28 juta orang": the country, in an article about nobody else, where it has had nearly such
    a figure; "96,6 juta penduduk miskin dan tidak mampu" are others."""
    figure = value.value
    if context.scope != COUNTRY or not value.measure or not isinstance(figure, Decimal) or figure < LARGE:
        return None
    facts = setting.reference.facts(value.measure, COUNTRY, "", value.pack)
    if not any(isinstance(one.value, Decimal) and abs(one.value - figure) <= NEARLY * figure for one in facts):
        return None
    return Subject((COUNTRY,), -1, -1, How.SUBJECT_OF_ARTICLE, Strength.TOPIC)
