"""Beside the map: the resources of the box, or the links of the arrow, that was clicked; else all at a glance."""

from __future__ import annotations

import streamlit as st

from components.cards.connection_card import connection_card
from components.cards.service_card import service_card
from components.estate.held import Held
from components.estate.words import link_line, resource_text
from components.frame.menu import link_to_page
from components.text.plain_text import counted, plain
from data.estate.fitting import fitting
from data.estate.judging.assess import Result, open_results
from data.estate.records import Link
from data.records import Catalog

PANEL_HEIGHT = 590


def estate_panel(catalog: Catalog, now: Held) -> None:
    """Draw the panel, of fixed height, so that nothing jumps."""
    with st.container(height=PANEL_HEIGHT, border=True, key="panel"):
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
    estate = now.estate
    resources = estate.services.get(service, ())
    boxes = [box for box in estate.outside if box.service == service]
    st.markdown(f"### {plain(catalog.services[service].short_name)} in your estate")
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
    st.divider()
    service_card(catalog, catalog.services[service], lambda other: select(now, other), key="estate-card")


def _connection(catalog: Catalog, now: Held, connection: str) -> None:
    estate = now.estate
    links = links_of(now, connection)
    source, target = (catalog.services[end].short_name for end in connection.split("--")[:2])
    st.markdown(f"### {plain(source)} → {plain(target)} in your estate")
    if links:
        st.markdown("\n".join(link_line(estate, link) for link in links[:40]))
        if any(link.certainty == "may" for link in links):
            st.caption("“May” means: settings or permissions allow it; only the code knows whether it happens.")
    else:
        st.markdown("Your files do not show this connection; these services could have it.")
    if connection in catalog.connections:
        st.divider()
        connection_card(catalog, catalog.connections[connection], lambda other: select(now, other), key="estate-card")
    else:
        st.caption("The landscape draws no arrow of its own between these two, so there is no card for it.")


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
    st.markdown(
        f"{counted(len(now.estate.on_map), 'resource')} in {counted(len(now.estate.services), 'service')},"
        f" {counted(len(now.estate.links), 'connection')}. **Click a box** for its resources, **a line** for its proof."
    )
    _first(now, found)
    fits = fitting(catalog, now.estate)
    if fits:
        st.markdown("**Near to these use cases**")
        for fit in fits[:4]:
            link_to_page("use-cases", fit.use_case.title, use_case=fit.use_case.id)
            missing = ", ".join(catalog.services[one].short_name for one in fit.missing_services) or "arrows only"
            steps = f"{len(fit.there)} of {len(fit.there) + len(fit.missing)} connections"
            st.caption(f"{steps}. {f'Missing: {plain(missing)}' if fit.missing else 'All of it is there.'}")
    without = [box for box in now.estate.outside if box.service is None]
    if without:
        st.markdown(
            "**Outside these files, of a kind that they do not tell**\n\n"
            + "\n".join(f"- {plain(box.name)}: {plain(box.what)}" for box in without)
        )


def _first(now: Held, found: tuple[Result, ...]) -> None:
    if not found:
        st.markdown("**Nothing to look at again** among what is asked here.")
        return
    st.markdown("**To look at first**")
    sure = [one for one in found if one.verdict == "no"][:6]
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
