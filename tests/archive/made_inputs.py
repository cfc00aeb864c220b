"""Inputs as archives have them, good and bad, for the tests of the archive."""

from __future__ import annotations

import csv
import gzip
import json
from datetime import date
from pathlib import Path

WRONG = "Ombudsman menilai pelayanan publik. Pada 2024 Pemerintah Kota Jambi meraih nilai 93,86."
RIGHT = "Ombudsman menilai pelayanan publik. Pada 2024 Pemerintah Kota Jambi meraih nilai 93,68."
OTHER = "Ombudsman menilai pelayanan publik. Pada 2024 Pemerintah Kabupaten Magetan meraih nilai {value}."
"""What the reference does not know: two articles that differ here contradict only each other."""
HUGE = 21_000_000


def parquet(folder: Path) -> Path:
    """Four articles in two groups of rows: one slip in three outlets, printed first by the second of them."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    outlets, days = ("kabar.example", "warta.example", "suara.example"), (5, 4, 6)
    rows = [
        {"judul": f"Berita {number}", "isi": WRONG, "tanggal": date(2024, 12, day), "media": outlet, "id": number}
        for number, (outlet, day) in enumerate(zip(outlets, days, strict=True))
    ]
    rows.append({**rows[0], "isi": RIGHT, "judul": "Pembetulan", "id": 3})
    path = folder / "a-good.parquet"
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=2)
    return path


def cut_parquet(folder: Path) -> Path:
    """A file that a full disk cut off."""
    whole = parquet(folder)
    path = folder / "b-cut.parquet"
    path.write_bytes(whole.read_bytes()[:-100])
    return path


def damaged_lines(folder: Path) -> Path:
    """Three members of gzip, the second damaged; then a line that is no JSON, and one without text."""
    lines = [{"text": RIGHT, "date": f"2024-12-0{day}", "id": f"j{day}"} for day in (4, 5, 6)]
    members = [gzip.compress((json.dumps(line) + "\n").encode(), mtime=0) for line in lines]
    members[1] = members[1][:30] + b"\xff\xff\xff\xff\xff\xff" + members[1][36:]
    rest = gzip.compress(b'{"text": \n{"text": "", "id": "j8"}\n', mtime=0)
    path = folder / "c-damaged.jsonl.gz"
    path.write_bytes(b"".join((*members, rest)))
    return path


def table(folder: Path) -> Path:
    """A row too long, an article too large (over several lines), a date that nobody can tell, an id used twice."""
    path = folder / "d-rows.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "isi", "tanggal"))
        writer.writerow(("k1", OTHER.format(value="86,01"), "Selasa, 3 Desember 2024"))
        writer.writerow(("k2", RIGHT, "2024-12-04", "x", "y"))
        writer.writerow(("k3", ('kata "kata" ' * 1_000 + "\n") * (HUGE // 12_000), "2024-12-04"))
        writer.writerow(("k1", OTHER.format(value="87,10"), "12/13/2024"))
    return path


def no_text(folder: Path) -> Path:
    """A table of something else."""
    path = folder / "e-other.csv"
    path.write_text("nama;umur\nAni;7\n", "utf-8")
    return path


def files(folder: Path) -> Path:
    """A folder of articles: one good, one that is none."""
    path = folder / "f-files"
    path.mkdir()
    (path / "draf.md").write_text(f"---\ntitle: Nilai Kota Jambi\ndate: 2024-12-07\n---\n\n{WRONG}\n", "utf-8")
    (path / "foto.md").write_bytes(b"\x00\x01\x02")
    return path


def pages(folder: Path) -> Path:
    """A web archive: a page, a picture, a page that was not found."""
    html = (
        '<html><head><meta property="article:published_time" content="2024-12-08"><title>Nilai Jambi</title></head>'
        f"<body><p>{WRONG}</p></body>"
    )
    path = folder / "g-pages.warc.gz"
    served = [("200 OK", "text/html", html), ("200 OK", "image/png", "PNG"), ("404 Not Found", "text/html", html)]
    members = [_response(number, *each) for number, each in enumerate(served)]
    path.write_bytes(b"".join(gzip.compress(member, mtime=0) for member in members))
    return path


def _response(number: int, status: str, kind: str, body: str) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: https://www.koran.example/{number}\r\nWARC-Date: 2024-12-09T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{number}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def wget_pages(folder: Path) -> Path:
    """A web archive as wget writes it: addresses in brackets, its own log and settings behind the pages."""
    path = folder / "wget.warc.gz"
    html = (
        '<html><head><meta property="og:title" content="Nilai Kota Jambi - Koran"></head>'
        f"<body><h1>Nilai Kota Jambi</h1><p>{WRONG}</p></body></html>"
    )
    page = _response(1, "200 OK", "text/html", html).replace(
        b"https://www.koran.example/1", b"<https://www.koran.example/1>"
    )
    own = (
        "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:9>\r\nWARC-Date: 2024-12-09T00:00:00Z\r\n"
        "WARC-Target-URI: <metadata://gnu.org/software/wget/warc/wget.log>\r\nContent-Type: text/plain\r\n"
        "Content-Length: 0\r\n\r\n\r\n\r\n"
    )
    path.write_bytes(b"".join(gzip.compress(record, mtime=0) for record in (page, own.encode())))
    return path


def locked(folder: Path) -> Path:
    """A file that may not be read."""
    path = folder / "i-locked.jsonl"
    path.write_text('{"text": "Kata."}\n', "utf-8")
    path.chmod(0)
    return path


def web_pages(number: int) -> list[bytes]:
    """So many pages of a web archive, each a record of its own."""
    return [_response(each, "200 OK", "text/html", f"<p>{WRONG}</p>") for each in range(number)]


ALL = (parquet, cut_parquet, damaged_lines, table, no_text, files, pages)
