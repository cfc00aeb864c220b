"""The formats of reports, a row each: all that is known of a format but how it is written, which is its module's."""

from factcheck.typed import NamedTuple


class Format(NamedTuple):
    """A format of reports.

    `reporter` is "module:Class", imported only when the format is asked for; `purpose` what it is for, as the
    documentation says it. A file with one of `endings` is in this format. `begins` is a pattern (verbose, over bytes)
    of how a file of it begins, so that a report is written over and nothing else is; what two formats share stands in
    one.
    """

    reporter: str
    purpose: str
    endings: tuple[str, ...] = ()
    begins: bytes = b""


REPORTERS = {
    "rich": Format(
        "factcheck.report.rich:RichReporter",
        "a person at a terminal",
        begins=rb"(?:\x1b\[[\d;]*m)* (?: \xe2\x94\x80\xe2\x94\x80 | --\  | -{20} | (?:\xe2\x9c\x93|ok)\ [^\n]+\ \  )",
    ),
    "plain": Format(
        "factcheck.report.plain:PlainReporter",
        "editors, hooks, logs: `path:line:column: severity rule message`",
        (".txt",),
        rb"[^\n]+:\d+:\d+:\ (?:error|warning|info)\ [^\n]+ | \d[\d.,]*\ (?:articles?|naskah):[ ]",
    ),
    "html": Format(
        "factcheck.report.page.html:HtmlReporter",
        "a person with a browser: the article with every claim marked, findings and evidence beside it; one file, "
        "nothing is fetched",
        (".html", ".htm"),
        rb'[^\0]*<meta\ name="generator"\ content="factcheck\b',
    ),
    "markdown": Format(
        "factcheck.report.markdown:MarkdownReporter",
        "a comment on a pull request",
        (".md",),
        rb"\#\#\#\ factcheck:\ ",
    ),
    "csv": Format(
        "factcheck.report.csv:CsvReporter",
        "a spreadsheet; no cell is ever a formula",
        (".csv",),
        rb"path,line,column,end_line,",
    ),
    "json": Format(
        "factcheck.report.json:JsonReporter",
        "programs; the contract is [report.schema.json](report.schema.json)",
        (".json",),
        rb'\s*\{"schema":\ ".{0,40}factcheck(?!\.baseline)',
    ),
    "jsonl": Format(
        "factcheck.report.jsonl:JsonLinesReporter",
        "programs that read a line at a time: an article to a line, the counts last",
        (".jsonl", ".ndjson"),
    ),
    "sarif": Format(
        "factcheck.report.sarif:SarifReporter",
        "code scanning; fingerprints hold no line numbers, columns count code points",
        (".sarif",),
        rb'\s*\{"\$schema":\ ".{0,40}sarif',
    ),
    "github": Format(
        "factcheck.report.github:GithubReporter",
        "annotations in GitHub Actions, the worst first",
        begins=rb"::(?:error|warning|notice)\ [^\n]+",
    ),
    "rdjson": Format(
        "factcheck.report.rdjson:RdjsonReporter",
        "reviewdog; columns count bytes",
        (".rdjson",),
        rb'\s*\{"source":\ \{.{0,40}factcheck',
    ),
    "junit": Format(
        "factcheck.report.junit:JunitReporter",
        "test reports of CI servers; what the baseline knows is skipped",
        (".xml",),
        rb'\s*<\?xml[^>]*>\s*<testsuites\ name="factcheck',
    ),
}
"""The formats by name, in the order in which they are told of."""
