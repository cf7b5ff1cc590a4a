"""Services: the card of the one that is open, or a gallery of all of them with filters."""

from components.services.address import services_of_this_page
from components.services.gallery import services_gallery
from components.services.opened import opened_service
from data.catalog import catalog

address, shown_filter, service = services_of_this_page(catalog())

if service:
    opened_service(catalog(), shown_filter, service, address)
else:
    services_gallery(catalog(), shown_filter, address)
