"""Prices of one's own: a contract's discount, or a price that is not on record. They stay in this session."""

from decimal import Decimal

import streamlit as st

from components.costs.address import PRICES_OF_SESSION, own_prices
from components.text.plain_text import plain
from data.billing.inputs import read_number
from data.costs.answer import Answer
from data.costs.question import HIGHEST_RATE

PROBLEM = "costs-price-problem"


def own_price_editor(answer: Answer) -> None:
    """Draw a box for each price that these bills use; an empty one means the list price."""
    listed: dict[str, tuple[str, str]] = {}
    for bill in answer.bills:
        for line in bill.lines:
            listed.setdefault(line.meter, (line.what, line.unit))
    given = own_prices()
    mark = f" ({len(given)} in use)" if given else ""
    opened = st.expander(
        f"Prices of your own, for this session only{mark}", icon=":material/sell:", on_change="rerun", key="costs-own"
    )
    if not opened.open:
        return
    with opened:
        st.markdown(
            ":small[A contract's discount, or a price that is not on record. Own prices are marked in every result"
            " and export, and stand in no address, log or file of the server.]"
        )
        if problem := st.session_state.pop(PROBLEM, ""):
            st.warning(plain(problem), icon=":material/info:")
        with st.grid(min_column_width=250, border=False):
            for meter, (what, unit) in listed.items():
                _box(meter, f"{plain(what)} :small[:gray[USD per {plain(unit)}]]", given)
        if given:
            st.button("Back to list prices", icon=":material/undo:", key="costs-own-clear", on_click=_clear)


def _box(meter: str, label: str, given: dict[str, Decimal]) -> None:
    key = f"costs-price-{meter}"

    def changed() -> None:
        text = str(st.session_state[key]).strip()
        kept = own_prices()
        usd = read_number(text)
        if not text:
            kept.pop(meter, None)
        elif usd is None or not 0 <= usd <= HIGHEST_RATE:
            st.session_state[PROBLEM] = (
                f"A price is a number of USD from 0 to {HIGHEST_RATE:,f}; {text[:40]!r} is none."
            )
            return
        else:
            kept[meter] = usd
        st.session_state[PRICES_OF_SESSION] = kept

    st.session_state[key] = f"{given[meter]:f}" if meter in given else ""
    st.text_input(label, key=key, max_chars=24, placeholder="list price", on_change=changed)


def _clear() -> None:
    st.session_state[PRICES_OF_SESSION] = {}
