"""What can be found: every record of the catalog with its names, and every statement in it with its heading and the place that shows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.catalog import Catalog
from data.records import Comparison, Conflict, Connection, Fact, Judgement, Limit, Recommendation, Service, Term, UseCase
from data.search.hits import Found, Place
from data.search.words import as_part


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement: under which heading, in which words, and where it is shown; `hidden` holds other words that find it; `kind` where it is not its record's;
    `weight` raises it."""

    heading: str
    text: str
    place: Place
    hidden: str = ""
    kind: Found | None = None
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A record: what it is, its id, its own names, first the one shown, other names, its place, and its statements; `weight` says how central it is."""

    found: Found
    id: str
    own_names: tuple[str, ...]
    names: tuple[str, ...]
    place: Place
    passages: tuple[Passage, ...]
    weight: float = 0.0


def entries(catalog: Catalog) -> tuple[Entry, ...]:
    """Every record of the catalog that a page shows."""
    return (
        *(_service(service) for service in catalog.services.values()),
        *(_connection(catalog, connection) for connection in catalog.connections.values()),
        *(_use_case(catalog, use_case) for use_case in catalog.use_cases.values()),
        *(_comparison(catalog, comparison) for comparison in catalog.comparisons.values()),
        *(_term(term) for term in catalog.terms.values()),
        *(_conflict(catalog, conflict) for conflict in catalog.conflicts.values()),
        *((_recommendation(catalog, entry) for entry in catalog.decision.recommendations) if catalog.decision else ()),
    )


def _service(service: Service) -> Entry:
    opened = (("service", service.id),)
    own = (service.short_name, service.name, service.id.replace("-", " "))
    weight = (3.0 if service.core else 1.0 if service.scope == "core" else 0.0) - (0.5 if service.part_of else 0.0)
    passages = tuple(_of_service(service, opened))
    return Entry("service", service.id, own, (*service.former_names, *service.aliases), Place("services", opened), passages, weight)


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
    for limit in service.limits:
        yield _limit(service, limit)
    billing = Place("services", (*opened, ("part", "what-is-billed")))
    for charge in service.billing:
        note = f" {charge.note}" if charge.note else ""
        yield Passage("What is billed", f"{charge.what} ({charge.unit}).{note}", billing, "billing price pricing cost charge")
    yield from told("Consistency and freshness", service.consistency)
    yield from told("Latency", service.latency)
    yield from told("Scaling", service.scaling)
    yield from told("Availability", service.availability)
    levels = Place("services", (*opened, ("part", "service-level-agreement")))
    for level in service.service_levels:
        yield Passage("Service level agreement", f"{level.percent:g} % a month: {level.condition}", levels, "SLA uptime")
    yield from told("Encryption", service.security.encryption)
    yield from told("Network", service.security.network)
    yield from told("Authentication and access", service.security.authentication)
    yield from told("Audit", service.security.audit)
    yield from told("What stays your job", service.operations_left)
    names = service.names_in_code
    code = " ".join((*names.cloudformation, *names.terraform, *names.boto3, *names.arn, *(f"{e.shape} {' '.join(e.values)}" for e in names.enums)))
    if code:
        yield Passage("Names in code", code, Place("services", (*opened, ("part", "sources"))), "CloudFormation Terraform boto3 ARN SDK", weight=-4.0)


def _whole_parts(service: Service) -> Iterator[tuple[str, str, str, str]]:
    """Parts that people ask for by what they are: heading, id, text, other words."""
    if service.limits:
        yield "Limits", "limits", f"All limits of {service.short_name}: value, unit, scope, and whether it can be raised.", "quotas"
    if service.billing:
        yield "What is billed", "what-is-billed", f"What {service.short_name} meters, and in which units.", "price pricing cost"
    yield "Connects to", "connects-to", f"What {service.short_name} leads to and is reached from.", "connections integrations"


def _limit(service: Service, limit: Limit) -> Passage:
    value = f"{limit.value:,}" if isinstance(limit.value, int | float) else limit.value
    note = f" {limit.note}" if limit.note else ""
    text = f"{limit.name}: {value} {limit.unit}, {limit.scope}.{note}"
    raised = {"yes": "adjustable, can be raised", "parameter": "a setting"}.get(limit.adjustable, "")
    place = Place("services", (("service", service.id), ("part", "limits")))
    return Passage("Limits", text, place, f"{limit.value} quota {raised} {limit.told or ''}", "limit")


def _connection(catalog: Catalog, connection: Connection) -> Entry:
    source, target = catalog.services[connection.source_id], catalog.services[connection.target_id]
    kind = next((kind.name for kind in catalog.taxonomy.kinds if kind.id == connection.kind), connection.kind)
    place = Place("", (("connection", connection.id),))
    facts = [Passage("What flows", fact.text, place, fact.told or "") for fact in (connection.what, *connection.facts)]
    limits = [Passage("Limits", fact.text, place, fact.told or "") for fact in connection.limits]
    how = [Passage("How", connection.how, place)]
    rights = [Passage("Permissions", ", ".join(connection.permissions), place, "IAM policy action")] if connection.permissions else []
    own = (f"{source.short_name} → {target.short_name}", f"{source.short_name} to {target.short_name}", connection.id)
    return Entry("connection", connection.id, own, (kind,), place, (*facts, *limits, *how, *rights))


def _use_case(catalog: Catalog, use_case: UseCase) -> Entry:
    opened = (("use_case", use_case.id),)
    whole = Place("use-cases", opened)

    def names(part: str) -> str:
        if part in catalog.services:
            return catalog.services[part].short_name
        ends = catalog.connections[part]
        return f"{catalog.services[ends.source_id].short_name} → {catalog.services[ends.target_id].short_name}"

    steps = [
        Passage(f"Step {number}", f"{step.title}. {step.text}", Place("use-cases", (*opened, ("step", str(number)))), names(step.connection))
        for number, step in enumerate(use_case.steps, start=1)
    ]
    failures = [
        Passage(f"When {names(failure.part)} fails", f"{failure.what} {failure.then} {failure.do}", Place("use-cases", (*opened, ("failure", str(number)))))
        for number, failure in enumerate(use_case.failures, start=1)
    ]
    judged = [
        *(Passage("Problem", text, whole) for text in (use_case.problem,)),
        *(Passage("Why this way", entry.text, whole) for entry in use_case.why),
        *(Passage("Trade-offs", entry.text, whole) for entry in use_case.trade_offs),
        *(Passage("Alternatives", f"{entry.title}: {entry.text}", whole) for entry in use_case.alternatives),
        *(Passage("Smaller or cheaper", f"Without {names(entry.service)}: {entry.text}", whole) for entry in use_case.smaller),
    ]
    return Entry("use_case", use_case.id, (use_case.title, use_case.id.replace("-", " ")), use_case.aliases, whole, (*judged, *steps, *failures), 1.0)


def _comparison(catalog: Catalog, comparison: Comparison) -> Entry:
    place = Place("compare", (("pair", comparison.id),))
    texts = [
        ("Question", comparison.question),
        ("Verdict", comparison.verdict.text),
        *((option.name, option.text) for option in comparison.options),
        *(("What decides", fact.text) for fact in comparison.facts),
        *((row.title, " ".join((*(fact.text for fact in cell.facts), *(j.text for j in cell.judgements)))) for row in comparison.rows for cell in row.cells),
    ]
    names = [option.name for option in comparison.options] + [catalog.services[service].short_name for service in comparison.services]
    compared = f"{' vs '.join(option.name for option in comparison.options)}"
    passages = tuple(Passage(heading, text, place) for heading, text in texts if text.strip())
    return Entry("comparison", comparison.id, (comparison.title, compared), tuple(names), place, passages, 0.5)


def _term(term: Term) -> Entry:
    place = Place("sources", (("section", "glossary"), ("q", term.term)))
    return Entry("term", term.id, (term.term, term.id.replace("-", " ")), term.also, place, (Passage("", term.definition, place),))


def _conflict(catalog: Catalog, conflict: Conflict) -> Entry:
    place = Place("sources", (("section", "conflicts"),))
    claims = " ".join(claim.says for claim in conflict.claims)
    about = catalog.services[conflict.about].short_name
    passages = (Passage("What is shown", conflict.shown, place), Passage("What the pages say", claims, place))
    return Entry("conflict", conflict.id, (conflict.question,), (about,), place, passages, -1.0)


def _recommendation(catalog: Catalog, entry: Recommendation) -> Entry:
    place = Place("choose", (("tree", "all"),))
    texts = (entry.summary, *(reason.text for reason in (*entry.because, *entry.changes)), entry.runner_up.text)
    names = tuple(catalog.services[service].short_name for service in entry.services)
    return Entry("choice", entry.id, (entry.title,), names, place, tuple(Passage("", text, place) for text in texts), -2.0)
