"""Headings inside a card: real ones, so that a screen reader lists them and an address can lead to them."""

import re

from components.text.judgement import JUDGED
from components.text.plain_text import plain

INSIDE_A_CARD = "####"


def heading(title: str, *, judged: bool = False) -> str:
    """Markdown of the heading of a part of a card, marked where what follows is our judgement."""
    return f"{INSIDE_A_CARD} {plain(title)}{f' {JUDGED}' if judged else ''}"


def below_the_title(text: str) -> str:
    """The Markdown of a card for a page that is about it: its headings stand right below the page's title."""
    return re.sub(rf"^{INSIDE_A_CARD}(?= )", "##", text, flags=re.MULTILINE)
