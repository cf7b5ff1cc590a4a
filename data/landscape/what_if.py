"""What the picture of a use case shows where a part fails, and where another way is taken."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from data.landscape.filters import LandscapeFilter
from data.landscape.view import Question, View, view
from data.records import Alternative, Catalog, Connection, Failure, UseCase

FAILS, NEW, LEFT_OUT = "fails", "new", "left out"
LOST, IN_PART = "lost", "part lost"
GONE, ADDED = "×", "+"


@dataclass(frozen=True, slots=True)
class Walk:
    """What is marked on the picture of a use case: numbers and signs by connection, the active one, those walked
    before, a word by service, the connections of a route."""

    badges: Mapping[str, str]
    active: str | None
    before: frozenset[str]
    marks: Mapping[str, str] = field(default_factory=dict)
    route: frozenset[str] = frozenset()


def whole_view(catalog: Catalog, use_case: UseCase) -> View:
    """All of a use case."""
    shown = view(catalog, Question(filter=LandscapeFilter(use_cases=(use_case.id,)), look="only"))
    return replace(shown, title=use_case.title)


def failing(catalog: Catalog, use_case: UseCase, failure: Failure, whole: View, walk: Walk) -> tuple[View, Walk]:
    """What fails is marked; what then gets its data too late, wrong or not at all is dimmed and says so. What still
    gets some of it says so too, and stays lit."""
    part, effects = failure.part, effects_of(catalog, use_case, failure)
    hit = {service: effect for service, effect in effects.items() if effect != IN_PART}
    away = {c for c in whole.connections if _hit(catalog.connections[c], part, hit)} - {part}
    shown = replace(
        whole,
        lit_services=whole.services - set(hit),
        lit_connections=whole.connections - away,
        selected=whole.selected or part,
        title=f"{use_case.title}: what if {part_name(catalog, part)} fails",
    )
    broken = part if part in whole.connections else None
    marks = effects if broken else {**effects, part: FAILS}
    signs = {**walk.badges, part: GONE} if broken else walk.badges
    return shown, replace(walk, active=broken, badges=signs, marks=marks)


def effects_of(catalog: Catalog, use_case: UseCase, failure: Failure) -> dict[str, str]:
    """What becomes of each service that a failure reaches: `late`, `lost`, `wrong`, or `part lost` where data still
    comes to it from somewhere else. What an application reads and writes itself does not come from elsewhere."""
    lines = [catalog.connections[line] for line in catalog.connections_in(use_case.id) - {failure.part}]
    flows = [(c.source_id, c.target_id) for c in lines if c.data_way == "along"]
    flows += [(c.target_id, c.source_id) for c in lines if c.data_way == "against"]
    lost, left = {failure.part, *failure.lost}, set[str]()
    while fed := {end for start, end in flows if end in failure.lost and start not in lost and end not in left}:
        left |= fed
        lost -= fed
    return {service: IN_PART if service in left else effect for service, effect in failure.hit.items()}


def _hit(connection: Connection, part: str, hit: Mapping[str, str]) -> bool:
    """Whether a connection joins what fails and what that reaches."""
    return ends_of(connection) <= {*hit, part}


def another_way(
    catalog: Catalog, use_case: UseCase, alternative: Alternative, whole: View, walk: Walk
) -> tuple[View, Walk]:
    """The route of an alternative on the same picture: what it goes by stands out, what it does without is dimmed."""
    route, without = frozenset(alternative.route), frozenset(alternative.without)
    connections = whole.connections | route
    kept = connections - without
    services = whole.services | _ends(catalog, route)
    lit = _ends(catalog, kept) if alternative.route else whole.services
    shown = replace(
        whole,
        services=services,
        connections=connections,
        lit_services=lit,
        lit_connections=kept,
        title=f"{use_case.title}: why not “{alternative.title}”",
    )
    new = dict.fromkeys(route - whole.connections, ADDED)
    signs = {**walk.badges, **dict.fromkeys(without, GONE), **new}
    marks = dict.fromkeys(services - lit, LEFT_OUT) | dict.fromkeys(services - whole.services, NEW)
    return shown, replace(walk, badges=signs, marks=marks, route=route)


def badges(catalog: Catalog, use_case: UseCase) -> dict[str, str]:
    """For every connection the numbers of the steps that it carries: `2`, or `2, 5`. A connection by way of a service
    that no step meets has the number of the step between whose ends that service stands."""
    numbers: dict[str, list[str]] = defaultdict(list)
    beside = catalog.connections_in(use_case.id) - {step.connection for step in use_case.steps}
    by_ends = {(c.source_id, c.target_id): c.id for c in (catalog.connections[one] for one in beside)}
    for number, step in enumerate(use_case.steps, start=1):
        numbers[step.connection].append(str(number))
        start, end = (getattr(catalog.connections[step.connection], side) for side in ("source_id", "target_id"))
        for service in use_case.also:
            there, onward = by_ends.get((start, service)), by_ends.get((service, end))
            if there and onward:
                numbers[there].append(str(number))
                numbers[onward].append(str(number))
    return {connection: ", ".join(carried) for connection, carried in numbers.items()}


def ends_of(connection: Connection) -> frozenset[str]:
    """The ids of the two services of a connection."""
    return frozenset({connection.source_id, connection.target_id})


def _ends(catalog: Catalog, connections: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*(ends_of(catalog.connections[connection]) for connection in connections))


def part_name(catalog: Catalog, part: str) -> str:
    """The name of a service, or of a connection by its two ends."""
    if part in catalog.services:
        return catalog.services[part].short_name
    connection = catalog.connections[part]
    return f"{catalog.services[connection.source_id].short_name} → {catalog.services[connection.target_id].short_name}"
