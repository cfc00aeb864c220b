"""Every generator at doubled sizes: seconds a megabyte, and how much longer twice as much takes."""

from __future__ import annotations

import gc
import io
import os
import random
import zipfile
from collections.abc import Callable
from time import process_time

from factcheck.desk.packs_loaded import Loaded, load_packs, without_orders
from factcheck.document.read_document import read_document
from factcheck.errors import FactcheckError
from factcheck.model import Report
from factcheck.pipeline import check_document
from factcheck.report.reporter import Look, write
from tools.attack.tally import Tally

SLOW = 1.0
"""Seconds a megabyte, on a quiet machine."""
GROWS = 2.3
"""Times as long for twice as much."""
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FORMATS = ("plain", "json", "html", "rich")
EN = "---\nlanguage: en\n---\n"
NEWS = "Kabar hari ini. "
"""About the subject of no pack."""
YEAR = "Ombudsman menilai pelayanan publik pada 2024. "


def again(piece: str, ending: str = ".md", before: str = "", after: str = "") -> tuple[str, Callable[[int], bytes]]:
    """A generator that repeats a piece, `{n}` in it counted."""

    def make(size: int) -> bytes:
        pieces, length, number = [before], len(before), 0
        while length < size:
            pieces.append(piece.replace("{n}", str(number)))
            length += len(pieces[-1])
            number += 1
        return "".join((*pieces, after)).encode()

    return ending, make


def nested(
    opening: str, closing: str, ending: str = ".md", before: str = "", after: str = ""
) -> tuple[str, Callable[[int], bytes]]:
    """A generator that nests."""

    def make(size: int) -> bytes:
        times = size // (len(opening) + len(closing))
        return (before + opening * times + "x" + closing * times + after).encode()

    return ending, make


def in_word(generator: tuple[str, Callable[[int], bytes]]) -> tuple[str, Callable[[int], bytes]]:
    """The same as the body of a Word file."""
    _, make = generator

    def zipped(size: int) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as file:
            file.writestr(
                "word/document.xml",
                b"<w:document " + SPACE.encode() + b"><w:body>" + make(size) + b"</w:body></w:document>",
            )
        return out.getvalue()

    return ".docx", zipped


