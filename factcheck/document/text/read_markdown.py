"""Markdown: marks, code, link targets and HTML are blanked, so that the words keep their places."""

from __future__ import annotations

from factcheck.document.layout.lines import physical_lines
from factcheck.document.layout.normalise import blank, mask_addresses, normalise
from factcheck.document.text.frontmatter import blocks_of_front_matter, read_front_matter
from factcheck.document.text.join_marks import compacted
from factcheck.document.text.mask import mask_markup
from factcheck.document.text.mask_remarks import mask_remarks
from factcheck.document.text.read_text import lay_out
from factcheck.language.detect import detect
from factcheck.model import Document


def read_markdown(path: str, text: str) -> Document:
    """The document of a Markdown file. Raises FactcheckError when its front matter is broken."""
    front = read_front_matter(text, path)
    plain = normalise(text)
    body = mask_addresses(mask_markup(mask_remarks(blank(plain[: front.end]) + plain[front.end :])))
    document = Document(
        path,
        text,
        plain[: front.end] + body[front.end :],
        blocks_of_front_matter(front),
        front.published,
        "front matter" if front.published else "",
        front.language or detect(body),
    )
    headings = _underlined(plain, front.end) if _has_underlines(plain, front.end) else frozenset()
    return compacted(lay_out(document, front.end, markdown=True, headings=headings))


def _has_underlines(plain: str, start: int) -> bool:
    """Whether headings may be marked by signs under them from `start` on: in most articles none is."""
    return plain.find("==", start) >= 0 or plain.find("---", start) >= 0


def _underlined(plain: str, start: int) -> frozenset[int]:
    from factcheck.document.text.underlines import underlined

    return underlined(plain, physical_lines(plain, start))
