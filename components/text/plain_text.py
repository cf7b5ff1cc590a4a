"""Text that Markdown shows exactly as it is."""

import re

# Markdown makes a link of what looks like an address, escaped or not; an invisible word joiner keeps it from that.
_ADDRESS = re.compile(r"(?i)(https?(?=:)|www(?=\.)|(?=@))")
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>$~:&\"'=^@/])")


def plain(text: str) -> str:
    """`text` with every sign that Markdown (or Streamlit's dialect of it) would take as markup put out of force, and
    nothing made a link; line breaks become spaces."""
    return _SPECIAL.sub(r"\\\1", _ADDRESS.sub("\\1\u2060", " ".join(text.split())))


def counted(number: int, thing: str) -> str:
    """`1 service`, `2 services`."""
    return f"{number} {thing}" + ("" if number == 1 else "s")


def sentence(text: str) -> str:
    """`text` with a full stop where it has no end of its own, so that more can follow."""
    return text if text.endswith((".", "!", "?")) else f"{text}."
