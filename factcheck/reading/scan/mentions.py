"""The typed spans that claims are put together from."""

from collections.abc import Mapping
from typing import NamedTuple

from factcheck.language.written import DateMention, Number


class Mention(NamedTuple):
    """A span of a sentence that means something for the reading.

    `tags` maps each class the words belong to, a `Tag` or one of a measure, to the canonical word:
    {Tag.RANK_CUE: "peringkat"}, {"value.zone": "kepatuhan/zone:hijau"}, {Tag.CHANGE: "up"}. An entity has `ids`: one,
    or several where the name fits several. `number` and `date` are set for mentions of those.
    """

    start: int
    end: int
    tags: Mapping[str, str]
    ids: tuple[str, ...] = ()
    number: Number | None = None
    date: DateMention | None = None


class Sentence(NamedTuple):
    """A sentence, list item, table row or headline with its mentions in order.

    `place` counts the sentences of a document, `block` is the index of its block, `voice` whose words they are:
    article, quote, headline, caption, boilerplate.
    """

    place: int
    start: int
    end: int
    block: int
    kind: str
    voice: str
    mentions: tuple[Mention, ...]
