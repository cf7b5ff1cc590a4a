"""What becomes of each resource: on the map, folded into another, outside, made by a template or module that is not
here, not understood, or not created."""

from __future__ import annotations

from data.estate.joining.collections import collections_of
from data.estate.joining.places import Kept, Places
from data.estate.records import Fate
from data.estate.resource import ReadResource, dig
from data.estate.sorts import is_custom, language_of, paths
from data.estate.values import ABSENT, references_in

_NOT_AWS = (
    *(
        "random_",
        "null_",
        "time_",
        "local_",
        "tls_",
        "archive_",
        "http",
        "external",
        "template_",
        "cloudinit_",
        "terraform_data",
        "awscc_",
    ),
    *(
        "google_",
        "azurerm_",
        "kubernetes_",
        "helm_",
        "docker_",
        "github_",
        "datadog_",
        "cloudflare_",
        "pagerduty_",
        "grafana_",
        "newrelic_",
    ),
    *("okta_", "mongodbatlas_"),
)


def fold(places: Places) -> None:
    """Give each folded resource its host: what it says it belongs to, else what it mentions, else what mentions it."""
    mentioned_by: dict[str, list[str]] = {}
    for address, kept in places.kept.items():
        if kept.sort is not None and kept.sort.fate == "map":
            for reference in references_in(kept.read.properties):
                for target in places.resources(reference):
                    mentioned_by.setdefault(target, []).append(address)
    folded = [kept for kept in places.kept.values() if kept.sort is not None and kept.sort.fate in ("fold", "joint")]
    for kept in folded:
        kept.host = _host(kept, places, mentioned_by)
    for kept in folded:
        if kept.host is None:
            near = [
                one for one in _near(kept, places) if (held := places.kept[one]).host and held.host != kept.read.address
            ]
            kept.host = places.kept[near[0]].host if near else None


def _host(kept: Kept, places: Places, mentioned_by: dict[str, list[str]]) -> str | None:
    candidates: list[str] = collections_of(kept, places) if kept.sort and kept.sort.id == "opensearch-policy" else []
    pair = kept.sort.into if kept.sort else None
    if pair is not None:
        for path in paths(pair[0 if language_of(kept.read.type) == "cloudformation" else 1]):
            value = dig(kept.read.properties, path)
            if value is not ABSENT:
                candidates += [end.address for end in places.ends(value) if not end.address.startswith("outside:")]
                candidates += [one for ref in references_in(value) for one in places.resources(ref)]
    candidates += _near(kept, places) + mentioned_by.get(kept.read.address, [])
    for address in candidates:
        other = places.kept[address]
        if address != kept.read.address and other.sort is not None and other.sort.fate == "map":
            return address
    return None


def _near(kept: Kept, places: Places) -> list[str]:
    return [
        one for ref in references_in(kept.read.properties) for one in places.resources(ref) if one != kept.read.address
    ]


def fate_of(kept: Kept, nested: set[str]) -> tuple[Fate, str]:
    """What becomes of a resource, and a note that says why."""
    read, sort = kept.read, kept.sort
    if read.exists is False:
        return (
            "absent",
            "it is deleted by the plan" if read.action == "deleted" else "its condition or count leaves it out",
        )
    if sort is None:
        return _unsorted(read)
    if sort.fate == "nested":
        if read.address in nested or any(module.startswith(read.address + "/") for module in nested):
            return "folded", "its resources stand here themselves"
        return "missing", "its template is not among the files; send it as well, in one ZIP"
    if sort.fate in ("fold", "joint"):
        return "folded", "" if kept.host or sort.fate == "joint" else "what it belongs to is not among these files"
    if read.origin == "module":
        return "map", "a module whose files are not among these: its settings are not visible here"
    if is_custom(read.type):
        return "map", "made by a custom resource: its settings are not visible here"
    return (
        "map",
        "from an inventory: only what the inventory lists is visible here" if read.origin == "inventory" else "",
    )


def _unsorted(read: ReadResource) -> tuple[Fate, str]:
    kind = read.type
    if read.origin == "module":
        return "missing", "a module whose files are not among these; send them as well, or a plan"
    if is_custom(kind):
        return "unknown", "a custom resource: what it makes is decided by its own code"
    if kind.endswith("::MODULE"):
        return "unknown", "a module of CloudFormation's registry: what it makes is not visible here"
    if kind.startswith(("AWS::", "aws_", "Alexa::")) or kind.startswith(_NOT_AWS) or (":" in kind and "::" not in kind):
        return "outside", ""
    return "unknown", "this type is not known here"
