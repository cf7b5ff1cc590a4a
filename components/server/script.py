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

from components.exports.wordmark import wordmark  # noqa: E402
from components.frame.every_page import style_every_page  # noqa: E402
from components.frame.menu import ABOUT, menu  # noqa: E402
from components.frame.phone_menu import phone_menu  # noqa: E402
from components.frame.term_notes import term_notes  # noqa: E402
from components.frame.titles import APP, title_page  # noqa: E402
from components.learn.moves import presents_lesson  # noqa: E402
from components.picture.theme_mode import theme_mode  # noqa: E402
from components.search.box import search_everything  # noqa: E402
from components.server.configuration import configuration  # noqa: E402
from components.server.sign_out import sign_out_page  # noqa: E402
from components.use_cases.walk_moves import presents  # noqa: E402
from data.catalog import catalog  # noqa: E402

st.set_page_config(
    page_title=APP,
    page_icon=str(ROOT / "components" / "picture" / "glyphs" / "favicon.svg"),
    layout="wide",
    initial_sidebar_state="collapsed",
)
bare = st.context.is_embedded or presents(catalog()) or presents_lesson(catalog())
entries = {
    group: [
        st.Page(ROOT / "pages" / p.file, title=p.title, icon=p.icon, url_path=p.path, default=p.path == "")
        for p in pages
    ]
    for group, pages in menu().items()
}
if configuration().sign_in == "on":
    entries[ABOUT].append(sign_out_page())
page = st.navigation(entries, position="hidden" if bare else "top")

if not bare:  # a logo alone makes the header appear
    st.logo(wordmark(theme_mode()), size="large", link=None)


@st.fragment(run_every=timedelta(days=20))
def come_back() -> None:
    """Nothing: but a page with a part that reruns by itself is rerun as a whole whenever it has been connected
    again."""


come_back()
if not bare:
    search_everything()
    phone_menu()
term_notes()
style_every_page()
if page.url_path:
    title_page(page.title)
page.run()
