"""What every record is made of: ids and texts, sources with their dates, statements of fact, and judgements."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
ConnectionId = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*--[a-z0-9]+(-[a-z0-9]+)*(--[a-z]+(-[a-z]+)*)?$")
]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]

Kind = Literal["data", "change-stream", "cache", "query", "zero-etl", "observability", "identity", "backup", "control"]
Timing = Literal["sync", "async", "both"]
Verdict = Literal["correct", "imprecise", "outdated"]
Support = Literal["yes", "no", "partly"]


def _as_tuple(value: object) -> object:
    if isinstance(value, list):
        return tuple(value)
    return (value,) if isinstance(value, str) else value


def _is_text_date(value: str) -> str:
    days = [date.fromisoformat((part + "-01-01")[:10]) for part in value.split("/") if part != "undated"]
    if days != sorted(days):
        raise ValueError("the later date comes first")
    return value


SourceKeys = Annotated[tuple[Slug, ...], BeforeValidator(_as_tuple)]
TextDate = Annotated[
    str,
    StringConstraints(pattern=r"^(undated|\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?)$"),
    AfterValidator(_is_text_date),
]


UNCONFIRMED = "unconfirmed: page read in part"


class Record(BaseModel):
    """What all records share: frozen, strict, no unknown keys."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)

    @property
    def cited(self) -> frozenset[str]:
        """The source keys that this record or anything inside it names."""
        return frozenset(_cited(self))


def _cited(value: object) -> Iterator[str]:
    if isinstance(value, Record):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if name in {"source", "docs", "when_hit_unsaid"}:
                yield from inner or ()
            else:
                yield from _cited(inner)
    elif isinstance(value, tuple):
        for item in value:
            yield from _cited(item)
    elif isinstance(value, dict):
        yield from _cited(tuple(value.values()))


class Source(Record):
    """An official page. `read_on` is the date of the text that was read: a day, a month, a year, two of them with `/`
    between, or `undated`. `older` says why this text is cited although another file cites a newer one of the same
    page; `read` whether the whole page was read: a statement that names a page read in part is shown as unconfirmed."""

    url: Annotated[str, StringConstraints(pattern=r"^https://[^\s()<>\"]+$")]
    title: Text
    read_on: TextDate
    older: Text | None = None
    read: Literal["whole", "part"] = "part"

    @property
    def oldest(self) -> date | None:
        """The earliest day that `read_on` can mean; None where the copy bears no date."""
        return _first_day(self.read_on.split("/")[0])

    @property
    def newest(self) -> date | None:
        """The first day of the latest day, month or year that `read_on` names; None where the copy bears no date."""
        return _first_day(self.read_on.split("/")[-1])


def is_unconfirmed(keys: Iterable[str], sources: Mapping[str, Source]) -> bool:
    """Whether a statement that names these sources stands, wholly or partly, on a page of which a part was read."""
    return any(sources[key].read == "part" for key in keys)


def doubt(keys: Iterable[str], sources: Mapping[str, Source]) -> str:
    """What stands behind an unconfirmed statement; empty for any other."""
    return f" ({UNCONFIRMED})" if is_unconfirmed(keys, sources) else ""


def _first_day(part: str) -> date | None:
    return None if part == "undated" else date.fromisoformat((part + "-01-01")[:10])


class Fact(Record):
    """A statement with the keys of its sources. `told` is how it is often told where that would mislead; `conflict`
    names a record of disagreeing pages."""

    text: Text
    source: Annotated[SourceKeys, Field(min_length=1)]
    id: Slug | None = None
    told: Text | None = None
    conflict: Slug | None = None


class Judgement(Record):
    """An opinion of this project, shown as such; sources are optional."""

    text: Text
    source: SourceKeys = ()
