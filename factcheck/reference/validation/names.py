"""Names that mean two entities without saying so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factcheck.messages import message
from factcheck.reference.packs.fold_name import fold
from factcheck.reference.packs.pack import Pack
from factcheck.reference.validation.remarks import Remark, Surroundings, lines


def aliases(pack: Pack, around: Surroundings) -> Iterator[Remark]:
    """An alias that is also a name of another entity must say `ambiguous: also ID` in its note."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for entity in around.entities.values():
        bearers[fold(entity.name)].add(entity.id)
    for alias in pack.aliases:
        bearers[fold(alias.alias)].add(alias.id)
    for line in lines(pack, "aliases"):
        others = bearers[fold(line.get("alias"))] - {line.get("id")}
        if others and "ambiguous" not in line.get("note"):
            also = ", ".join(sorted(others))
            yield line.remark(
                "note",
                message("“{what}” is also {also}: say “ambiguous: also {also}”", what=line.get("alias"), also=also),
            )
        if not others and "ambiguous" in line.get("note"):
            yield line.remark("note", message("“{what}” means nobody else", what=line.get("alias")), known=True)
