"""The bills, line by line, with the source of each price."""

from collections.abc import Mapping

import streamlit as st

from components.text.citations import first_date
from components.text.plain_text import plain
from data.billing.bill import Bill, Line, in_dollars
from data.billing.bill import plain as figure
from data.costs.answer import Answer, total_in_words
from data.records import Catalog
from data.records.price import Price, PriceCopy


def bill_tables(catalog: Catalog, answer: Answer) -> None:
    """Draw a table for each option, folded but for the first, and what the bills do not hold."""
    st.subheader("Line by line", anchor=False)
    names = {service.id: service.short_name for service in catalog.services.values()}
    for place, bill in enumerate(answer.bills):
        with st.expander(f"{plain(bill.title)}: {plain(total_in_words(bill))}", expanded=place == 0):
            st.markdown(bill_in_markdown(bill, names, answer.copies))
    _about_the_prices(answer)
    st.markdown(
        f":small[Not included: {plain('; '.join(answer.bills[0].left_out))}. {plain(' '.join(answer.bills[0].notes))}]"
    )


def _about_the_prices(answer: Answer) -> None:
    """What AWS says about the prices of these bills, and where texts disagree."""
    prices = {line.price.id: line.price for bill in answer.bills for line in bill.lines if line.price}
    told = [f"- **{plain(price.id)}**: {plain(price.metered)}. {_notes(price)}" for price in prices.values()]
    disputed = sum(bool(price.conflict) for price in prices.values())
    mark = f"; texts disagree about {disputed} of them" if disputed else ""
    if told:
        with st.expander(f"Minimums, rounding and free allowances of these prices{mark}", icon=":material/rule:"):
            st.markdown("\n".join(told))


def _notes(price: Price) -> str:
    named = (
        ("At least", price.minimum),
        ("Rounding", price.rounding),
        ("Free", price.free_tier),
        ("Note", price.notes),
    )
    parts = [f"{name}: {plain(text.rstrip('.'))}." for name, text in named if text]
    parts += [f":orange-badge[texts disagree] {plain(text.rstrip('.'))}." for text in price.conflict]
    return " ".join(parts)


def bill_in_markdown(bill: Bill, names: dict[str, str], copies: Mapping[str, PriceCopy]) -> str:
    """A table of the lines; `names` are those of services, `copies` say where a price was read."""
    parts = any(line.part for line in bill.lines)
    head = ("| Part " if parts else "") + "| What | Quantity | USD a unit | USD a month | Price from |"
    rule = ("|---" if parts else "") + "|---|---:|---:|---:|---|"
    return "\n".join([head, rule, *(_row(line, parts, names, copies) for line in bill.lines)])


def _row(line: Line, parts: bool, names: dict[str, str], copies: Mapping[str, PriceCopy]) -> str:
    part = f"| {plain(names.get(line.part, line.part))} " if parts else ""
    once = " :small[(not part of the month)]" if line.once else ""
    price = "not known" if line.unit_price is None else figure(line.unit_price, 10)
    amount = "not known" if line.amount is None else in_dollars(line.amount)
    quantity = f"{figure(line.quantity)} {line.unit}"
    cells = (plain(line.what) + once, plain(quantity), plain(price), plain(amount), _source(line, copies))
    return f"{part}| {' | '.join(cells)} |"


def _source(line: Line, copies: Mapping[str, PriceCopy]) -> str:
    if line.overruled:
        return ":violet-badge[your own price]"
    if line.price is None:
        return f":red-badge[no price on record] for {plain(line.region)}"
    copy = copies[line.price.read_in]
    read = f"Read in: {copy.what}, {copy.read_on}"
    date = f":small[:gray[{plain(first_date(copy.read_on))}]]"
    return f'[{plain(line.price.id)}]({line.price.url} "{_title(read)}") :gray-badge[{line.confidence}] {date}'


def _title(text: str) -> str:
    return text.replace('"', "'").replace("\\", "").replace("|", "/").replace("[", "(").replace("]", ")")
