"""The Landscape: the map of all services, what was asked of it, the card of what is selected, and the same as
tables."""

from components.landscape.explorer import explore_landscape
from data.catalog import catalog

explore_landscape(catalog())
