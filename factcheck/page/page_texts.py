"""The words of the page itself, in every language that the tool speaks."""

from __future__ import annotations

from factcheck.messages import languages, message, speaking, translate, translated
from factcheck.report.tally import SEVERITIES
from factcheck.report.words import SEVERITY_WORDS

EXAMPLE = message(
    "Jambi City Is Among the Best\n\n"
    "JAMBI, The Ombudsman assesses how well public services comply with the law. In 2024 Jambi City scored 93.86, up "
    "from 89.62 in 2023. The certificate was handed over on Tuesday (2/12/2024) in the city hall.\n"
)
"""A draft with two slips, to try the page on."""


def page_texts() -> dict[str, dict[str, str]]:
    """By language and key. Gaps are filled by the page: {number}, {name}."""
    texts = {}
    for language in languages():
        with speaking(language):
            texts[language] = _texts()
    return texts


def _texts() -> dict[str, str]:
    severities = {name: translated(word) for name, word in zip(SEVERITIES, SEVERITY_WORDS, strict=True)}
    many = {"errors": translate("errors"), "warnings": translate("warnings"), "infos": translate("infos")}
    example = {"example_draft": translated(EXAMPLE)}
    return {**severities, **many, **_frame(), **_finding(), **_told(), **_search(), **example}


def _frame() -> dict[str, str]:
    return {
        "draft": translate("Draft"),
        "untitled": translate("Untitled draft"),
        "open": translate("Open …"),
        "copy": translate("Copy"),
        "download": translate("Download"),
        "undo": translate("Undo"),
        "published": translate("Published"),
        "published_help": translate("Day of publication: “last year” and “Thursday (28/11)” are counted from it."),
        "language": translate("Language of the draft"),
        "automatic": translate("automatic"),
        "look": translate("Light or dark"),
        "look_system": translate("as the system"),
        "look_light": translate("light"),
        "look_dark": translate("dark"),
        "speak": translate("Language of this page"),
        "settings": translate("Settings"),
        "placeholder": translate("Paste a draft here, type, or drop a file"),
        "empty_kinds": translate("Text, Markdown, a web page, a file of Word or LibreOffice, a PDF, up to 5 MB."),
        "example": translate("Try an example"),
        "keys": translate("Keys"),
        "key_next": translate("next finding"),
        "key_previous": translate("previous finding"),
        "key_accept": translate("accept the repair"),
        "key_ignore": translate("ignore"),
        "key_undo": translate("undo"),
        "key_leave": translate("from the text to the findings"),
        "private": translate("The text stays on this machine. Nothing is stored, nothing is sent out."),
        "word_processor": translate("For LibreOffice and the LanguageTool add-on:"),
        "drop": translate("Drop the file to open it"),
    }


def _search() -> dict[str, str]:
    """The words of the editor's own panel, by the English that it asks for."""
    return {
        "Find": translate("Find"),
        "Replace": translate("Replace with"),
        "next": translate("next one"),
        "previous": translate("one before"),
        "all": translate("select all of them"),
        "match case": translate("capitals count"),
        "regexp": translate("pattern"),
        "by word": translate("whole words"),
        "replace": translate("replace"),
        "replace all": translate("replace all"),
        "close": translate("close"),
    }


def _finding() -> dict[str, str]:
    return {
        "findings": translate("Findings"),
        "accept": translate("Use “{way}”"),
        "either": translate("One of the two is wrong; you know which."),
        "ignore": translate("Ignore"),
        "restore": translate("Show again"),
        "ignored": translate("{number} ignored"),
        "should_read": translate("Should read: {way}"),
        "known": translate("known since {day}"),
        "elsewhere": translate("not in the visible text"),
        "previous": translate("Previous finding"),
        "next": translate("Next finding"),
        "checked_claims": translate("Underline what was checked"),
    }


def _told() -> dict[str, str]:
    return {
        "checking": translate("Checking …"),
        "clean": translate("Nothing to mend"),
        "clean_help": translate("What could be checked fits."),
        "published_stated": translate("{day}, by the draft"),
        "published_read": translate("{day}, read from the draft ({place})"),
        "copied": translate("Copied."),
        "not_copied": translate("The browser did not let the text be copied; select it and copy by hand."),
        "downloaded": translate("“{name}” was downloaded."),
        "accepted": translate("“{before}” is now “{after}”."),
        "set_aside": translate("The finding is ignored in this window."),
        "too_large": translate("“{name}” has more than 5 MB; it is no article."),
        "busy": translate("The server has too much to do; try again in a moment."),
        "gone": translate("The server has ended. Your text is still here: copy it, then run `factcheck page` again."),
        "no_key": translate("This address lacks its key. Open the address that `factcheck page` printed."),
        "as_text": translate("Download as text"),
        "replace": translate("Replace the draft that is here?"),
        "opened": translate("“{name}” is open."),
        "failed": translate("Not everything could be checked:"),
    }
