"""The findings: open ones by question, each with its proof, its facts, its price, and the two answers to it: change it,
or accept it with a reason."""

from __future__ import annotations

import streamlit as st

from components.estate.held import Held
from components.estate.words import advice_text, result_text
from components.text.plain_text import counted, plain
from data.estate.judging.assess import RANK, Result, open_results
from data.estate.reports.words import SEVERITIES
from data.records import Finding

_COLOURS = {"high": "red", "medium": "orange", "low": "blue", "ask": "gray"}
_SHOWN = 8


def show_findings(now: Held) -> None:
    """Draw the open findings, then what is accepted, then how many are in order."""
    results = now.results
    found = [one for one in open_results(results) if matches(now.words, one)]
    by_finding: dict[str, list[Result]] = {}
    for one in found:
        by_finding.setdefault(one.finding.id, []).append(one)
    if not by_finding:
        st.success("Nothing is open.", icon=":material/check:")
    ordered = sorted(by_finding.values(), key=lambda some: (RANK[some[0].finding.severity], some[0].verdict != "no"))
    with st.container(gap="xsmall"):
        for some in ordered:
            _question(now, some[0].finding, some)
    _accepted(now, [one for one in results if one.accepted is not None])
    fine = sum(one.verdict == "yes" for one in results)
    st.caption(f"{counted(fine, 'answer')} in order. The reports under Export tell every question with its facts.")


def matches(words: str, result: Result) -> bool:
    """Whether a result speaks of what was searched for."""
    wanted = words.strip().lower()
    text = f"{result.resource.name} {result.resource.kind} {result.finding.title} {result.finding.asks}"
    return not wanted or wanted in text.lower()


def _question(now: Held, finding: Finding, some: list[Result]) -> None:
    sure = [one for one in some if one.verdict == "no"]
    what = finding.title if sure else finding.asks
    where = plain(some[0].resource.name) if len(some) == 1 else counted(len(some), "resource")
    label = f":{_COLOURS[finding.severity]}-badge[{SEVERITIES[finding.severity]}] {plain(what)} · {where}"
    place = st.expander(label, key=f"finding-{finding.id}", on_change="rerun")
    if not place.open:
        return
    with place:
        st.markdown("\n\n".join((f"*{plain(finding.asks)}*", *(result_text(one) for one in some[:_SHOWN]))))
        if len(some) > _SHOWN:
            st.caption(f"And {counted(len(some) - _SHOWN, 'resource')} more, in the reports under Export.")
        st.markdown(advice_text(some[0]))
        if finding.alternative is not None:
            st.button(
                f"Draw it {plain(finding.alternative.title)}",
                key=f"route-{finding.id}",
                icon=":material/route:",
                on_click=_draw,
                args=(now, finding.id),
            )
        _accept(now, finding, some)


def _draw(now: Held, finding: str) -> None:
    now.route, now.service, now.connection = finding, None, None


def _accept(now: Held, finding: Finding, some: list[Result]) -> None:
    """The form stands in the page: a popover would open where the page is before the finding has unfolded."""
    names = {one.key: one.resource.name for one in some}
    chosen = list(names)
    with (
        st.form(f"accepting-{finding.id}", border=False),
        st.container(horizontal=True, vertical_alignment="bottom", gap="small"),
    ):
        if len(some) > 1:
            chosen = st.multiselect(
                "Accept for", chosen, default=chosen, format_func=names.__getitem__, key=f"for-{finding.id}", width=360
            )
        label = "Accept with a reason" if len(some) == 1 else "Reason"
        reason = st.text_input(label, key=f"reason-{finding.id}", max_chars=200, width=420).strip()
        if not st.form_submit_button("Accept", key=f"accept-{finding.id}", icon=":material/task_alt:"):
            return
    if chosen and reason:
        now.accepted.update(dict.fromkeys(chosen, reason))
        st.rerun()
    st.warning("Write the reason, and for which resources it holds, then accept.")


def _accepted(now: Held, accepted: list[Result]) -> None:
    if not accepted:
        return
    with st.expander(f"{counted(len(accepted), 'finding')} accepted", icon=":material/task_alt:"):
        for one in accepted:
            reason = one.accepted.reason if one.accepted else ""
            by = "here" if one.key in now.accepted else "in the files"
            st.markdown(f"**{plain(one.resource.name)}**: {plain(one.finding.title)}. Accepted {by}: {plain(reason)}")
            if one.key in now.accepted:
                st.button("Take back", key=f"back-{one.key}", on_click=_take_back, args=(now, one.key))


def _take_back(now: Held, key: str) -> None:
    now.accepted.pop(key, None)
