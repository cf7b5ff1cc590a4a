"""The settings of a resource that the landscape has words for, with their verdicts on what is known."""

from __future__ import annotations

from typing import Any

from data.estate.judging.answers import value_in_words
from data.estate.opening.redact import is_secret, redacted
from data.estate.records import Setting
from data.estate.resource import Path, ReadResource, dig
from data.estate.sorts import Scalar, Sort, is_custom, language_of
from data.estate.values import ABSENT, LEFT_OUT, WRITTEN_OUT, Unsure, Value, depends_in, unsure_in, with_default

_ON = {"enabled": True, "true": True, "yes": True, "disabled": False, "false": False, "no": False}
_MAX_ITEMS = 12


def settings_of(resource: ReadResource, sort: Sort, properties: dict[str, Value] | None = None) -> tuple[Setting, ...]:
    """Every setting of the sort, in its order; those that are neither written nor have a known default are left out."""
    language = language_of(resource.type)
    found = []
    for name, (alternatives, default) in sort.by_language[language].items():
        setting = _setting(
            resource, name, alternatives, default, resource.properties if properties is None else properties
        )
        if setting is not None:
            found.append(setting)
    return tuple(found)


def _setting(
    resource: ReadResource,
    name: str,
    alternatives: tuple[Path, ...],
    default: Scalar | None,
    properties: dict[str, Value],
) -> Setting | None:
    for path in alternatives:
        value = dig(properties, path)
        if (
            value is ABSENT
            or value is None
            or (isinstance(value, Unsure) and value.options and all(one in (ABSENT, LEFT_OUT) for one in value.options))
        ):
            continue
        line = resource.line_at(path)
        if is_secret(name) or is_secret(path[-1]):
            return _secret(name, value, line, written=resource.code)
        told = _told(name, value, default, line)
        return told.model_copy(update={"by_file": by_file(resource, told.depends)}) if resource.by_file else told
    whole = resource.origin not in ("module", "inventory") and not is_custom(resource.type)
    return Setting(name=name, state="default", value=default) if default is not None and whole else None


def _secret(name: str, value: Value, line: int | None, written: bool) -> Setting:
    """Only whether a secret is written out or comes from elsewhere; never the secret."""
    if isinstance(value, bool):
        return Setting(name=name, state="known", value=value, line=line)
    undecided = next(unsure_in(value), None)
    if not written:
        return Setting(name=name, state="hidden", text="(hidden)", line=line)
    if undecided is None:
        text = str(value)
        dynamic = text.startswith("{{resolve:")
        return Setting(
            name=name, state="known", value="(resolved at deployment)" if dynamic else WRITTEN_OUT, line=line
        )
    texts = [piece for item in unsure_in(value) for piece in item.pieces if isinstance(piece, str)]
    if any("{{resolve:" in text for text in texts) or undecided.refs:
        return Setting(name=name, state="known", value="(resolved at deployment)", line=line)
    if any(item.default == WRITTEN_OUT for item in unsure_in(value)):
        return Setting(
            name=name, state="depends", value=WRITTEN_OUT, text="(hidden)", depends=depends_in(value), line=line
        )
    if depends_in(value):
        return Setting(name=name, state="known", value="(given at deployment)", line=line)
    return Setting(name=name, state="hidden", text="(hidden)", line=line)


def _told(name: str, value: Value, default: Scalar | None, line: int | None) -> Setting:
    if isinstance(value, Unsure):
        return _undecided(name, value, default, line)
    if (
        isinstance(value, list)
        and any(isinstance(item, Unsure) for item in value)
        and not any(not isinstance(item, Unsure) for item in value)
    ):
        value_refs = [item for item in value if isinstance(item, Unsure)]
        if len(value_refs) == 1:
            return _undecided(name, value_refs[0], default, line)
    return Setting(name=name, state="known", value=shown(value), line=line)


def _undecided(name: str, value: Unsure, default: Scalar | None, line: int | None) -> Setting:
    if value.secret:
        return Setting(name=name, state="hidden", text="(hidden)", depends=value.depends, line=line)
    text = redacted(value.text)
    options = tuple(default if option in (ABSENT, LEFT_OUT) else _option(option) for option in value.options)
    absent = default is None and any(option in (ABSENT, LEFT_OUT) for option in value.options)
    by_default = with_default(value)
    held = default if by_default is LEFT_OUT else None if by_default is ABSENT else shown(by_default)
    if any(isinstance(option, Unsure) for option in options):
        options = ()
    if value.depends:
        return Setting(
            name=name,
            state="depends",
            value=held,
            text=text,
            depends=tuple(redacted(one) for one in value.depends[:8]),
            options=options,
            may_be_absent=absent,
            line=line,
        )
    if value.refs:
        return Setting(name=name, state="known", value=text, line=line)
    return Setting(name=name, state="hidden", text=text, line=line)


def by_file(resource: ReadResource, depends: tuple[str, ...]) -> tuple[str, ...]:
    """What each file of values says of the variables that something depends on: `var.nodes is 1 in dev.tfvars, 3 in
    prod.tfvars`."""
    told = []
    for name in depends:
        each = [
            f"{'not set' if value is ABSENT else value_in_words(shown(value))} in {redacted(file)}"
            for file, value in resource.by_file.get(name, ())
        ]
        if each:
            told.append(f"{name} is {', '.join(each)}")
    return tuple(told)


def _option(option: Value) -> Any:
    if isinstance(option, Unsure):
        inner = with_default(option)
        return option if inner in (ABSENT, LEFT_OUT) else shown(inner)
    return shown(option)


def shown(value: Value) -> Scalar | tuple[Scalar, ...]:
    """A value as it may be shown: truth and numbers as they are, texts redacted, the names in collections."""
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, str):
        low = value.strip().lower()
        if low in _ON:
            return _ON[low]
        if low.lstrip("-").isdigit() and len(low) < 12:
            return int(low)
        return redacted(value)
    if isinstance(value, Unsure):
        return "(hidden)" if value.secret else redacted(value.text)
    if isinstance(value, dict):
        return tuple(redacted(str(key)) for key in list(value)[:_MAX_ITEMS])
    if isinstance(value, (list, tuple)):
        return tuple(_flat(item) for item in list(value)[:_MAX_ITEMS])
    return redacted(str(value))


def _flat(item: Value) -> Scalar:
    found = shown(item)
    return ", ".join(str(one) for one in found) if isinstance(found, tuple) else found


def parts_of(resource: ReadResource, sort: Sort | None) -> list[str]:
    """The further services that come with a resource: where its setting says so, or leaves it open."""
    return parts_by(sort, settings_of(resource, sort)) if sort is not None and sort.parts else []


def parts_by(sort: Sort, settings: tuple[Setting, ...]) -> list[str]:
    """The same by its settings."""
    by_name = {setting.name: setting for setting in settings}
    found = []
    for part in sort.parts:
        setting = by_name.get(part.when)
        if setting is None or setting.state == "default" or setting.value is False:
            continue
        if setting.value in ((), "") and setting.state == "known":
            continue
        if part.value is None or setting.value == part.value:
            found.append(part.service)
    return found
