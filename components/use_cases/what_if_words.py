"""What a failure reaches, and what an alternative changes, in words: for the panel and for the slides."""

from data.landscape.walk import part_name
from data.landscape.what_if import IN_PART, LOST, effects_of
from data.records import Alternative, Catalog, Failure, UseCase

EFFECTS = {"late": "Too late", LOST: "Lost", IN_PART: "Lost in part", "wrong": "Wrong"}
NOTHING = "Nothing else in the picture is late, lost or wrong"
UNDRAWN = "The atlas has no connection that shows this way, so it is told in words alone."


def reach_in_words(catalog: Catalog, use_case: UseCase, failure: Failure) -> list[tuple[str, str]]:
    """What becomes of which services: (effect, names)."""
    found = []
    reached = effects_of(catalog, use_case, failure)
    for effect, word in EFFECTS.items():
        names = [catalog.services[service].short_name for service, told in reached.items() if told == effect]
        if names:
            found.append((word, ", ".join(names)))
    return found or [("Elsewhere", NOTHING)]


def changes_in_words(catalog: Catalog, alternative: Alternative) -> list[tuple[str, str]]:
    """By which connections an alternative goes, and which it does without; nothing where it cannot be drawn."""
    told = (("Goes by", alternative.route), ("Does without", alternative.without))
    if not alternative.route:
        return []
    return [(what, ", ".join(part_name(catalog, one) for one in parts)) for what, parts in told if parts]
