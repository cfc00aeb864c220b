"""What an editor offers to do about a finding: each repair, silence with a reason, and all that is settled at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.desk.checked import Checked
from factcheck.desk.desk import Desk
from factcheck.document.text.frontmatter import read_front_matter
from factcheck.errors import FactcheckError
from factcheck.fixes.settled import mended
from factcheck.messages import translate
from factcheck.model import Finding, Suggestion
from factcheck.report.safe import printable
from factcheck.report.visible import visible_text
from factcheck.typed import NamedTuple

MARKUP = (".md", ".markdown", ".html", ".htm")
PAGES = (".html", ".htm")
ABOUT_COMMENTS = frozenset({"unused-suppression", "unexplained-suppression"})


class Repair(NamedTuple):
    """Something to be done: `edits` are put in together. `finding` is the place in `Checked.findings` it is about."""

    title: str
    edits: tuple[Suggestion, ...]
    finding: int


class Silence(NamedTuple):
    """A comment that silences a rule for one passage: `before` + the reason + `after`, at an offset of the text."""

    title: str
    at: int
    before: str
    after: str
    finding: int


def touched(checked: Checked, start: int, end: int) -> tuple[int, ...]:
    """The findings that a selection touches, by their places in `checked.findings`."""
    return tuple(
        place for place, one in enumerate(checked.findings) if one.finding.start <= end and start <= one.finding.end
    )


def repairs(checked: Checked, place: int) -> tuple[Repair, ...]:
    """Every way to mend a finding, each alone: where either of two places may be the slip, a person decides."""
    return tuple(Repair(_title(checked, way), (way,), place) for way in checked.findings[place].suggestions)


def _title(checked: Checked, way: Suggestion) -> str:
    wrong, right = printable(visible_text(checked.document, way.start, way.end)), printable(way.replacement)
    return translate("Write “{right}” instead of “{wrong}”", right=right, wrong=wrong)


def settled_repairs(desk: Desk, checked: Checked) -> tuple[Suggestion, ...]:
    """The edits of all that `--fix` would mend, in the order of the text; none that overlap."""
    done = desk.mended(checked).done
    edits: list[Suggestion] = []
    for way in sorted(finding.suggestions[0] for finding in done):
        if not edits or way.start >= edits[-1].end:
            edits.append(way)
    return tuple(edits)


def silence(desk: Desk, checked: Checked, place: int) -> Silence | None:
    """A comment for a finding that silences it and nothing else, as a re-reading bears out; None where there is no
    such place."""
    finding = checked.findings[place].finding
    if finding.rule in ABOUT_COMMENTS:
        return None
    title = translate("Ignore {rule} here, with a reason", rule=finding.rule)
    tries = (Silence(title, *parts, place) for parts in _comments(checked, finding))
    return next((one for one in tries if _is_silent(desk, checked, finding, one)), None)


def _comments(checked: Checked, finding: Finding) -> Iterator[tuple[int, str, str]]:
    """Where a comment may stand: behind the words of its line, in its own block of a page, or on a line above."""
    text, path = checked.text, checked.document.path.lower()
    order = f"factcheck: ignore {finding.rule}: "
    newline = "\r\n" if "\r\n" in text else "\n"
    if path.endswith(PAGES):
        if not _in_head(text, finding.start):
            yield finding.start, f"<!-- {order}", " -->"
    elif path.endswith(MARKUP) and finding.start < _body(text):
        yield _line_start(text, finding.start), f"# {order}", newline
    elif path.endswith(MARKUP):
        yield _line_end(text, finding.start), f" <!-- {order}", " -->"
        yield from ((start, f"<!-- {order}", f" -->{newline * 2}") for start in _line_starts(checked, finding))
    else:
        sign = ".. " if path.endswith(".rst") else "# "
        for start in _line_starts(checked, finding):
            yield from ((start, f"{sign}{order}", after) for after in (newline, newline * 2))


def _in_head(text: str, at: int) -> bool:
    """Whether a place of a page is in its head or within a tag, where a comment would be words or break it."""
    return "</head" in text[at:].lower() or text.rfind("<", 0, at) > text.rfind(">", 0, at)


def _body(text: str) -> int:
    """Where the front matter ends, in which a comment is one of its own language."""
    return read_front_matter(text).end


def _line_starts(checked: Checked, finding: Finding) -> Iterator[int]:
    """Where the line of a finding begins, and where that of its block does."""
    text = checked.text
    blocks = [block.start for block in checked.document.blocks if block.start <= finding.start < block.end]
    starts = [_line_start(text, finding.start), *(_line_start(text, start) for start in blocks)]
    yield from dict.fromkeys(starts)


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _line_end(text: str, at: int) -> int:
    ends = [end for end in (text.find("\n", at), text.find("\r", at)) if end >= 0]
    return min(ends, default=len(text))


def _is_silent(desk: Desk, checked: Checked, finding: Finding, one: Silence) -> bool:
    """Whether this finding is gone with the comment in its place, and every other one is still there."""
    comment = f"{one.before}{translate('reason')}{one.after}"
    changed = mended(checked.document, (finding._replace(suggestions=(Suggestion(one.at, one.at, comment),)),))
    article = checked.article
    try:
        after = desk.check(changed, article.path, article.published, article.language)
    except FactcheckError:
        return False
    return _said(after) == _said(checked) - Counter([finding.rule])


def _said(checked: Checked) -> Counter[str]:
    """How often each rule speaks: messages may name lines, and a comment moves those."""
    return Counter(finding.rule for finding in checked.report.findings)
