"""Two estates beside each other: what is new, gone and changed."""

from __future__ import annotations

from dataclasses import dataclass

from data.estate.judging.answers import value_in_words
from data.estate.records import NOT_SET, Estate, Resource, Setting
from data.estate.settings import parts_by
from data.estate.sorts import sorts


@dataclass(frozen=True, slots=True)
class Changed:
    """A resource that is in both, and its settings that differ: name, before, after."""

    resource: Resource
    settings: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What the later estate has more, less and different."""

    new: tuple[Resource, ...]
    gone: tuple[Resource, ...]
    changed: tuple[Changed, ...]
    new_links: tuple[str, ...]
    gone_links: tuple[str, ...]


def difference(before: Estate, after: Estate) -> Difference:
    """What changed from one estate to another. Resources are the same where kind and name are."""
    old, new = _by_identity(before), _by_identity(after)
    changed = []
    for key, resource in new.items():
        settings = _settings(old[key], resource) if key in old else ()
        if settings:
            changed.append(Changed(resource, settings))
    lines = _links(before), _links(after)
    return Difference(
        new=tuple(resource for key, resource in new.items() if key not in old),
        gone=tuple(resource for key, resource in old.items() if key not in new),
        changed=tuple(changed),
        new_links=tuple(line for line in lines[1] if line not in lines[0]),
        gone_links=tuple(line for line in lines[0] if line not in lines[1]),
    )


def before_of(estate: Estate) -> Estate:
    """The estate as it was before its plan: without what is created, with what is deleted, with the former settings."""
    kept = tuple(_before(resource) for resource in estate.resources if resource.change != "created")
    places = {resource.address: set(resource.services) for resource in kept}
    places |= {box.id: {box.service} if box.service else set() for box in estate.outside}
    links = tuple(
        link
        for link in estate.links
        if link.by in places
        and link.source_service in places.get(link.source, set()) | {None}
        and link.target_service in places.get(link.target, set()) | {None}
    )
    return Estate(files=estate.files, resources=kept, links=links, outside=estate.outside, problems=estate.problems)


def _before(resource: Resource) -> Resource:
    was = {setting.name: setting for setting in resource.before}
    settings = tuple(was.get(setting.name, setting) for setting in resource.settings)
    settings = tuple(setting for setting in settings if setting.text != NOT_SET)
    sort = sorts().by_id.get(resource.sort or "")
    services = (*resource.services[:1], *parts_by(sort, settings)) if sort is not None else resource.services
    fate = "map" if resource.change == "deleted" and resource.services else resource.fate
    return Resource(**{**resource.model_dump(), "settings": settings, "services": services, "fate": fate, "before": ()})


def _by_identity(estate: Estate) -> dict[tuple[str, str, str], Resource]:
    return {(one.type, one.module, one.name): one for one in estate.resources if one.written and one.fate != "absent"}


def _links(estate: Estate) -> dict[str, None]:
    return dict.fromkeys(
        f"{estate.name(link.source)} → {estate.name(link.target)}: {link.says}" for link in estate.links
    )


def _settings(before: Resource, after: Resource) -> tuple[tuple[str, str, str], ...]:
    names = dict.fromkeys([*before.by_name, *after.by_name])
    told = ((name, _told(before.by_name.get(name)), _told(after.by_name.get(name))) for name in names)
    return tuple(entry for entry in told if entry[1] != entry[2])


def _told(setting: Setting | None) -> str:
    if setting is None:
        return "not set"
    if setting.state in ("known", "default"):
        return value_in_words(setting.value)
    return f"depends on {setting.text}" if setting.state == "depends" else "not visible here"
