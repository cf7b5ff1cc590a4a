"""Limits: every limit of every service in one table, by service, category, size and what can be raised."""

from components.limits.page import show_limits
from data.catalog import catalog

show_limits(catalog())
