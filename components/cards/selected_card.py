"""The card of what is selected beside a picture, be it a service or a connection."""

from collections.abc import Callable, Container
from dataclasses import dataclass

from components.cards.connection_card import connection_card
from components.cards.service_card import service_card
from data.records import Catalog, Connection, Service


@dataclass(frozen=True)
class Ways:
    """Where a card leads: to a service by its id, to a part of itself by its id, and away."""

    select: Callable[[str], None]
    go_to: Callable[[str], None]
    close: Callable[[], None]


def selected_card(
    catalog: Catalog,
    record: Service | Connection,
    part: str | None,
    ways: Ways,
    *,
    key: str,
    without: Container[str] = (),
) -> None:
    """Draw the card with the id of its open part; `without` names tabs of a service that are left out."""
    select, go_to, close = ways.select, ways.go_to, ways.close
    if isinstance(record, Service):
        service_card(catalog, record, select, key=key, without=without, part=part, go_to=go_to, close=close)
    else:
        connection_card(catalog, record, select, key=key, part=part, go_to=go_to, close=close)
