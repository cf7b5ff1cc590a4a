"""The gallery of services."""
