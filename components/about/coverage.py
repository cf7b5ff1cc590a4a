"""How the statements are covered by sources: a chart of the core services, the table of all, what is empty, and which
older texts are cited."""

from datetime import date
from functools import lru_cache

import pandas as pd
import streamlit as st

from components.about.figures import ages_figure
from components.exports.tables import csv_of
from components.picture.theme_mode import theme_mode
from components.text.citations import bullets, text_date, text_of
from components.text.plain_text import plain
from data.loading.source_checks import newest_texts, page_of, sources_by_file
from data.records import Catalog
from data.tools.coverage import Coverage, age_in_words, ages_of_statements, coverage_of_kinds, coverage_of_services

COLUMNS = {
    "name": "Service",
    "core": "Core",
    "statements": "Statements",
    "sourced": "With a page",
    "pages": "Pages",
    "read_whole": "Read whole",
    "undated": "Undated copies",
    "age": "Oldest text",
    "oldest": "Oldest text of",
    "newest": "Newest text of",
    "missing": "Empty on the card",
}
CONFIG = {"displayModeBar": False}


def show_coverage(catalog: Catalog) -> None:
    """Draw chart, table and lists."""
    today = date.today()
    st.markdown(
        "Each fact names the page on which it was read and the date of that text. "
        "The chart shows how old these texts are today, for the core services;"
        " where a statement names several pages, the newest text "
        "counts. Undated copies bear no date and are counted apart."
    )
    ages = _ages(catalog, today)
    figure = ages_figure(ages, theme_mode())
    st.plotly_chart(figure, theme=None, config=CONFIG, key="about-ages", alt=_in_words(ages))
    st.header("Service by service", anchor=False)
    st.markdown(_read_whole(catalog))
    table = _table(catalog, today)
    st.dataframe(
        table,
        hide_index=True,
        alt="Coverage of each service by sources",
        column_config={"Empty on the card": st.column_config.TextColumn(width="large")},
    )
    st.download_button(
        "Coverage as CSV",
        lambda: csv_of(table),
        "coverage.csv",
        "text/csv",
        icon=":material/download:",
        on_click="ignore",
    )
    older = _older_texts(catalog)
    if older:
        st.header("Older texts that are cited", anchor=False)
        st.markdown(
            "The same page is cited in the same text everywhere. Where an older "
            f"text is cited although a newer one was read, this is why:\n\n{older}"
        )


@lru_cache(maxsize=4)
def _ages(catalog: Catalog, today: date) -> dict[str, dict[str, int]]:
    return {
        service.short_name: ages_of_statements(service, today) for service in catalog.services.values() if service.core
    }


def _in_words(ages: dict[str, dict[str, int]]) -> str:
    return "Statements by the age of their text. " + "; ".join(
        f"{name}: " + ", ".join(f"{count} {age}" for age, count in counts.items() if count)
        for name, counts in ages.items()
    )


@lru_cache(maxsize=4)
def _read_whole(catalog: Catalog) -> str:
    core = [row for row in coverage_of_services(catalog) if row.core]
    done = ", ".join(f"{plain(row.name)} {row.read_whole} of {row.pages}" for row in core)
    return (
        "A page that was **read whole** was read from beginning to end, and "
        f"every statement that names it was held against it. Core services: {done}."
    )


@lru_cache(maxsize=4)
def _table(catalog: Catalog, today: date) -> pd.DataFrame:
    rows = [_row(row, today) for row in (*coverage_of_services(catalog), *coverage_of_kinds(catalog))]
    return pd.DataFrame(rows).rename(columns=COLUMNS)


def _row(row: Coverage, today: date) -> dict[str, object]:
    return {
        "name": row.name,
        "core": "yes" if row.core else "",
        "statements": row.statements,
        "sourced": row.sourced,
        "pages": row.pages,
        "read_whole": row.read_whole,
        "undated": row.undated,
        "age": age_in_words(row.age(today)),
        "oldest": row.oldest,
        "newest": row.newest,
        "missing": "; ".join(row.missing),
    }


@lru_cache(maxsize=4)
def _older_texts(catalog: Catalog) -> str:
    by_file = sources_by_file(catalog)
    newest = newest_texts(by_file)
    lines = [
        f"[{plain(source.title)}]({source.url}), {text_of(source)} in `{file}`, "
        f"although {text_date(newest[page_of(source)][1].read_on)} was read elsewhere: {plain(source.older)}"
        for file, (sources, _) in by_file.items()
        for source in sources.values()
        if source.older
    ]
    return bullets(dict.fromkeys(lines))
