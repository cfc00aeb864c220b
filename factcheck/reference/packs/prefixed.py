"""Names with what stands before the name of every entity of a kind: "Pemkot Jambi" of "Jambi"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import EntityRecord
from factcheck.reference.packs.fold_name import fold
from factcheck.reference.packs.info import Words
from factcheck.reference.packs.row_records import Alias


def with_prefixes(
    prefixes: Mapping[str, Words], entities: Sequence[EntityRecord], aliases: Sequence[Alias]
) -> Iterator[Alias]:
    """Each alias, and behind it the same with the prefixes of its entity's kind in its own language, in every one where
    it is of none.

    An alias that begins as a prefix does gets no other, and a name that the table gives to somebody is theirs alone:
    "Pemkab Mura" is Musi Rawas, though Murung Raya is "Mura" too.
    """
    kinds = {entity.id: entity.kind for entity in entities}
    written = {fold(entity.name) for entity in entities} | {fold(alias.alias) for alias in aliases}
    for alias in aliases:
        yield alias
        words = prefixes.get(kinds.get(alias.id, ""), {})
        firsts = {word.split()[0] for some in words.values() for word in some}
        if alias.alias.split()[0] not in firsts:
            for word in (word for code, some in words.items() if alias.language in ("", code) for word in some):
                if fold(f"{word} {alias.alias}") not in written:
                    yield alias._replace(alias=f"{word} {alias.alias}", note="")
