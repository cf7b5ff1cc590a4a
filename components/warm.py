"""What is computed before the first visitor comes: the layouts that most of them ask for."""

from components.scene import scene
from data.catalog import catalog
from data.filters import LandscapeFilter
from data.view import Question, view


def warm_up() -> None:
    """Lay out the landscape at first sight, the whole of it, and every use case on its own."""
    of = catalog()
    questions = [Question(), Question(scope="wide")]
    for use_case in of.use_cases:
        asked = LandscapeFilter(use_cases=(use_case,))
        questions += [Question(filter=asked), Question(filter=asked, look="only")]
    for question in questions:
        scene(of, view(of, question))
