"""What the catalog holds, how a fact is corrected, and under which licence the data may be used."""

from functools import lru_cache

import streamlit as st

from data.loading.source_checks import page_of, sources_by_file
from data.records import Catalog
from data.tools.coverage import coverage_of_kinds

CORRECT = """
1. Each service, use case, glossary term and disagreement is one YAML file under `data/`, named after its id: Amazon
   DynamoDB Accelerator is
   `data/services/dax.yaml`. The connections that leave a service are together in `data/connections/`.
2. Change the text and the `read_on` of its source. The date is that of the text that you read; a newer one may only
   be claimed for a text that was read.
3. The first line of a file names its JSON Schema, so an editor that knows YAML completes the fields and marks
   mistakes.
4. `make test` says what is wrong: it names file, field and problem, all of them at once. It also compares names of
   the API with AWS's own models.
5. `make links` asks every address whether it still answers, and `make coverage-of-facts` prints what is old or
   missing.
"""
LICENCE = """
The code is under the MIT License. The catalog's own words may be used under
[Creative Commons Attribution 4.0](https://creativecommons.org/licenses/by/4.0/) (CC BY 4.0), as `data/LICENSE.md`
says. What AWS states belongs to AWS's
documentation; each fact links to the page on which it was read. This project is neither made nor endorsed by AWS.

The whole catalog is also there for other programs, as JSON at `/api/catalog.json` with its schema at
`/api/catalog.schema.json`.
"""
HOW = """
Every fact names the official page on which it was read and **the date of that text**, because pages change. What is
our judgement, such as when to use a
service, is marked :gray-badge[our judgement]. Where official pages disagree, the card shows both figures. What no
official page states stays out.
"""


def show_overview(catalog: Catalog) -> None:
    """Draw the counts and the three short texts."""
    st.markdown(HOW)
    with st.container(horizontal=True):
        for label, value, more in _counts(catalog):
            st.metric(label, f"{value:,}", help=more, border=True)
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.header("Correct a fact", anchor=False)
        st.markdown(CORRECT)
    with right:
        st.header("Use the data", anchor=False)
        st.markdown(LICENCE)


@lru_cache(maxsize=4)
def _counts(catalog: Catalog) -> tuple[tuple[str, int, str], ...]:
    kinds = {row.id: row for row in coverage_of_kinds(catalog)}
    pages = {page_of(source) for sources, _ in sources_by_file(catalog).values() for source in sources.values()}
    core = sum(service.core for service in catalog.services.values())
    statements = sum(row.statements for row in kinds.values())
    return (
        ("Services", len(catalog.services), f"{core} of them core services with a full card"),
        ("Connections", len(catalog.connections), "Arrows of the map"),
        ("Use cases", len(catalog.use_cases), "Walked through step by step"),
        (
            "Statements",
            statements,
            f"Facts, limits, steps and judgements; {sum(row.sourced for row in kinds.values()):,} of them name a page",
        ),
        ("Pages cited", len(pages), "Official pages, each counted once"),
        ("Conflicts", len(catalog.conflicts), "Questions on which official pages disagree"),
        ("Unconfirmed", len(catalog.unconfirmed), "What no official page read so far states"),
        ("Terms", len(catalog.terms), "Entries of the glossary"),
    )
