"""Dates on the command line."""

from __future__ import annotations

from datetime import date

import click

from factcheck.messages import translate


def day(ctx: click.Context, option: click.Parameter, written: str | None) -> date | None:
    """The day that an option gives. Raises click.BadParameter when it gives none."""
    from factcheck.document.published import read_date

    if written is None:
        return None
    if (read := read_date(written)) is None:
        raise click.BadParameter(
            translate("'{written}' is no date; write it as 2024-12-31.", written=written), ctx, option
        )
    return read
