"""The card of a service: what it is, when to use it, what it connects to, its limits and names, and where all that is
written."""

from collections.abc import Callable, Container

import streamlit as st

from components.cards.card_head import head_and_close
from components.cards.card_text import card_text
from components.cards.parts import (
    CONNECTS,
    FEATURES,
    LIMITS,
    OVERVIEW,
    RUNNING,
    SOURCES,
    TROUBLES,
    feature_headings,
    parts_of,
    tabs_of,
)
from components.cards.scroll import follow_parts
from components.cards.troubles_text import troubles_of_service, troubles_text
from components.frame.cost_link import cost_link
from components.picture.theme import glyph_uri
from components.picture.theme_mode import theme_mode
from components.text.headings import below_the_title
from components.text.plain_text import plain
from data.costs.places import SERVICES
from data.records import Catalog, Service
from data.search.words import as_part

Select = Callable[[str], None]
LONG = 4


def service_card(
    catalog: Catalog,
    service: Service,
    select: Select,
    *,
    key: str,
    whole: bool = False,
    without: Container[str] = (),
    part: str | None = None,
    go_to: Select | None = None,
    close: Callable[[], None] | None = None,
) -> None:
    """Draw the card; `select` is called with the id of another service when its name is chosen under "Connects to", and
    `close`, where it is given, by a button beside the name.

    `whole` draws all parts, behind tabs. Otherwise the part that is chosen is drawn: few elements, so that a click on
    the map is answered fast. `without` names tabs that are left out. `part` is the id of the part that is open, and
    `go_to` is called with that of a part when somebody goes to it; without `go_to` the card itself keeps the part.
    """
    text = card_text(catalog, service.id)
    head = card_head(catalog, service)
    parts = {
        OVERVIEW: f"{text.purpose}\n\n{text.overview}" if whole else text.overview,
        FEATURES: text.features,
        CONNECTS: "",
        LIMITS: text.limits if whole else text.narrow_limits,
        RUNNING: text.running,
        TROUBLES: troubles_text(catalog, troubles_of_service(catalog, service.id)),
        SOURCES: text.sources,
    }
    names, known = [tab for tab in tabs_of(catalog, service.id) if tab not in without], parts_of(catalog, service.id)
    if whole:
        st.markdown(head.removeprefix("##"))  # the page is about it: its first heading
        texts = {name: below_the_title(parts[name]) for name in names}
        _tabs(catalog, service, texts, select, key=key, part=part, go_to=go_to)
    else:
        head_and_close(f"{head}\n\n{text.purpose}", close, key=key)  # the page says as much before this is here
        name = _pick_part(catalog, service, names, part, go_to, key=f"{key}-part")
        _part(catalog, service, name, parts[name], select, key=key)
        known = {one: place for one, place in known.items() if place.tab == name}  # what is not drawn is not sent
    if go_to is not None:
        follow_parts(known, part, go_to, key=key)


def _tabs(
    catalog: Catalog,
    service: Service,
    parts: dict[str, str],
    select: Select,
    *,
    key: str,
    part: str | None,
    go_to: Select | None,
) -> None:
    """All parts behind tabs; the tab of the part that the address names is open, and its heading in view."""
    known = parts_of(catalog, service.id)
    opened = known.get(part or "")
    tab_key = f"{key}-{service.id}-tabs"
    if opened and opened.tab in parts and st.session_state.get(f"{tab_key}-came") != part:
        st.session_state[tab_key] = opened.tab
    st.session_state[f"{tab_key}-came"] = part

    def changed() -> None:
        if go_to is not None:
            go_to(as_part(st.session_state[tab_key]))

    tabs = st.tabs(list(parts), key=tab_key, on_change=changed if go_to else "ignore")
    for name, tab in zip(parts, tabs, strict=True):
        with tab:
            if name == FEATURES and go_to is not None:
                _index(service, go_to, key=key)
            _part(catalog, service, name, parts[name], select, key=key)


def _index(service: Service, go_to: Select, *, key: str) -> None:
    """What the features are about, to jump to, where there are many."""
    headings = feature_headings(service)
    if len(headings) < LONG:
        return
    index_key = f"{key}-{service.id}-index"

    def chosen() -> None:
        heading = st.session_state[index_key]
        st.session_state[index_key] = None
        if heading in headings:
            go_to(as_part(heading))

    st.pills("Jump to", headings, format_func=plain, key=index_key, on_change=chosen)


def _part(catalog: Catalog, service: Service, name: str, text: str, select: Select, *, key: str) -> None:
    if text:
        st.markdown(text)
    if name == CONNECTS:
        connections_of(catalog, service, select, key=key)
    if name == LIMITS:
        cost_link(SERVICES.get(service.id), f"What it costs: {service.short_name}")


def _pick_part(
    catalog: Catalog, service: Service, names: list[str], part: str | None, go_to: Select | None, *, key: str
) -> str:
    """The tab to read: the one of the part that the address names, or the one that was chosen for the card before."""
    opened = parts_of(catalog, service.id).get(part or "")
    if go_to is not None:
        st.session_state[key] = opened.tab if opened and opened.tab in names else names[0]
    elif st.session_state.get(key) not in names:
        st.session_state[key] = names[0]

    def chosen() -> None:
        if go_to is not None:
            go_to(as_part(st.session_state[key]))

    return str(
        st.pills("Part of the card", names, key=key, required=True, label_visibility="collapsed", on_change=chosen)
    )


def card_head(catalog: Catalog, service: Service) -> str:
    """Glyph, name, category and old names, as Markdown."""
    category = next(entry.name for entry in catalog.taxonomy.categories if entry.id == service.category)
    glyph = glyph_uri(service.category, theme_mode(), size=26)
    parent = f" · part of {plain(catalog.services[service.part_of].short_name)}" if service.part_of else ""
    former = f" · formerly {plain(', '.join(service.former_names))}" if service.former_names else ""
    return f"### ![]({glyph}) {plain(service.name)}\n\n:small[:gray[{plain(category)}{parent}{former}]]"


def connections_of(catalog: Catalog, service: Service, select: Select, *, key: str) -> None:
    """The services that a service leads to and is reached from, each a link that moves the selection."""
    connections = catalog.connections_of(service.id)
    kinds = {kind.id: kind.name for kind in catalog.taxonomy.kinds}
    leads = {
        c.target_id: f"{catalog.services[c.target_id].short_name} · {kinds[c.kind]}"
        for c in connections
        if c.source_id == service.id
    }
    reached = {
        c.source_id: f"{catalog.services[c.source_id].short_name} · {kinds[c.kind]}"
        for c in connections
        if c.target_id == service.id
    }
    parts = {
        s.id: s.short_name for s in catalog.services.values() if s.part_of == service.id or s.id == service.part_of
    }
    for label, options, sign in (
        ("Leads to", leads, "out"),
        ("Reached from", reached, "in"),
        ("Belongs with", parts, "part"),
    ):
        if options:
            _links(label, options, select, key=f"{key}-{service.id}-{sign}")


def _links(label: str, options: dict[str, str], select: Select, *, key: str) -> None:
    def chosen() -> None:
        choice = st.session_state[key]
        st.session_state[key] = None
        if choice in options:
            select(choice)

    st.pills(label, list(options), format_func=lambda option: plain(options[option]), key=key, on_change=chosen)
