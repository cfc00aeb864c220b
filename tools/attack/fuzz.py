"""Grown articles through reader, check and all outputs: no traceback, no failed rule, no hang, nothing that steers.

An article is read and judged once; the outputs are written for a handful together, and for each alone where anything is
wrong with them, so that the seed of it is known.
"""

from __future__ import annotations

import gc
import random
import signal
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import process_time

from factcheck.desk.packs_loaded import Loaded, load_packs, without_orders
from factcheck.document.offsets.source import in_source
from factcheck.document.read_document import read_document
from factcheck.errors import FactcheckError
from factcheck.explain.place import explain_case
from factcheck.listing import claims_of
from factcheck.pipeline import read_case, report_of
from tools.attack.grammar import KINDS, SHARES
from tools.attack.outputs import Read, wrong_in
from tools.attack.tally import Tally

MOST = 1_000_000
"""Articles of a long run."""
TOGETHER = 25
"""Articles whose outputs are written together."""
CHECKPOINT = 10_000
"""After so many articles it is said how far it came."""
LONGEST = 20
"""After so many seconds of the processor (which others do not use up) an article of some hundred characters hangs."""


class HangError(Exception):
    """It takes too long."""


def fuzz(tally: Tally, chance: random.Random, seconds: float) -> None:
    """Grows and checks articles for some seconds."""
    packs = load_packs()
    gc.freeze()  # what stays is not looked through again for every article
    used = process_time()
    while tally.seconds < seconds and tally.tried < MOST:
        several(tally, [chance.randrange(1 << 48) for _ in range(TOGETHER)], packs)
        if tally.tried % CHECKPOINT == 0:
            print(f"  {tally}  ({process_time() - used:,.0f} s of the processor)", flush=True)


def several(tally: Tally, seeds: Sequence[int], packs: Loaded) -> None:
    """Grows the articles of some seeds and feeds them to everything."""
    tally.tried += len(seeds)
    found = [article for seed in seeds if (article := _read(tally, seed, packs))]
    if found and _wrong(found, packs):
        for article in found:
            for wrong in _wrong([article], packs):
                tally.fail(f"seed {article.seed} ({Path(article.report.document.path).suffix}): {wrong}")


def _read(tally: Tally, seed: int, packs: Loaded) -> Read | None:
    """The article of a seed as it was read, None where it is refused or went wrong."""
    chance = random.Random(seed)
    ending = chance.choices(list(KINDS), SHARES)[0]
    data = KINDS[ending](chance)
    try:
        with _no_longer(LONGEST):
            article = _through(seed, f"a\x1b\u202e{ending}", data, packs, chance)
    except FactcheckError:
        return None
    except Exception as slip:
        tally.fail(f"seed {seed} ({ending}): {_told(slip)}")
        return None
    for wrong in _claimed_wrongly(article):
        tally.fail(f"seed {seed} ({ending}): {wrong}")
    return article


def _through(seed: int, path: str, data: bytes, packs: Loaded, chance: random.Random) -> Read:
    read = without_orders(read_document(path, data))
    case = read_case(read, packs.reference, packs.lexicons)
    report = in_source(report_of(case))
    line = chance.randrange(1, report.document.text.count("\n") + 2)
    return Read(seed, report, in_source(claims_of(case)), explain_case(case, line, 0, packs.lexicons))


def _claimed_wrongly(article: Read) -> Iterator[str]:
    """Rules that failed, findings that stand nowhere."""
    report = article.report
    yield from map(str, report.failures)
    for finding in report.findings:
        if not 0 <= finding.start <= finding.end <= len(report.document.text):
            yield f"{finding.rule} stands outside of the text"


def _wrong(articles: Sequence[Read], packs: Loaded) -> list[str]:
    try:
        with _no_longer(LONGEST * len(articles)):
            return list(wrong_in(articles, packs))
    except Exception as slip:
        return [_told(slip)]


def _told(slip: Exception) -> str:
    if isinstance(slip, HangError):
        return "hangs"
    frames = [frame for frame in traceback.extract_tb(slip.__traceback__) if "/factcheck/" in frame.filename]
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "outside"
    return f"{type(slip).__name__} at {where}: {str(slip)[:100]!r}"


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
