"""Search in everything that the catalog says: names, statements, limits, connections, use cases, terms, conflicts and
troubles.

`search` answers with hits, best first; each says what it is, which sentence matched, and the page and the parameters
that open exactly there.
"""

from data.search.hits import Found, Hit, Piece, Place
from data.search.question import LONGEST_QUERY
from data.search.searching import found_services, search

__all__ = ["LONGEST_QUERY", "Found", "Hit", "Piece", "Place", "found_services", "search"]
