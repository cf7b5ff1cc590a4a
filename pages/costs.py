"""Costs: options side by side, where the choice turns or what each part of a use case costs, and bills line by line."""

import streamlit as st

from components.costs.address import question_of, read_costs
from components.costs.answers import answer_to
from components.costs.bill_tables import bill_tables
from components.costs.head import cost_head, cost_title
from components.costs.inputs_panel import inputs_panel
from components.costs.option_cards import option_cards
from components.costs.own_prices import own_price_editor
from components.costs.problems import tell_problems
from components.costs.use_case_costs import use_case_costs
from components.costs.where_it_turns import where_it_turns
from data.catalog import catalog
from data.costs.use_cases import USE_CASE

address, view = read_costs(catalog())
question, problems = question_of(catalog(), view)
answer = answer_to(question)

cost_title(view)
cost_head(catalog(), view, answer)
address.notice()
tell_problems(problems)
inputs, results = st.columns([1, 2.4], gap="medium")  # on a phone the inputs stand above the results
with inputs:
    inputs_panel(catalog(), view, question)
with results:
    option_cards(answer)
    if view.model.id == USE_CASE:
        use_case_costs(catalog(), answer)
    else:
        where_it_turns(catalog(), view, answer)
bill_tables(catalog(), answer)
own_price_editor(answer)
