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
TERM = Id("term", "of the glossary, brought into view", lambda catalog: catalog.terms)
CONFLICT = Id("conflict", "between official pages, brought into view", lambda catalog: catalog.conflicts)
PARAMETERS = (SECTION, VERDICT, TEXT, TERM, CONFLICT)


@dataclass(frozen=True)
class About:
    """The section shown, the verdict of the statements shown ("": all), what is searched for in the glossary, and the
    term or the disagreement that is brought into view."""

    section: str = FIRST
    verdict: Verdict | Literal[""] = ""
    text: str = ""
    term: str | None = None
    conflict: str | None = None


def about_of_this_page(catalog: Catalog) -> tuple[About, Address]:
    """What the address asks for. A verdict, a search, a term or a disagreement alone opens its section."""
    address = Address.of_this_page(PARAMETERS, catalog)
    verdict, text = address.get(VERDICT), address.get(TEXT)
    term, conflict = address.get(TERM), address.get(CONFLICT)
    implied = "statements" if verdict else "glossary" if text.strip() or term else "conflicts" if conflict else FIRST
    return About(address.get(SECTION) or implied, verdict, text, term, conflict), address


def write_about(about: About) -> None:
    """Write it to the address; defaults are absent."""
    write_address(
        {
            SECTION: about.section if about.section != FIRST else None,
            VERDICT: about.verdict,
            TEXT: about.text,
            TERM: about.term,
            CONFLICT: about.conflict,
        }
    )
