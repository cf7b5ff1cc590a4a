"""The page of use cases, run as a visitor's session."""

from streamlit.testing.v1 import AppTest

from data.landscape.walk import involved
from data.records import Catalog
from tests.app_pages import graph, headings, links, notices, open_page, parameters_of, texts


def page_of(**parameters: str) -> AppTest:
    app = open_page("use-cases", **parameters)
    assert not app.exception
    return app


def again(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception
    return app


def told(app: AppTest) -> str:
    """All that the page says, without the signs that keep catalog text from being Markdown."""
    return texts(app).replace("\\", "")


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    return again(app)


def test_the_gallery_shows_every_use_case_with_its_problem_its_services_and_its_steps(catalog: Catalog) -> None:
    shown = told(page_of())
    for use_case in catalog.use_cases.values():
        assert use_case.problem in shown, use_case.id
        assert f"{len(use_case.steps)} steps · {len(use_case.failures)} failure modes" in shown, use_case.id
        assert all(name in shown for name in involved(catalog, use_case)), use_case.id


def test_the_gallery_is_filtered_by_service_and_by_text_and_says_so_in_the_address(catalog: Catalog) -> None:
    app = page_of()
    app.selectbox(key="use-cases-service").set_value("dax")
    again(app)
    with_dax = [use_case for use_case in catalog.use_cases if "dax" in catalog.services_in(use_case)]
    assert parameters_of(app) == {"service": ["dax"]}
    assert links(app, "use-cases") == [{"use_case": [use_case]} for use_case in with_dax]
    app.text_input(key="use-cases-q").set_value("zzzz qqqq")
    again(app)
    assert parameters_of(app) == {"service": ["dax"], "q": ["zzzz qqqq"]}
    assert "No use case fits" in told(app)
    press(app, "use-cases-clear")
    assert parameters_of(app) == {}


def test_a_use_case_opens_from_the_gallery_and_shows_all_of_itself(catalog: Catalog) -> None:
    assert {"use_case": ["siem"]} in links(page_of(), "use-cases")
    app = page_of(use_case="siem")
    siem = catalog.use_cases["siem"]
    shown = told(app)
    for text in (
        siem.problem,
        siem.steps[7].title,
        siem.why[0].text,
        siem.trade_offs[3].text,
        siem.alternatives[2].title,
        siem.smaller[3].text,
    ):
        assert text in shown
    for source in siem.sources.values():
        assert source.url in shown
    press(app, "use-case-back")
    assert parameters_of(app) == {}


def test_what_the_lines_mean_stands_below_the_picture_and_offers_no_filter(catalog: Catalog) -> None:
    [key] = graph(page_of(use_case="siem"))["figure"]["layout"]["meta"]["legend"]
    drawn = {catalog.connections[connection].kind for connection in catalog.connections_in("siem")}
    assert [entry["id"] for entry in key["keys"]] == [kind.id for kind in catalog.taxonomy.kinds if kind.id in drawn]
    assert all(entry["explains"] and entry["says"] for entry in key["keys"])


def test_start_next_previous_and_leave_move_the_step_in_the_address(catalog: Catalog) -> None:
    app = press(page_of(use_case="siem"), "use-case-start")
    assert parameters_of(app) == {"use_case": ["siem"], "step": ["1"]}
    assert app.button(key="walk-previous").disabled
    press(app, "walk-next")
    assert parameters_of(app)["step"] == ["2"]
    assert catalog.use_cases["siem"].steps[1].title in [heading.value for heading in app.subheader]
    press(app, "walk-previous")
    assert parameters_of(app)["step"] == ["1"]
    press(app, "walk-leave")
    assert parameters_of(app) == {"use_case": ["siem"]}


def test_leaving_shows_what_was_shown_before(catalog: Catalog) -> None:
    app = page_of(use_case="siem", failure="2")
    before = parameters_of(app)
    press(press(app, "use-case-start"), "walk-next")
    press(app, "use-case-present")
    press(press(app, "slide-next"), "slide-leave")
    assert parameters_of(app) == {"use_case": ["siem"], "step": ["2"]}
    press(app, "walk-leave")
    assert parameters_of(app) == before


def test_a_failure_tells_what_happens_and_what_to_do(catalog: Catalog) -> None:
    failures = catalog.use_cases["siem"].failures
    app = page_of(use_case="siem", failure="1")
    assert failures[0].do in told(app)
    assert failures[1].do not in told(app)
    labels = {
        button.key: button.label.replace("\\", "") for button in app.button if str(button.key).startswith("failure-")
    }
    assert all(failure.what in labels[f"failure-{number}"] for number, failure in enumerate(failures, start=1))
    press(app, "failure-2")
    assert parameters_of(app)["failure"] == ["2"]
    assert failures[1].do in told(app)


def test_a_failure_says_which_parts_are_late_lost_or_wrong(catalog: Catalog) -> None:
    failure = catalog.use_cases["siem"].failures[1]
    shown = told(page_of(use_case="siem", failure="2"))
    assert f"Too late:** {', '.join(catalog.services[service].short_name for service in failure.late)}." in shown
    assert "Nothing else in the picture" in told(page_of(use_case="backup-and-restore", failure="1"))


def test_an_alternative_says_what_changes_and_leads_to_the_comparison(catalog: Catalog) -> None:
    drawn = catalog.use_cases["siem"].alternatives[2]
    app = page_of(use_case="siem", alternative="3")
    assert "Goes by:** S3 → Lambda, Lambda → OpenSearch Service" in told(app)
    assert "Does without:**" in told(app)
    assert {"service": list(drawn.compare)} in links(app, "compare")
    press(app, "alternative-1")
    assert parameters_of(app)["alternative"] == ["1"]
    assert "told in words alone" in told(page_of(use_case="welcome-message", alternative="1"))


def test_what_the_address_cannot_mean_is_dropped_with_one_notice() -> None:
    app = page_of(use_case="siem", step="99", service="nothing")
    assert set(notices(app)) == {"step", "service"}


def test_what_a_visitor_typed_stays_text() -> None:
    app = page_of(q="<b>x</b> [y](https://example.org)")
    assert "No use case fits" in told(app)
    shown = next(caption.value for caption in app.caption if "match" in caption.value)
    assert "[y](" not in shown
    assert "<b>" not in shown


def test_every_use_case_can_be_walked_and_presented_to_its_end(catalog: Catalog) -> None:
    app = page_of()
    for use_case in catalog.use_cases.values():
        last = len(use_case.steps)
        for parameters in (
            {},
            {"step": str(last)},
            {"present": "1"},
            {"present": "1", "step": str(last)},
            {"present": "1", "step": str(last + 1)},
        ):
            app.query_params.clear()
            for name, value in {"use_case": use_case.id, **parameters}.items():
                app.query_params[name] = value
            again(app)
            assert notices(app) == []
            assert not app.error
            assert use_case.title in told(app)


def test_the_card_of_a_clicked_part_opens_beside_the_step_and_closes_without_losing_it(catalog: Catalog) -> None:
    app = page_of(use_case="siem", step="4", service="opensearch")
    assert catalog.services["opensearch"].name in headings(app)
    press(app, "use-case-card-close")
    assert parameters_of(app) == {"use_case": ["siem"], "step": ["4"]}


def test_a_service_that_is_part_of_no_use_case_can_be_asked_for(catalog: Catalog) -> None:
    unused = [service for service, use_cases in catalog.use_cases_by_service.items() if not use_cases]
    for service in unused:
        app = open_page("use-cases", service=service)
        assert not app.exception, service
        assert "No use case fits." in texts(app)
