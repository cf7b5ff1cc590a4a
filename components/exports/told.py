"""What a use case tells beside its picture, section by section, with the pages that each statement rests on: the same
in slides, in the PDF and in the page that works without a network."""

from collections.abc import Iterable
from dataclasses import dataclass

from components.exports.record import ExportRecord, one_line
from components.text.citations import text_of
from data.records import Judgement, Source, UseCase, doubt


@dataclass(frozen=True)
class Entry:
    """A statement in one line, and the official pages behind it. `lead` is what it is about."""

    text: str
    pages: tuple[Source, ...] = ()
    lead: str = ""

    @property
    def line(self) -> str:
        return f"{self.lead}: {self.text}" if self.lead else self.text


@dataclass(frozen=True)
class Section:
    """A heading and its statements, numbered where they are steps."""

    title: str
    entries: tuple[Entry, ...]
    numbered: bool = False


def told_of(record: ExportRecord) -> tuple[Section, ...]:
    """The sections of a use case; the steps alone for a path; none for a view of the landscape."""
    use_case = record.use_case
    if use_case is None:
        hops = tuple(Entry(one_line(step.connection.what.text), (), one_line(step.title)) for step in record.walk)
        return (Section("The path", hops, numbered=True),) if hops else ()
    return (Section("Steps", _steps(use_case), numbered=True), *reasons_of(record, use_case))


def reasons_of(record: ExportRecord, use_case: UseCase) -> tuple[Section, ...]:
    """All but the steps: why it is so, what it costs, what may fail, what else would do, what can be left out."""
    names = {box.id: one_line(box.name) for box in record.scene.boxes}
    names |= {arrow.id: one_line(arrow.name) for arrow in record.scene.arrows}
    failures = (
        _entry(
            f"{each.what} What happens next: {each.then} What to do: {each.do}",
            use_case,
            each.source,
            names.get(each.part, each.part),
        )
        for each in use_case.failures
    )
    alternatives = (_entry(each.text, use_case, each.source, each.title) for each in use_case.alternatives)
    smaller = (_entry(each.text, use_case, (), f"Without {names.get(each.service)}") for each in use_case.smaller)
    return (
        Section("Why these services (our judgement)", _judged(use_case, use_case.why)),
        Section("Trade-offs (our judgement)", _judged(use_case, use_case.trade_offs)),
        Section("What may fail", tuple(failures)),
        Section("Alternatives (our judgement)", tuple(alternatives)),
        Section("The smaller, cheaper version (our judgement)", tuple(smaller)),
    )


def page_in_words(page: Source) -> str:
    """A page as a line of a list: `Title, address, text of 13 Apr 2026`."""
    return f"{one_line(page.title)}, {page.url}, {text_of(page)}"


def pages_of(sections: Iterable[Section]) -> tuple[Source, ...]:
    """The pages in the order in which they are cited."""
    return tuple(dict.fromkeys(page for section in sections for entry in section.entries for page in entry.pages))


def _steps(use_case: UseCase) -> tuple[Entry, ...]:
    return tuple(_entry(step.text, use_case, step.source, step.title) for step in use_case.steps)


def _judged(use_case: UseCase, judgements: Iterable[Judgement]) -> tuple[Entry, ...]:
    return tuple(_entry(each.text, use_case, each.source) for each in judgements)


def _entry(text: str, use_case: UseCase, keys: Iterable[str], lead: str = "") -> Entry:
    keys = tuple(keys)
    told = f"{one_line(text)}{doubt(keys, use_case.sources)}"
    return Entry(told, tuple(use_case.sources[key] for key in keys), one_line(lead))
