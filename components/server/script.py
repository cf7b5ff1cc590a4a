"""The script that Streamlit runs for every visitor: the page's frame, and the page that the address asks for.

It stands here and not beside `pages/`, because Streamlit takes a main script beside a folder of that name for its
older kind of multipage app.
"""

import sys
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:  # however the app is started
    sys.path.insert(0, str(ROOT))

import streamlit as st  # noqa: E402

from components.frame.menu import PAGES  # noqa: E402
from components.frame.titles import APP, title_page  # noqa: E402
from components.use_cases.walk_moves import presents  # noqa: E402
from data.catalog import catalog  # noqa: E402

st.set_page_config(
    page_title=APP,
    page_icon=str(ROOT / "components" / "picture" / "glyphs" / "favicon.svg"),
    layout="wide",
    initial_sidebar_state="collapsed",
)
page = st.navigation(
    [
        st.Page(
            ROOT / "pages" / page.file, title=page.title, icon=page.icon, url_path=page.path, default=page.path == ""
        )
        for page in PAGES
    ],
    position="hidden" if st.context.is_embedded or presents(catalog()) else "top",
)


@st.fragment(run_every=timedelta(days=20))
def come_back() -> None:
    """Nothing: but a page with a part that reruns by itself is rerun as a whole whenever it has been connected
    again."""


come_back()
if page.url_path:
    title_page(page.title)
page.run()
