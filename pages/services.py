"""Services: a gallery of all of them with filters, and the card of one."""

from components.services.gallery import show_services
from data.catalog import catalog

show_services(catalog())