PARAGRAPH = "<w:p><w:r><w:t>Kota Jambi meraih nilai 93,86 pada 2024.</w:t></w:r></w:p>"
GENERATORS: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "an article": again(YEAR + "Kota Jambi meraih nilai 93,86, naik dari 80,55 pada 2022.\n\n"),
    "zona": again("zona ", before=YEAR),
    "zona hijau": again("Kota Jambi zona hijau, ", before=YEAR),
    "kategori": again("kategori A ", before=YEAR),
    "dots": again("."),
    "dots and blanks": again(". "),
    "exclamation marks": again("!"),
    "nested YAML": nested("[", "]", before="---\na: ", after="\n---\nx.\n"),
    "YAML keys": again("k{n}: [a, b]\n", before="---\ntitle: |\n x\n", after="---\nx.\n"),
    "dotted TOML keys": nested("a.", "", before="+++\n", after=" = 1\n+++\nx.\n"),
    "TOML tables": again("[a{n}.b]\n", before="+++\n", after="+++\nx.\n"),
    "terdiri": again("terdiri ", before=YEAR),
    "terdiri atas figures": again("98 kota terdiri atas 40 hijau, 30 kuning dan 28 merah, ", before=YEAR),
    "ranks": again("peringkat {n}, ", before=YEAR),
    "ranks of one": again("Kota Jambi peringkat {n}, ", before=YEAR),
    "rank lines": again("{n}. Kota Jambi: 93,86\n", before=YEAR + "\n\n"),
    "percentages": again("{n} persen, ", before=YEAR),
    "counts": again("{n} kota, ", before=YEAR),
    "counts of zones": again("{n} kota zona hijau, ", before=YEAR),
    "nilai NUMBER": again("nilai {n} ", before=YEAR),
    "nilai NUMBER of many": again("Kota Jambi nilai 93,{n}, ", before=YEAR),
    "one name in many variants": again("Bupati Ahmad Sudirm{n}an berkata. ", before=YEAR),
    "one name in variants of a letter": again("Ahmad Sudirman dan Achmad Sudirmann, ", before=YEAR),
    "tertinggi": again("tertinggi ", before=YEAR),
    "nilai tertinggi": again("Kota Jambi nilai tertinggi, ", before=YEAR),
    "regions with masing-masing": again("Kota Jambi dan Kota Palu masing-masing 93,86 dan 80,1, ", before=YEAR),
    "regions, then masing-masing": again("Kota Jambi, ", before=YEAR, after=" masing-masing meraih nilai 93,86."),
    "zones beside regions": again("Kota Jambi (zona hijau), Kota Palu (zona kuning), ", before=YEAR),
    "rows of text": again("Kota Jambi\t93,86\t2024\n", ".txt"),
    "rows of Markdown": again("| Kota Jambi | 93,86 |\n", before="| Kota | Nilai 2024 |\n| --- | --- |\n"),
    "rows of HTML": again("<tr><td>Kota Jambi</td><td>93,86</td></tr>\n", ".html", "<table>", "</table>"),
    "yakni": again("yakni ", before=YEAR),
    "yakni regions": again("yakni Kota Jambi, Kota Palu dan Kota Kendari, ", before=YEAR),
    "<br>": again("<br>", ".html", "<p>", "</p>"),
    "<br> and words": again("Kota Jambi 93,86<br>", ".html", "<p>", "</p>"),
    "deep HTML": nested("<div>", "</div>", ".html"),
    "open tags": again("<a ", ".html"),
    "open comments": again("<!--", ".html"),
    "distinct names": again("Sari Wati{n} Putri berkata. ", before=YEAR),
    "distinct capitals": again("Aq{n}x Bz{n}y, ", before=YEAR),
    "decimals": again("0,{n} ", before=YEAR),
    "plain numbers": again("{n}, ", before=YEAR),
    "plain numbers, English": again("{n}, ", before=EN + "In 2024 the ombudsman rated services. "),
    "masing-masing numbers": again("{n}, ", before=YEAR + "Kota Jambi masing-masing "),
    "changes": again("naik dari {n},1 menjadi {n},5, ", before=YEAR),
    "dates": again("Senin (2/12/2024), ", before=YEAR),
    "dates in datelines": again("JAMBI, Senin (2/12/2024) - Isi.\n\n"),
    "laws": again("UU Nomor {n} Tahun 2009, ", before=YEAR),
    "quotes": again("“Nilai 93,86,” kata Ahmad. ", before=YEAR),
    "open quotes": again("“", before=YEAR),
    "brackets": again("(", before=YEAR),
    "nested lists": nested("- ", "", before=YEAR + "\n\n"),
    "quotations of Markdown": nested("> ", "", before=YEAR + "\n\n"),
    "stars": again("*", before=YEAR),
    "links": again("[", before=YEAR),
    "back ticks": again("`", before=YEAR),
    "comments to the tool": again("<!-- factcheck:"),
    "one word": again("a"),
    "blanks": again(" ", before="x", after="x"),
    "line ends": again("\n", before="x", after="x"),
    "hyphens": again("-", before=YEAR),
    "RST tables": again("=====  =====\nJambi  93,86\n", ".rst"),
    "RST lines": again("a\n=\n", ".rst"),
    "paragraphs of Word": in_word(again(PARAGRAPH)),
    "nested tables of Word": in_word(nested("<w:tbl><w:tr><w:tc>", f"{PARAGRAPH}</w:tc></w:tr></w:tbl>")),
    "cells of Word": in_word(again(f"<w:tc>{PARAGRAPH}</w:tc>", before="<w:tbl><w:tr>", after="</w:tr></w:tbl>")),
    "a part in words": again("separuh dari 8{n} peserta, yakni 45 orang, ", before=NEWS),
    "a multiple in words": again("dua kali lipat dari 8{n} menjadi 450, ", before=NEWS),
    "figures and their mean": again(
        "{n}, ", before=NEWS + "Nilai masing-masing ", after="dan 7 sehingga rata-ratanya 9."
    ),
    "rows with means": again("78,5, 84, dan 9{n},5 sehingga rata-ratanya 86,33, ", before=NEWS),
    "products": again("1{n} paket seharga Rp150.000 per paket dengan total Rp180 juta, ", before=NEWS),
    "prices for each": again("Rp{n} per paket, ", before=NEWS + "Total 7 "),
    "rests": again("Dari 1{n} peserta, 80 hadir dan sisanya 40 tidak. ", before=NEWS),
    "shares in a row": again("padi {n},5 persen, jagung 30,5 persen, dan ubi 90,5 persen. ", before=NEWS),
    "shares without an end": again("{n},5 persen, ", before=NEWS),
    "basis points": again("naik {n} basis poin, ", before=NEWS),
    "parts of people": again("{n},5 orang, ", before=NEWS),
    "English": again("Jambi City scored 93.86 points in 2024, up from 80.55. ", before=EN),
}
"""What is measured -> the ending of the file, and what makes so many bytes of it."""


