"""Where the boxes of a comparison stand: on the landscape, whatever is compared."""

from itertools import combinations

from components.picture.scene import Scene
from components.picture.views import comparison_scene, landscape_scene
from data.comparing.comparison_view import comparison_view
from data.landscape.view import Question, view
from data.records import Catalog


def places(scene: Scene) -> dict[str, tuple[float, float]]:
    """Where the boxes are from the upper left corner, which stays where it is on a screen."""
    return {box.id: (box.x, round(scene.height - box.y, 6)) for box in scene.boxes}


def compared(catalog: Catalog, *services: str) -> dict[str, tuple[float, float]]:
    return places(comparison_scene(catalog, comparison_view(catalog, services)))


def moved(before: dict[str, tuple[float, float]], after: dict[str, tuple[float, float]]) -> set[str]:
    return {box for box in before.keys() & after.keys() if before[box] != after[box]}


def test_the_boxes_of_a_comparison_stand_where_they_stand_on_the_landscape(catalog: Catalog) -> None:
    first_sight = places(landscape_scene(catalog, Question(), view(catalog, Question())))
    named = [service.id for service in catalog.services.values() if service.core]
    for pair in combinations(named, 2):
        here = compared(catalog, *pair)
        assert first_sight.keys() <= here.keys()
        assert not moved(first_sight, here), pair
