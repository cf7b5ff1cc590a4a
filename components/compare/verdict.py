"""The verdict of a ready comparison: the question, the options, what we would take, and the facts that decide it."""

from collections.abc import Sequence

import streamlit as st

from components.compare.address import Compared, write_compared
from components.text.citations import Citations, bullets
from components.text.judgement import JUDGED
from components.text.plain_text import plain
from data.records import Catalog, Comparison


def verdict_of(catalog: Catalog, services: Sequence[str]) -> Comparison | None:
    """The ready comparison whose options are just these services, in whatever order; None where there is none."""
    return next(
        (
            c
            for c in catalog.comparisons.values()
            if sorted(s for o in c.options for s in o.services) == sorted(services)
        ),
        None,
    )


def compare_verdict(catalog: Catalog, services: Sequence[str], verdict: Comparison | None) -> None:
    """Draw the verdict, labelled as ours, beside the facts with the numbers of their sources, and the way to other
    ready comparisons of the same services."""
    if verdict:
        _draw(Citations(catalog, verdict.sources), verdict)
    _link_ready_comparisons(catalog, services, verdict)


def verdict_sources(catalog: Catalog, verdict: Comparison | None) -> None:
    """Draw the sources that the verdict and its facts name, folded."""
    if verdict is None:
        return
    cited = Citations(catalog, verdict.sources)
    cited.judgement(verdict.verdict)
    for fact in verdict.facts:
        cited.fact(fact)
    if listed := cited.sources():
        with st.expander(
            "Sources of the verdict and of its facts, with the date of the text that was read",
            icon=":material/fact_check:",
        ):
            st.markdown(listed)


def _link_ready_comparisons(catalog: Catalog, services: Sequence[str], but: Comparison | None) -> None:
    """A button for every other ready comparison around just these services."""
    for comparison in catalog.comparisons.values():
        if comparison is not but and set(comparison.services) == set(services):
            opened = Compared(pair=comparison.id)
            label = f"Ready comparison: {plain(comparison.title)}"
            st.button(
                label,
                key=f"ready-{comparison.id}",
                type="tertiary",
                icon=":material/arrow_forward:",
                on_click=write_compared,
                args=(opened,),
            )


def _draw(cited: Citations, comparison: Comparison) -> None:
    st.markdown(
        f"{plain(comparison.question)} "
        + " ".join(f"**{plain(option.name)}:** {plain(option.text)}" for option in comparison.options)
    )
    verdict, facts = st.columns(2, border=True)
    verdict.markdown(f"**Verdict** {JUDGED}\n\n{cited.judgement(comparison.verdict)}")
    facts.markdown(f"**What decides it**\n\n{bullets(cited.fact(fact) for fact in comparison.facts)}")
