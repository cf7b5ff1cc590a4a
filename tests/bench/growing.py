"""How the layout grows with the catalog."""

import time
from collections.abc import Sequence

from components.picture.places import ArrowKey, BoxKey, compute_grid, compute_layout
from data.records import Catalog
from tests.generated_catalog import generated_catalog

SIZES = ((55, 173), (100, 300), (250, 1000), (500, 2000), (1000, 4000))


def layout_seconds(catalog: Catalog, services: int, connections: int) -> float:
    """How long the layout of all of a generated catalog takes, without families and with all layers."""
    given = generated_catalog(catalog, services, connections, families=False)
    lanes = {lane.id: place for place, lane in enumerate(given.taxonomy.lanes)}
    boxes: Sequence[BoxKey] = sorted((service.id, lanes[service.lane]) for service in given.services.values())
    arrows: Sequence[ArrowKey] = sorted((c.id, c.source_id, c.target_id) for c in given.connections.values())
    start = time.process_time()
    compute_layout(boxes, arrows, compute_grid(boxes, arrows))
    return time.process_time() - start
