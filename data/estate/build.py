"""From what was read to an estate: where each resource stands, its settings, its arrows, and every resource accounted
for."""

from __future__ import annotations

from data.estate.fates import fate_of, fold
from data.estate.joining.arrows import Arrows
from data.estate.joining.collections import collection_settings
from data.estate.joining.declared import add_connectors, add_declared, add_environment, add_mentions
from data.estate.joining.permissions import add_permissions
from data.estate.joining.pipelines import add_pipelines, pipeline_settings
from data.estate.joining.places import Kept, Places
from data.estate.joining.reachability import add_reachability
from data.estate.opening.redact import redacted
from data.estate.records import NOT_SET, Accepted, Estate, Exists, Place, Problem, Resource, Setting
from data.estate.resource import Reading, ReadResource, dig
from data.estate.settings import by_file, parts_of, settings_of
from data.estate.sorts import Sort, is_custom, language_of, sorts
from data.estate.values import ABSENT, LEFT_OUT, Unsure, with_default


def built(reading: Reading) -> Estate:
    """The estate of a reading."""
    _make_unique(reading.resources)
    kept = {read.address: _kept(read) for read in reading.resources if read.origin != "data"}
    places = Places(kept, data={read.address: read for read in reading.resources if read.origin == "data"})
    fold(places)
    arrows = Arrows(places)
    for add in (
        add_declared,
        add_pipelines,
        add_connectors,
        add_environment,
        add_permissions,
        add_reachability,
        add_mentions,
    ):
        add(arrows)
    nested = {resource.module for resource in reading.resources}
    resources = tuple(_resource(one, places, nested) for one in kept.values())
    shown = {resource.address for resource in resources if resource.fate == "map"} | set(places.outside)
    links = tuple(link for link in arrows.found.values() if link.source in shown and link.target in shown)
    used = {end for link in links for end in (link.source, link.target)}
    problems = tuple(
        Problem(place=Place(file=redacted(file), line=line), sentence=redacted(sentence))
        for file, line, sentence in reading.problems
    )
    return Estate(
        files={redacted(name): kind for name, kind in reading.formats.items()},
        resources=resources,
        links=tuple(link.model_copy(update={"expression": link.expression}) for link in links),
        outside=tuple(box for key, box in places.outside.items() if key in used),
        problems=problems,
    )


def _make_unique(resources: list[ReadResource]) -> None:
    seen: dict[str, int] = {}
    for read in resources:
        read.address = redacted(read.address)
        number = seen.get(read.address, 0)
        seen[read.address] = number + 1
        if number:
            read.address = f"{read.address} ({number + 1})"


def _kept(read: ReadResource) -> Kept:
    sort = sorts().find(read.type, read.name)
    if (
        sort is not None
        and sort.becomes is not None
        and any(
            dig(read.properties, path) is not ABSENT
            for path in sort.by_language[language_of(read.type)][sort.becomes.when][0]
        )
    ):
        sort = sorts().by_id[sort.becomes.sort]
    return Kept(read, sort, _service(read, sort))


def _service(read: ReadResource, sort: Sort | None) -> str | None:
    if sort is None:
        return None
    if read.origin == "module" and sort.module_service:
        return sort.module_service
    by = sort.service_by
    if by is not None:
        for path in sort.by_language[language_of(read.type)][by.setting][0]:
            value = dig(read.properties, path)
            text = with_default(value) if isinstance(value, Unsure) else value
            if isinstance(text, str):
                return by.service if text.startswith(by.begins) else sort.service
        return by.default or sort.service
    return sort.service


def _resource(kept: Kept, places: Places, nested: set[str]) -> Resource:
    read, sort = kept.read, kept.sort
    fate, note = fate_of(kept, nested)
    settings = _settings(kept, places) if sort is not None else ()
    before = (
        settings_of(read, sort, read.before)
        if sort is not None and read.before is not None and read.action in ("changed", "replaced")
        else ()
    )
    by_name = {setting.name: setting for setting in settings}
    changed = tuple(one for one in before if (now := by_name.get(one.name)) is None or now.value != one.value) + tuple(
        Setting(name=name, state="hidden", text=NOT_SET)
        for name, now in by_name.items()
        if before and name not in {one.name for one in before} and now.state != "default"
    )
    return Resource(
        address=read.address,
        name=_name(kept, by_name),
        type=redacted(read.type),
        sort=sort.id if sort is not None else None,
        kind=sort.name if sort is not None else _kind(read),
        services=(
            (kept.service, *parts_of(read, sort))
            if kept.service and fate == "map"
            else (kept.service,)
            if kept.service
            else ()
        ),
        fate=fate,
        host=kept.host if fate == "folded" else None,
        place=Place(file=redacted(read.file), line=read.line),
        module=redacted(read.module),
        written=read.origin != "event",
        settings=settings,
        exists=_exists(read),
        accepted=tuple(Accepted(check=redacted(check), reason=redacted(reason)) for check, reason in read.skipped),
        change=read.action if read.action in ("created", "changed", "replaced", "deleted", "unchanged") else None,  # type: ignore[arg-type]
        before=changed,
        note=note,
        whole=read.origin not in ("module", "inventory") and not is_custom(read.type),
    )


def _settings(kept: Kept, places: Places) -> tuple[Setting, ...]:
    assert kept.sort is not None  # noqa: S101 (asked by the caller)
    found = settings_of(kept.read, kept.sort)
    if kept.sort.id == "osis-pipeline":
        found += pipeline_settings(kept)
    if kept.sort.id == "opensearch-collection":
        found += collection_settings(kept, places)
    return found


def _kind(read: ReadResource) -> str:
    if read.origin == "module":
        return "module"
    return redacted(
        read.type.split("::")[-1] if "::" in read.type else read.type.removeprefix("aws_").replace("_", " ")
    )


def _name(kept: Kept, settings: dict[str, Setting]) -> str:
    """What the team calls it: the name in the code; in an inventory, the name it has."""
    inside = kept.read.module.partition("module.")[2].replace("module.", "")
    module = ".".join(inside.split(".")[-2:])
    return redacted(f"{module}.{kept.read.name}" if module else kept.read.name)[:80] or redacted(kept.read.type)


def _exists(read: ReadResource) -> Exists | None:
    value = read.exists
    if not isinstance(value, Unsure):
        return None
    default = with_default(value)
    return Exists(
        text=redacted(value.text),
        depends=tuple(redacted(one) for one in value.depends[:8]),
        default=None if default in (ABSENT, LEFT_OUT) else bool(default),
        by_file=by_file(read, value.depends),
    )
