"""What is done before the first visitor comes: every module is imported, the cards are written, and the layouts are made that most of them ask for."""

import pkgutil
from importlib import import_module
from pathlib import Path

from components.card_text import card_text
from components.scene import scene
from data.catalog import catalog
from data.filters import LandscapeFilter
from data.view import Question, view


def import_components() -> None:
    """Import what the pages draw with, but not the frame, which is a script, nor what the export worker alone needs."""
    here = Path(__file__).resolve().parent
    for module in pkgutil.iter_modules([str(here)], f"{__package__}."):
        if module.name != f"{__package__}.frame":
            import_module(module.name)


def warm_up() -> None:
    """Write every card, and lay out the landscape at first sight, the whole of it, and every use case on its own."""
    of = catalog()
    for service in of.services:
        card_text(of, service)
    questions = [Question(), Question(scope="wide")]
    for use_case in of.use_cases:
        asked = LandscapeFilter(use_cases=(use_case,))
        questions += [Question(filter=asked), Question(filter=asked, look="only")]
    for question in questions:
        scene(of, view(of, question))
