"""The command from its arguments, the language it speaks among them, to its exit status."""

from __future__ import annotations

import os
import sys
from codecs import register_error
from collections.abc import Sequence
from contextlib import suppress
from io import BufferedWriter, RawIOBase, TextIOWrapper

from factcheck.cli.quick import quick_check, with_verb
from factcheck.cli.status import INTERRUPTED, UNCHECKED
from factcheck.errors import FactcheckError
from factcheck.messages import OWN, languages, message, use_language, users_language
from factcheck.model import Problem
from factcheck.typed import Any

OPTION = "--lang"


def without_language(arguments: Sequence[str]) -> list[str]:
    """The arguments without `--lang CODE`, which may stand anywhere; the language is spoken from now on."""
    left: list[str] = []
    asked = os.environ.get(OWN, "")
    words = iter(arguments)
    for word in words:
        if word == "--":
            left += [word, *words]
        elif word == OPTION:
            asked = next(words, "")
        elif word.startswith(f"{OPTION}="):
            asked = word.partition("=")[2]
        else:
            left.append(word)
    _choose(asked)
    return left


def _choose(asked: str) -> None:
    """Speaks the language that was asked for, else the user's. Raises FactcheckError for one that is not spoken."""
    if asked and asked not in languages():
        use_language(users_language())
        raise FactcheckError(
            message(
                "'{language}' is not spoken here; the languages are {known}.",
                language=asked,
                known=", ".join(languages()),
            )
        )
    use_language(asked or users_language(), asked=bool(asked))


def run(arguments: Sequence[str]) -> int:
    """Runs the verb that `arguments` name; every way out gives an exit status, none a traceback."""
    _write_anything()
    try:
        status = _status(without_language(arguments))
        sys.stdout.flush()
    except FactcheckError as error:
        from factcheck.cli.problems import problem_of

        return _unchecked(problem_of(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # rich leaves where nobody reads
        return _unread()
    except OSError as error:
        return _unchecked(_unwritten(error) if error.filename is None else _system(error))
    except Exception as error:
        from factcheck.cli.problems import bug

        return _unchecked(bug(error, ""))
    return status


def _status(words: Sequence[str]) -> int:
    """`check` with the options of every day needs no library to read them; anything else does."""
    words = with_verb(words)
    asked = quick_check(words)
    if asked is not None:
        from factcheck.cli.run_check import check_articles

        return check_articles(*asked)
    from factcheck.cli.run_verb import run_verb

    return run_verb(words)


ESCAPES = "factcheck.escapes"
"""How a stream writes what its encoding lacks."""


def _escaped(error: UnicodeError) -> tuple[str, int]:
    r"""What cannot be encoded as the escapes of JSON, \u201c, so that a report in JSON is one in any encoding."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4)), error.end


def _write_anything() -> None:
    """Characters that the terminal's encoding lacks are written as escapes instead of ending the run; nor do remarks
    that cannot be written end it."""
    register_error(ESCAPES, _escaped)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=ESCAPES)
    out, remarks = _buffer(sys.stdout, sys.__stdout__), _buffer(sys.stderr, sys.__stderr__)
    if isinstance(out, RawIOBase):  # PYTHONUNBUFFERED: half of a long report would be taken for all of it
        sys.stdout = TextIOWrapper(BufferedWriter(out), sys.stdout.encoding, ESCAPES, line_buffering=True)
    if remarks is not None:
        sys.stderr = Remarks(remarks, sys.stderr.encoding, ESCAPES, line_buffering=True)


def _buffer(stream: object, original: object) -> Any:
    """The bytes below a stream that is still the one this process was started with."""
    return getattr(stream, "buffer", None) if stream is original else None


class Remarks(TextIOWrapper):
    """Standard error: what cannot be written there is lost, and the report and the exit status are as they would be."""

    def write(self, text: str) -> int:
        try:
            return super().write(text)
        except (OSError, ValueError):
            return len(text)

    def flush(self) -> None:
        with suppress(OSError, ValueError):
            super().flush()


def _system(error: OSError) -> Problem:
    """What the system refuses, said of the file."""
    from factcheck.system_words import reason_of

    return Problem(message("The system refuses this: {reason}.", reason=reason_of(error)), os.fsdecode(error.filename))


def _unchecked(problem: Problem) -> int:
    from factcheck.cli.problems import show

    show(problem)
    return UNCHECKED


def _unwritten(error: OSError) -> Problem:
    """A file that cannot be read has a name; what has none is what the report goes to, a full disk mostly."""
    from factcheck.system_words import reason_of

    _unread()
    return Problem(message("The report cannot be written: {reason}.", reason=reason_of(error)))


def _unread() -> int:
    """Whoever read the report has gone (`factcheck check | head`); Python must not try to write the rest."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return UNCHECKED
