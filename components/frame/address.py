"""The address as state: reading what a page declares, and writing it back.

What is not understood is told in one quiet notice. What a visitor typed is text and nothing else.
"""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.frame.given_address import GivenAddress, Parameters
from data.records import Catalog

LONGEST_NAME = 40


class Address(GivenAddress):
    """The address of the page that a visitor sees."""

    @classmethod
    def of_this_page(cls, declared: Parameters, catalog: Catalog) -> "Address":
        """The address that the visitor sees now."""
        return cls(declared, {name: st.query_params.get_all(name) for name in st.query_params}, catalog)

    def notice(self) -> None:
        """Tell, quietly and once, what was left out."""
        if self.dropped:
            names = ", ".join(f"`{_shown(name)}`" for name in self.dropped)
            st.caption(f":material/info: Part of the address was not understood and is left out: {names}.")


def _shown(name: str) -> str:
    """A name as it can stand in code: in one line, and without what would end it."""
    return "".join(c for c in name[:LONGEST_NAME] if c.isprintable() and c != "`") or "?"


def write_address(values: Mapping[Any, Any]) -> None:
    """Make the address say exactly this, in this order; defaults are absent. `embed` parameters stay."""
    written = {parameter.name: parameter.write(value) for parameter, value in values.items()}
    wanted = {name: texts[0] if len(texts) == 1 else texts for name, texts in written.items() if texts}
    st.query_params.from_dict(wanted)
