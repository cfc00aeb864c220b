"""OpenDocument texts and RTF files made by hand."""

from __future__ import annotations

from wordmade import zipped

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style", "meta", "manifest")
)


def odt(body: str, styles: str = "", **parts: str) -> bytes:
    """A file with this body; `styles` are its automatic styles, other parts by name: `meta`, `manifest`."""
    content = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    content += f"<office:body><office:text>{body}</office:text></office:body>"
    named = {"content.xml": f"<office:document-content {_SPACES}>{content}</office:document-content>"}
    if "meta" in parts:
        dates = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
        named["meta.xml"] = f"<office:document-meta {_SPACES} {dates}>{parts['meta']}</office:document-meta>"
    if "manifest" in parts:
        named["META-INF/manifest.xml"] = f"<manifest:manifest {_SPACES}>{parts['manifest']}</manifest:manifest>"
    return zipped(dict(named))


def paragraph(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def rtf(*lines: str) -> bytes:
    """A file with these paragraphs; what is beyond ASCII is written as RTF writes it."""
    body = "\\par\n".join("".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in line) for line in lines)
    fonts = "{\\fonttbl{\\f0\\fnil\\fcharset0 Times New Roman;}}"
    return f"{{\\rtf1\\ansi\\ansicpg1252\\uc1{fonts}\\f0 {body}\\par\n}}".encode("ascii")
