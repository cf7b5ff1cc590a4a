"""Questions about what a service can do: exactly one of the options has it in full, or exactly one has it not at
all."""

from collections.abc import Iterator
from typing import Literal

from data.learn.question import Question, Wrong, words
from data.records import Catalog, Service
from data.records.taxonomy import Named


def capability_questions(catalog: Catalog) -> Iterator[Question]:
    """For each core service and capability: who has it among three that have not, or the other way round. What holds
    on a condition is never an option."""
    core = [service for service in catalog.services.values() if service.core]
    for capability in catalog.taxonomy.capabilities:
        for service in core:
            entry = service.capabilities.get(capability.id)
            if entry is None or entry.value == "partly" or _told_by_name(capability, service):
                continue
            others = _apart(_with(core, capability, "no" if entry.value == "yes" else "yes"))
            has = entry.value == "yes"
            if len(others) < 3:
                continue
            yield Question(
                "capability",
                "choose",
                frozenset({service.id}),
                f"{capability.name} ({capability.text[0].lower()}{capability.text[1:].removesuffix('.')}): "
                f"which of these {'has it' if has else 'does not have it'}?",
                (service.short_name,),
                f"{service.short_name} {'has it' if has else 'does not have it'}: {capability.name}."
                + (f" {entry.note.removesuffix('.')}." if entry.note else ""),
                f"services/{service.id}",
                tuple(service.sources[key] for key in entry.source),
                tuple(
                    Wrong(other.short_name, f"{other.short_name} {'does not have it' if has else 'has it'}")
                    for other in others
                ),
                subject=f"{service.id} {capability.id}",
            )


def _with(core: list[Service], capability: Named, value: Literal["yes", "no"]) -> list[Service]:
    return [s for s in core if (c := s.capabilities.get(capability.id)) is not None and c.value == value]


def _apart(services: list[Service]) -> list[Service]:
    """Without those that are a part of another one among them: the table and its classes are one answer, not three."""
    named = {service.id for service in services}
    return [service for service in services if service.part_of not in named]


def _told_by_name(capability: Named, service: Service) -> bool:
    return bool(words(capability.name) & words(service.short_name))
