"""Taking a bill along: CSV, Markdown and the curve as SVG. Prices of one's own are in the file, and marked."""

import streamlit as st

from components.costs.curve_svg import curve_svg
from components.costs.where_it_turns import curve_data
from components.picture.theme_mode import theme_mode
from data.costs.answer import Answer
from data.costs.report import as_csv, as_json, as_markdown
from data.records import Catalog


def cost_download(catalog: Catalog, answer: Answer) -> None:
    """Draw the popover; a file is made when its button is pressed."""
    name = f"costs-{answer.question.model.id}"
    mode = theme_mode()
    with st.popover("Export", icon=":material/download:", key="costs-export"):
        st.download_button("CSV", lambda: as_csv(answer), f"{name}.csv", "text/csv", key="costs-csv", on_click="ignore")
        st.download_button(
            "Markdown", lambda: as_markdown(answer), f"{name}.md", "text/markdown", key="costs-md", on_click="ignore"
        )
        st.download_button(
            "JSON", lambda: as_json(answer), f"{name}.json", "application/json", key="costs-json", on_click="ignore"
        )
        if len(answer.bills) > 1:
            st.download_button(
                "Picture (SVG)",
                lambda: curve_svg(curve_data(catalog, answer), mode, answer.turns),
                f"{name}.svg",
                "image/svg+xml",
                key="costs-svg",
                on_click="ignore",
            )
