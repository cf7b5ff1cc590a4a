"""Beside the map: the resources of the box, or the links of the arrow, that was clicked; else all at a glance."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components.cards.card_head import head_and_close
from components.cards.connection_card import connection_card
from components.cards.service_card import service_card
from components.estate.held import Held
from components.estate.words import link_line, resource_text
from components.frame.menu import link_to_page
from components.text.plain_text import counted, plain
from data.estate.fitting import fitting
from data.estate.judging.assess import Result, open_results
from data.estate.on_landscape import on_landscape
from data.estate.records import Link
from data.records import Catalog

MOST_USE_CASES = 3


def estate_panel(catalog: Catalog, now: Held) -> None:
    """Draw the panel; on a phone what is selected is a sheet over the map."""
    selects = bool(now.service or now.connection)
    with st.container(border=True, key="panel-card" if selects else "panel"):
        if now.service is not None and now.service in catalog.services:
            _service(catalog, now, now.service)
        elif now.connection is not None:
            _connection(catalog, now, now.connection)
        else:
            _whole(catalog, now)


def select(now: Held, service: str | None = None, connection: str | None = None) -> None:
    """Select a service or a connection, or nothing."""
    now.service, now.connection = service, connection


def _service(catalog: Catalog, now: Held, service: str) -> None:
    estate = now.shown
    resources = estate.services.get(service, ())
    boxes = [box for box in estate.outside if box.service == service]
    _head(now, plain(catalog.services[service].short_name))
    if boxes:
        st.markdown(
            "**Outside these files**\n\n" + "\n".join(f"- {plain(box.name)}: {plain(box.what)}" for box in boxes)
        )
    if not resources and not boxes:
        st.markdown("Nothing of this service stands in your files.")
    if len(resources) > 1:
        names = {one.address: f"{one.name} · {one.kind}" for one in resources}
        chosen = st.selectbox("Resource", list(names), format_func=lambda one: names[one], key=f"resource-{service}")
        resources = (estate.by_address[chosen],)
    for resource in resources:
        st.markdown(resource_text(estate, resource))
        open_here = [
            one for one in open_results(now.results) if resource.address in (one.resource.address, one.resource.host)
        ]
        if open_here:
            st.markdown("**To look at again**\n\n" + "\n".join(f"- {plain(one.finding.title)}" for one in open_here))
    record = catalog.services[service]
    _folded(
        f"What {record.short_name} is, when to use it, its limits",
        lambda: service_card(catalog, record, lambda other: select(now, other), key="estate-card"),
    )


def _connection(catalog: Catalog, now: Held, connection: str) -> None:
    estate = now.estate
    links = links_of(now, connection)
    source, target = (catalog.services[end].short_name for end in connection.split("--")[:2])
    _head(now, f"{plain(source)} → {plain(target)}")
    if links:
        st.markdown("\n".join(link_line(estate, link) for link in links[:40]))
        if any(link.certainty == "may" for link in links):
            st.caption("“May” means: settings or permissions allow it; only the code knows whether it happens.")
    else:
        st.markdown("Your files do not show this connection; these services could have it.")
    if connection in catalog.connections:
        record = catalog.connections[connection]
        _folded(
            "What this connection is, and what it costs",
            lambda: connection_card(catalog, record, lambda other: select(now, other), key="estate-card"),
        )
    else:
        st.caption("The landscape draws no arrow of its own between these two, so there is no card for it.")


def _folded(title: str, draw: Callable[[], None]) -> None:
    """The catalog's card below one's own, drawn when it is opened."""
    card = st.expander(plain(title), icon=":material/menu_book:", key="estate-catalog-card", on_change="rerun")
    if card.open:
        with card:
            draw()


def _head(now: Held, name: str) -> None:
    head_and_close(f"### {name} in your estate", lambda: select(now), key="estate-card")


def links_of(now: Held, connection: str) -> list[Link]:
    """The links behind an arrow of the picture."""
    if connection.endswith("--own"):
        source, target = connection.split("--")[:2]
        return [
            link
            for link in now.estate.links
            if link.connection is None and (link.source_service, link.target_service) == (source, target)
        ]
    return [link for link in now.estate.links if link.connection == connection]


def _whole(catalog: Catalog, now: Held) -> None:
    """What the estate is like, in a few lines."""
    found = open_results(now.results)
    st.subheader("At a glance", anchor=False)
    estate = now.shown
    place, links = on_landscape(catalog, estate), estate.links
    hidden = sum(one.connection is None and (one.source_service, one.target_service) not in place.own for one in links)
    connections = counted(len(links), "connection") + (f" ({hidden} with no line on the map)" if hidden else "")
    st.markdown(
        f"{'Before the plan: ' if now.before else ''}"
        f"{counted(len(estate.on_map), 'resource')} in {counted(len(estate.services), 'service')},"
        f" {connections}. **Click a box** for its resources, **a line** for its proof."
    )
    _first(now, found)
    fits = fitting(catalog, now.estate)
    if fits:
        st.markdown("**Near to these use cases**")
        with st.container(gap=None):
            for fit in fits[:MOST_USE_CASES]:
                link_to_page("use-cases", fit.use_case.title, use_case=fit.use_case.id)
    without = [box for box in now.estate.outside if box.service is None]
    if without:
        st.markdown(
            "**Outside these files, kind unknown**\n\n"
            + "\n".join(f"- {plain(box.name)}: {plain(box.what)}" for box in without)
        )


def _first(now: Held, found: tuple[Result, ...]) -> None:
    if not found:
        st.markdown("**Nothing to look at again** among what is asked here.")
        return
    st.markdown("**To look at first**")
    sure = [one for one in found if one.verdict == "no"][:6]
    with st.container(gap="xxsmall"):
        for place, one in enumerate(sure):
            host = now.estate.by_address.get(one.resource.host or one.resource.address, one.resource)
            st.button(
                f"{plain(one.resource.name)}: {plain(one.finding.title)}",
                key=f"first-{place}",
                type="tertiary",
                on_click=select,
                args=(now, host.services[0] if host.services else None),
            )
    if not sure:
        st.markdown("Nothing is certain; some answers depend on parameters.")
