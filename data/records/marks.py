"""Short marks of texts, for addresses and for what a browser keeps: the same text, the same mark."""

from base64 import b32encode
from hashlib import sha256

STOP_NAME = 3  # characters that tell the stops of all paths apart


def short_mark(text: str, length: int) -> str:
    """Small letters and digits that change with a text."""
    return b32encode(sha256(text.encode()).digest()).decode().lower()[:length]
