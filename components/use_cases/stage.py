"""How the picture of a use case and its panel stand: the picture stays in view beside a panel that is longer, the page
alone scrolls, and a step that was chosen further down brings the picture back into view."""

from components.scripts.in_page import in_page
from data.landscape.walk import Place

_mount = in_page(__file__, "stage", '<span class="ldg-stage" hidden></span>')


def arrange_stage(place: Place) -> None:
    """Style picture and panel, and bring them into view when the place has changed."""
    shown = (place.step, place.failure, place.alternative)
    _mount(
        data={"shown": str(shown), "card": place.card or ""}, key="stage-arranged", width="content", height="content"
    )
