"""Costs: options side by side, where the choice turns, bills line by line."""

from components.costs.page import show_costs
from data.catalog import catalog

show_costs(catalog())
