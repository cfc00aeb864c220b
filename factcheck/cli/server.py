"""`factcheck server`: what an editor starts to see findings while a draft is written."""

from __future__ import annotations

import gc

import click

from factcheck.errors import FactcheckError
from factcheck.messages import message


@click.command(short_help="Serve an editor: findings while a draft is written.")
@click.option("--on-save", is_flag=True, help="Check when a draft is opened and saved, not at every keystroke.")
@click.option("--stdio", is_flag=True, help="As without it: some editors add it.")
def server(on_save: bool, stdio: bool) -> int:
    """Serve an editor over standard input and output (language server protocol): findings while a draft is written,
    repairs at a click, and what is known of any figure under the pointer.

    Nobody calls this by hand; docs/in-the-editor.md says what to put into the settings of which editor.

    \b
    Exit status:
      0  the editor said goodbye
      1  it went without a word
      2  the server could not be started
    """
    try:
        from factcheck.editor.serve import serve
    except ModuleNotFoundError as slip:
        sentence = message("For editors install factcheck with its extra: pip install 'factcheck-newsroom[lsp]'.")
        raise FactcheckError(sentence) from slip
    from factcheck.desk.desk import Desk

    gc.enable()  # a run of the command does without; this one lasts for days
    return serve(Desk(), on_save=on_save)
