"""Values for the parameters that answers depend on: given here, they turn "depends on" into yes or no."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from components.estate.held import Held, read_again
from components.text.plain_text import counted, plain

_MOST = 10


def give_values(now: Held) -> None:
    """Draw the popover with a field for each parameter that most answers hang on."""
    names = parameters_of(now)
    if not names:
        return
    opened = st.popover("Values", icon=":material/tune:", key="estate-values", on_change="rerun")
    if not opened.open:
        return
    with opened, st.form("estate-values-form", border=False):
        st.caption("What a parameter or variable will be. It is used in this session only.")
        given = {
            name: st.text_input(
                f"{plain(name)} · {counted(number, 'answer')}",
                value=now.given.get(name, ""),
                key=f"value-{name}",
                max_chars=200,
            )
            for name, number in names.items()
        }
        if st.form_submit_button("Read again with these"):
            fault = read_again(now, {name: value.strip() for name, value in given.items() if value.strip()})
            if fault:
                st.error(plain(fault), icon=":material/error:")
            else:
                st.rerun()


def parameters_of(now: Held) -> dict[str, int]:
    """The parameters that answers depend on, with how many do; those given already come along."""
    found = Counter(name for one in now.results if one.verdict == "depends" for name in one.depends)
    known = {name: number for name, number in found.most_common(_MOST) if _can_be_given(name)}
    return {**dict.fromkeys(now.given, 0), **known}


def _can_be_given(name: str) -> bool:
    return name.removeprefix("var.").replace("-", "_").isidentifier()
