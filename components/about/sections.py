"""The sections of what is said about the data: a row of their names, and the one that is chosen."""

from components.about.address import SECTIONS, About, write_about
from components.about.changes import show_changes
from components.about.conflicts import show_conflicts
from components.about.coverage import show_coverage
from components.about.glossary import show_glossary
from components.about.notes import show_notes
from components.about.overview import show_overview
from components.about.regions import show_regions
from components.about.unconfirmed import show_unconfirmed
from components.frame.pickers import pick_one
from data.records import Catalog


def pick_section(about: About) -> None:
    """Draw the row of all sections; a choice writes the address."""
    pick_one(
        "Section",
        SECTIONS,
        about.section,
        lambda section: write_about(About(section)),
        key="about-section",
        label_visibility="collapsed",
    )


def show_section(catalog: Catalog, about: About) -> None:
    """Draw the section that the address asks for."""
    match about.section:
        case "coverage":
            show_coverage(catalog)
        case "regions":
            show_regions(catalog)
        case "conflicts":
            show_conflicts(catalog, about)
        case "unconfirmed":
            show_unconfirmed(catalog)
        case "statements":
            show_notes(catalog, about)
        case "glossary":
            show_glossary(catalog, about)
        case "changes":
            show_changes(catalog)
        case _:
            show_overview(catalog)
