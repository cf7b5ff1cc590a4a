"""Judgements with the facts of the catalog that they rest on, each fact with its numbered sources."""

from collections.abc import Iterable

from components.text.citations import Citations
from components.text.plain_text import plain
from data.choosing.decision import fact_at
from data.records import Against, Catalog, Reason, Source


class Reasons:
    """Writes reasons as Markdown; sources of several services are numbered together, a page once, and a fact is told
    once."""

    def __init__(self, catalog: Catalog, pointers: Iterable[str]) -> None:
        self._facts = {pointer: fact_at(catalog, pointer) for pointer in pointers}
        pages: dict[str, Source] = {}
        for fact, sources in self._facts.values():
            pages |= {sources[key].url: sources[key] for key in fact.source}
        self._cited = Citations(catalog, pages)
        self._told: set[str] = set()

    def line(self, reason: Reason | Against, before: str = "") -> str:
        """An item of a list: the judgement, behind `before` (Markdown), and below it the facts."""
        new = [pointer for pointer in reason.facts if pointer not in self._told]
        self._told.update(new)
        return "\n".join([f"- {before}{plain(reason.text)}", *(f"    - {self._fact(pointer)}" for pointer in new)])

    def tell(self, reasons: Iterable[Reason | Against]) -> None:
        """Count reasons as written already: their sources are cited, their facts are not told again."""
        for reason in reasons:
            self.line(reason)

    def sources(self) -> str:
        """Markdown of the pages cited so far."""
        return self._cited.sources()

    def _fact(self, pointer: str) -> str:
        fact, sources = self._facts[pointer]
        return self._cited.fact(fact.model_copy(update={"source": tuple(sources[key].url for key in fact.source)}))
