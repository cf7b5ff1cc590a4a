"""Words of a text as search takes them, and the ids of the parts of a card."""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
MEASURED = re.compile(
    r"(?<![^\W_])(\d+)(ki?b|mi?b|gi?b|ti?b|pi?b|ms|s|sec|min|h|hrs?|days?|d)(?![^\W_])", re.IGNORECASE
)
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def plain_letters(text: str) -> str:
    """The text in lower case and without accents."""
    if text.isascii():  # as most texts are
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def words_of(text: str) -> tuple[str, ...]:
    """The words and numbers of a text: `400KB` is two, `1,000` is one, a sign is none."""
    return tuple(WORD.findall(MEASURED.sub(r"\1 \2", THOUSANDS.sub("", plain_letters(text)))))


def humps_of(word: str) -> list[str]:
    """The words in one with capitals inside: `MaxConnections` is two."""
    return HUMP.split(word)


def spelt_out(text: str) -> str:
    """The words that a text holds in another form: `MaxConnectionsPercent` as three words, and numbers without signs
    between thousands."""
    humps = (" ".join(humps_of(word)) for word in WORD.findall(text) if HUMP.search(word))
    return " ".join((*humps, *(number.replace(",", "") for number in re.findall(r"\d+(?:,\d{3})+", text))))


def as_part(heading: str) -> str:
    """The id that an address gives to the part of a card below a heading: `When to use it` is `when-to-use-it`."""
    return "-".join(WORD.findall(plain_letters(heading)))