def growth(tally: Tally, chance: random.Random, seconds: float) -> None:
    """Measures all generators; those that take long at a small size are not doubled further."""
    packs = load_packs()
    gc.disable()  # as the command does
    _took("an article", 20_000, packs, "plain")
    names = [name for name in GENERATORS if tally.wants(name)]
    for name in names:
        tally.tried += 1
        _measure(tally, name, packs, seconds / len(names))


def _measure(tally: Tally, name: str, packs: Loaded, seconds: float) -> None:
    size, before = 8_000, 0.0
    slowest = 0.0
    while True:
        took = {
            form: min(_took(name, size, packs, form) for _ in range(1 if before > 0.5 else 2)) for form in FORMATS[:1]
        }
        now = took["plain"]
        factor = now / before if before > 0.05 else 0.0
        if now * 2.5 > seconds or size >= 1_000_000:
            break
        size, before = size * 2, now
    slowest = now / size * 1e6
    report = _report(name, min(size, 64_000), packs)
    flag = "".join(
        (" SLOW" if slowest > SLOW else "", " GROWS" if factor > GROWS else "", " REPORT" if report > 8 * SLOW else "")
    )
    print(
        f"  {name:<36}{size:>9,} B {slowest:>8.2f} s/MB  x{factor:<5.2f} reports {report:>7.2f} s/MB{flag}", flush=True
    )
    if flag and not os.environ.get("ATTACK_MEASURE_ONLY"):
        tally.fail(f"{name}:{flag}")


def _took(name: str, size: int, packs: Loaded, form: str) -> float:
    ending, make = GENERATORS[name]
    data = make(size)
    gc.collect()
    begun = process_time()
    try:
        document = without_orders(read_document(f"a{ending}", data))
        check_document(document, packs.reference, packs.lexicons)
    except FactcheckError:
        pass
    return process_time() - begun


def _report(name: str, size: int, packs: Loaded) -> float:
    """Seconds a megabyte of the slowest of the formats."""
    ending, make = GENERATORS[name]
    data = make(size)
    try:
        document = without_orders(read_document(f"a{ending}", data))
        report = Report((check_document(document, packs.reference, packs.lexicons),))
    except FactcheckError:
        return 0.0
    slowest = 0.0
    for form in FORMATS:
        begun = process_time()
        write(report, form, io.StringIO(), Look("never", 80))
        slowest = max(slowest, process_time() - begun)
    return slowest / len(data) * 1e6
