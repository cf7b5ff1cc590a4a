"""The text of a service's card as Markdown, written once for each service and kept: the catalog does not change while
the app runs."""

from dataclasses import dataclass
from functools import lru_cache

from components.cards.limits_table import limits_table, narrow_limits_table
from components.text.citations import Citations, bullets
from components.text.headings import heading
from components.text.plain_text import plain
from components.text.terms import with_terms
from data.comparing.comparison import NOT_PUBLISHED
from data.records import Catalog, Fact, Judgement, NamesInCode, Service

DATED = "Sources, with the date of the text that was read"


@dataclass(frozen=True)
class CardText:
    """Markdown of the parts of a card; an empty part has nothing to say. `narrow_limits` tells the limits in two
    columns."""

    purpose: str
    overview: str
    features: str
    limits: str
    narrow_limits: str
    running: str
    sources: str


@lru_cache(maxsize=256)
def card_text(catalog: Catalog, service_id: str) -> CardText:
    """The text of one service's card. Sources are numbered through all parts."""
    service = catalog.services[service_id]
    cited = Citations(catalog, service.sources)
    purpose = cited.fact(service.purpose)
    when = _joined(*_when(service, cited))
    features = _joined(
        _facts("Features", service.features, cited),
        _facts("Data model", service.data_model, cited),
        *(_facts(section.title, section.facts, cited) for section in service.details),
    )
    table, billing = limits_table(service, cited), _billing(service, cited)
    limits = _joined(table, billing)
    narrow_limits = _joined(narrow_limits_table(service, cited), billing)
    running = _running(service, cited)
    overview, features, limits, narrow_limits, running = (
        with_terms(catalog, part, (service_id,))
        for part in (when or features, features if when else "", limits, narrow_limits, running)
    )
    return CardText(purpose, overview, features, limits, narrow_limits, running, sources=_sources(service, cited))


def _joined(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def _facts(title: str, facts: tuple[Fact, ...], cited: Citations) -> str:
    return f"{heading(title)}\n\n{bullets(cited.fact(fact) for fact in facts)}" if facts else ""


def _judgements(title: str, entries: tuple[Judgement, ...], cited: Citations) -> str:
    return f"{heading(title, judged=True)}\n\n{bullets(cited.judgement(entry) for entry in entries)}" if entries else ""


def _when(service: Service, cited: Citations) -> tuple[str, str]:
    return _judgements("When to use it", service.when_to_use, cited), _judgements(
        "When not to", service.when_not_to_use, cited
    )


def _billing(service: Service, cited: Citations) -> str:
    if not service.billing:
        return ""
    lines = (
        f"{plain(c.what)} ({plain(c.unit)}){'. ' + plain(c.note) if c.note else ''} {cited.mark(c.source)}"
        for c in service.billing
    )
    return f"{heading('What is billed')}\n\n{bullets(lines)}"


def _running(service: Service, cited: Citations) -> str:
    latency = _facts("Latency", service.latency, cited) or (
        f"{heading('Latency')}\n\n{NOT_PUBLISHED}" if service.core else ""
    )
    return _joined(
        _facts("Consistency and freshness", service.consistency, cited),
        latency,
        _facts("Scaling", service.scaling, cited),
        _facts("Availability", service.availability, cited),
        _service_levels(service, cited),
        _facts("Encryption", service.security.encryption, cited),
        _facts("Network", service.security.network, cited),
        _facts("Authentication and access", service.security.authentication, cited),
        _facts("Audit", service.security.audit, cited),
        _judgements("What stays your job", service.operations_left, cited),
    )


def _service_levels(service: Service, cited: Citations) -> str:
    if not service.service_levels:
        return ""
    lines = (
        (
            f"{level.percent:g}\\% a month: "
            f"{plain(level.condition)}{' (' + plain(level.dated) + ')' if level.dated else ''} "
            f"{cited.mark(level.source)}"
        )
        for level in service.service_levels
    )
    return f"{heading('Service level agreement')}\n\n{bullets(lines)}"


def _sources(service: Service, cited: Citations) -> str:
    docs = bullets(f"[{plain(service.sources[key].title)}]({service.sources[key].url})" for key in service.docs)
    cited.mark(service.docs)
    cited.mark(source for capability in service.capabilities.values() for source in capability.source)
    dated = cited.sources()
    return _joined(
        _names_in_code(service.names_in_code),
        f"{heading('Read first')}\n\n{docs}",
        f"{heading(DATED)}\n\n{dated}",
    )


def _names_in_code(names: NamesInCode) -> str:
    """CloudFormation, Terraform, boto3, ARN and the values of API enumerations, each in a block that can be copied."""
    blocks = (
        ("CloudFormation", names.cloudformation),
        ("Terraform", names.terraform),
        ("boto3 clients", names.boto3),
        ("ARN", names.arn),
        ("Values in the API", tuple(f"{enum.shape}: {', '.join(enum.values)}" for enum in names.enums)),
    )
    return _joined(*(f"{heading(title)}\n\n```text\n" + "\n".join(lines) + "\n```" for title, lines in blocks if lines))
