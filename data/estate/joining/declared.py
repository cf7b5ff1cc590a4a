"""Arrows that the table of types declares, environment variables, and what a resource mentions besides."""

from __future__ import annotations

from data.estate.joining.arrows import Arrows
from data.estate.joining.places import End, Kept
from data.estate.resource import Path
from data.estate.settings import parts_of
from data.estate.sorts import Join, Part, Sort, language_of
from data.estate.structured import structured
from data.estate.values import Reference, Unsure, Value, references_in, unsure_in

_EXPECTED = {  # the service that a setting of this name speaks of
    "domain": "opensearch",
    "collection": "opensearch-serverless",
    "function": "lambda",
    "queue": "sqs",
    "topic": "sns",
    "bucket": "s3",
    "backup bucket": "s3",
    "log bucket": "s3",
    "secret": "secrets-manager",
    "encryption key": "kms",
    "table": "dynamodb",
    "group": "cloudwatch-logs",
    "log group": "cloudwatch-logs",
    "notification topic": "sns",
    "instance": "rds",
    "replica of": "rds",
    "Kinesis stream": "kinesis-data-streams",
}
_ONE_WAY = {
    "cloudwatch-logs",
    "s3",
    "lambda",
    "iam",
}  # arrows of these in the catalog mean something narrower than a mention
_PASSED_BY = ("(mentions)", "role", "role_arn", "Role", "RoleArn", "tags", "Tags")


def add_declared(arrows: Arrows) -> None:
    """Arrows of the joins and parts in `types.yaml`."""
    for kept in list(arrows.places.kept.values()):
        if kept.sort is None or kept.read.exists is False:
            continue
        for join in kept.sort.joins:
            _add_join(arrows, kept, kept.sort, join)
        if kept.sort.fate == "map":
            for part in kept.sort.parts:
                _add_part(arrows, kept, part)


def _add_join(arrows: Arrows, kept: Kept, sort: Sort, join: Join) -> None:
    for target, target_path, target_value in _sides(arrows, kept, sort, join.to):
        for side, source_path, source_value in _sides(arrows, kept, sort, join.source or "self"):
            reads_stream = sort.id in ("event-source-mapping", "pipe") and side.service == "dynamodb"
            source = End(side.address, "dynamodb-streams") if reads_stream else side
            by_source = join.to == "self" or (join.to == "function" and join.source not in (None, "self"))
            path, value = (source_path, source_value) if by_source else (target_path, target_value)
            arrows.add(source, target, "is", join.says, kept, path, value, join.kind)


def _sides(arrows: Arrows, kept: Kept, sort: Sort, name: str) -> list[tuple[End, Path, Value]]:
    if name == "self":
        return [(End(kept.read.address, kept.service), (), None)]
    language = language_of(kept.read.type)
    number = 0 if language == "cloudformation" else 1
    entry = sort.settings[name]
    pair = ("-", str(entry[1])) if number else (str(entry[0]), "-")
    found = []
    for path, value in arrows.places.at(kept, pair):
        found += [(end, path, value) for end in arrows.places.ends(_named(value), _EXPECTED.get(name))]
    return found


def _named(value: Value) -> Value:
    """`table/NAME`, as scaling targets write it, as the name."""
    if isinstance(value, str) and value.startswith("table/") and value.count("/") < 4:
        return value.split("/")[1]
    return value


def _add_part(arrows: Arrows, kept: Kept, part: Part) -> None:
    if part.service not in parts_of(kept.read, kept.sort):
        return
    own, other = End(kept.read.address, kept.service), End(kept.read.address, part.service)
    language = language_of(kept.read.type)
    paths = kept.sort.by_language[language][part.when][0] if kept.sort else ()
    path = next((path for path in paths if kept.read.line_at(path)), ())
    if part.arrow_from == "self":
        arrows.add(own, other, "is", "has", kept, path, None)


def add_environment(arrows: Arrows) -> None:
    """What the code of a function or container is told by environment variables: it may use it."""
    for kept in list(arrows.places.kept.values()):
        if kept.sort is None or kept.sort.environment is None or kept.read.exists is False:
            continue
        for path, value in arrows.places.at(kept, kept.sort.environment):
            _environment(arrows, kept, path, structured(value) if path[-1] == "container_definitions" else value)


