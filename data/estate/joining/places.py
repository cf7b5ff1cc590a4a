"""Who is meant by a mention: an index of the resources by address, identity and name, and the boxes outside the
files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from data.estate.joining.arns import ARN, SERVICE_BY_ARN
from data.estate.joining.evidence import leaves, texts_in
from data.estate.opening.redact import redacted
from data.estate.records import Outside
from data.estate.resource import Path, ReadResource, dig
from data.estate.sorts import Sort, language_of, paths, sorts
from data.estate.values import ABSENT, Reference, Unsure, Value, as_text, references_in

_INDEX = re.compile(r"\[[^\]]*\]")
_STREAM_ATTRIBUTES = (
    "streamarn",
    "lateststreamarn",
    "stream_arn",
    "dynamodb_table_stream_arn",
    "table_stream_arn",
    "stream_label",
)
_IDENTITIES = ("arn", "id", "dbInstanceArn", "tableArn", "functionArn", "queueArn", "topicArn")
_QUIET = ("aws_region", "aws_caller_identity", "aws_partition", "aws_availability_zones", "aws_iam_policy_document")


@dataclass(slots=True)
class Kept:
    """A resource with its sort and where it stands."""

    read: ReadResource
    sort: Sort | None
    service: str | None
    host: str | None = None


@dataclass(slots=True)
class End:
    """One end of an arrow: the address of a resource or of a box outside, and the service it is for this arrow."""

    address: str
    service: str | None


@dataclass
class Places:
    """All resources of a reading, findable."""

    kept: dict[str, Kept]
    outside: dict[str, Outside] = field(default_factory=dict)
    data: dict[str, ReadResource] = field(default_factory=dict)
    _bases: dict[str, list[str]] = field(default_factory=dict)
    _identities: dict[str, str] = field(default_factory=dict)
    _names: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for address, kept in self.kept.items():
            self._bases.setdefault(_INDEX.sub("", address), []).append(address)
            for key in _IDENTITIES:
                value = kept.read.properties.get(key)
                if isinstance(value, str) and len(value) > 3:
                    self._identities.setdefault(value, address)
            if kept.read.origin == "inventory":
                self._identities.setdefault("id:" + address.split("/", 1)[-1], address)
                self._identities.setdefault("id:" + kept.read.name, address)
            name = self.written_name(kept)
            if name:
                self._names.setdefault(name, []).append(address)

    def written_name(self, kept: Kept) -> str | None:
        """The name that the template gives to a resource, where it is plain text."""
        if kept.sort is None or "name" not in kept.sort.settings:
            return None
        for path in kept.sort.by_language[language_of(kept.read.type)]["name"][0]:
            value = dig(kept.read.properties, path)
            if isinstance(value, str) and len(value) > 2:
                return value
        return None

    def resources(self, reference: Reference) -> list[str]:
        """The addresses of the resources that a mention means; of a folded one, also the address of its host."""
        address = reference.address
        if address.startswith("id:"):
            found = self._identities.get(address) or self._identities.get(address[3:])
            return [found] if found else []
        if address in self.kept:
            return [address]
        return self._bases.get(address) or self._bases.get(_INDEX.sub("", address)) or []

    def drawn(self, addresses: Iterable[str]) -> list[str]:
        """The addresses with those of folded resources replaced by their hosts."""
        found: dict[str, None] = {}
        for address in addresses:
            at: str | None = address
            for _ in range(4):
                kept = self.kept.get(at) if at else None
                if kept is None or kept.sort is None or kept.sort.fate == "map":
                    break
                at = kept.host
            if (
                at
                and (kept := self.kept.get(at)) is not None
                and kept.service is not None
                and (kept.sort is None or kept.sort.fate == "map")
            ):
                found[at] = None
        return list(found)

    def ends(self, value: Value, expected: str | None = None) -> list[End]:
        """Everything that a value may mean as the end of an arrow: resources, and boxes outside the files. `expected`
        is the service that it would be."""
        found: dict[tuple[str, str | None], End] = {}
        for reference in references_in(value):
            for end in self._referenced(reference, expected):
                found[end.address, end.service] = end
        for text in texts_in(value):
            literal = self._literal(text, expected)
            if literal is not None:
                found[literal.address, literal.service] = literal
        if not found and isinstance(value, Unsure) and value.pieces and not value.secret:
            shown = redacted(
                as_text(value, lambda part: "${" + part.text.removeprefix("!Ref ").removeprefix("!GetAtt ") + "}")
            )
            arn = ARN.match(shown)
            service = SERVICE_BY_ARN.get(arn[1], expected) if arn else expected
            box = self.box(
                f"pattern:{shown}",
                re.split(r"[/:](?![^${]*\})", shown)[-1] if arn else shown,
                service,
                "named by a text that is put together",
            )
            found[box.address, box.service] = box
        if not found and isinstance(value, Unsure) and not value.secret:
            for leaf in leaves(value):
                for name in [
                    one for one in leaf.depends if not one.startswith(("AWS::", "each.", "count.", "self.", "path."))
                ][:1]:
                    box = self.box(f"parameter:{name}", name, expected, "a parameter or variable")
                    found[box.address, box.service] = box
        return list(found.values())

    def _referenced(self, reference: Reference, expected: str | None) -> list[End]:
        addresses = self.resources(reference)
        stream = reference.attribute.replace("-", "_").lower() in _STREAM_ATTRIBUTES
        if addresses:
            drawn = self.drawn(addresses)
            if (
                expected == "secrets-manager"
                and "secret" in reference.attribute
                and all(self.kept[one].read.origin == "module" for one in drawn)
            ):
                return [
                    self.box(
                        f"{one}.secret",
                        f"secret of {self.kept[one].read.name}",
                        expected,
                        "made by a module whose files are not here",
                    )
                    for one in drawn
                ]
            return [
                End(
                    one,
                    "dynamodb-streams" if stream and self.kept[one].service == "dynamodb" else self.kept[one].service,
                )
                for one in drawn
            ]
        name = reference.address
        if name.startswith("import:"):
            return [self.box(name, name[7:], expected, "an export of another stack")]
        if ".data." in f".{name}" or name.startswith("data."):
            kind = name.split("data.", 1)[1].split(".")[0]
            if kind in _QUIET:
                return []
            sort = sorts().find(kind)
            service = "dynamodb-streams" if stream else sort.service if sort else expected
            return [self.box(name, name.split("data.", 1)[1], service, "looked up, made elsewhere")] if service else []
        return []

    def _literal(self, text: str, expected: str | None) -> End | None:
        address = self._identities.get(text)
        if address is None:
            plain = re.sub(r":\*$|/\*$|/index/\*$|/stream/[^/]*$", "", text)
            address = self._identities.get(plain)
            last = re.split(r"[/:]", plain)[-1]
            named = self._names.get(last, []) if len(last) > 2 else []
            arn = ARN.match(text)
            service = SERVICE_BY_ARN.get(arn[1]) if arn else expected
            fitting = [
                one
                for one in named
                if service is None or self.kept[one].service in (service, "aurora" if service == "rds" else service)
            ]
            address = address or (fitting[0] if fitting else None)
            if address is None and arn and service and "*" not in text:
                stream = arn[1] == "dynamodb" and "/stream/" in text
                return self.box(
                    redacted(text), redacted(last), "dynamodb-streams" if stream else service, "named by its ARN"
                )
        if address is None:
            return None
        drawn = self.drawn([address])
        stream = "/stream/" in text
        return End(drawn[0], "dynamodb-streams" if stream else self.kept[drawn[0]].service) if drawn else None

    def box(self, key: str, name: str, service: str | None, what: str) -> End:
        """The box for something outside the files, made at its first mention."""
        key = "outside:" + key
        held = self.outside.get(key)
        if held is None or (held.service is None and service is not None):
            self.outside[key] = Outside(id=key, name=redacted(name), service=service, what=what)
        return End(key, self.outside[key].service)

    def at(self, kept: Kept, pair: tuple[str, str] | None) -> list[tuple[Path, Value]]:
        """Paths and values under a pair of paths (CloudFormation, Terraform) of a resource."""
        if pair is None:
            return []
        text = pair[0 if language_of(kept.read.type) == "cloudformation" else 1]
        found = []
        for path in paths(text):
            value = dig(kept.read.properties, path)
            mentions = self._mentions(kept.read, path)
            if value is not ABSENT or mentions:
                found.append(
                    (path, [value, *mentions] if mentions and value is not ABSENT else mentions if mentions else value)
                )
        return found

    @staticmethod
    def _mentions(read: ReadResource, path: Path) -> list[Value]:
        """What a plan's configuration mentions where the value itself is known."""
        inside = dig(read.properties, (*path[:-1], "(mentions)"))
        return (
            [
                item
                for item in inside
                if isinstance(item, Unsure)
                and item.options[:1]
                and isinstance(item.options[0], tuple)
                and item.options[0][0] == path[-1]
            ]
            if isinstance(inside, list)
            else []
        )
