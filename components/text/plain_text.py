"""Text that Markdown shows exactly as it is."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>$~:&\"'=^@/])")


def plain(text: str) -> str:
    """`text` with every sign that Markdown (or Streamlit's dialect of it) would take as markup put out of force; line
    breaks become spaces."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def counted(number: int, thing: str) -> str:
    """`1 service`, `2 services`."""
    return f"{number} {thing}" + ("" if number == 1 else "s")
