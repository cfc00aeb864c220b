"""Grown articles through reader, check and all outputs: no traceback, no failed rule, no hang, nothing that steers."""

from __future__ import annotations

import io
import json
import random
import re
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time

from factcheck.desk.packs_loaded import Loaded, load_packs, without_orders
from factcheck.document.read_document import read_document
from factcheck.errors import FactcheckError
from factcheck.explain.place import explain_case
from factcheck.formats import REPORTERS
from factcheck.judging.case import Case
from factcheck.listing import claims_of
from factcheck.messages import language_in_use
from factcheck.model import DocumentReport, Problem, Report
from factcheck.pipeline import read_case, report_of
from factcheck.reading.budget import within_budget
from factcheck.report.claims.lister import lister
from factcheck.report.explanation.as_lines import lines
from factcheck.report.explanation.json import explanation_object
from factcheck.report.explanation.text import write_plain
from factcheck.report.json import encode
from factcheck.report.reporter import Look, write
from factcheck.report.safe import STEERING
from factcheck.report.sarif import rules_of_sarif
from factcheck.report.tally import Tally as Counts
from tools.attack.grammar import KINDS, SHARES
from tools.attack.tally import Tally

MOST = 1_000_000
"""Articles of a long run."""
CHECKPOINT = 10_000
"""After so many articles it is said how far it came."""
LONGEST = 20
"""After so many seconds of the processor (which others do not use up) an article of some hundred characters hangs."""
STEERS = re.compile("[" + STEERING.replace("\x00-\x1f", "\x00-\x08\x0b\x0c\x0e-\x1f") + "]")
"""Without line ends and tabs, of which reports are made."""
CLAIMS = ("rich", "plain", "json", "csv")


class HangError(Exception):
    """It takes too long."""


def fuzz(tally: Tally, chance: random.Random, seconds: float) -> None:
    """Grows and checks articles for some seconds."""
    import gc

    packs = load_packs()
    gc.freeze()  # what stays is not looked through again for every article
    used = process_time()
    while tally.seconds < seconds and tally.tried < MOST:
        one(tally, chance.randrange(1 << 48), packs)
        if tally.tried % CHECKPOINT == 0:
            print(f"  {tally}  ({process_time() - used:,.0f} s of the processor)", flush=True)


def one(tally: Tally, seed: int, packs: Loaded) -> None:
    """Grows the article of a seed and feeds it to everything."""
    chance = random.Random(seed)
    ending = chance.choices(list(KINDS), SHARES)[0]
    data = KINDS[ending](chance)
    tally.tried += 1
    try:
        with _no_longer(LONGEST):
            _through(tally, seed, f"a\x1b\u202e{ending}", data, packs, chance)
    except FactcheckError:
        return
    except HangError:
        tally.fail(f"seed {seed} ({ending}): hangs")
    except Exception as slip:
        frames = [f for f in traceback.extract_tb(slip.__traceback__) if "/factcheck/" in f.filename]
        where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "outside"
        tally.fail(f"seed {seed} ({ending}): {type(slip).__name__} at {where}: {str(slip)[:100]!r}")


def _through(tally: Tally, seed: int, path: str, data: bytes, packs: Loaded, chance: random.Random) -> None:
    document = without_orders(read_document(path, data))
    read, unread = within_budget(document)
    case = read_case(read, packs.reference, packs.lexicons)
    report = report_of(case, unread)
    for failure in report.failures:
        tally.fail(f"seed {seed}: {failure}")
    for finding in report.findings:
        if not 0 <= finding.start <= finding.end <= len(report.document.text):
            tally.fail(f"seed {seed}: {finding.rule} stands outside of the text")
    for name, written in _outputs(case, report, packs, chance):
        if steering := STEERS.search(written):
            tally.fail(f"seed {seed}: {name} lets {steering.group()!r} through")
        if name.startswith(("json", "sarif", "rdjson", "claims json", "explain json")) and name != "jsonl":
            json.loads(written)


def _outputs(case: Case, report: DocumentReport, packs: Loaded, chance: random.Random) -> Iterator[tuple[str, str]]:
    document = report.document
    problems = (Problem(document.text[:40], document.path, 1),)
    for form in REPORTERS:
        out = io.StringIO()
        write(Report((report,), problems), form, out, Look("never", 80))
        written = out.getvalue()  # of the length of sarif nine tenths are the rules, ever the same
        yield form, written if form != "sarif" else written.replace(rules_of_sarif(language_in_use()), "{}")
    listed = claims_of(case)
    for form in CLAIMS:
        out = io.StringIO()
        writer = lister(form, out, packs.name, Look("never", 80))
        writer.document(listed)
        writer.close(Counts().plus(listed), problems)
        yield f"claims {form}", out.getvalue()
    line = chance.randrange(1, document.text.count("\n") + 2)
    explanation = explain_case(case, line, 0, packs.lexicons)
    yield "explain json", encode(explanation_object(explanation, packs.name))
    out = io.StringIO()
    write_plain(lines(explanation, packs.name), out)
    yield "explain plain", out.getvalue()


@contextmanager
def _no_longer(seconds: int) -> Iterator[None]:
    def ring(number: int, frame: object) -> None:
        raise HangError

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
