"""Compare: two to four services side by side, and ready comparisons with a verdict of ours."""

from components.compare.page import show_compare
from data.catalog import catalog

show_compare(catalog())
