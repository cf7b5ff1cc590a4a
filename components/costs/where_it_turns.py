"""Where the choice turns: the curve with its crossing, a sentence, the map over two inputs, rules of thumb, movers."""

from dataclasses import replace
from decimal import Decimal

import streamlit as st

from components.costs.address import CostView, write_costs
from components.costs.drawn import draw
from components.costs.figures import CurveData, curve_figure, ground_figure
from components.picture.theme_mode import theme_mode
from components.text.citations import first_date
from components.text.plain_text import plain
from data.billing.inputs import InputField, fields_of
from data.costs.answer import Answer
from data.costs.ground import ground
from data.costs.rules import RuleBeside, rules_beside
from data.costs.turning import Over, field_of, steps_between, totals_over, window
from data.records import Catalog

POINTS = 28


def where_it_turns(catalog: Catalog, view: CostView, answer: Answer) -> None:
    """Draw curve, map and sentences."""
    if len(answer.bills) < 2:
        return
    st.subheader("Where it turns", anchor=False)
    for sentence in answer.turns:
        st.markdown(f"**{plain(sentence)}**")
    curve, squares = st.columns(2, gap="medium")
    with curve:
        _pick(catalog, view, answer.question.over, "over", "Curve over")
        data = curve_data(catalog, answer)
        draw(curve_figure(data, theme_mode()), "costs-curve", f"Cost over {data.name}. {' '.join(answer.turns)}")
    with squares:
        _map(catalog, view, answer)
    _rules(catalog, answer)
    _movers(answer)


def curve_data(catalog: Catalog, answer: Answer) -> CurveData:
    """What the curve shows, in the part of it that is worth looking at."""
    question, turning = answer.question, answer.curve
    now = Decimal(getattr(question.inputs, question.over))
    points = steps_between(turning.input, *window(turning, now), POINTS)
    over = Over(question.inputs, question.book(catalog), turning.input)
    totals = totals_over(question.options, over, points)
    titles = {option.id: option.title for option in question.options}
    return CurveData(points, totals, titles, turning.crossings, now, f"{turning.input.title} ({turning.input.unit})")


def _map(catalog: Catalog, view: CostView, answer: Answer) -> None:
    question = answer.question
    second = view.up if view.up and view.up != question.over else question.model.second
    if second == question.over:
        second = question.model.main if question.model.main != question.over else ""
    if not second:
        return
    _pick(catalog, view, second, "up", "Cheapest, with")
    up = field_of(question.model, second)
    now = Decimal(getattr(question.inputs, question.over)), Decimal(getattr(question.inputs, second))
    span_up = (up.low, up.high) if up.high - up.low <= 1000 else (up.low, min(up.high, max(2 * now[1], up.low + 100)))
    across = answer.curve.input, window(answer.curve, now[0])
    found = ground(question.options, question.inputs, question.book(catalog), across, (up, span_up))
    titles = {option.id: option.title for option in question.options}
    places = f"{found.across.title} and {found.up.title}"
    draw(ground_figure(found, titles, now, theme_mode()), "costs-map", f"The cheapest option over {places}.")


def _pick(catalog: Catalog, view: CostView, now: str, parameter: str, label: str) -> None:
    names = {field.name: f"{field.title} ({field.unit})" for field in _numbers(view)}
    key = f"costs-{parameter}"

    def chosen() -> None:
        name = st.session_state[key]
        if name in names and name != now:
            changed = replace(view, over=name) if parameter == "over" else replace(view, up=name)
            write_costs(catalog, changed)

    st.session_state[key] = now
    st.selectbox(label, list(names), format_func=names.__getitem__, key=key, on_change=chosen)


def _numbers(view: CostView) -> list[InputField]:
    return [field for field in fields_of(view.model.inputs) if field.kind in {"number", "whole"}]


def _rules(catalog: Catalog, answer: Answer) -> None:
    """Each rule with who states it, and how far it is from what was computed; the others are folded."""
    beside = rules_beside(catalog, answer)
    for rule in beside:
        if rule.against:
            st.markdown(_in_words(rule))
    others = [rule for rule in beside if not rule.against]
    if others:
        with st.expander("Rules of thumb that are stated for this choice", icon=":material/rule:"):
            for rule in others:
                st.markdown(_in_words(rule))


def _in_words(beside: RuleBeside) -> str:
    rule = beside.rule
    head = f"**{plain(rule.stated_by)}** ([{plain(first_date(rule.read_on))}]({rule.url})): {plain(rule.rule)}."
    return f":small[{head} {plain(beside.against or rule.our_check or '')}]"


def _movers(answer: Answer) -> None:
    lines = []
    for bill in answer.bills:
        moved = [f"{plain(mover.input.title)} {plain(f'{mover.by:+,.2f}')} USD" for mover in answer.movers[bill.option]]
        if moved:
            lines.append(f"- {plain(bill.title)}: {', '.join(moved)}")
    if lines:
        st.markdown("**What moves a total most**, for a tenth more of the input:\n" + "\n".join(lines))
