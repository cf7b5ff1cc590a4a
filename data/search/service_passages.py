"""The statements of a service, under the headings of its card."""

from collections.abc import Iterator

from data.records import Fact, Judgement, Limit, Service
from data.search.entry import Entry, Passage
from data.search.hits import Place
from data.search.words import as_part


def service_entry(service: Service) -> Entry:
    """A service with its names and every statement of its card."""
    opened = (("service", service.id),)
    own = (service.short_name, service.name, service.id.replace("-", " "))
    weight = (3.0 if service.core else 1.0 if service.scope == "core" else 0.0) - (1.5 if service.part_of else 0.0)
    passages = tuple(_of_service(service, opened))
    return Entry(
        "service",
        service.id,
        own,
        (*service.former_names, *service.aliases),
        Place("services", opened),
        passages,
        weight,
    )


def _of_service(service: Service, opened: tuple[tuple[str, str], ...]) -> Iterator[Passage]:
    def told(heading: str, facts: tuple[Fact | Judgement, ...], part: str = "") -> Iterator[Passage]:
        place = Place("services", (*opened, ("part", part or as_part(heading))))
        for fact in facts:
            hidden = fact.told or "" if isinstance(fact, Fact) else ""
            yield Passage(heading, fact.text, place, hidden)

    yield from told("What it is", (service.purpose,), "overview")
    for heading, part, text, hidden in _whole_parts(service):
        yield Passage(heading, text, Place("services", (*opened, ("part", part))), hidden, weight=6.0)
    yield from told("When to use it", service.when_to_use)
    yield from told("When not to", service.when_not_to_use)
    yield from told("Features", service.features)
    yield from told("Data model", service.data_model)
    for section in service.details:
        yield from told(section.title, section.facts)
    for row, limit in service.limits_by_row.items():
        yield _limit(row, limit)
    billing = Place("services", (*opened, ("part", "what-is-billed")))
    for charge in service.billing:
        note = f" {charge.note}" if charge.note else ""
        yield Passage(
            "What is billed", f"{charge.what} ({charge.unit}).{note}", billing, "billing price pricing cost charge"
        )
    yield from told("Consistency and freshness", service.consistency)
    yield from told("Latency", service.latency)
    yield from told("Scaling", service.scaling)
    yield from told("Availability", service.availability)
    levels = Place("services", (*opened, ("part", "service-level-agreement")))
    for level in service.service_levels:
        yield Passage(
            "Service level agreement", f"{level.percent:g} % a month: {level.condition}", levels, "SLA uptime"
        )
    yield from told("Encryption", service.security.encryption)
    yield from told("Network", service.security.network)
    yield from told("Authentication and access", service.security.authentication)
    yield from told("Audit", service.security.audit)
    yield from told("What stays your job", service.operations_left)
    names = service.names_in_code
    code = " ".join(
        (
            *names.cloudformation,
            *names.terraform,
            *names.boto3,
            *names.arn,
            *(f"{e.shape} {' '.join(e.values)}" for e in names.enums),
        )
    )
    if code:
        yield Passage(
            "Names in code",
            code,
            Place("services", (*opened, ("part", "sources"))),
            "CloudFormation Terraform boto3 ARN SDK",
            weight=-4.0,
        )


def _whole_parts(service: Service) -> Iterator[tuple[str, str, str, str]]:
    """Parts that people ask for by what they are: heading, id, text, other words."""
    if service.limits:
        yield (
            "Limits",
            "limits",
            f"All limits of {service.short_name}: value, unit, scope, and whether it can be raised.",
            "quotas",
        )
    if service.billing:
        yield (
            "What is billed",
            "what-is-billed",
            f"What {service.short_name} meters, and in which units.",
            "price pricing cost",
        )
    yield (
        "Connects to",
        "connects-to",
        f"What {service.short_name} leads to and is reached from.",
        "connections integrations",
    )


def _limit(row: str, limit: Limit) -> Passage:
    value = f"{limit.value:,}" if isinstance(limit.value, int | float) else limit.value
    note = f" {limit.note}" if limit.note else ""
    hit = f" When it is hit: {limit.when_hit.text}" if limit.when_hit else ""
    text = f"{limit.name}: {value} {limit.unit}, {limit.scope}.{note}{hit}"
    raised = {"yes": "adjustable, can be raised", "parameter": "a setting"}.get(limit.adjustable, "")
    place = Place("limits", (("limit", row),))
    return Passage("Limits", text, place, f"{limit.value} limit quota {raised} {limit.told or ''}", "limit")
