"""The verbs of the command, as a table that costs nothing to read."""

VERBS = {
    "check": ("factcheck.cli.check:check", "Check articles and show what does not fit."),
    "page": ("factcheck.cli.page:page", "Open a page to paste a draft into."),
    "claims": ("factcheck.cli.claims:claims", "List everything that an article claims."),
    "explain": ("factcheck.cli.explain:explain", "Explain how a place of an article was read."),
    "rules": ("factcheck.cli.rules:rules", "List the rules."),
    "rule": ("factcheck.cli.rules:rule", "Explain a rule."),
    "init": ("factcheck.cli.init:init", "Set up a repository of articles."),
    "baseline": ("factcheck.cli.baseline:baseline", "Write down the findings of an archive as known."),
    "server": ("factcheck.cli.server:server", "Serve an editor: findings while a draft is written."),
    "reference": ("factcheck.cli.reference.reference_group:reference", "Look at the reference and keep it."),
}
"""Name of a verb -> where its command is, and what it does in one line."""
