"""Choose: at most five questions that end on a service or a combination, with the reasons."""

from components.choose.page import choose_service
from data.catalog import catalog

choose_service(catalog())
