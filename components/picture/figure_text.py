"""Text for Plotly, which has a small markup of its own."""

from functools import lru_cache
from textwrap import wrap

HOVER_WIDTH = 58


def plotly_text(text: str) -> str:
    """Text that Plotly shows as it is: its markup is taken out of force."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("%{", "%\u200b{")


@lru_cache(maxsize=1024)
def hover_text(text: str) -> str:
    """The same, in lines short enough for a label beside the pointer."""
    return "<br>".join(plotly_text(line) for line in wrap(text, HOVER_WIDTH))
