"""What the address of the page "About the data" says: the section, and what is filtered in it."""

from dataclasses import dataclass, replace
from typing import get_args

from components.frame.address import Address, write_address
from data.records import Verdict

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


@dataclass(frozen=True)
class About:
    """The section shown, the verdict of the statements shown (None: all), and what is searched for in the glossary."""

    section: str = FIRST
    verdict: Verdict | None = None
    text: str = ""


def about_of_this_page() -> tuple[About, Address]:
    """What the address asks for. A verdict or a search alone opens the section that it belongs to."""
    address = Address.of_this_page()
    section = address.one("section", SECTIONS)
    verdict, text = address.one("verdict", VERDICTS), address.text("q")
    implied = "statements" if verdict else "glossary" if text.strip() else FIRST
    return About(section or implied, verdict, text), address


def change_about(**changes: str | None) -> None:
    """Make the address say what is shown now, with some of it changed; another section begins without filters."""
    asked, _ = about_of_this_page()
    if "section" in changes:
        asked = About()
    asked = replace(asked, **changes)  # type: ignore[arg-type]
    write_address(
        [
            ("section", asked.section if asked.section != FIRST else None),
            ("verdict", asked.verdict),
            ("q", asked.text.strip()),
        ]
    )
