"""The card of a service: what it is, when to use it, what it connects to, its limits and names, and where all that is written."""

from collections.abc import Callable

import streamlit as st

from components.cited import Citations, bullets
from components.limits_table import limits_table
from components.plain_text import plain
from components.terms import explain_terms
from components.theme import glyph_uri
from data.catalog import Catalog
from data.records import Fact, NamesInCode, Service

Select = Callable[[str], None]
NOT_PUBLISHED = "AWS publishes no figure."


def service_card(of: Catalog, service: Service, select: Select, *, key: str) -> None:
    """Draw the card; `select` is called with the id of another service when its name is chosen under "Connects to"."""
    cited = Citations(of, service.sources)
    card_head(of, service)
    st.markdown(cited.fact(service.purpose))
    overview, connects, limits, more, sources = st.tabs(["Overview", "Connects to", "Limits", "Running", "Sources"])
    with overview:
        _facts("Features", service.features, cited)
        _judgements(service, cited)
        for section in service.details:
            _facts(section.title, section.facts, cited)
    with connects:
        connections_of(of, service, select, key=key)
    with limits:
        limits_table(service, cited)
        if service.billing:
            st.markdown("**What is billed**")
            st.markdown(bullets(f"{plain(c.what)} ({plain(c.unit)}){'. ' + plain(c.note) if c.note else ''} {cited.mark(c.source)}" for c in service.billing))
    with more:
        _running(service, cited)
    with sources:
        names_in_code(service.names_in_code)
        st.markdown("**Read first**")
        st.markdown(bullets(f"[{plain(service.sources[key].title)}]({service.sources[key].url})" for key in service.docs))
        cited.mark(service.docs)
        st.markdown("**Sources, with the date of the text that was read**")
        cited.show_sources()
    explain_terms(of, _all_text(service), key=f"terms-{key}")


def card_head(of: Catalog, service: Service) -> None:
    """Name, glyph, category and old names."""
    category = next(entry.name for entry in of.taxonomy.categories if entry.id == service.category)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.image(glyph_uri(service.category, "dark" if st.context.theme.type == "dark" else "light"), width=34)
        st.subheader(plain(service.name), anchor=False)
    parent = f" · part of {plain(of.services[service.part_of].short_name)}" if service.part_of else ""
    former = f" · formerly {plain(', '.join(service.former_names))}" if service.former_names else ""
    st.caption(f"{plain(category)}{parent}{former}")


def connections_of(of: Catalog, service: Service, select: Select, *, key: str) -> None:
    """The services that a service leads to and is reached from, each a link that moves the selection."""
    connections = of.connections_of(service.id)
    kinds = {kind.id: kind.name for kind in of.taxonomy.kinds}
    leads = {c.target_id: f"{of.services[c.target_id].short_name} · {kinds[c.kind]}" for c in connections if c.source_id == service.id}
    reached = {c.source_id: f"{of.services[c.source_id].short_name} · {kinds[c.kind]}" for c in connections if c.target_id == service.id}
    parts = {s.id: s.short_name for s in of.services.values() if s.part_of == service.id or s.id == service.part_of}
    for label, options, sign in (("Leads to", leads, "out"), ("Reached from", reached, "in"), ("Belongs with", parts, "part")):
        if options:
            _links(label, options, select, key=f"{key}-{service.id}-{sign}")


def _links(label: str, options: dict[str, str], select: Select, *, key: str) -> None:
    def chosen() -> None:
        choice = st.session_state[key]
        st.session_state[key] = None
        if choice in options:
            select(choice)

    st.pills(label, list(options), format_func=lambda option: plain(options[option]), key=key, on_change=chosen)


def _facts(title: str, facts: tuple[Fact, ...], cited: Citations) -> None:
    if facts:
        st.markdown(f"**{plain(title)}**")
        st.markdown(bullets(cited.fact(fact) for fact in facts))


def _judgements(service: Service, cited: Citations) -> None:
    for title, entries in (("When to use it", service.when_to_use), ("When not to", service.when_not_to_use)):
        if entries:
            st.markdown(f"**{title}** :gray-badge[our judgement]")
            st.markdown(bullets(cited.judgement(entry) for entry in entries))


def _running(service: Service, cited: Citations) -> None:
    _facts("Data model", service.data_model, cited)
    _facts("Consistency and freshness", service.consistency, cited)
    if service.latency:
        _facts("Latency", service.latency, cited)
    elif service.core:
        st.markdown(f"**Latency**\n\n{NOT_PUBLISHED}")
    _facts("Scaling", service.scaling, cited)
    _facts("Availability", service.availability, cited)
    if service.service_levels:
        st.markdown("**Service level agreement**")
        st.markdown(
            bullets(
                f"{level.percent:g}\\% a month: {plain(level.condition)}{' (' + plain(level.dated) + ')' if level.dated else ''} {cited.mark(level.source)}"
                for level in service.service_levels
            )
        )
    _facts("Encryption", service.security.encryption, cited)
    _facts("Network", service.security.network, cited)
    _facts("Authentication and access", service.security.authentication, cited)
    _facts("Audit", service.security.audit, cited)
    if service.operations_left:
        st.markdown("**What stays your job** :gray-badge[our judgement]")
        st.markdown(bullets(cited.judgement(entry) for entry in service.operations_left))


def names_in_code(names: NamesInCode) -> None:
    """CloudFormation, Terraform, boto3 and ARN, each in a block that can be copied."""
    for title, lines in (
        ("CloudFormation", names.cloudformation),
        ("Terraform", names.terraform),
        ("boto3 clients", names.boto3),
        ("ARN", names.arn),
    ):
        if lines:
            st.markdown(f"**{title}**")
            st.code("\n".join(lines), language=None)
    if names.enums:
        st.markdown("**Values in the API**")
        st.code("\n".join(f"{enum.shape}: {', '.join(enum.values)}" for enum in names.enums), language=None, wrap_lines=True)


def _all_text(service: Service) -> str:
    facts: tuple[Fact, ...] = (
        service.purpose,
        *service.features,
        *(fact for section in service.details for fact in section.facts),
        *service.scaling,
        *service.consistency,
    )
    return " ".join([*(fact.text for fact in facts), *(entry.text for entry in (*service.when_to_use, *service.when_not_to_use))])
