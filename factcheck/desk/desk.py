"""A newsroom's folder, opened once: any article of it checked as `factcheck check` does, from any thread."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path, PurePath
from threading import RLock

from factcheck.config import load_config
from factcheck.desk.checked import Article, Checked, Mended
from factcheck.desk.pack_folders import pack_folders
from factcheck.desk.packs_loaded import Loaded, load_packs
from factcheck.desk.standards import Asked, Standards, filters_of, settled, unknown_rules
from factcheck.document.load import file_bytes, is_address
from factcheck.document.read_document import BINARY, read_document
from factcheck.errors import FactcheckError
from factcheck.filters.apply import Filters, apply_filters
from factcheck.language.language import load as load_language

Packs = tuple[tuple[str, ...], bool, tuple[str, ...]]


class Desk:
    """The settings, packs, comments and baseline of a folder of articles, made once and used from any thread.

        desk = factcheck.Desk("articles")
        checked = desk.check(text, "articles/draft.md")
        for finding in checked.findings:
            print(finding.line, finding.column, finding.message)

    Each article is checked by the settings of its own folder: the nearest `factcheck.toml` upwards from it. The
    arguments say more, as the options of the command do: `reference` packs to check against too, `only_reference`
    without those that ship, `leave_out` those not wanted, `select` and `ignore` rules, `baseline` a file of known
    findings ("" for none).

    What is read from disk is read once, when it is first needed; `reload` reads it anew. Raises FactcheckError, with
    the file and line, where settings, packs or baseline cannot be read.
    """

    def __init__(
        self,
        folder: str | os.PathLike[str] = ".",
        *,
        reference: Sequence[str] = (),
        only_reference: bool | None = None,
        leave_out: Sequence[str] = (),
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        baseline: str | None = None,
    ) -> None:
        self.folder = Path(folder)
        self._asked = Asked(tuple(reference), only_reference, tuple(leave_out), tuple(select), tuple(ignore), baseline)
        self._building = RLock()
        self._by_folder: dict[str, Standards] = {}
        self._by_config: dict[str, Standards] = {}
        self._packs: dict[Packs, Loaded] = {}

    def check(
        self,
        article: bytes | str,
        path: str | os.PathLike[str] = "draft.md",
        published: date | None = None,
        language: str | None = None,
    ) -> Checked:
        """What does not fit in an article: what `factcheck check` says of the same bytes at the same path.

        `path` need not be there: it says how the article is read (.md, .txt, .rst, .html, .docx) and which settings
        hold; where it is relative it begins at the folder of the desk. `published` is the day of publication where the
        article does not say it, `language` goes before what the article says or looks like ("id", "en"). Raises
        FactcheckError for what cannot be read.
        """
        if language:
            load_language(language)  # says so where there is none
        data = article.encode("utf-8", "replace") if isinstance(article, str) else article
        return self._check(Article(data, os.fspath(path), published, language or ""))

    def check_file(
        self, path: str | os.PathLike[str], published: date | None = None, language: str | None = None
    ) -> Checked:
        """`check` for the file at `path`, which begins at the folder of the desk. Raises FactcheckError without one."""
        try:
            data = file_bytes(str(self.folder / path))
        except FactcheckError as slip:
            raise FactcheckError(slip.message, os.fspath(path)) from slip
        return self.check(data, path, published, language)

    def mended(self, checked: Checked) -> Mended:
        """The article with what is settled without doubt put in, read again: what `factcheck check --fix` writes.

        A Word file is left as it is. Raises FactcheckError where a repair does not fit the encoding of the article.
        """
        from factcheck.fixes.encoding import encoded
        from factcheck.fixes.loop import fix

        article, text = checked.article, checked.text
        if PurePath(article.path).suffix.lower() in BINARY:
            return Mended(text, article.data, (), checked)
        done = fix(checked.report, lambda changed: self._check(article._replace(data=changed.encode())).report)
        if not done.done:
            return Mended(text, article.data, (), checked)
        data = encoded(done.text, article.data, text, article.path)
        return Mended(done.text, data, done.done, self._check(article._replace(data=data)))

    def reload(self) -> None:
        """Reads settings, packs and baselines anew from now on; what is being checked is checked by those before.

        Packs whose content is what it was stay as they are.
        """
        with self._building:
            self._by_folder, self._by_config = {}, {}
            self._packs = {asked: _fresh(asked, loaded) for asked, loaded in self._packs.items()}

    def open(self) -> None:
        """Reads settings and packs of the folder now, and the words of its language, so that the first check waits for
        nothing."""
        from factcheck.language.detect import DEFAULT

        packs = self.standards().packs
        packs.lexicons(DEFAULT, packs.reference)

    def standards(self, path: str | os.PathLike[str] = "") -> Standards:
        """What holds for the article at `path`; without one for the folder itself."""
        folder = self._folder_of(os.fspath(path))
        held = self._by_folder.get(folder)
        if held is None:
            with self._building:
                held = self._by_folder[folder] = self._built(Path(folder))
        return held

    def _check(self, article: Article) -> Checked:
        held = self.standards(article.path)
        document = read_document(article.path, article.data, as_of=article.published, language=article.language)
        report = held.packs.check(document)
        return Checked(article, apply_filters(report, self._filters(held.filters)), held.packs.name, held.problems)

    def _filters(self, filters: Filters) -> Filters:
        """The filters as of today, asked for the place of an article from the folder of the desk."""
        return filters._replace(
            today=date.today(),
            layers=lambda path: filters.layers(self._place(path)),
            entries=lambda path: filters.entries(self._place(path)),
        )

    def _place(self, path: str) -> str:
        return str(self.folder / path)

    def _folder_of(self, path: str) -> str:
        if not path or is_address(path) or "\0" in path:
            return os.path.realpath(self.folder)
        return os.path.dirname(os.path.realpath(self.folder / path))  # noqa: PTH120

    def _built(self, folder: Path) -> Standards:
        config, slips = load_config(folder)
        if config.path not in self._by_config:
            asked = settled(self._asked, config)
            packs = self._loaded((asked.reference, bool(asked.only_reference), asked.leave_out))
            problems = (*slips, *unknown_rules(asked), *packs.problems)
            self._by_config[config.path] = Standards(config, packs, filters_of(asked, config), problems)
        return self._by_config[config.path]

    def _loaded(self, packs: Packs) -> Loaded:
        if packs not in self._packs:
            self._packs[packs] = load_packs(*packs, keep=False)
        return self._packs[packs]


def _fresh(asked: Packs, loaded: Loaded) -> Loaded:
    """The packs as they are on disk by now; those that were loaded where nothing changed."""
    from factcheck.reference.load.compiled_file import content_key

    return loaded if loaded.reference.key == content_key(pack_folders(*asked)) else load_packs(*asked, keep=False)
