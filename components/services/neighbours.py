"""A service with its neighbours, as a small map."""

from components.frame.small_map_image import small_map
from components.picture.theme_mode import theme_mode
from data.records import Service


def neighbours_map(service: Service) -> str:
    """Markdown of the small map."""
    alt = f"Map: {service.short_name} and its nearest neighbours"
    return small_map("services", alt, theme_mode(), (service.id,))
