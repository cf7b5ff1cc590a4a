"""What goes wrong, as Markdown: what people see, what it means, what to check, what to do, what it costs."""

from collections.abc import Iterable
from functools import lru_cache

from components.text.citations import Citations, bullets
from components.text.plain_text import plain
from data.records import Catalog, Trouble


@lru_cache(maxsize=512)
def trouble_text(catalog: Catalog, trouble_id: str) -> str:
    """One trouble, whole, with its sources."""
    trouble = catalog.troubles[trouble_id]
    cited = Citations(catalog, trouble.sources)
    parts = (
        f"##### {plain(trouble.symptom)}",
        ":small[Seen as: " + " · ".join(plain(seen) for seen in trouble.seen) + "]",
        f"**What it means:** {cited.fact(trouble.means)}",
        f"**Check**\n\n{bullets(map(cited.judgement, trouble.check))}",
        f"**Do**\n\n{bullets(map(cited.judgement, trouble.do))}",
        f"**What it costs:** {cited.judgement(trouble.costs)}",
        f":small[Sources: {_dated(cited)}]",
    )
    return "\n\n".join(parts)


def _dated(cited: Citations) -> str:
    return "; ".join(line.partition(". ")[2] for line in cited.sources().splitlines())


def troubles_of_service(catalog: Catalog, service_id: str) -> tuple[Trouble, ...]:
    """The troubles that the card of a service shows."""
    return tuple(trouble for trouble in catalog.troubles.values() if service_id in trouble.services)


def troubles_text(catalog: Catalog, troubles: Iterable[Trouble]) -> str:
    """Several troubles below one another; empty where there is none."""
    return "\n\n---\n\n".join(trouble_text(catalog, trouble.id) for trouble in troubles)
