"""The rules in the order in which they speak: what an earlier one says of a place silences the later ones.

`python -m factcheck.cli.manual` makes this table of what the modules in `rules/` say of themselves; do not edit it.
A row: name, severity, what a draft must have, where the rule is, its ground, whether it holds the draft against itself.
"""

from factcheck.checks.declare import registered

RULES = registered(
    (
        ("malformed-number", "warning", "signs", "malformed_number:check", "sum", False),
        ("malformed-number", "warning", "parted", "malformed_number:check_counted", "sum", False),
        ("impossible-date", "error", "dates_or_brackets", "impossible_date:check", "sum", False),
        ("wrong-weekday", "error", "dates", "wrong_weekday:check", "sum", False),
        ("known-slip", "error", "asked_of_packs", "known_slip:check", "sum", False),
        ("wrong-period", "error", "asked_of_packs", "wrong_period:check", "clause", False),
        ("wrong-subject", "error", "borne_elsewhere", "wrong_subject:check", "clause", False),
        ("wrong-value", "error", "contradicted", "wrong_value:check", "sum", False),
        ("wrong-value", "error", "edition_slips", "wrong_value:check_editions", "sum", False),
        ("mixed-series", "warning", "serial", "mixed_series:check", "sum", False),
        ("wrong-rank", "error", "contradicted", "wrong_rank:check_rank", "sum", False),
        ("wrong-group-size", "error", "ranks", "wrong_rank:check_size", "sum", False),
        ("wrong-count", "error", "counts", "wrong_count:check", "sum", False),
        ("wrong-extreme", "error", "extremes", "wrong_extreme:check", "clause", False),
        ("wrong-law", "error", "laws", "wrong_law:check", "slip", False),
        ("off-scale", "error", "doubted_words", "off_scale:check", "sum", True),
        ("wrong-band", "error", "ranged", "wrong_band:check", "parallel", False),
        ("impossible-value", "error", "asked_of_packs", "impossible_value:check", "sum", True),
        ("conflicting-values", "error", "asked_of_packs", "conflicting_values:check", "sum", True),
        ("wrong-change", "error", "differences", "wrong_change:check", "sum", True),
        ("wrong-share", "error", "shares", "wrong_share:check", "sum", True),
        ("parts-of-whole", "error", "counts", "parts_of_whole:check", "sum", True),
        ("wrong-difference", "error", "sums", "wrong_difference:check", "sum", True),
        ("wrong-percentage", "error", "sums_or_headline", "wrong_percentage:check", "sum", True),
        ("wrong-direction", "error", "sums", "wrong_direction:check", "sum", True),
        ("wrong-direction", "error", "ranks", "wrong_direction:check_ranks", "sum", False),
        ("wrong-scale", "warning", "scaled", "wrong_scale:check", "sum", True),
        ("wrong-headline", "warning", "headlined", "wrong_headline:check", "slip", True),
        ("wrong-total", "warning", "gathered", "wrong_total:check", "sum", True),
        ("wrong-rest", "warning", "rests", "wrong_rest:check", "sum", False),
        ("slipped-figure", "error", "framed", "slipped_figure:check", "slip", False),
        ("repeated-name", "warning", "names_listed", "repeated_name:check", "sum", False),
        ("wrong-kind", "warning", "names_listed", "wrong_kind:check", "sum", False),
        ("wrong-kind", "warning", "framed", "wrong_kind:check_rows", "sum", False),
        ("list-order", "warning", "ordered", "list_order:check", "sum", False),
        ("wrong-duration", "warning", "lasting", "wrong_duration:check", "sum", False),
        ("wrong-list-count", "warning", "listed", "wrong_list_count:check", "sum", False),
        ("wrong-list-count", "warning", "names_listed", "wrong_list_count:check_names", "sum", False),
        ("wrong-list-count", "warning", "framed", "wrong_list_count:check_heads", "sum", False),
        ("wrong-list-count", "warning", "framed", "wrong_list_count:check_together", "sum", False),
        ("wrong-list-count", "warning", "counts", "wrong_list_count:check_missing", "sum", False),
        ("rank-order", "error", "ranks", "rank_order:check", "sum", True),
        ("wrong-name", "error", "misspelt_people", "wrong_name:check", "slip", False),
        ("wrong-name", "warning", "edition_names", "wrong_name:check_editions", "slip", False),
        ("wrong-office", "info", "in_office", "wrong_office:check", "clause", False),
        ("wrong-institution", "warning", "misspelt_or_shortened", "wrong_institution:check", "slip", False),
        ("wrong-place", "warning", "anything", "wrong_place:check", "slip", False),
        ("name-variants", "warning", "spelt_alike", "name_variants:check", "slip", False),
        ("wrong-government", "error", "governments", "wrong_government:check", "clause", False),
        ("wrong-province", "error", "governments", "wrong_province:check", "clause", False),
        ("wrong-regency", "warning", "districts", "wrong_regency:check", "clause", False),
        ("slipped-word", "warning", "worded", "slipped_word:check", "written", False),
    )
)
