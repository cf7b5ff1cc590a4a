"""The title, and the row above an answer: which question, which example it begins with, which Region, which options
side by side."""

from dataclasses import replace

import streamlit as st

from components.costs.address import NO_PRESET, CostView, write_costs
from components.costs.download import cost_download
from components.costs.use_case_costs import pick_use_case
from components.frame.copy_link import copy_link
from components.frame.titles import title_page
from components.text.plain_text import plain
from data.billing.book import regions_with_prices
from data.costs.answer import Answer
from data.costs.question import MOST, Question, models, presets
from data.costs.use_cases import USE_CASE
from data.records import Catalog


def cost_title(view: CostView) -> None:
    """Draw the title, and let the browser's tab say the question."""
    title_page(f"What it costs: {view.model.title}")
    st.title(f"What it costs :small[:gray[{plain(view.model.question)}]]", anchor=False)


def cost_head(catalog: Catalog, view: CostView, answer: Answer) -> None:
    """Draw the row; a change is written to the address."""
    question = answer.question
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="costs-head"):
        _question(catalog, view)
        if view.model.id == USE_CASE:
            pick_use_case(catalog, view, str(getattr(question.inputs, "use_case", "")))
        else:
            _preset(catalog, view)
        _region(catalog, view, question)
        with st.container(horizontal=True, width="content", gap="small", key="tools-costs"):
            copy_link()
            cost_download(catalog, answer)
    _options(catalog, view, question)


def _question(catalog: Catalog, view: CostView) -> None:
    known = models(catalog)

    def chosen() -> None:
        name = st.session_state["costs-model"]
        if name in known and name != view.model.id:
            from_here = CostView(known[name], "")
            write_costs(catalog, replace(from_here, preset=known[name].preset or NO_PRESET))

    st.session_state["costs-model"] = view.model.id
    st.selectbox(
        "Question",
        list(known),
        format_func=lambda name: known[name].title,
        key="costs-model",
        on_change=chosen,
        width=230,
    )


def _preset(catalog: Catalog, view: CostView) -> None:
    names = {
        NO_PRESET: "Nothing yet",
        **{name: catalog.use_cases[name].title for name in presets(catalog, view.model.id)},
    }

    def chosen() -> None:
        name = st.session_state["costs-preset"]
        if name in names and name != view.preset:
            write_costs(catalog, replace(view, preset=name, texts={}))

    st.session_state["costs-preset"] = view.preset
    st.selectbox(
        "Begin with the load of",
        list(names),
        format_func=names.__getitem__,
        key="costs-preset",
        on_change=chosen,
        width=280,
    )


def _region(catalog: Catalog, view: CostView, question: Question) -> None:
    regions = list(dict.fromkeys((*regions_with_prices(catalog, view.model.services), question.inputs.region)))

    def chosen() -> None:
        name = st.session_state["costs-region"]
        if name in regions and name != question.inputs.region:
            write_costs(catalog, replace(view, texts={**view.texts, "region": name}))

    st.session_state["costs-region"] = question.inputs.region
    st.selectbox(
        "Region with prices",
        regions,
        key="costs-region",
        on_change=chosen,
        width=150,
        help="A Region is offered where at least one price of this question is on record; the others are not known.",
    )


def _options(catalog: Catalog, view: CostView, question: Question) -> None:
    now = [option.id for option in question.options]
    titles = {option.id: option.title for option in view.model.options if not option.alone or option.id in now}
    if len(titles) < 2:
        return

    def chosen() -> None:
        wanted = [name for name in st.session_state["costs-options"] if name in titles]
        if wanted != now:
            kept = [name for name in now if name in wanted] + [name for name in wanted if name not in now]
            write_costs(catalog, replace(view, options=tuple(kept[-MOST:]) or view.model.shown))

    st.session_state["costs-options"] = now
    st.pills(
        f"Side by side, up to {MOST}",
        list(titles),
        selection_mode="multi",
        format_func=lambda name: plain(titles[name]),
        key="costs-options",
        on_change=chosen,
    )
