"""What the address of the page "About the data" says: the section, and what is filtered in it."""

from dataclasses import dataclass
from typing import Literal, get_args

from components.frame.address import Address, write_address
from components.frame.parameters import Choice, FreeText, Id
from data.records import Catalog, Verdict

FIRST = "overview"
SECTIONS = {
    FIRST: "At a glance",
    "coverage": "Coverage",
    "conflicts": "Official pages disagree",
    "unconfirmed": "Unconfirmed",
    "statements": "Statements checked",
    "glossary": "Glossary",
    "regions": "Regions",
    "changes": "What changed",
}
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

SHOWN: tuple[Verdict | Literal[""], ...] = ("", *VERDICTS)

SECTION = Id("section", "one of " + ", ".join(f"`{section}`" for section in SECTIONS), lambda _: SECTIONS)
VERDICT = Choice("verdict", "of the statements checked: " + ", ".join(f"`{v}`" for v in VERDICTS), SHOWN)
TEXT = FreeText("q", "words to search for in the glossary")
PARAMETERS = (SECTION, VERDICT, TEXT)


@dataclass(frozen=True)
class About:
    """The section shown, the verdict of the statements shown ("": all), and what is searched for in the glossary."""

    section: str = FIRST
    verdict: Verdict | Literal[""] = ""
    text: str = ""


def about_of_this_page(catalog: Catalog) -> tuple[About, Address]:
    """What the address asks for. A verdict or a search alone opens the section that it belongs to."""
    address = Address.of_this_page(PARAMETERS, catalog)
    verdict, text = address.get(VERDICT), address.get(TEXT)
    implied = "statements" if verdict else "glossary" if text.strip() else FIRST
    return About(address.get(SECTION) or implied, verdict, text), address


def write_about(about: About) -> None:
    """Write it to the address; defaults are absent."""
    write_address(
        {
            SECTION: about.section if about.section != FIRST else None,
            VERDICT: about.verdict,
            TEXT: about.text,
        }
    )
