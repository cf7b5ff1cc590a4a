"""The parts of a service's card that an address can open: `part=limits`, `part=when-to-use-it`, `part=trouble-ID`."""

from dataclasses import dataclass
from functools import lru_cache

from components.cards.troubles_text import troubles_of_service
from data.records import Catalog, Service
from data.search.words import as_part

OVERVIEW, FEATURES, CONNECTS, LIMITS, RUNNING = "Overview", "Features", "Connects to", "Limits", "Running"
TROUBLES, SOURCES = "When it goes wrong", "Sources"


@dataclass(frozen=True)
class Part:
    """Where a part stands: behind which tab, and below which heading (empty: at the top of it)."""

    tab: str
    heading: str = ""


@lru_cache(maxsize=512)
def parts_of(catalog: Catalog, service_id: str) -> dict[str, Part]:
    """The id of every part of a card, in the order of the card, to where it stands."""
    service = catalog.services[service_id]
    tabs = (OVERVIEW, FEATURES, CONNECTS, LIMITS, RUNNING, TROUBLES, SOURCES)
    found = {as_part(tab): Part(tab) for tab in tabs}
    for tab, headings in _headings(service).items():
        found |= {as_part(heading): Part(tab, heading) for heading in headings if as_part(heading) not in found}
    for trouble in troubles_of_service(catalog, service_id):
        found[f"trouble-{trouble.id}"] = Part(TROUBLES, trouble.symptom)
    return found


def feature_headings(service: Service) -> list[str]:
    """The headings of a card's features, in their order."""
    return ["Features", *(["Data model"] if service.data_model else []), *(part.title for part in service.details)]


def _headings(service: Service) -> dict[str, list[str]]:
    """The headings below each tab; where nothing says when to use a service, its features stand in the overview."""
    judged = service.when_to_use or service.when_not_to_use
    return {
        OVERVIEW: ["When to use it", "When not to"],
        FEATURES if judged else OVERVIEW: feature_headings(service),
        LIMITS: ["What is billed"],
        RUNNING: [
            "Consistency and freshness",
            "Latency",
            "Scaling",
            "Availability",
            "Service level agreement",
            "Encryption",
            "Network",
            "Authentication and access",
            "Audit",
            "What stays your job",
        ],
    }


def every_part(catalog: Catalog) -> frozenset[str]:
    """The ids of the parts of all cards."""
    return frozenset(part for service in catalog.services for part in parts_of(catalog, service))
