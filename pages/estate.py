"""Your estate: templates in, picture and findings out."""

from components.estate.page import show_estate
from data.catalog import catalog

show_estate(catalog())
