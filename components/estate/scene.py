"""The picture of an estate: the landscape's own boxes with what is in them, its arrows, and the rest dimmed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from textwrap import wrap
from typing import Any

from components.picture.boxes import SECOND_LINE_LENGTH, SECOND_LINES, wrapped
from components.picture.curves import Point
from components.picture.marks import ArrowMark, BoxMark
from components.picture.places import ArrowKey, BoxKey, Layout, lay_out
from components.picture.scene import Scene, scene
from data.estate.on_landscape import OnLandscape, on_landscape
from data.estate.records import Estate
from data.landscape.view import Question, View, view
from data.records import Catalog, Finding

_SHOWN = 12
LONGEST = 10  # letters of a line with a count


def estate_view(catalog: Catalog, estate: Estate, *, only: bool, route: Finding | None, selected: str | None) -> View:
    """What is drawn and what is lit: the estate on the landscape, or it alone, or a route through it."""
    place = on_landscape(catalog, estate)
    mine = place.services | place.outside
    if route is not None and route.alternative is not None:
        lines = frozenset(route.alternative.connections)
        ends = frozenset(end for line in lines for end in _ends(catalog, line))
        lit, title = (ends, lines), f"{route.title}: {route.alternative.title}"
        drawn = mine | ends
    else:
        lit, title, drawn = (mine, place.connections), "Your estate", mine
    whole = _around(catalog)
    services = drawn if only else whole.services | drawn
    connections = frozenset(line for line in catalog.connections if frozenset(_ends(catalog, line)) <= services)
    if not only:
        connections &= whole.connections | place.connections | lit[1]
    return View(services, connections, *lit, selected, title)


def estate_scene(
    catalog: Catalog,
    estate: Estate,
    *,
    only: bool,
    route: Finding | None = None,
    selected: str | None = None,
    words: str = "",
) -> Scene:
    """The scene of an estate; with `words`, only the boxes with a resource that they name are lit.

    Errors: WorkerError where the layout fails.
    """
    shown = estate_view(catalog, estate, only=only, route=route, selected=selected)
    place = on_landscape(catalog, estate)
    courses: dict[str, tuple[Point, ...]] = {}
    drawn = scene(catalog, shown, base=None if only else _around(catalog), lay=partial(_lay_with_own, place, courses))
    roomy = any(box.what for box in drawn.boxes)
    boxes = tuple(_box(box, estate, place, route is None, roomy) for box in drawn.boxes)
    mine = place.services | place.outside
    arrows = [
        replace(arrow, hover=_hover(catalog, estate, arrow))
        for arrow in drawn.arrows
        if arrow.lit or arrow.id in place.connections or frozenset(_ends(catalog, arrow.id)) <= mine
    ]
    if words.strip() and route is None:
        named = _named(estate, words)
        boxes = tuple(replace(box, lit=box.lit and box.id in named) for box in boxes)
        arrows = [replace(one, lit=one.lit and frozenset(_ends(catalog, one.id)) <= named) for one in arrows]
    arrows = [replace(one, quiet=route is not None and one.id in place.connections and not one.lit) for one in arrows]
    own = _own(catalog, estate, courses, lit=route is None, selected=selected)
    return replace(drawn, boxes=boxes, arrows=(*arrows, *own))


def _lay_with_own(
    place: OnLandscape,
    courses: dict[str, tuple[Point, ...]],
    boxes: Iterable[BoxKey],
    arrows: Iterable[ArrowKey],
    **how: Any,
) -> Layout:
    """The layout with the estate's own arrows in it, so that they lead around boxes as well; `courses` holds theirs."""
    known = list(boxes)
    drawn = {box for box, _ in known}
    own = [(_own_id(*pair), *pair) for pair in place.own if drawn.issuperset(pair)]
    layout = lay_out(known, [*arrows, *own], **how)
    courses.update({line: layout.arrows[line] for line, _, _ in own})
    return layout


def _own_id(source: str, target: str) -> str:
    return f"{source}--{target}--own"


def _around(catalog: Catalog) -> View:
    """The landscape around an estate, at first sight: with all services its names could not be read."""
    return view(catalog, Question())


def _named(estate: Estate, words: str) -> set[str]:
    """The services with a resource that the words name, by its name, kind or type."""
    wanted = words.strip().lower()
    return {
        service
        for service, resources in estate.services.items()
        if any(wanted in f"{one.name} {one.kind} {one.type}".lower() for one in resources)
    }


def _ends(catalog: Catalog, connection: str) -> tuple[str, str]:
    return catalog.connections[connection].source_id, catalog.connections[connection].target_id


def _box(box: BoxMark, estate: Estate, place: OnLandscape, whole: bool, roomy: bool) -> BoxMark:
    """The landscape's box with how many resources are in it, and, where boxes are `roomy`, their names."""
    resources = estate.services.get(box.id, ())
    if resources:
        names = ", ".join(one.name for one in resources[:_SHOWN])
        more = f" and {len(resources) - _SHOWN} more" if len(resources) > _SHOWN else ""
        return _told(box, f"×{len(resources)}", names, f"{box.name}: {names}{more}", roomy)
    if box.id in place.outside:
        names = ", ".join(one.name for one in estate.outside if one.service == box.id)
        return _told(box, "outside", names, f"Outside these files: {names}", roomy)
    return box if box.lit and not whole else replace(box, lit=box.lit and not whole)


def _told(box: BoxMark, count: str, names: str, hover: str, roomy: bool) -> BoxMark:
    if not roomy:
        return replace(box, lines=_with_count(box.name, count), what=(), hover=hover)
    said = names if count == "×1" else f"{count}: {names}"
    what = wrap(said, SECOND_LINE_LENGTH, max_lines=SECOND_LINES, placeholder=" …")
    return replace(box, lines=wrapped(box.name), what=tuple(what), hover=hover)


def _with_count(name: str, count: str) -> tuple[str, ...]:
    lines = wrapped(name)
    return (
        (*lines[:-1], f"{lines[-1]} {count}")
        if len(lines) > 1 or len(lines[-1]) + len(count) < LONGEST
        else (*lines, count)
    )


def _hover(catalog: Catalog, estate: Estate, arrow: ArrowMark) -> str:
    links = [link for link in estate.links if link.connection == arrow.id]
    if not links:
        return f"{arrow.name}: not in your files; {catalog.connections[arrow.id].what.text}"
    told = "; ".join(
        f"{estate.name(link.source)} → {estate.name(link.target)} ({link.certainty})" for link in links[:6]
    )
    return f"{arrow.name}: {told}"


def _own(
    catalog: Catalog, estate: Estate, courses: dict[str, tuple[Point, ...]], *, lit: bool, selected: str | None
) -> list[ArrowMark]:
    """Arrows of the estate between services that no arrow of the landscape joins in that direction."""
    arrows = []
    for (source, target), links in on_landscape(catalog, estate).own.items():
        line = _own_id(source, target)
        if line not in courses:
            continue
        name = f"{catalog.services[source].short_name} → {catalog.services[target].short_name}"
        told = "; ".join(
            f"{estate.name(one.source)} → {estate.name(one.target)} ({one.certainty})" for one in links[:6]
        )
        kind = "control" if all(one.certainty == "may" for one in links) else "data"
        hover = f"{name}: {told}"
        arrows.append(ArrowMark(line, name, kind, hover, source, target, courses[line], lit, line == selected))
    return arrows
