"""The page of limits: one table over all services."""
