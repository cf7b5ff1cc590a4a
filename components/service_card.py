"""The card of a service: what it is, when to use it, what it connects to, its limits and names, and where all that is written."""

from collections.abc import Callable

import streamlit as st

from components.card_text import card_text
from components.plain_text import plain
from components.terms import explain_terms
from components.theme import glyph_uri
from data.catalog import Catalog
from data.records import Service

Select = Callable[[str], None]


def service_card(of: Catalog, service: Service, select: Select, *, key: str, whole: bool = False) -> None:
    """Draw the card; `select` is called with the id of another service when its name is chosen under "Connects to".

    The parts stand behind tabs. `whole` draws them all at once; otherwise a part is drawn when its tab is opened, so that a click on the map is answered fast.
    """
    text = card_text(of, service.id)
    card_head(of, service)
    st.markdown(text.purpose)
    parts = {"Overview": text.overview, "Features": text.features, "Connects to": "", "Limits": text.limits, "Running": text.running, "Sources": text.sources}
    shown = [name for name, part in parts.items() if part or name == "Connects to"]
    tabs = st.tabs(shown, key=f"{key}-tabs", on_change="ignore" if whole else "rerun")
    for name, tab in zip(shown, tabs, strict=True):
        if not (whole or tab.open):
            continue
        with tab:
            if name == "Connects to":
                connections_of(of, service, select, key=key)
            else:
                explain_terms(of, parts[name], key=f"{key}-{name}-terms", about=(service.id,))
                st.markdown(parts[name])


def card_head(of: Catalog, service: Service) -> None:
    """Name, glyph, category and old names."""
    category = next(entry.name for entry in of.taxonomy.categories if entry.id == service.category)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        st.image(glyph_uri(service.category, "dark" if st.context.theme.type == "dark" else "light"), width=34, alt="")
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
