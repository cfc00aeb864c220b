"""Word files made by hand, to the byte: what python-docx does not write, and what no word processor would."""

from __future__ import annotations

import io
import zipfile

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(text: str, style: str = "", listed: str = "", raw: str = "") -> str:
    """A paragraph of one run; `listed` is the id of a list, `raw` XML after the run."""
    about = f'<w:pStyle w:val="{style}"/>' if style else ""
    about += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{listed}"/></w:numPr>' if listed else ""
    return f'<w:p><w:pPr>{about}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r>{raw}</w:p>'


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def word(body: str, **parts: str) -> bytes:
    """A file with this body; other parts by name: `footnotes`, `styles`, `numbering`, `core`."""
    named = {
        f"word/{name}.xml": f"<w:{name} {SPACE}>{text}</w:{name}>" for name, text in parts.items() if name != "core"
    }
    if "core" in parts:
        spaces = 'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        dates = 'xmlns:dcterms="http://purl.org/dc/terms/"'
        named["docProps/core.xml"] = f"<cp:coreProperties {spaces} {dates}>{parts['core']}</cp:coreProperties>"
    return zipped({"word/document.xml": f"<w:document {SPACE}><w:body>{body}</w:body></w:document>", **named})


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return out.getvalue()
