"""About the data: counts, coverage, disagreements, what is unconfirmed, the statements checked, the glossary, the
Regions and what changed."""

from components.about.page import show_data
from data.catalog import catalog

show_data(catalog())
