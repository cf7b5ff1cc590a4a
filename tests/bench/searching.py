"""Search under load: what `/api/search` takes while visitors type, and what the index weighs."""

import http.client
import random
import time
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote, urlsplit

from data.catalog import load_catalog
from data.search.index import index_of

QUERIES = (
    "dynamodb throttled",
    "can i stop rds for a month",
    "redshfit",
    "open serach",
    "pinning rds proxy",
    "opensearch cluster red",
    "price of standard-ia",
    "how to encrypt existing rds instance",
)
LETTERS_A_SECOND = 6


def search_seconds(app: str, visitors: int) -> list[float]:
    """Seconds of every request while so many visitors type at once, each letter a request."""
    with ThreadPoolExecutor(visitors) as pool:
        return [second for seconds in pool.map(lambda n: _typed(app, n), range(visitors)) for second in seconds]


def _typed(app: str, visitor: int) -> list[float]:
    chance = random.Random(visitor)  # noqa: S311 (only which query comes next)
    line = http.client.HTTPConnection(urlsplit(app).netloc, timeout=30)
    found = []
    for query in chance.sample(QUERIES, 4):
        for end in range(2, len(query) + 1):
            time.sleep(1 / LETTERS_A_SECOND)
            began = time.perf_counter()
            line.request("GET", f"/api/search?q={quote(query[:end])}")
            line.getresponse().read()
            found.append(time.perf_counter() - began)
    line.close()
    return found


def index_bytes() -> int:
    """Bytes that building the index of a fresh catalog takes, the image of SQLite included."""
    catalog = load_catalog()
    tracemalloc.start()
    index = index_of(catalog)
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return size if index.image else 0
