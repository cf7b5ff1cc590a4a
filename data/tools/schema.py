"""Writes the JSON Schema of every kind of YAML file to `data/schema/`, so that an editor helps while a record is
written. Run by `make schema`."""

import json
from typing import Any

from pydantic import TypeAdapter, create_model

from data.catalog import FOLDER as CATALOG_FOLDER
from data.records import (
    Change,
    Comparison,
    Conflict,
    Connection,
    Decision,
    Finding,
    LearningPath,
    Notes,
    Record,
    Service,
    Slug,
    Source,
    Taxonomy,
    Term,
    Text,
    Trouble,
    Unconfirmed,
    UseCase,
)
from data.records.price import PriceFile, RuleOfThumb, UseCaseCosts
from data.records.search_words import Outsider, SameWords

FOLDER = CATALOG_FOLDER / "schema"


def schemas() -> dict[str, dict[str, Any]]:
    """File name to JSON Schema."""
    connection = {
        name: (field.annotation, field) for name, field in Connection.model_fields.items() if name != "sources"
    }
    entry = create_model("ConnectionEntry", __base__=Record, **connection)  # type: ignore[call-overload]
    entries = tuple[entry, ...]  # type: ignore[valid-type]
    connections = create_model(
        "Connections", __base__=Record, sources=(dict[Slug, Source], ...), connections=(entries, ...)
    )
    kinds: dict[str, Any] = {
        "service": Service,
        "connections": connections,
        "use_case": UseCase,
        "term": Term,
        "conflict": Conflict,
        "comparison": Comparison,
        "change": Change,
        "trouble": Trouble,
        "outsiders": tuple[Outsider, ...],
        "same_words": tuple[SameWords, ...],
        "words": tuple[Text, ...],
        "finding": Finding,
        "notes": Notes,
        "taxonomy": Taxonomy,
        "decision": Decision,
        "unconfirmed": tuple[Unconfirmed, ...],
        "prices": PriceFile,
        "rule_of_thumb": RuleOfThumb,
        "use_case_costs": UseCaseCosts,
        "learning_path": LearningPath,
    }
    return {f"{name}.schema.json": _schema(kind) for name, kind in kinds.items()}


def _schema(kind: Any) -> dict[str, Any]:
    schema = TypeAdapter(kind).json_schema()
    for place in (schema, *schema.get("$defs", {}).values()):
        for field in ("source", "docs"):  # one key may be written without a list
            if field in place.get("properties", {}):
                place["properties"][field] = {"anyOf": [{"type": "string"}, place["properties"][field]]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def write_schemas() -> None:
    """Write the files."""
    FOLDER.mkdir(exist_ok=True)
    for name, schema in schemas().items():
        (FOLDER / name).write_text(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    write_schemas()
    print(f"Wrote {len(schemas())} schemas to {FOLDER.relative_to(CATALOG_FOLDER.parent)}")
