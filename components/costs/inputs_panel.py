"""The inputs of a model, a group at a time: a slider for the size, a box for the exact number."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

import streamlit as st

from components.costs.address import CostView, write_costs
from components.text.plain_text import plain
from data.billing.inputs import InputField, Inputs, fields_of, read_inputs
from data.costs.question import Question
from data.records import Catalog

PROBLEM = "costs-problem"
GROUP = "costs-group"
NOT_HERE = {"region", "use_case"}
STEPS = 100
LONGEST = 40
Change = Callable[[str, str], None]


def inputs_panel(catalog: Catalog, view: CostView, question: Question) -> None:
    """Draw the inputs of the group that is open; a change is written to the address."""

    def change(name: str, text: str) -> None:
        found, problems = read_inputs(question.inputs, {name: text[: LONGEST + 1]})
        st.session_state[PROBLEM] = problems[0].sentence if problems else ""
        if getattr(found, name) != getattr(question.inputs, name):
            write_costs(
                catalog, replace(view, texts={**_as_texts(view, question.inputs), name: str(getattr(found, name))})
            )

    fields = [field for field in fields_of(view.model.inputs) if field.name not in NOT_HERE]
    groups = list(dict.fromkeys(field.group for field in fields))
    if st.session_state.get(GROUP) not in groups:
        st.session_state[GROUP] = groups[0]
    open_group = st.session_state[GROUP]
    if len(groups) > 1:
        st.selectbox("Inputs", groups, key=GROUP)
    if problem := st.session_state.pop(PROBLEM, ""):
        st.warning(plain(problem), icon=":material/info:")
    for field in fields:
        if field.group == open_group:
            _one(field, question.inputs, change)


def _as_texts(view: CostView, inputs: Inputs) -> dict[str, str]:
    """What the address gives, with each number as it was understood."""
    return {name: str(getattr(inputs, name)) for name in view.texts}


def _one(field: InputField, inputs: Inputs, change: Change) -> None:
    now = str(getattr(inputs, field.name))
    label = f"{plain(field.title)} :small[:gray[{plain(field.unit)}]]"
    key = f"costs-input-{field.name}"
    if field.kind in {"choice", "name"}:
        _choice(field, label, now, change, key=key)
        return
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        _slider(field, label, now, change, key=f"{key}-slider")
        _box(field, now, change, key=key)


def _choice(field: InputField, label: str, now: str, change: Change, *, key: str) -> None:
    options = list(dict.fromkeys((*field.choices, now)))
    st.session_state[key] = now
    st.selectbox(
        label if field.unit != "name" else plain(field.title),
        options,
        key=key,
        accept_new_options=field.kind == "name",
        on_change=lambda: change(field.name, str(st.session_state[key] or now)),
    )


def _slider(field: InputField, label: str, now: str, change: Change, *, key: str) -> None:
    options = slider_values(field, Decimal(now))
    words = stops_of(field)
    st.session_state[key] = now
    st.select_slider(
        label,
        options,
        key=key,
        format_func=lambda text: words.get(text) or in_short(text),
        on_change=lambda: change(field.name, str(st.session_state[key])),
    )


def _box(field: InputField, now: str, change: Change, *, key: str) -> None:
    st.session_state[key] = now
    st.text_input(
        f"{field.title}, exactly",
        key=key,
        max_chars=LONGEST,
        width=110,
        label_visibility="collapsed",
        on_change=lambda: change(field.name, st.session_state[key]),
    )


def slider_values(field: InputField, now: Decimal) -> list[str]:
    """The stops of a slider as text; `now` is one."""
    exact = str(int(now)) if field.kind == "whole" else str(now)
    stops = list(stops_of(field))
    place = bisect_left(stops, now, key=Decimal)
    same = place < len(stops) and Decimal(stops[place]) == now
    return [*stops[:place], exact, *stops[place + same :]]


@lru_cache(maxsize=512)
def stops_of(field: InputField) -> Mapping[str, str]:
    """The stops that a slider always has, each with its words: even steps where the range is narrow, else 1, 2, 5, 10
    and so on.
    """
    if field.high - field.low <= STEPS * 10:
        step = (field.high - field.low) / STEPS
        step = max(Decimal(1), step.to_integral_value()) if field.kind == "whole" or step > Decimal("0.5") else step
        count = int((field.high - field.low) / step)
        found = {field.low + step * number for number in range(count + 1)} | {field.high}
    else:
        found = {field.low, field.high}
        for power in range(-3 if field.kind == "number" else 0, 16):
            found |= {Decimal(digit).scaleb(power) for digit in (1, 2, 5)}
        found = {value for value in found if field.low <= value <= field.high}
    whole = field.kind == "whole"
    texts = (str(int(value)) if whole else f"{value.normalize():f}" for value in sorted(found))
    return {text: in_short(text) for text in texts}


def in_short(text: str) -> str:
    """A number as a slider shows it: `5 million`, `2,000`, `0.5`."""
    value = Decimal(text)
    for size, word in ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million")):
        if value >= size:
            return f"{(value / size).normalize():f} {word}"
    return f"{value.normalize():,f}"
