"""What the transform of SAM adds: globals, and the event sources of functions."""

from __future__ import annotations

from typing import Any

from data.estate.resource import ReadResource
from data.estate.values import Reference, Unsure, Value

_GLOBALS = {"AWS::Serverless::Function": "Function", "AWS::Serverless::SimpleTable": "SimpleTable"}
_STREAMS = {
    "DynamoDB": "Stream",
    "Kinesis": "Stream",
    "SQS": "Queue",
    "MSK": "Stream",
    "MQ": "Broker",
    "DocumentDB": "Cluster",
}


def with_globals(template: dict[str, Any], body: dict[str, Any]) -> dict[str, Any]:
    """The body of a resource with the globals of its kind put under its own properties."""
    section = template.get("Globals")
    shared = section.get(_GLOBALS.get(str(body.get("Type")), "")) if isinstance(section, dict) else None
    if not isinstance(shared, dict):
        return body
    return {**body, "Properties": _merged(shared, body.get("Properties") or {})}


def _merged(shared: Any, own: Any) -> Any:
    if isinstance(shared, dict) and isinstance(own, dict):
        return {**own, **{key: _merged(value, own[key]) if key in own else value for key, value in shared.items()}}
    if isinstance(shared, list) and isinstance(own, list):
        return [*shared, *own]
    return own


def events_of(function: ReadResource) -> list[ReadResource]:
    """The event sources that SAM makes of a function's events, as the resources that they become."""
    events = function.properties.get("Events")
    if function.type not in ("AWS::Serverless::Function", "AWS::Serverless::StateMachine") or not isinstance(
        events, dict
    ):
        return []
    made = []
    for name, event in events.items():
        properties = event.get("Properties") if isinstance(event, dict) else None
        if isinstance(properties, dict) and isinstance(event.get("Type"), str):
            found = _made(
                event["Type"],
                properties,
                Unsure(f"!GetAtt {function.name}.Arn", refs=(Reference(function.address, "Arn"),)),
            )
            if found is not None:
                made.append(_resource(function, name, *found))
    return made


def _made(kind: str, properties: dict[str, Value], target: Unsure) -> tuple[str, dict[str, Value]] | None:
    if kind in _STREAMS:
        return "AWS::Lambda::EventSourceMapping", {
            **properties,
            "EventSourceArn": properties.get(_STREAMS[kind]),
            "FunctionName": target,
        }
    if kind == "SNS":
        return "AWS::SNS::Subscription", {"TopicArn": properties.get("Topic"), "Endpoint": target, "Protocol": "lambda"}
    if kind == "S3":
        return "SAM::S3Event", {"Bucket": properties.get("Bucket"), "Function": target}
    if kind == "CloudWatchLogs":
        return "AWS::Logs::SubscriptionFilter", {
            "LogGroupName": properties.get("LogGroupName"),
            "DestinationArn": target,
        }
    if kind in ("EventBridgeRule", "CloudWatchEvent", "Schedule", "ScheduleV2"):
        return "AWS::Events::Rule", {"Targets": [{"Arn": target}], "EventPattern": properties.get("Pattern") or {}}
    return None


def _resource(function: ReadResource, name: str, kind: str, properties: dict[str, Value]) -> ReadResource:
    return ReadResource(
        address=f"{function.address}.{name}",
        name=f"{function.name}.{name}",
        type=kind,
        file=function.file,
        line=function.line_at(("Events", name)),
        properties=properties,
        line_at=lambda path: function.line_at(
            ("Events", name, "Properties", *(("Stream",) if path[:1] == ("EventSourceArn",) else path))
        ),
        module=function.module,
        exists=function.exists,
        origin="event",
    )
