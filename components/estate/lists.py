"""The lists below the map: every resource and what became of it, every connection, use cases, changes."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.estate.held import Held, take_other
from components.estate.intake import tell_fault, upload
from components.frame.menu import link_to_page
from components.text.plain_text import counted, plain
from data.estate.comparing import difference
from data.estate.fitting import fitting
from data.estate.judging.answers import in_words
from data.estate.records import FATES, Estate, Resource
from data.records import Catalog

_TALL = 420


def show_resources(now: Held) -> None:
    """Every resource of the files, what became of it and where it stands; the counts add up."""
    counts = {fate: number for fate, number in now.estate.counts.items() if number}
    options = {fate: f"{FATES[fate]} ({number})" for fate, number in counts.items()}
    chosen = st.pills("What became of them", list(options), format_func=options.__getitem__, key="estate-fate")
    wanted = now.words.strip().lower()
    rows = [
        _row(now.estate, one)
        for one in now.estate.resources
        if one.written
        and (chosen is None or one.fate == chosen)
        and wanted in f"{one.name} {one.type} {one.note}".lower()
    ]
    st.dataframe(rows, hide_index=True, height=_TALL if len(rows) > 10 else "auto", key="estate-resources")
    st.caption(f"{counted(sum(counts.values()), 'resource')} in all: {', '.join(options.values())}.")
    for problem in now.estate.problems:
        st.warning(plain(str(problem)), icon=":material/report:")


def _row(estate: Estate, one: Resource) -> dict[str, Any]:
    became = f"folded into {estate.name(one.host)}" if one.host else FATES[one.fate]
    became += f": {one.note}" if one.note else ""
    return {"Name": one.name, "Type": one.type, "What became of it": became, "Where": str(one.place)}


def show_connections(now: Held) -> None:
    """Every connection with certainty, place and expression."""
    estate, wanted = now.estate, now.words.strip().lower()
    rows = [
        {
            "From": estate.name(link.source),
            "To": estate.name(link.target),
            "How sure": "is" if link.certainty == "is" else "may",
            "What": link.says,
            "Where": str(link.place),
            "Expression": link.expression,
        }
        for link in estate.links
        if wanted in f"{estate.name(link.source)} {estate.name(link.target)} {link.says}".lower()
    ]
    st.dataframe(rows, hide_index=True, height=_TALL if len(rows) > 10 else "auto", key="estate-connections")
    st.caption("“May” means: settings or permissions allow it; only the code knows whether it happens.")


def show_use_cases(catalog: Catalog, now: Held) -> None:
    """The use cases that fit, with what is missing for each."""
    fits = fitting(catalog, now.estate)
    if not fits:
        st.markdown("No use case of this atlas is near to what your files show.")
    for fit in fits:
        link_to_page("use-cases", fit.use_case.title, use_case=fit.use_case.id)
        missing = ", ".join(
            f"{catalog.services[one.source_id].short_name} → {catalog.services[one.target_id].short_name}"
            for one in (catalog.connections[line] for line in fit.missing)
        )
        whole = f"{len(fit.there)} of {len(fit.there) + len(fit.missing)} connections are there."
        st.caption(f"{whole} {f'Missing: {plain(missing)}' if missing else 'Nothing is missing.'}")


def show_changes(now: Held) -> None:
    """What a plan changes, and what differs from another estate."""
    changed = [one for one in now.estate.resources if one.change not in (None, "unchanged")]
    if changed:
        st.markdown("**What the plan does**")
        st.dataframe([_planned(one) for one in changed], hide_index=True, key="estate-plan")
    if now.other is None:
        st.markdown("**Beside an earlier estate**")
        upload(take_other, key="estate-other", label="The earlier files, to see what is new, gone and changed")
        tell_fault()
        return
    st.markdown(f"**{plain(now.name)}**, beside the earlier **{plain(now.other_name)}**")
    found = difference(now.other, now.estate)
    st.button("Leave this comparison", key="estate-leave-other", on_click=lambda: setattr(now, "other", None))
    rows = [{"Change": "new", "Resource": one.name, "What": one.type} for one in found.new]
    rows += [{"Change": "gone", "Resource": one.name, "What": one.type} for one in found.gone]
    rows += [
        {
            "Change": "changed",
            "Resource": one.resource.name,
            "What": "; ".join(f"{name}: {old} → {new}" for name, old, new in one.settings),
        }
        for one in found.changed
    ]
    rows += [{"Change": "new", "Resource": line, "What": "connection"} for line in found.new_links]
    rows += [{"Change": "gone", "Resource": line, "What": "connection"} for line in found.gone_links]
    if rows:
        narrow = {"Change": st.column_config.Column(width="small")}
        st.dataframe(rows, hide_index=True, key="estate-difference", column_config=narrow)
    else:
        st.markdown("Nothing differs in what is understood here.")


def _planned(one: Resource) -> dict[str, str]:
    now = one.by_name
    told = "; ".join(
        f"{was.name}: {in_words(was).partition(': ')[2]} → {_after(now.get(was.name))}" for was in one.before
    )
    return {"Resource": one.name, "Type": one.type, "What": str(one.change), "Settings": told}


def _after(setting: Any) -> str:
    return in_words(setting).partition(": ")[2] if setting is not None else "not set"
