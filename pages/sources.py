"""About the data: counts, coverage, disagreements, what is unconfirmed, the statements checked, the glossary and the Regions."""

from components.about_data import show_data
from data.catalog import catalog

show_data(catalog())
