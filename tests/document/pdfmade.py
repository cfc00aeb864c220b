"""PDF files made by hand: text at places of pages, in the order in which it is given, and pictures."""

from __future__ import annotations

from collections.abc import Sequence

Drawn = tuple[float, float, str]
"""Points from the left, points from the bottom, what stands there."""


def pdf(*pages: Sequence[Drawn], size: int = 10, pictures: Sequence[int] = ()) -> bytes:
    """A file of pages of 595 to 842 points in Helvetica; those with an index in `pictures` are one grey picture."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    objects.append("<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
                   "/Length 1 >>\nstream\n~\nendstream")  # fmt: skip
    kids = []
    for at, page in enumerate(pages):
        drawn = "q 595 0 0 842 0 0 cm /I Do Q\n" if at in pictures else ""
        drawn += "".join(f"BT /F {size} Tf {x} {y} Td ({_escaped(text)}) Tj ET\n" for x, y, text in page)
        objects.append(f"<< /Length {len(drawn.encode('latin-1'))} >>\nstream\n{drawn}\nendstream")
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
                       "/Resources << /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> >>")  # fmt: skip
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file(objects)


def column(lines: Sequence[str], left: float = 60, top: float = 700, leading: float = 12) -> list[Drawn]:
    """Lines below each other; an empty one leaves room."""
    return [(left, top - leading * at, line) for at, line in enumerate(lines) if line]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _file(objects: Sequence[str]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{written}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    ending = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    ending += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + ending.encode("latin-1")
