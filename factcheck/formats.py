"""The formats of reports, by name: where each is, to be imported only when it is asked for."""

REPORTERS = {
    "rich": "factcheck.report.rich:RichReporter",
    "plain": "factcheck.report.plain:PlainReporter",
    "json": "factcheck.report.json:JsonReporter",
    "jsonl": "factcheck.report.jsonl:JsonLinesReporter",
    "sarif": "factcheck.report.sarif:SarifReporter",
    "github": "factcheck.report.github:GithubReporter",
    "rdjson": "factcheck.report.rdjson:RdjsonReporter",
    "junit": "factcheck.report.junit:JunitReporter",
    "markdown": "factcheck.report.markdown:MarkdownReporter",
    "csv": "factcheck.report.csv:CsvReporter",
    "html": "factcheck.report.page.html:HtmlReporter",
}
"""The formats, imported only when one is asked for."""
