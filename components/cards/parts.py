"""The parts of a card that an address can open: `part=limits`, `part=when-to-use-it`, `part=trouble-ID`."""

from dataclasses import dataclass
from functools import lru_cache

from components.cards.card_text import card_text
from components.cards.troubles_text import troubles_of_service
from components.text.connection_fields import LISTED_TITLES
from data.records import Catalog, Service
from data.search.words import as_part

OVERVIEW, FEATURES, CONNECTS, LIMITS, RUNNING = "Overview", "Features", "Connects to", "Limits", "Running"
TROUBLES, SOURCES = "When it goes wrong", "Sources"
FIRST_PART = as_part(OVERVIEW)
TABS = (OVERVIEW, FEATURES, CONNECTS, LIMITS, RUNNING, TROUBLES, SOURCES)
OF_A_CONNECTION = (*LISTED_TITLES, "When it goes wrong", "Used in", "Sources")


@dataclass(frozen=True)
class Part:
    """Where a part stands: behind which tab (empty: the card has none), and below which heading (empty: at the top of
    it)."""

    tab: str
    heading: str = ""


Parts = dict[str, Part]


@lru_cache(maxsize=512)
def parts_of(catalog: Catalog, service_id: str) -> Parts:
    """The id of every part of a card, in the order of the card, to where it stands."""
    service = catalog.services[service_id]
    found = {as_part(tab): Part(tab) for tab in TABS}
    for tab, headings in _headings(service).items():
        found |= {as_part(heading): Part(tab, heading) for heading in headings if as_part(heading) not in found}
    for trouble in troubles_of_service(catalog, service_id):
        found[f"trouble-{trouble.id}"] = Part(TROUBLES, trouble.symptom)
    return found


@lru_cache(maxsize=1)
def parts_of_connections() -> Parts:
    """The same for the card of any connection, which has no tabs."""
    return {as_part(heading): Part("", heading) for heading in OF_A_CONNECTION}


def parts_of_card(catalog: Catalog, service: str | None, connection: str | None) -> Parts:
    """The parts of the card that is open: of a connection, else of a service; none where no card is."""
    if connection:
        return parts_of_connections()
    return parts_of(catalog, service) if service else {}


def same_part_of(catalog: Catalog, service_id: str, part: str | None, before: str | None) -> str | None:
    """The tab of another service's card that shows what `part` shows in the card of `before`; None for the first
    one."""
    tab = parts_of(catalog, before)[part].tab if before and part else OVERVIEW
    return as_part(tab) if tab != OVERVIEW and tab in tabs_of(catalog, service_id) else None


def tabs_of(catalog: Catalog, service_id: str) -> list[str]:
    """The tabs of a card behind which something stands."""
    text = card_text(catalog, service_id)
    told = {
        OVERVIEW: True,
        FEATURES: bool(text.features),
        CONNECTS: True,
        LIMITS: bool(text.limits),
        RUNNING: bool(text.running),
        TROUBLES: bool(troubles_of_service(catalog, service_id)),
        SOURCES: True,
    }
    return [tab for tab in TABS if told[tab]]


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


@lru_cache(maxsize=4)
def every_part(catalog: Catalog) -> frozenset[str]:
    """The ids of the parts of all services' cards."""
    return frozenset(part for service in catalog.services for part in parts_of(catalog, service))


@lru_cache(maxsize=4)
def every_part_of_any_card(catalog: Catalog) -> frozenset[str]:
    """The same with the parts of connections' cards."""
    return every_part(catalog) | frozenset(parts_of_connections())
