"""Whether a condition of a finding holds for a resource: yes, no, depends on, or not visible here."""

from __future__ import annotations

from data.estate.judging.answers import Answer, Evidence, Verdict, any_of, in_words
from data.estate.records import Estate, Link, Place, Resource, Setting
from data.records.finding import Condition


class Judge:
    """Answers conditions about the resources of one estate."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self.folded: dict[str, list[Resource]] = {}
        self.links_by: dict[str, list[Link]] = {}
        for resource in estate.resources:
            if resource.host is not None and resource.fate == "folded":
                self.folded.setdefault(resource.host, []).append(resource)
        for link in estate.links:
            self.links_by.setdefault(link.by, []).append(link)

    def answer(self, condition: Condition, resource: Resource) -> Answer:
        """The answer for one resource."""
        if condition.any_of:
            return any_of(self.answer(one, resource) for one in condition.any_of)
        if condition.setting is not None:
            return self._setting(condition, resource)
        if condition.by_source:
            return self._counted(
                condition,
                [
                    link
                    for link in self.links_by.get(resource.address, ())
                    if link.source_service in condition.by_source
                ],
                resource,
            )
        if condition.folded is not None:
            return self._folded(condition, resource)
        if condition.bypassed is not None:
            return self._bypassed(condition.bypassed, resource)
        links = [
            link for link in self.estate.links_at.get(resource.address, ()) if _fits(condition, link, resource.address)
        ]
        return self._counted(condition, links, resource)

    def _setting(self, condition: Condition, resource: Resource) -> Answer:
        setting = resource.by_name.get(condition.setting or "")
        if setting is None:
            text = f"{condition.setting}: not written" if resource.whole else f"{condition.setting}: not visible here"
            evidence = (Evidence(resource.place, text),)
            verdict = _of_absent(condition) if resource.whole else "hidden"
            return Answer(verdict, evidence)
        place = Place(file=resource.place.file, line=setting.line or resource.place.line)
        evidence = (Evidence(place, in_words(setting)),)
        if setting.state in ("known", "default"):
            return Answer("yes" if _holds(condition, setting.value, setting) else "no", evidence)
        if setting.state == "hidden":
            return Answer(
                "yes" if condition.given is True else "no" if condition.given is False else "hidden",
                evidence,
                setting.depends,
            )
        return self._depending(condition, setting, evidence)

    def _depending(self, condition: Condition, setting: Setting, evidence: tuple[Evidence, ...]) -> Answer:
        if condition.given is not None and not setting.may_be_absent:
            return Answer("yes" if condition.given else "no", evidence)
        results = {_holds(condition, option, setting) for option in setting.options}
        if len(results) == 1:
            return Answer("yes" if results.pop() else "no", evidence)
        by_default = None if setting.value is None else "yes" if _holds(condition, setting.value, setting) else "no"
        return Answer("depends", evidence, setting.depends, by_default)  # type: ignore[arg-type]

    def _counted(self, condition: Condition, links: list[Link], resource: Resource) -> Answer:
        ends = {(link.source, link.target, link.by if link.certainty == "is" else "") for link in links}
        number = (
            len({source if target == resource.address else target for source, target, _ in ends})
            if not condition.by_source
            else len(ends)
        )
        holds = (
            number <= condition.at_most
            if condition.at_most is not None
            else number >= (condition.at_least if condition.at_least is not None else 1)
        )
        evidence = tuple(
            Evidence(link.place, f"{self.estate.name(link.source)} → {self.estate.name(link.target)}: {link.says}")
            for link in links[:6]
        )
        return Answer("yes" if holds else "no", evidence)

    def _folded(self, condition: Condition, resource: Resource) -> Answer:
        found = [one for one in self.folded.get(resource.address, ()) if one.sort == condition.folded]
        enough = len(found) >= (condition.at_least or 1)
        evidence = tuple(Evidence(one.place, f"{one.kind} {one.name}") for one in found[:6])
        unsure = [one for one in found if one.exists is not None]
        if enough and len(found) - len(unsure) < (condition.at_least or 1):
            return Answer(
                "depends", evidence, tuple(name for one in unsure if one.exists for name in one.exists.depends)
            )
        return Answer("yes" if enough else "no" if resource.whole else "hidden", evidence)

    def _bypassed(self, expected: bool, cluster: Resource) -> Answer:
        """Whether a resource that uses the cluster also reaches one of its tables directly."""
        at = self.estate.links_at.get(cluster.address, ())
        tables = {link.target for link in at if link.source == cluster.address and link.target_service == "dynamodb"}
        callers = {link.source for link in at if link.target == cluster.address}
        beside = [
            link
            for table in sorted(tables)
            for link in self.estate.links_at.get(table, ())
            if link.target == table and link.source != cluster.address and link.target_service == "dynamodb"
        ]
        beside = [link for link in beside if link.source_service in ("lambda", "ec2") or link.source in callers]
        evidence = tuple(
            Evidence(link.place, f"{self.estate.name(link.source)} → {self.estate.name(link.target)}: {link.says}")
            for link in beside[:6]
        )
        return Answer("yes" if bool(beside) is expected else "no", evidence)


def _fits(condition: Condition, link: Link, address: str) -> bool:
    if condition.linked_from:
        own, other, services, at = link.target_service, link.source_service, condition.linked_from, link.target
    else:
        own, other, services, at = link.source_service, link.target_service, condition.linked_to, link.source
    return at == address and other in services and (condition.as_service is None or own == condition.as_service)


def _of_absent(condition: Condition) -> Verdict:
    if condition.given is not None:
        return "no" if condition.given else "yes"
    if condition.differs is not None:
        return "yes"
    if (
        condition.at_least is not None
        or condition.at_most is not None
        or condition.begins is not None
        or condition.one_of
    ):
        return "no"
    return "hidden"


def _holds(condition: Condition, value: object, setting: Setting) -> bool:
    """Whether a known value meets the condition."""
    if condition.given is not None:
        there = value not in (None, (), "") and setting.state != "default"
        return there is condition.given
    if condition.equals is not None:
        return _same(value, condition.equals)
    if condition.differs is not None:
        return not _same(value, condition.differs)
    if condition.one_of:
        return any(_same(value, one) for one in condition.one_of)
    if condition.begins is not None:
        return isinstance(value, str) and value.lower().startswith(condition.begins.lower())
    number = _number(value)
    if number is None:
        return False
    return (condition.at_least is None or number >= condition.at_least) and (
        condition.at_most is None or number <= condition.at_most
    )


def _same(value: object, wanted: object) -> bool:
    if isinstance(value, tuple):
        return bool(value) and all(_same(item, wanted) for item in value)
    if isinstance(wanted, bool):
        return value is wanted or str(value).lower() == str(wanted).lower()
    return str(value).lower() == str(wanted).lower()


def _number(value: object) -> float | None:
    if isinstance(value, bool):
        return None
    try:
        return float(str(value))
    except ValueError:
        return None
