"""Articles that nobody writes, grown from the grammar of those that are: words of the language, names of the reference,
figures in every writing, markup, control characters, and pieces of real articles and of the rules' cases put together
anew."""

from __future__ import annotations

import io
import json
import random
import tomllib
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
STEERING = [chr(code) for code in (0x1B, 0x9B, 0x7F, 0x85, 0x61C, 0x200E, 0x200F, 0x202E, 0x2066, 0x2069, 0x2028, 0x0C)]
MARKUP = [
    "**",
    "_",
    "`",
    "[",
    "](https://x.example)",
    "<b>",
    "</b>",
    "<script>",
    "<!--",
    "-->",
    "&nbsp;",
    "&#27;",
    "&lt;",
    "|",
    "| --- |",
    "\n\n",
    "\n",
    "\r\n",
    "\t",
    "# ",
    "> ",
    "- ",
    "1. ",
    "1) ",
    "===\n",
    "---\n",
    "+++\n",
    ".. note::\n",
    "::\n",
    "```",
    "$",
    "{",
    "}",
    "\\",
    '"',
    "“",
    "”",
    "'",
    "=1+1",
    "@",
    "factcheck: ignore wrong-value",
    "<!-- factcheck: off -->",
]
SIGNS = [",", ".", ";", ":", "(", ")", "/", "-", "–", "%", "!", "?", "..", "...", " ", "\u00a0", "\u200b", "\u00ad"]
FIGURES: list[Callable[[random.Random], str]] = [
    lambda r: str(r.randrange(10)),
    lambda r: str(r.randrange(1990, 2030)),
    lambda r: f"{r.randrange(100)},{r.randrange(100)}",
    lambda r: f"{r.randrange(100)}.{r.randrange(100)}",
    lambda r: f"{r.randrange(1, 999)}.{r.randrange(1000):03}.{r.randrange(1000):03}",
    lambda r: f"{r.randrange(40)}/{r.randrange(14)}/{r.randrange(1900, 2100)}",
    lambda r: f"{r.randrange(40)}-{r.randrange(14)}-{r.randrange(100)}",
    lambda r: f"ke-{r.randrange(600)}",
    lambda r: f"Rp{r.randrange(10**6)}",
    lambda r: f"{r.randrange(100)}%",
    lambda r: "9" * r.choice((5, 30, 400, 5000)),
    lambda r: r.choice(("½", "²", "٣", "Ⅳ", "①", "十")),
]


CASES = 0.3
"""What part of the texts are cases cut anew."""


@cache
def words() -> list[str]:
    """The words that the product looks for, in both languages, and names of the reference."""
    found: set[str] = set()
    for path in sorted((ROOT / "factcheck/language").glob("*/*.toml")):
        for piece in path.read_text("utf-8").replace('"', " ").replace(",", " ").split():
            if piece.isalpha():
                found.add(piece)
    for path in sorted((ROOT / "reference").glob("*/entities.csv"))[:3]:
        found.update(line.split(",")[1] for line in path.read_text("utf-8").splitlines()[1:400] if line.count(",") > 1)
    return sorted(found)


@cache
def sentences() -> list[str]:
    """Sentences of the drafts that ship."""
    text = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "articles").glob("*.md")))
    return [part.strip() + "." for part in text.split(".") if 20 < len(part) < 300]


@cache
def passages() -> list[str]:
    """What the rules look for and what they pass by: the texts of their cases."""
    tables = [tomllib.loads(path.read_text("utf-8")) for path in sorted((ROOT / "tests/checks/rules").glob("*.toml"))]
    return [case["text"] for table in tables for case in table["case"] if "text" in case] or sentences()


def recut(chance: random.Random) -> str:
    """A case cut off, its sentences in another order, or run into another: what stands behind a figure is gone."""
    text, other = chance.choice(passages()), chance.choice(passages())
    parts = text.split(". ")
    words = text.split(" ")
    at = chance.randrange(len(words))
    way = chance.randrange(5)
    if way == 0:
        return " ".join(words[: at + 1])
    if way == 1:
        return " ".join(words[at:])
    if way == 2:
        return ". ".join(chance.sample(parts, len(parts)))
    if way == 3:
        return " ".join((*words[:at], *words[at + 1 :]))
    return f"{text} {other[chance.randrange(len(other)) :]}"


