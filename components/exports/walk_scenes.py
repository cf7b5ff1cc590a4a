"""The scene of a record at other places of its walk."""

from dataclasses import replace

from components.exports.record import ExportRecord
from components.picture.scene import Scene


def all_lit(scene: Scene) -> Scene:
    """The scene with nothing dimmed, selected or walked before."""
    return replace(
        scene,
        boxes=tuple(replace(box, lit=True, selected=False) for box in scene.boxes),
        arrows=tuple(replace(arrow, lit=True, selected=False, quiet=False) for arrow in scene.arrows),
        selected=None,
    )


def at_step(record: ExportRecord, number: int) -> Scene:
    """The scene with one step of the walk lit and those before it quiet."""
    scene = record.scene
    active = record.walk[number - 1].connection
    before = {step.connection.id for step in record.walk[: number - 1]} - {active.id}
    ends = {active.source_id, active.target_id}
    arrows = (replace(a, lit=a.id == active.id, selected=a.id == active.id, quiet=a.id in before) for a in scene.arrows)
    return replace(
        scene,
        boxes=tuple(replace(box, lit=box.id in ends, selected=False) for box in scene.boxes),
        arrows=tuple(arrows),
    )
