"""The recommendation at the end of the questions: why, what would change it, what was ruled out, what came second,
and where to read on."""

from itertools import groupby

import streamlit as st

from components.choose.reasons import Reasons
from components.frame.cost_link import cost_link
from components.frame.menu import link_to_page
from components.frame.small_map_image import small_map
from components.picture.theme_mode import theme_mode
from components.text.judgement import JUDGED
from components.text.plain_text import plain
from components.text.service_links import with_service_links
from data.choosing.decision import Way, otherwise, ruled_out, still_apply, ways_on
from data.costs.places import place_of_services, place_of_use_case
from data.records import Against, Catalog, Decision, Reason, Recommendation


def show_outcome(catalog: Catalog, decision: Decision, way: Way) -> None:
    """Draw the recommendation that a way ends on, or before the last answer what is still possible."""
    if way.recommendation:
        _recommendation(catalog, way, way.recommendation)
    else:
        _what_is_left(catalog, decision, way)


def _recommendation(catalog: Catalog, way: Way, end: Recommendation) -> None:
    """What is recommended, why, what came second, and where to read on."""
    reasons = _reasons_of(catalog, way, end)
    st.markdown(":small[:gray[Recommendation]]")
    st.subheader(plain(end.title), anchor=False)
    names = ", ".join(catalog.services[service].short_name for service in end.services)
    st.markdown(small_map("services", f"Map: {names}", theme_mode(), end.services))
    st.markdown(f"{plain(end.summary)} {JUDGED}")
    _read_on(catalog, end)
    st.markdown(f"**Why, from your answers** {JUDGED}\n\n" + "\n".join(map(reasons.line, _why(way, end))))
    st.markdown(f"**What came second** {JUDGED}\n\n" + _of_service(catalog, end.runner_up, reasons))


def show_what_else(catalog: Catalog, decision: Decision, way: Way) -> None:
    """Draw what would change the recommendation, what other answers lead to, what was ruled out, and the sources of
    it all; nothing before the last answer."""
    end = way.recommendation
    if end is None:
        return
    reasons = _reasons_of(catalog, way, end)
    reasons.tell(_said_before(way, end))
    changes, others, against = st.columns(3, gap="medium")
    with changes:
        st.markdown(
            f"**What would change it** {JUDGED}\n\n"
            + (
                "\n".join(with_service_links(catalog, reasons.line(entry)) for entry in end.changes)
                or "Nothing in particular."
            )
        )
    with others:
        st.markdown("**If you answered otherwise**")
        _other_answers(decision, way)
    with against:
        st.markdown(
            f"**What was ruled out** {JUDGED}\n\n"
            + ("\n".join(_of_service(catalog, entry, reasons) for entry in ruled_out(way)) or "Nothing.")
        )
    with st.expander("Sources, with the date of the text that was read", icon=":material/menu_book:"):
        st.markdown(reasons.sources())


def _reasons_of(catalog: Catalog, way: Way, end: Recommendation) -> Reasons:
    """The reasons of a recommendation, ready to be written: sources are numbered through all of them."""
    said: list[Reason | Against] = [*_said_before(way, end), *end.changes, *ruled_out(way)]
    return Reasons(catalog, (pointer for reason in said for pointer in reason.facts))


def _said_before(way: Way, end: Recommendation) -> list[Reason | Against]:
    """What stands in the recommendation itself."""
    return [*_why(way, end), end.runner_up]


def _why(way: Way, end: Recommendation) -> list[Reason]:
    return [reason for _, option in way.taken for reason in option.because] + list(end.because)


def _of_service(catalog: Catalog, entry: Against, reasons: Reasons) -> str:
    return reasons.line(entry, f"**{plain(catalog.services[entry.service].short_name)}**: ")


def _read_on(catalog: Catalog, end: Recommendation) -> None:
    main, second = end.services[0], end.runner_up.service
    with st.container(horizontal=True, key="read-on"):
        for service in end.services:
            link_to_page("services", f"Card: {catalog.services[service].short_name}", service=service)
        if end.use_case:
            link_to_page("use-cases", f"Use case: {catalog.use_cases[end.use_case].title}", use_case=end.use_case)
        link_to_page(
            "compare",
            f"Compare {catalog.services[main].short_name} with {catalog.services[second].short_name}",
            service=[main, second],
        )
        if end.use_case:
            link_to_page("", "On the map", use_case=end.use_case)
        else:
            link_to_page("", "On the map", service=main)
        use_case = place_of_use_case(catalog, end.use_case) if end.use_case else None
        cost_link(use_case or place_of_services(end.services), "What it costs")


def _other_answers(decision: Decision, way: Way) -> None:
    """What each other answer would have led to, as a link to it; the later answers are kept where they still apply."""
    for question, others in groupby(otherwise(decision, way), key=lambda other: other[0]):
        with st.container(gap=None):
            st.markdown(f":small[{plain(question.text)}]")
            for _, option, ends in others:
                leads = ends[0].title if len(ends) == 1 else f"{len(ends)} possible"
                answers = still_apply(decision, way.answers | {question.id: option.id})
                given = [f"{question_id}.{answered}" for question_id, answered in answers.items()]
                link_to_page("choose", f"{option.text} → {leads}", answer=given)


def _what_is_left(catalog: Catalog, decision: Decision, way: Way) -> None:
    """Before the last answer: which services are still possible, and what is ruled out so far."""
    ends = {
        on.recommendation.id: on.recommendation for on in ways_on(decision, way.answers) if on.recommendation
    }.values()
    possible = {service for end in ends for service in end.services}
    core = [s.short_name for s in catalog.services.values() if s.core and s.id in possible]
    st.markdown(":small[:gray[Still possible]]")
    st.markdown(f"**{len(ends)} of {len(decision.recommendations)} recommendations**, with {plain(', '.join(core))}.")
    against = tuple(entry for _, option in way.taken for entry in option.rules_out)
    if against:
        reasons = Reasons(catalog, (pointer for entry in against for pointer in entry.facts))
        st.markdown(
            f"**Ruled out so far** {JUDGED}\n\n" + "\n".join(_of_service(catalog, entry, reasons) for entry in against)
        )
    if not way.taken:
        st.markdown(
            "Each answer narrows it down. At the end stands one service, or a "
            "combination, with the reasons, what came second and what would change it."
            " The answers are in the address: a copied link shows the same recommendation."
        )
