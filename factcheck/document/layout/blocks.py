"""Lines put together into the blocks that a reader sees."""

from collections.abc import Iterator
from itertools import pairwise

from factcheck.document.layout.lines import BLANK, WIDEST, Line, closed, goes_on, has_room, list_row, wrap_width
from factcheck.model import Block
from factcheck.typed import Record

LONGEST_TITLE = 200
LONGEST_HEADING = 80
SHORT_ITEM = 100
FEWEST_LINKS = 3
"""A list of at least so many headlines before the article's own is the page's, not the article's."""
_KINDS = {"text": "paragraph"} | dict.fromkeys(("link", "links", "credit", "tail"), "boilerplate")


class Run(Record):
    """One block in the making: the lines it is made of, and whether blank lines stand around it."""

    kind: str
    lines: tuple[Line, ...]
    before: bool
    after: bool


def blocks_of(plain: str, lines: list[Line], titled: bool = False) -> list[Block]:
    """The blocks of `lines` in order; `titled` says that front matter has already given the title."""
    runs = list(_runs(plain, lines))
    runs = _without_voice(plain, _listed(plain, runs))
    return [_block(run) for run in _headed(plain, runs, titled)]


def _block(run: Run) -> Block:
    first, last = run.lines[0], run.lines[-1]
    return Block(_KINDS.get(run.kind, run.kind), first.start, last.end, first.cells, first.number)


def _runs(plain: str, lines: list[Line]) -> Iterator[Run]:
    """Lines joined where one goes on in the next."""
    width = wrap_width(plain, lines)
    opening = _opening(plain, lines, width)
    gathered: list[Line] = []
    before, under_row = True, False
    for line, following in pairwise([*lines, BLANK]):
        if line.kind == "blank":
            before = True
            continue
        gathered.append(line)
        under_row = under_row and not before and list_row(plain, line)
        ended = line is opening or _ends_rows(plain, under_row, following)
        joined = not ended and following.kind == "text"
        first = gathered[0].kind
        if joined and goes_on(plain, line if line.kind == first else line._replace(kind=first), following, width):
            continue
        yield Run(first, tuple(gathered), before, following.kind == "blank")
        under_row = len(gathered) == 1 and list_row(plain, line)
        gathered, before = [], False


def _ends_rows(plain: str, under_row: bool, following: Line) -> bool:
    """Whether the last row of a list without marks ends here, and the text goes on after it."""
    return under_row and following.kind == "text" and not plain[following.start].islower()


def _opening(plain: str, lines: list[Line], width: int) -> Line | None:
    """The headline on the first line of text, where the text follows with no blank line between."""
    at = next((at for at, line in enumerate(lines[:-1]) if line.kind == "text"), None)
    if at is None or lines[at + 1].kind != "text":
        return None
    first, second = lines[at], lines[at + 1]
    if not is_title(plain, first) or (plain[second.start].islower() and second.end - second.start <= WIDEST):
        return None
    return first if not width or has_room(plain, first, second, width) else None


def is_title(plain: str, line: Line) -> bool:
    """Whether a line may be a headline: short, and not ended like a sentence, dateline or announcement."""
    last = plain[line.end - 1]
    return line.kind == "text" and line.end - line.start <= LONGEST_TITLE and last not in ".,;:–-…"


def _listed(plain: str, runs: list[Run]) -> list[Run]:
    """Runs with lists that have no marks turned into items."""
    marked = []
    announced = False
    rows = [_is_row(plain, run) for run in runs]
    apart = [True, *(run.before for run in runs[1:]), True]
    for at, run in enumerate(runs):
        row = rows[at] and ((not apart[at] and rows[at - 1]) or (not apart[at + 1] and rows[at + 1]))
        member = announced and not run.before and _is_short(plain, run)
        announced = plain[run.lines[-1].end - 1] == ":" or (member and announced)
        marked.append(run if run.kind == "item" or not (row or member) else run._replace(kind="item"))
    return marked


def _is_row(plain: str, run: Run) -> bool:
    return run.kind == "text" and len(run.lines) == 1 and list_row(plain, run.lines[0])


def _is_short(plain: str, run: Run) -> bool:
    line = run.lines[0]
    short = len(run.lines) == 1 and line.end - line.start <= SHORT_ITEM
    return run.kind == "text" and short and not closed(plain, line)


def _without_voice(plain: str, runs: list[Run]) -> list[Run]:
    """Runs with the lists of links and all that stands under a comment form marked as boilerplate."""
    marked: list[Run] = []
    linking = tail = False
    page_list = _page_list(plain, runs)
    for run in [*page_list, *runs[len(page_list) :]]:
        tail = tail or run.kind == "tail"
        if run.kind == "links":
            linking = True
        elif linking and not (run.kind == "item" or (run.kind == "text" and _is_short(plain, run))):
            linking = False
        marked.append(run._replace(kind="credit") if tail or linking else run)
    return marked


def _page_list(plain: str, runs: list[Run]) -> list[Run]:
    """The page's list of other headlines, with which some pages begin, marked as links."""
    count = next((at for at, run in enumerate(runs) if run.kind != "item" or run.lines[0].number), len(runs))
    headlines = runs[:count]
    if count < FEWEST_LINKS or count == len(runs) or any(closed(plain, run.lines[-1]) for run in headlines):
        return []
    return [run._replace(kind="link") for run in headlines]


def _headed(plain: str, runs: list[Run], titled: bool) -> Iterator[Run]:
    """Runs with the headline marked as title, and short lines between paragraphs as headings."""
    own = [at for at, run in enumerate(runs) if run.kind in ("text", "heading", "item", "row", "header")]
    first = own[0] if own else -1
    for at, run in enumerate(runs):
        if at == first and _opens(plain, run, len(own)):
            yield run._replace(kind="heading" if titled else "title")
        elif run.kind == "text" and at != first and at != own[-1] and _is_heading(plain, run):
            yield run._replace(kind="heading")
        else:
            yield run


def _opens(plain: str, run: Run, count: int) -> bool:
    line = run.lines[0]
    if run.kind == "heading":
        return True
    return count > 1 and len(run.lines) == 1 and is_title(plain, line)


def _is_heading(plain: str, run: Run) -> bool:
    line = run.lines[0]
    short = len(run.lines) == 1 and line.end - line.start <= LONGEST_HEADING and run.before and run.after
    upper = plain[line.start].isupper() or plain[line.start].isdigit()
    quoted = plain[line.end - 1] in "\"'"
    return short and upper and is_title(plain, line) and not list_row(plain, line) and not quoted
