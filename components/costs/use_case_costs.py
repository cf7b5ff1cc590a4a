"""What each part of a use case costs, on the boxes and arrows of its picture."""

from dataclasses import replace

import streamlit as st

from components.costs.address import CostView, write_costs
from components.costs.priced_picture import priced_scene
from components.frame.menu import link_to_page
from components.picture.figure import landscape_figure
from components.picture.graph import plotly_graph
from components.picture.theme_mode import theme_mode
from components.picture.views import use_case_scene
from components.text.plain_text import plain
from components.worker.worker import WorkerError
from data.billing.bill import Bill
from data.costs.answer import Answer
from data.costs.summary import part_name
from data.landscape.walk import Place
from data.records import Catalog

HEIGHT = 420


def use_case_costs(catalog: Catalog, answer: Answer) -> None:
    """Draw what the load of the use case is, its picture with amounts, and what is not charged."""
    use_case = str(getattr(answer.question.inputs, "use_case", ""))
    costs = catalog.use_case_costs.get(use_case)
    if costs is None:
        return
    st.markdown(f"Our example of a load: {plain(costs.load)}, times {getattr(answer.question.inputs, 'load', 1)}.")
    _picture(catalog, use_case, answer.bills[0])
    reasons = [f"- {plain(part_name(catalog, part))}: {plain(reason)}" for part, reason in costs.no_charge.items()]
    if reasons:
        st.markdown(":small[Not charged, or not part of this bill:]\n" + "\n".join(reasons))
    link_to_page("use-cases", f"Use case: {catalog.use_cases[use_case].title}", use_case=use_case)


def pick_use_case(catalog: Catalog, view: CostView, use_case: str) -> None:
    """Draw the use cases that have costs; a change is written to the address."""
    names = {name: catalog.use_cases[name].title for name in catalog.use_case_costs}

    def chosen() -> None:
        name = st.session_state["costs-use-case"]
        if name in names and name != use_case:
            write_costs(catalog, replace(view, texts={**view.texts, "use_case": name}))

    st.session_state["costs-use-case"] = use_case if use_case in names else None
    st.selectbox(
        "Use case", list(names), format_func=names.__getitem__, key="costs-use-case", on_change=chosen, width=320
    )


def _picture(catalog: Catalog, use_case: str, bill: Bill) -> None:
    try:
        drawn = priced_scene(use_case_scene(catalog, Place(use_case)), bill)
    except WorkerError as error:
        st.error(f"The picture cannot be drawn: {error}. The table below tells the same.", icon=":material/error:")
        return
    figure = landscape_figure(drawn, theme_mode())
    plotly_graph(figure, key="costs-picture", alt=f"What each part costs: {drawn.title}", height=HEIGHT, on_event=None)
