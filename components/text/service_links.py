"""Names of services in a text as links to their cards."""

import re
from functools import lru_cache

from components.text.plain_text import plain
from data.records import Catalog


def with_service_links(catalog: Catalog, text: str) -> str:
    """The Markdown `text` with the first naming of each service linked to its card."""
    pattern, services = _names(catalog)
    linked: set[str] = set()

    def link(found: re.Match[str]) -> str:
        service = services.get(found["name"] or "")
        if service is None or service in linked:
            return found[0]
        linked.add(service)
        return f"[{found[0]}](services?service={service})"

    return pattern.sub(link, text)


@lru_cache(maxsize=4)
def _names(catalog: Catalog) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of links, which stay as they are, and of names as they stand in Markdown, the longest first."""
    services = {plain(service.short_name): service.id for service in catalog.services.values()}
    names = "|".join(re.escape(name) for name in sorted(services, key=len, reverse=True))
    return re.compile(rf"\[[^\]]*\]\([^)]*\)|(?<!\w)(?P<name>{names})(?!\w)"), services
