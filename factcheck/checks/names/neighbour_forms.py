"""The short form of another region behind a region's name: "Sulawesi Tenggara (Sulteng)", that of Sulawesi Tengah."""

from collections.abc import Iterator

from factcheck.cache.patterns import compiled
from factcheck.reference.ask.reference import Reference
from factcheck.typed import NamedTuple

# The bracket comes first, and the look back stands behind it, so that the search can leap from bracket to bracket.
_BRACKET = compiled(r"\((?<= .)([A-Z][A-Za-z]{2,11})\)")
_NAME = compiled(r"(?:[A-Z][\w'’-]+ ){1,5}$")
LONGEST = 4
"""Words of a region's name."""
REACH = 160
"""Code points that such a name takes at most."""


class NeighbourForm(NamedTuple):
    """A short form that is another's: where it stands, whose name it stands behind, and that one's own short form,
    empty where the gazetteer has none or several."""

    start: int
    end: int
    region: str
    other: str
    right: str


def neighbour_forms(plain: str, reference: Reference) -> Iterator[NeighbourForm]:
    """The short forms in brackets that belong to another region, of the same kind, than the one in front of them."""
    for match in _BRACKET.finditer(plain):
        others = reference.aliases.get(match[1].lower(), ())
        written = _NAME.search(plain, max(0, match.start() - REACH), match.start()) if others else None
        named = _named(written[0].split(), reference) if written else ()
        if not named or set(named) & set(others):
            continue
        region, other = reference.entities.get(named[0]), reference.entities.get(others[0])
        if region is None or other is None or region.kind != other.kind or match[1] in other.name.split():
            continue
        if match[1].lower() in other.name.lower().replace(" ", ""):  # "Berau (Batubara)": a name, and no short form
            continue
        yield NeighbourForm(*match.span(1), region.name, other.name, _short(region.id, region.name, reference))


def _named(words: list[str], reference: Reference) -> tuple[str, ...]:
    """The ids of the longest name that ends with the words."""
    for size in range(min(LONGEST, len(words)), 0, -1):
        ids = reference.aliases.get(" ".join(words[-size:]).lower())
        if ids:
            return ids
    return ()


def _short(region: str, name: str, reference: Reference) -> str:
    own = [alias for alias, ids in reference.aliases.items() if ids == (region,)]
    short = [alias for alias in own if alias.isalpha() and len(alias) < len(name) and alias not in name.lower().split()]
    return short[0].capitalize() if len(short) == 1 else ""
