"""Use cases: what they are, and a walk through one."""

from components.use_cases.page import show_use_cases
from data.catalog import catalog

show_use_cases(catalog())
