"""What goes wrong, as Markdown: what people see, what it means, what to check, what to do, what it costs."""

from collections.abc import Iterable
from functools import lru_cache

from components.text.citations import Citations, bullets
from components.text.headings import heading
from components.text.judgement import JUDGED
from components.text.plain_text import plain
from data.records import Catalog, Judgement, Trouble


@lru_cache(maxsize=512)
def trouble_text(catalog: Catalog, trouble_id: str) -> str:
    """One trouble, whole, with its sources."""
    trouble = catalog.troubles[trouble_id]
    cited = Citations(catalog, trouble.sources)
    parts = (
        heading(trouble.symptom),
        ":small[Seen as: " + " · ".join(plain(seen) for seen in trouble.seen) + "]",
        f"**What it means:** {cited.fact(trouble.means)}",
        f"**Check**\n\n{bullets(_step(cited, step) for step in trouble.check)}",
        f"**Do**\n\n{bullets(_step(cited, step) for step in trouble.do)}",
        f"**What it costs:** {_step(cited, trouble.costs)}",
        f":small[Sources: {_dated(cited)}]",
    )
    return "\n\n".join(parts)


def _step(cited: Citations, step: Judgement) -> str:
    """A step; one that rests on no page is ours, and says so."""
    return cited.judgement(step) if step.source else f"{plain(step.text)} {JUDGED}"


def _dated(cited: Citations) -> str:
    return "; ".join(line.partition(". ")[2] for line in cited.sources().splitlines())


def troubles_of_service(catalog: Catalog, service_id: str) -> tuple[Trouble, ...]:
    """The troubles that the card of a service shows."""
    return tuple(trouble for trouble in catalog.troubles.values() if service_id in trouble.services)


def troubles_text(catalog: Catalog, troubles: Iterable[Trouble]) -> str:
    """Several troubles below one another; empty where there is none."""
    return "\n\n---\n\n".join(trouble_text(catalog, trouble.id) for trouble in troubles)
