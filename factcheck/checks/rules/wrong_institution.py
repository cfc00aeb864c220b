"""The name of an institution that is not as it is called.

Wrong: Komisi Pemberantas Korupsi (KPK); BNPB (Badan Nasional Penangangan Bencana); Mahkamah Konsitusi.
Right: Komisi Pemberantasan Korupsi (KPK); BNPB (Badan Nasional Penanggulangan Bencana); Mahkamah Konstitusi.
Why: the reference has names and terms with their short forms. Beside a short form, in either order, one word of the
    name is a slip or another form of the right word, or in a long name another word with its first letter; or two
    letters of the short form changed places; or a name that stands alone has a word that is one letter off and no
    common word. What the press may say as well, another body of the same short form, and names with a word more or
    less are left alone. Where the ground is doubtful, an info.
Silence: `wrong-institution` under `ignore` in the configuration, or `[sic]` behind the name.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.declare import rule
from factcheck.checks.names.misspelt import misspelt
from factcheck.checks.needs import misspelt_or_shortened
from factcheck.judging.case import Case
from factcheck.judging.grounds.ground import Ground
from factcheck.language.one_letter import one_letter
from factcheck.messages import message
from factcheck.model import Evidence, Finding, Suggestion
from factcheck.reference.content.content import PLACE
from factcheck.spans import inside
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.reading.names.short_forms import WrongForm


RULE = "wrong-institution"


@rule(RULE, "warning", after="wrong-office", needs=misspelt_or_shortened, ground=Ground.SLIP)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each wrong name beside its short form, and at each misspelt name."""
    forms = _wrong_forms(case) if "(" in case.document.plain else []
    for form in forms:
        yield _finding(case, form)
    told = inside(form.word for form in forms)
    for finding in misspelt(case, RULE, lambda kind: kind != PLACE):
        if not told.meets(finding.start, finding.end):
            yield finding


def _wrong_forms(case: Case) -> list[WrongForm]:
    from factcheck.reading.names.short_forms import find_wrong_forms

    return list(find_wrong_forms(case.document, case.language, case.reference))


def _finding(case: Case, form: WrongForm) -> Finding:
    text, one = case.document.text, form.institution
    written = text[slice(*form.word)]
    right = form.right if not written.isupper() or form.right in one.short else form.right.upper()
    if text[form.span.start : form.word.end].islower():
        right = right.lower()
    mended = text[form.span.start : form.word.start] + right + text[form.word.end : form.span.end]
    return Finding(
        RULE,
        "info" if one.doubt and not one_letter(written.lower(), form.right.lower()) else "warning",
        message("{short} is {name}, not {written}.", short=one.short[0], name=one.name, written=written),
        *form.span,
        expected=" ".join(mended.split()),
        suggestions=(Suggestion(*form.word, right),),
        evidence=(Evidence(one.source, one.source if one.source.startswith("http") else "", one.name, one.row),),
    )
