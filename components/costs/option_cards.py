"""The options side by side: what each costs a month, how sure that is, and what is not known."""

import streamlit as st

from components.text.plain_text import plain
from data.billing.bill import ZERO, Bill, in_dollars
from data.costs.answer import Answer

BADGES = {"high": "green", "medium": "blue", "low": "orange", "own": "violet"}
WORDS = {
    "high": "prices of AWS's own list or pages of 2026",
    "medium": "a price from an older, undated or indirect text",
    "low": "a price told by a third party only, or in doubt",
    "own": "a price of your own",
}


def option_cards(answer: Answer) -> None:
    """Draw a card for each option, and the difference in words."""
    whole = [bill.total for bill in answer.bills if bill.whole]
    least = min(whole) if len(whole) > 1 else None
    for place, bill in zip(st.columns(len(answer.bills), gap="small", border=True), answer.bills, strict=True):
        with place:
            _card(bill, cheapest=least is not None and bill.whole and bill.total == least)
    told = [sentence for sentence in answer.differences if "; not known: " not in sentence]  # that stands on the card
    if told:
        st.markdown(" ".join(plain(sentence) for sentence in told))
    levels = {bill.confidence for bill in answer.bills if bill.whole}
    sure = [
        f":{BADGES[level]}-badge[{_level(level)}] {plain(words)}" for level, words in WORDS.items() if level in levels
    ]
    if sure:
        st.markdown(f":small[:gray[How sure the prices are:] {' · '.join(sure)}]")


def _card(bill: Bill, *, cheapest: bool) -> None:
    mark = " :green-badge[cheapest]" if cheapest else ""
    confidence = bill.confidence
    doubtful = bill.whole and confidence != "high"
    sure = f" :{BADGES[confidence]}-badge[{_level(confidence)}]" if doubtful else ""
    amount = f"{in_dollars(bill.total)} USD" if bill.whole else f"at least {in_dollars(bill.total)} USD"
    told = [f"{plain(bill.title)}{mark}{sure}", f"### {plain(amount)} :small[:gray[a month]]"]
    if not bill.whole:
        told.append(f":small[:red-badge[not known] {plain('; '.join(line.what for line in bill.unknown))}]")
    if bill.paid_once:
        once = sum((line.amount for line in bill.paid_once if line.amount is not None), ZERO)
        told.append(f":small[Of it paid at once for the term: {plain(in_dollars(once))} USD]")
    st.markdown("\n\n".join(told))


def _level(confidence: str) -> str:
    return "own price" if confidence == "own" else f"{confidence} certainty"
