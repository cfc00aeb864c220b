"""What is not the article's own voice: links to other articles, credits, comment forms."""

from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.language.detect import DEFAULT
from factcheck.language.language import codes, load
from factcheck.typed import NamedTuple

LONGEST_LINK = 300
"""A line that begins "BACA JUGA" and is longer has the article glued to it."""

GLUED = 40
"""Code points behind a linked headline that are more than a second headline."""
LONGEST_CREDIT = 160
_SENTENCE = compiled(r"[^\W\d_]{3}[.!?][\"')]?\s+(?=\S)")


class Words(NamedTuple):
    """The lists of `language/<code>/boilerplate.toml`, in lower case."""

    links: tuple[str, ...]
    heads: tuple[str, ...]
    """Those of `links` and what else a link begins with."""
    credits: tuple[str, ...]
    exact: frozenset[str]
    tails: frozenset[str]
    breadcrumbs: tuple[str, ...]
    captions: tuple[str, ...]
    opening: tuple[str, ...]
    """What any line begins with that is no paragraph."""


@cache
def words(language: str) -> Words:
    """The words of a language, of the first one where there is no such language."""
    lists = load(language if language in codes() else DEFAULT).boilerplate
    heads = (*lists.links, *lists.link_heads)
    return Words(
        links=lists.links,
        heads=heads,
        credits=lists.credits,
        exact=frozenset(lists.exact),
        tails=frozenset(lists.tails),
        breadcrumbs=lists.breadcrumbs,
        captions=lists.captions,
        opening=(*heads, *lists.credits, *lists.exact, *lists.tails, *lists.breadcrumbs, *lists.captions),
    )


def line_kind(line: str, lists: Words) -> str:
    """What a line is that is no paragraph: link, links (a list follows), credit, tail, caption, or empty."""
    if len(line) > LONGEST_LINK:
        return "caption" if _is_caption(line[:80].lower(), lists) else ""
    low = line.lower()
    if not low.startswith(lists.opening):
        return ""
    if low in lists.tails:
        return "tail"
    if low in lists.exact or _is_credit(low, lists) or _is_breadcrumb(line, low, lists):
        return "credit"
    return _link_kind(low, lists) or ("caption" if _is_caption(low, lists) else "")


def _link_kind(low: str, lists: Words) -> str:
    if not low.startswith(lists.heads):
        return ""
    rest = _rest(low, lists.heads)
    if not rest.strip(" :"):
        return "links"
    if len(_behind_first_sentence(rest)) > GLUED:
        return ""
    # "Baca juga,, Meski begitu ...": the link is lost and the article goes on.
    return "link" if rest[0] == ":" or (rest[0] not in ",." and low.startswith(lists.links)) else ""


def _behind_first_sentence(rest: str) -> str:
    """What follows a headline that ends as a sentence: the article that is glued to the link."""
    found = _SENTENCE.search(rest)
    return rest[found.end() :] if found else ""


def _is_caption(low: str, lists: Words) -> bool:
    return low.startswith(lists.captions) and _rest(low, lists.captions).startswith((":", "/", "|"))


def _is_credit(low: str, lists: Words) -> bool:
    if len(low) > LONGEST_CREDIT or not low.startswith(lists.credits):
        return False
    rest = _rest(low, lists.credits)
    if len(rest) > 1 and rest[0] == ":" and len(rest[1:].strip()) == 1:  # "Kategori: B" is a letter of a scale
        return False
    return rest.startswith((":", "|", "©", "(c)")) or low.startswith("copyright")


def _is_breadcrumb(line: str, low: str, lists: Words) -> bool:
    """The way to the page as text extractors give it, its steps glued: "HomeDaerahWali Kota ..."."""
    for word in lists.breadcrumbs if low.startswith(lists.breadcrumbs) else ():
        after = line[len(word) : len(word) + 3].lstrip()
        if low.startswith(word) and (after[:1] in tuple(">»/|") or (line[len(word) :][:1].isupper())):
            return True
    return False


def _rest(low: str, heads: tuple[str, ...]) -> str:
    """What follows the longest of `heads` that `low` begins with, without blanks; empty for none."""
    found = max((head for head in heads if low.startswith(head)), key=len, default="")
    return low[len(found) :].lstrip() if found else ""
