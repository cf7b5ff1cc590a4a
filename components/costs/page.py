"""The page of costs: options side by side, where the choice turns, and the bills line by line.

The address: `/costs?model=dynamodb-table&option=on-demand&option=provisioned&writes_per_second=100` asks a question;
what is absent is as the example of the model has it.
"""

import streamlit as st

from components.costs.address import question_of, read_costs
from components.costs.answers import answer_to
from components.costs.bill_tables import bill_tables
from components.costs.head import cost_head
from components.costs.inputs_panel import inputs_panel
from components.costs.option_cards import option_cards
from components.costs.own_prices import own_price_editor
from components.costs.use_case_costs import use_case_costs
from components.costs.where_it_turns import where_it_turns
from components.frame.titles import title_page
from components.text.plain_text import plain
from data.costs.use_cases import USE_CASE
from data.records import Catalog

TOLD = 3


def show_costs(catalog: Catalog) -> None:
    """Draw the answer to what the address asks."""
    address, view = read_costs(catalog)
    question, problems = question_of(catalog, view)
    title_page(f"What it costs: {view.model.title}")
    answer = answer_to(question)
    st.title(f"What it costs :small[:gray[{plain(view.model.question)}]]", anchor=False)
    cost_head(catalog, view, answer)
    address.notice()
    for problem in problems[:TOLD]:
        st.warning(plain(problem.sentence), icon=":material/info:")
    option_cards(answer)
    asked, shown = st.columns([1, 2.4], gap="medium")
    with asked:
        inputs_panel(catalog, view, question)
    with shown:
        if view.model.id == USE_CASE:
            use_case_costs(catalog, view, answer)
        else:
            where_it_turns(catalog, view, answer)
    bill_tables(catalog, answer)
    own_price_editor(answer)
