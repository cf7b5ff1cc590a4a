"""What is done before the first visitor comes: every module is imported, the cards are written, and the layouts are
made that most of them ask for."""

import pkgutil
from importlib import import_module

import components
from components.cards.card_text import card_text
from components.exports.in_the_worker import modules_of_the_worker
from components.picture.views import landscape_scene, use_case_scene
from data.catalog import catalog
from data.comparing.tables import row_ids
from data.landscape.filters import LandscapeFilter
from data.landscape.view import Question, view
from data.landscape.walk import Place

FRAME = "components.server.script"


def import_components() -> None:
    """Import what the pages draw with, but not the frame's script, nor what the worker alone needs for its files."""
    for module in pkgutil.walk_packages(components.__path__, "components."):
        if not module.ispkg and module.name not in (FRAME, *modules_of_the_worker()):
            import_module(module.name)


def warm_up() -> None:
    """Write every card, name the rows of comparisons, and lay out the landscape at first sight, the whole of it, every
    use case within it, and every one on its own."""
    given = catalog()
    row_ids(given)
    for service in given.services:
        card_text(given, service)
    questions = [Question(), Question(scope="wide")]
    for use_case in given.use_cases:
        belonging = LandscapeFilter(use_cases=(use_case,))
        questions += [Question(filter=belonging), Question(filter=belonging, look="only")]
    for question in questions:
        landscape_scene(given, question, view(given, question))
    for use_case in given.use_cases:
        use_case_scene(given, Place(use_case))
