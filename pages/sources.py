"""About the data: counts, coverage, disagreements, what is unconfirmed, the statements checked, the glossary, the Regions and what changed."""

from components.about_data import show_data
from data.catalog import catalog

show_data(catalog())
