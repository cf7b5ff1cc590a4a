"""A service with its neighbours, as a small map."""

from components.exports.small_map import rows_around
from components.frame.small_map_image import small_map
from components.picture.theme_mode import theme_mode
from data.records import Catalog, Service


def neighbours_map(catalog: Catalog, service: Service) -> str:
    """Markdown of the small map."""
    alt = f"Map: {service.short_name} and its nearest neighbours"
    return small_map("services", alt, theme_mode(), (service.id,), rows_around(catalog, service.id))
