"""Five boxes in their lanes, and arrows of every kind between them."""

BOXES = [("app", 0), ("cache", 1), ("db", 2), ("replica", 2), ("search", 4)]
ARROWS = [
    ("app-cache", "app", "cache"),
    ("cache-db", "cache", "db"),
    ("db-search-1", "db", "search"),
    ("db-search-2", "db", "search"),
    ("search-db", "search", "db"),
    ("db-replica", "db", "replica"),
]