def text(chance: random.Random, most: int = 60) -> str:
    """A text of some pieces, mostly a few: what is wrong with a long text is mostly wrong with a part of it."""
    if chance.random() < CASES:
        return recut(chance)
    longest = most if chance.random() < 0.06 else min(most, chance.choice((3, 5, 9)))
    pieces = [_piece(chance) for _ in range(chance.randrange(1, longest))]
    return "".join(pieces)


def _piece(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.40:
        word = chance.choice(words())
        return (word.capitalize() if chance.random() < 0.3 else word.upper() if chance.random() < 0.05 else word) + " "
    if kind < 0.65:
        return chance.choice(FIGURES)(chance) + chance.choice((" ", "", ", ", " dan "))
    if kind < 0.78:
        return chance.choice(SIGNS)
    if kind < 0.88:
        return chance.choice(MARKUP)
    if kind < 0.92:
        return chance.choice(STEERING)
    if kind < 0.97:
        return _mutated(chance, chance.choice(sentences())) + " "
    return chance.choice(
        (chr(chance.randrange(0x20, 0x2FFF)), "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"))
    )


def _mutated(chance: random.Random, sentence: str) -> str:
    letters = list(sentence)
    for _ in range(chance.randrange(4)):
        at = chance.randrange(len(letters))
        letters[at : at + chance.randrange(3)] = chance.choice((*SIGNS, *STEERING, str(chance.randrange(100))))
    return "".join(letters)


def markdown(chance: random.Random) -> bytes:
    """Markdown, sometimes with front matter."""
    front = ""
    if chance.random() < 0.3:
        fence = chance.choice(("---", "+++"))
        keys = ("title", "date", "language", "penulis", "tags")
        sign = ": " if fence == "---" else " = "
        values = (
            *words()[:50],
            "2024-12-02",
            "id/../en",
            "[" * 30,
            "{a: b}",
            '"x',
            "'x'",
            "|",
            "9" * 4500,
            "en",
            "id",
            "*a",
        )
        lines = [f"{chance.choice(keys)}{sign}{chance.choice(values)}" for _ in range(chance.randrange(4))]
        front = "\n".join((fence, *lines, fence, ""))
    return (front + text(chance)).encode("utf-8", "surrogatepass")


def plain(chance: random.Random) -> bytes:
    """Text in one of several encodings."""
    made = text(chance)
    codec = chance.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252"))
    return made.encode(codec, "replace")


def page(chance: random.Random) -> bytes:
    """A page with badly nested elements."""
    tags = (
        "p",
        "div",
        "table",
        "tr",
        "td",
        "h1",
        "li",
        "ul",
        "article",
        "script",
        "b",
        "br",
        "img",
        "svg",
        "template",
        "x",
    )
    pieces = [f'<html lang="{chance.choice(("id", "en", "id/../en", "x" * 300))}">']
    for _ in range(chance.randrange(20)):
        tag = chance.choice(tags)
        pieces.append(chance.choice((f"<{tag}>", f"</{tag}>", f"<{tag} ", f'<{tag} class="', f"<!{tag}>", f"<{tag}/>")))
        pieces.append(text(chance, 10))
    meta = json.dumps({"@type": "NewsArticle", "datePublished": text(chance, 3), "headline": text(chance, 3)})
    pieces.append(f'<script type="application/ld+json">{meta}</script>')
    return "".join(pieces).encode("utf-8", "surrogatepass")


