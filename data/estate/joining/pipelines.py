"""Pipelines of OpenSearch Ingestion: what their configuration reads, writes and keeps of what failed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from data.estate.joining.arrows import Arrows
from data.estate.joining.places import End, Kept
from data.estate.records import Setting
from data.estate.resource import Path, dig
from data.estate.structured import structured
from data.estate.values import ABSENT, Unsure, Value, combined, unsure_in

_BODY: tuple[Path, ...] = (("PipelineConfigurationBody",), ("pipeline_configuration_body",))
_SOURCES = {
    "dynamodb": "dynamodb",
    "s3": "s3",
    "kinesis": "kinesis-data-streams",
    "kinesis_data_streams": "kinesis-data-streams",
    "kafka": "msk",
    "documentdb": "documentdb",
    "rds": "rds",
    "opensearch": "opensearch",
}
_PUSHED = ("http", "otel_trace_source", "otel_metrics_source", "otel_logs_source", "otlp")


def body_of(kept: Kept) -> tuple[Path, Value] | None:
    """The path and the content of a pipeline's configuration."""
    for path in _BODY:
        value = dig(kept.read.properties, path)
        if value is not ABSENT and value is not None:
            return path, structured(value)
    return None


def _parts(body: dict[str, Any], wanted: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Name and options of every source, sink, processor or route of all sub-pipelines."""
    for pipeline in body.values():
        if not isinstance(pipeline, dict):
            continue
        entries = pipeline.get(wanted)
        for entry in entries if isinstance(entries, list) else [entries]:
            if isinstance(entry, dict):
                for name, options in entry.items():
                    yield str(name), options if isinstance(options, dict) else {}


def add_pipelines(arrows: Arrows) -> None:
    """Arrows from the sources of each pipeline to it, and from it to its sinks."""
    for kept in list(arrows.places.kept.values()):
        if kept.sort is None or kept.sort.id != "osis-pipeline" or kept.read.exists is False:
            continue
        found = body_of(kept)
        if found is None or not isinstance(found[1], dict):
            continue
        path, body = found
        own = End(kept.read.address, kept.service)
        for name, options in _parts(body, "source"):
            _source(arrows, kept, own, path, name, options)
        for name, options in _parts(body, "sink"):
            _sink(arrows, kept, own, path, name, options)
        for name, options in _parts(body, "processor"):
            if name == "aws_lambda":
                _to(arrows, kept, own, path, options.get("function_name"), "lambda", "sends events to be changed")


def _source(arrows: Arrows, kept: Kept, own: End, path: Path, name: str, options: dict[str, Any]) -> None:
    service = _SOURCES.get(name)
    if service == "dynamodb":
        tables = options.get("tables")
        for table in tables if isinstance(tables, list) else []:
            if isinstance(table, dict):
                _from(
                    arrows,
                    kept,
                    own,
                    path,
                    table.get("table_arn"),
                    service,
                    "its table and changes are read" if table.get("stream") else "its table is read",
                )
    elif service == "s3":
        _from(arrows, kept, own, path, dig(options, ("sqs", "queue_url")), "sqs", "its notifications are read")
        _from(
            arrows,
            kept,
            own,
            path,
            dig(options, ("scan", "buckets", "*", "bucket", "name")),
            "s3",
            "its objects are read",
        )
    elif service is not None:
        keys = (
            ("streams", "*", "stream_name"),
            ("streams", "*", "stream_arn"),
            ("hosts",),
            ("host",),
            ("aws", "msk", "arn"),
            ("db_identifier",),
            ("acknowledgments",),
        )
        for key in keys:
            value = dig(options, key)
            if value is not ABSENT and not isinstance(value, bool):
                _from(arrows, kept, own, path, value, service, "is read")


def _sink(arrows: Arrows, kept: Kept, own: End, path: Path, name: str, options: dict[str, Any]) -> None:
    if name == "opensearch":
        serverless = dig(options, ("aws", "serverless")) in (True, "true")
        _to(
            arrows,
            kept,
            own,
            path,
            options.get("hosts"),
            "opensearch-serverless" if serverless else "opensearch",
            "writes documents",
        )
        _to(arrows, kept, own, path, dig(options, ("dlq", "s3", "bucket")), "s3", "keeps what failed")
    elif name == "s3":
        _to(arrows, kept, own, path, options.get("bucket"), "s3", "writes copies")
    elif name == "prometheus":
        _to(arrows, kept, own, path, options.get("url"), "managed-prometheus", "writes metrics")


def _from(arrows: Arrows, kept: Kept, own: End, path: Path, value: Value, service: str, says: str) -> None:
    for end in [] if value in (None, ABSENT) else arrows.places.ends(value, service):
        arrows.add(end, own, "is", says, kept, path, value)


def _to(arrows: Arrows, kept: Kept, own: End, path: Path, value: Value, service: str, says: str) -> None:
    for end in [] if value in (None, ABSENT) else arrows.places.ends(value, service):
        arrows.add(own, end, "is", says, kept, path, value)


def pipeline_settings(kept: Kept) -> tuple[Setting, ...]:
    """What the configuration says of sources, sinks and the dead-letter queue; hidden where the text is not in the
    files."""
    found = body_of(kept)
    if found is None:
        return ()
    path, body = found
    line = kept.read.line_at(path)
    if not isinstance(body, dict):
        text = next((item.text for item in unsure_in(body)), "the configuration")
        hidden = combined(text, body)
        return tuple(
            Setting(name=name, state="hidden", text=hidden.text[:80], depends=hidden.depends[:4], line=line)
            for name in ("sources", "sinks", "dead-letter queue")
        )
    sources = tuple(dict.fromkeys(name for name, _ in _parts(body, "source")))
    sinks = [(name, options) for name, options in _parts(body, "sink")]
    to_opensearch = [options for name, options in sinks if name == "opensearch"]
    kept_failures = all(isinstance(options.get("dlq"), (dict, list, Unsure)) for options in to_opensearch)
    settings = [
        Setting(name="sources", state="known", value=sources, line=line),
        Setting(name="sinks", state="known", value=tuple(dict.fromkeys(name for name, _ in sinks)), line=line),
        Setting(name="pushed", state="known", value=any(name in _PUSHED for name in sources), line=line),
    ]
    if to_opensearch:
        settings.append(Setting(name="dead-letter queue", state="known", value=kept_failures, line=line))
    return tuple(settings)
