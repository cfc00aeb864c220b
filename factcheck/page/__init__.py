"""What does an editor see who pastes a draft into the browser, and what does a word processor that asks?

A server for one person on one machine, behind `gate.py`: the page (`static/`), what it asks (`site.py`), and the
address that clients of LanguageTool ask (`languagetool.py`). It holds no text beyond an answer but the last draft that
the page sent, and writes none. Needs the extra `page`.
"""
