"""The boxes of a scene: services, and on the wide map families in one box."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from textwrap import wrap

from components.picture.marks import BoxMark
from components.picture.places import BOX_WIDTH, Layout
from data.landscape.view import View
from data.landscape.walk import Walk
from data.records import Catalog, Family, Service

LINE_LENGTH = 12  # letters of a name, and of what stands below it
SECOND_LINE_LENGTH, SECOND_LINES = 16, 2


def box_marks(
    catalog: Catalog, services: Sequence[Service], shown: View, layout: Layout, walk: Walk | None
) -> tuple[BoxMark, ...]:
    """The boxes of services, which are lit as the view says, and marked as the walk does."""
    boxes = _boxes(catalog, services, shown, layout)
    marks = walk.marks if walk else {}
    return tuple(_marked(box, marks[box.id]) if box.id in marks else box for box in boxes)


def _marked(box: BoxMark, mark: str) -> BoxMark:
    name, _, purpose = box.hover.partition(": ")
    return replace(box, mark=mark, hover=f"{name} ({mark}): {purpose}")


def _boxes(catalog: Catalog, services: Sequence[Service], shown: View, layout: Layout) -> tuple[BoxMark, ...]:
    folded = {group[0]: group for group in (shown.levels.folded if shown.levels else ())}
    families = {family.id: family for family in catalog.taxonomy.families}
    return tuple(
        _family_box(catalog, families[service.id], folded[service.id], _box(service, shown, layout), shown)
        if service.id in folded
        else _box(service, shown, layout)
        for service in services
    )


def _family_box(catalog: Catalog, family: Family, group: tuple[str, ...], box: BoxMark, shown: View) -> BoxMark:
    """The box of a service as the box of its family."""
    names = ", ".join(catalog.services[service].short_name for service in group)
    return replace(
        box,
        lines=wrapped(family.name),
        name=f"{family.name}, {len(group)} services",
        hover=f"{box.hover.partition(': ')[0]}: one of {len(group)} services in this box ({names}). A click opens it.",
        lit=not shown.lit_services.isdisjoint(group),
        what=(f"{len(group)} services",),
        holds=group[1:],
        lights=tuple(service for service in group if service in shown.lit_services),
    )


def _box(service: Service, shown: View, layout: Layout) -> BoxMark:
    x, y = layout.boxes[service.id]
    what = wrap(service.what or "", SECOND_LINE_LENGTH)[:SECOND_LINES] if layout.roomy else []
    return BoxMark(
        id=service.id,
        lines=wrapped(service.short_name),
        name=service.short_name,
        category=service.category,
        hover=f"{service.name}: {service.purpose.text}",
        x=x,
        y=y,
        width=BOX_WIDTH,
        height=layout.box_height,
        lit=service.id in shown.lit_services,
        selected=service.id == shown.selected,
        what=tuple(what),
    )


def wrapped(name: str) -> tuple[str, ...]:
    """A name in lines of about twelve letters, so that it fits a box."""
    return tuple(_lines(name.split()))


def _lines(words: Iterable[str]) -> list[str]:
    lines = [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + 1 + len(word) > LINE_LENGTH:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
