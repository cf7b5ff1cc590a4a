"""The page of comparisons: the ready ones and a picker, or one comparison with its verdict, picture and table.

The address: `/compare?service=rds&service=dynamodb` compares two to four services in this order, `/compare?pair=<id>`
opens a ready comparison, and `only=differences` hides the rows that are the same.
"""

import streamlit as st

from components.compare.address import PARAMETERS, Compared, read_compared
from components.compare.gallery import compare_gallery
from components.compare.picker import compare_picker
from components.compare.picture import compare_picture
from components.compare.table import compare_table
from components.compare.verdict import compare_verdict, link_ready_comparisons, ready_comparison_of
from components.frame.address import Address
from components.frame.cost_link import cost_link
from components.frame.titles import title_page
from components.text.plain_text import plain
from data.comparing.comparison import compare_options, compare_services
from data.costs.places import COMPARISONS, place_of_services
from data.records import Catalog, Comparison


def show_compare(catalog: Catalog) -> None:
    """Draw what the address compares, or the ready comparisons where it compares nothing."""
    address = Address.of_this_page(PARAMETERS, catalog)
    compared = read_compared(address)
    ready = catalog.comparisons.get(compared.pair or "")
    services = ready.services if ready else compared.services
    if ready or len(services) > 1:
        _comparison(catalog, compared, services, ready, address)
        return
    st.title("Compare", anchor=False)
    compare_picker(catalog, compared, services)
    address.notice()
    if services:
        st.info(
            f"{plain(catalog.services[services[0]].short_name)} is chosen. Choose one more service, up to four in all.",
            icon=":material/add:",
        )
    compare_gallery(catalog)


def _comparison(
    catalog: Catalog, compared: Compared, services: tuple[str, ...], ready: Comparison | None, address: Address
) -> None:
    names = [catalog.services[service].short_name for service in services]
    title = ready.title if ready else f"{', '.join(names[:-1])} and {names[-1]}"
    title_page(title)
    st.title(plain(title), anchor=False)
    compare_picker(catalog, compared, services)
    address.notice()
    verdict = ready or ready_comparison_of(catalog, services)
    sources = compare_verdict(catalog, verdict) if verdict else ""
    link_ready_comparisons(catalog, services, verdict)
    cost_link((COMPARISONS.get(verdict.id) if verdict else None) or place_of_services(services), "What each costs")
    compare_picture(catalog, services, ready)
    if ready and ready.rows:
        compare_table(catalog, compare_options(ready), compared, title=ready.title, key="options")
    if len(services) > 1:
        compare_table(catalog, compare_services(catalog, services), compared, title=" and ".join(names), key="services")
    if sources:
        with st.expander(
            "Sources of the verdict and of its facts, with the date of the text that was read",
            icon=":material/fact_check:",
        ):
            st.markdown(sources)