def _tree(chance: random.Random, most: int, tags: Sequence[str], holding: Sequence[str]) -> str:
    """Elements opened and closed at random, all of them closed at the end; text stands in those that are `holding`."""
    parts: list[str] = []
    open_tags: list[str] = []
    for _ in range(chance.randrange(most)):
        if open_tags and chance.random() < 0.4:
            parts.append(f"</{open_tags.pop()}>")
        else:
            open_tags.append(chance.choice(tags))
            parts.append(f"<{open_tags[-1]}>")
        if (open_tags[-1] if open_tags else "") in holding:
            clean = "".join(char for char in text(chance, 8) if char.isprintable() or char in "\n\t")
            parts.append(clean.replace("&", "&amp;").replace("<", "&lt;"))
    return "".join([*parts, *(f"</{tag}>" for tag in reversed(open_tags))])


def word(chance: random.Random) -> bytes:
    """A Word file, its XML mostly sound, sometimes damaged in a byte."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    tags = ("p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "del", "br", "tab", "x")
    tree = _tree(chance, 40, [f"w:{tag}" for tag in tags], ("w:t",))
    body = f'<w:document xmlns:w="{space}"><w:body>{tree}</w:body></w:document>'
    return _zipped(chance, "word/document.xml", body.encode("utf-8", "replace"))


def _zipped(chance: random.Random, name: str, content: bytes) -> bytes:
    """A zip file with one file in it, often damaged in a bit."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", chance.choice((0, 8, 12, 14))) as file:
        file.writestr(name, content)
    data = bytearray(out.getvalue())
    if chance.random() < 0.4:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def open_document(chance: random.Random) -> bytes:
    """An OpenDocument text."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("text", "table", "office")
    )
    tags = ("text:p", "text:h", "text:list", "text:list-item", "text:span", "text:s", "text:note", "table:table",
            "table:table-row", "table:table-cell", "text:tracked-changes", "office:annotation")  # fmt: skip
    body = f"<office:body><office:text>{_tree(chance, 30, tags, ('', *tags))}</office:text></office:body>"
    whole = f"<office:document-content {spaces}>{body}</office:document-content>"
    return _zipped(chance, "content.xml", whole.encode("utf-8", "replace"))


def rich_text(chance: random.Random) -> bytes:
    """An RTF file."""
    words = (
        *("\\par ", "\\b ", "\\v ", "\\v0 ", "\\cell ", "\\row ", "\\u8220?", "\\'93", "{", "}", "{\\*", "\\bin9 "),
        *("\\uc9 ", "\\footnote ", "\\plain ", "\\ansicpg65001 ", "\\u-10179?", "\\"),
    )
    pieces = [chance.choice(words) + text(chance, 6) for _ in range(chance.randrange(12))]
    return ("{\\rtf1\\ansi " + "".join(pieces) + "}").encode("utf-8", "surrogatepass")


def zipped_page(chance: random.Random) -> bytes:
    """A zipped page."""
    return _zipped(chance, chance.choice(("a.html", "b/a.html", "../a.html", "a\x1b.html")), page(chance))


def printed(chance: random.Random) -> bytes:
    """A PDF file of one page, sometimes damaged."""
    lines = [text(chance, 8).encode("cp1252", "replace") for _ in range(chance.randrange(1, 6))]
    shown = (
        b"(" + line.replace(b"\\", b"").replace(b"(", b"").replace(b")", b"") + b") Tj 0 -14 Td\n" for line in lines
    )
    stream = b"BT /F1 12 Tf 72 720 Td\n" + b"".join(shown) + b"ET"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, held) for number, held in enumerate(objects, 1))
    data = bytearray(b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF")
    if chance.random() < 0.3:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def noise(chance: random.Random) -> bytes:
    """Bytes."""
    return chance.randbytes(chance.randrange(400))


KINDS: dict[str, Callable[[random.Random], bytes]] = {
    ".md": markdown,
    ".txt": plain,
    ".rst": markdown,
    ".html": page,
    ".docx": word,
    ".markdown": noise,
    ".odt": open_document,
    ".rtf": rich_text,
    ".zip": zipped_page,
    ".pdf": printed,
}
"""Ending of a file -> what grows one."""
SHARES = (10, 10, 4, 3, 3, 3, 2, 3, 1, 0.5)
"""How often each is grown: those that cost most in their libraries more seldom."""