def _environment(arrows: Arrows, kept: Kept, path: Path, value: Value) -> None:
    own = End(kept.read.address, kept.service)
    pairs = _pairs(value)
    for name, inner in pairs:
        targets = arrows.places.ends(inner) if references_in(inner) or isinstance(inner, str) else []
        for target in targets:
            if target.address.startswith("outside:") and target.service is None:
                continue
            if target.service in (None, "iam", "kms", "cloudwatch-logs") or target.address == kept.read.address:
                continue
            says = f"is told of it by the environment variable {name}" if name else "is told of it by its environment"
            arrows.add(own, target, "may", says, kept, (*path, *((str(name),) if name else ())), inner)


def _pairs(value: Value) -> list[tuple[str, Value]]:
    """Names and values of variables, as a mapping or as the lists of container definitions."""
    if isinstance(value, dict) and not {"environment", "Name", "name"} & set(value):
        return list(value.items())
    if isinstance(value, dict) and "environment" in value:
        return _pairs(value["environment"])
    if isinstance(value, dict):
        return [(str(value.get("Name", value.get("name"))), value.get("Value", value.get("value")))]
    return [pair for item in value for pair in _pairs(item)] if isinstance(value, list) else [("", value)]


def add_mentions(arrows: Arrows) -> None:
    """What a resource on the map mentions in any other setting: it is set up with it."""
    for kept in list(arrows.places.kept.values()):
        if kept.sort is None or kept.sort.fate != "map" or kept.read.exists is False or kept.sort.id == "role":
            continue
        for name, value in kept.read.properties.items():
            if name in _PASSED_BY or (kept.sort.environment and name.lower().startswith("environment")):
                continue
            references = references_in(value)
            if not references:
                continue
            mentions = [
                Unsure(item.text, refs)
                for item in unsure_in(value)
                if (refs := tuple(ref for ref in item.refs if _on_map(arrows, ref)))
            ]
            for end in arrows.places.ends(mentions):
                if (
                    end.service in ("iam", None)
                    or end.address.startswith("outside:")
                    or arrows.joined(kept.read.address, end.address)
                ):
                    continue
                own = End(kept.read.address, kept.service)
                turn = not {kept.service, end.service} & _ONE_WAY
                arrows.add(
                    own, end, "is", f"joined by {name}", kept, (name,), _about(mentions, arrows, end.address), turn=turn
                )


def _on_map(arrows: Arrows, reference: Reference) -> bool:
    return any(
        (sort := arrows.places.kept[one].sort) is not None and sort.fate == "map"
        for one in arrows.places.resources(reference)
    )


def _about(mentions: list[Unsure], arrows: Arrows, address: str) -> list[Unsure]:
    return [item for item in mentions if any(address in arrows.places.resources(ref) for ref in item.refs)]


def add_connectors(arrows: Arrows) -> None:
    """SAM's connectors: they grant what they name."""
    for kept in list(arrows.places.kept.values()):
        properties = kept.read.properties
        if kept.read.type == "AWS::Serverless::Connector":
            source = arrows.places.ends(_by_id(kept, properties.get("Source")))
            _connect(arrows, kept, source, properties, ())
        for name, body in (
            (properties.get("Connectors") or {}).items() if isinstance(properties.get("Connectors"), dict) else []
        ):
            inner = body.get("Properties") if isinstance(body, dict) else None
            if isinstance(inner, dict):
                _connect(arrows, kept, [End(kept.read.address, kept.service)], inner, ("Connectors", str(name)))


def _connect(arrows: Arrows, kept: Kept, sources: list[End], properties: dict[str, Value], path: Path) -> None:
    held = properties.get("Destination")
    for destination in held if isinstance(held, list) else [held]:
        value = _by_id(kept, destination)
        for source in sources:
            for target in arrows.places.ends(value):
                arrows.add(
                    source, target, "may", "is connected to it", kept, path or ("Destination",), value, turn=True
                )


def _by_id(kept: Kept, side: Value) -> Value:
    if isinstance(side, dict) and isinstance(side.get("Id"), str):
        prefix = f"{kept.read.module}/" if kept.read.module else ""
        return Unsure(side["Id"], refs=(Reference(prefix + side["Id"]),))
    return side.get("Arn") if isinstance(side, dict) else side
