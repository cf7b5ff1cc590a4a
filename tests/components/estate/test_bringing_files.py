"""What a visitor brings is read, given back, seen by nobody else, and told about where it cannot be read."""

import gc

from streamlit.testing.v1 import AppTest

from data.estate.examples import EXAMPLES
from data.estate.records import Estate
from tests.app_pages import headings, open_page, texts
from tests.components.estate.pasted import TEMPLATE, meta, pasted

READS_A_FILE = """
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from components.estate.intake import upload

def take(files, names):
    st.session_state.taken = [name for name, _ in files]

upload(take, key="any", label="A file")
held = get_script_run_ctx().uploaded_file_mgr.file_storage.values()
st.text(f"{st.session_state.get('taken')} taken, {sum(map(len, held))} held")
"""


def test_a_file_that_was_read_is_given_back_at_once() -> None:
    app = AppTest.from_string(READS_A_FILE).run()
    app.file_uploader[0].set_value([("orders.yaml", TEMPLATE.encode(), "text/yaml")]).run()
    assert app.text[0].value == "['orders.yaml'] taken, 0 held"


def test_without_files_the_page_tells_what_can_be_brought_and_what_becomes_of_it() -> None:
    app = open_page("estate")
    assert not app.exception
    assert headings(app) == ["Your estate", "What can be read", "Or look at an example"]
    assert "stays in this session" in texts(app)
    assert {f"example-{entry.id}" for entry in EXAMPLES} <= {button.key for button in app.button}


def test_a_pasted_template_is_drawn_and_is_not_in_the_address() -> None:
    app = pasted(TEMPLATE)
    assert not app.exception
    assert set(meta(app)["services"]) == {"dynamodb", "lambda", "sqs"}
    assert meta(app)["connections"] == ["lambda--dynamodb"]
    assert not app.query_params


def test_what_cannot_be_read_is_one_sentence_and_the_ways_in_stay() -> None:
    app = pasted("Resources:\n  A: [\n")
    assert not app.exception
    assert len(app.error) == 1
    assert "This is not valid YAML" in app.error[0].value.replace("\\", "")
    assert "Or look at an example" in headings(app)


def test_names_of_somebodys_file_are_shown_as_text() -> None:
    app = pasted(TEMPLATE)
    for element in (*app.markdown, *app.expander):
        said = element.label if hasattr(element, "label") else element.value
        assert "<b>Odd</b>" not in said or "\\<b" in said or "`" in said


def test_a_visitor_sees_nothing_of_another_ones_estate() -> None:
    pasted(TEMPLATE)
    other = open_page("estate")
    assert "estate" not in other.session_state
    assert "Orders" not in texts(other).replace("Orders, in SAM", "")


def test_other_files_lets_go_of_everything() -> None:
    app = pasted(TEMPLATE)
    app.button(key="estate-again").click().run()
    assert "estate" not in app.session_state
    assert "Or look at an example" in headings(app)


def test_what_was_brought_is_gone_when_the_visitor_lets_it_go_and_when_the_session_ends() -> None:
    def estates() -> list[Estate]:
        gc.collect()
        found = [one for one in gc.get_objects() if isinstance(one, Estate) and "template.yaml" in one.files]
        return [one for one in found if "WelcomeMail" in {resource.name for resource in one.resources}]

    before = len(estates())  # those of other tests
    app = open_page("estate", example="orders")
    assert len(estates()) == before + 1
    app.button(key="estate-again").click().run()
    assert len(estates()) == before
