"""Terms of the glossary in place: a click on one opens its meaning beside it, and not another page."""

from components.scripts.in_page import in_page

_mount = in_page(__file__, "term_notes", '<div class="ldg-terms"></div>')


def term_notes() -> None:
    """Let the terms of this page open in place; without scripts they are links to the glossary."""
    _mount(key="term-notes", height="content")
