"""Reading a catalog folder: every file into its record, every problem into one list."""

import json
import re
from collections.abc import Iterator
from errno import EINVAL
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from data.loading.change_checks import change_problems
from data.loading.checks import problems_between
from data.loading.comparison_checks import comparison_problems
from data.loading.decision_checks import decision_problems
from data.loading.finding_checks import finding_problems
from data.loading.path_checks import path_problems
from data.loading.price_checks import price_problems
from data.loading.region_table import region_problems
from data.loading.story_order import (
    comparisons_in_order,
    connections_in_order,
    services_in_order,
    use_cases_in_order,
)
from data.loading.yaml_text import UnfitYamlError, read_yaml
from data.records import (
    Catalog,
    Change,
    Comparison,
    Conflict,
    Connection,
    Decision,
    Finding,
    LearningPath,
    Notes,
    Service,
    Taxonomy,
    Term,
    Trouble,
    Unconfirmed,
    UseCase,
)
from data.records.price import PriceFile, RuleOfThumb, UseCaseCosts
from data.records.search_words import Outsider, SameWords, SearchWords
from data.records.statements import Text

R = TypeVar("R")
WithPrices = PriceFile | RuleOfThumb | UseCaseCosts
Named = Service | UseCase | Term | Conflict | Comparison | Change | Trouble | WithPrices | Finding | LearningPath
S = TypeVar("S", bound=Named)
UNREADABLE = object()


class CatalogError(ValueError):
    """All problems of a catalog in one error, a line each: file, field, what is wrong."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = tuple(problems)
        count = f"{len(problems)} problem" + ("s" if len(problems) > 1 else "")
        super().__init__(f"The catalog has {count}:\n" + "\n".join(f"  {problem}" for problem in problems))


class Reading:
    """One pass over a catalog folder; problems gather in `problems` until the end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[str] = []
        self.broken: set[str] = set()

    def catalog(self) -> Catalog:
        taxonomy = self.one("taxonomy.yaml", Taxonomy)
        words = taxonomy or Taxonomy(categories=(), lanes=(), kinds=(), capabilities=())
        services = services_in_order(words, self._folder("services", Service))
        connections = connections_in_order(services, self._connections())
        found = Catalog(
            taxonomy=words,
            services=services,
            connections=connections,
            use_cases=use_cases_in_order(words, services, connections, self._folder("use_cases", UseCase)),
            terms=self._folder("glossary", Term),
            conflicts=self._folder("conflicts", Conflict),
            unconfirmed=self.one("unconfirmed.yaml", tuple[Unconfirmed, ...]) or (),
            notes=self.one("notes.yaml", Notes) or Notes(sources={}, notes=()),
            decision=self._optional("decision.yaml", Decision),
            comparisons=comparisons_in_order(services, self._folder("comparisons", Comparison)),
            changes=self._folder("changes", Change),
            troubles=self._folder("troubles", Trouble),
            findings=self._folder("findings", Finding),
            search_words=self._search_words(),
            prices=self._folder("prices", PriceFile),
            rules_of_thumb=self._folder("rules_of_thumb", RuleOfThumb),
            use_case_costs=self._folder("use_case_costs", UseCaseCosts),
            paths=self._folder("paths", LearningPath),
        )
        self._check_regions(found)
        if taxonomy is not None:
            between = [
                *problems_between(found),
                *comparison_problems(found),
                *change_problems(found),
                *price_problems(found),
                *finding_problems(found),
                *path_problems(found),
            ]
            between += decision_problems(found, found.decision) if found.decision else []
            self.problems += [problem for problem in between if not self._follows_from_another(problem)]
        if self.problems:
            raise CatalogError(sorted(set(self.problems)))
        return found

    def _check_regions(self, found: Catalog) -> None:
        text = self._text(self.folder / "regions.csv")
        if text is not None:
            between = (f"regions.csv: {problem}" for problem in region_problems(text, found.services))
            self.problems += [problem for problem in between if not self._follows_from_another(problem)]

    def _text(self, path: Path) -> str | None:
        """What a file says; None, and a problem, where it cannot be read."""
        name = path.relative_to(self.folder).as_posix()
        try:
            if path.exists() and not path.is_file():  # a pipe or a device, whose reading may never end
                raise OSError(EINVAL, "It is no plain file")
            return path.read_bytes().decode("utf-8-sig")
        except FileNotFoundError:
            self.problems.append(f"{name}: the file is missing")
        except OSError as error:
            self.problems.append(f"{name}: not readable: {error.strerror}")
        except UnicodeDecodeError as error:
            self.problems.append(f"{name}: not readable as UTF-8: {error.reason} at byte {error.start}")
        self.broken.add(path.stem)
        return None

    def _raw(self, path: Path) -> object:
        text = self._text(path)
        if text is None:
            return UNREADABLE
        try:
            return read_yaml(text)
        except UnfitYamlError as error:
            name = path.relative_to(self.folder).as_posix()
            self.problems += [f"{name}: {problem}" for problem in error.problems]
            self.broken.add(path.stem)
            return UNREADABLE

    def _valid(self, name: str, raw: object, model: type[R], entry: str = "") -> R | None:
        if raw is UNREADABLE:
            return None
        try:
            return TypeAdapter(model).validate_json(json.dumps(raw))
        except ValidationError as error:
            for problem in error.errors():
                field = ".".join(str(part) for part in problem["loc"]) or "(whole file)"
                within = f"{entry}." if entry and problem["loc"][:1] != ("sources",) else ""
                self.problems.append(f"{name}: {within}{field}: {problem['msg']}")
        self.broken.add(Path(name).stem)
        return None

    def _follows_from_another(self, problem: str) -> bool:
        """Whether a problem names a record that could not be read, which is told already."""
        named = re.search(r"'([^']+)'", problem)
        return named is not None and not self.broken.isdisjoint(re.split(r"[/#]|--", named[1]))

    def one(self, name: str, model: type[R]) -> R | None:
        """What a file holds, as a record; None, and its problems, where it does not."""
        return self._valid(name, self._raw(self.folder / name), model)

    def _search_words(self) -> SearchWords:
        silent, faint, comparing, amounts = (
            self._optional(f"search/{name}_words.yaml", tuple[Text, ...]) or ()
            for name in ("silent", "faint", "comparing", "amount")
        )
        same, near = (
            self._optional(f"search/{name}_words.yaml", tuple[SameWords, ...]) or () for name in ("same", "near")
        )
        outsiders = self._optional("search/outsiders.yaml", tuple[Outsider, ...]) or ()
        return SearchWords(
            silent=silent,
            faint=faint,
            comparing=comparing,
            amounts=amounts,
            same=same,
            near=near,
            outsiders=outsiders,
        )

    def _optional(self, name: str, model: type[R]) -> R | None:
        return self.one(name, model) if (self.folder / name).exists() else None

    def _files(self, folder: str) -> Iterator[tuple[str, str, object]]:
        for path in (self.folder / folder).glob("*"):
            if path.suffix.lower() in {".yaml", ".yml"} and path.suffix != ".yaml":
                self.problems.append(f"{folder}/{path.name}: has to end in .yaml to be read")
        for path in sorted((self.folder / folder).glob("*.yaml")):
            yield f"{folder}/{path.name}", path.stem, self._raw(path)

    def _folder(self, folder: str, model: type[S]) -> dict[str, S]:
        found: dict[str, S] = {}
        for name, stem, raw in self._files(folder):
            record = self._valid(name, raw, model)
            if record is None:
                continue
            if record.id != stem:
                self.problems.append(f"{name}: id: {record.id!r} is not the file's name")
            found[stem] = record
        return found

    def _connections(self) -> dict[str, Connection]:
        """Each file of `connections/` holds the arrows that leave one service and, once, the sources of all of them."""
        found: dict[str, Connection] = {}
        for name, stem, raw in self._files("connections"):
            if raw is UNREADABLE:
                continue
            if (
                not isinstance(raw, dict)
                or set(raw) != {"sources", "connections"}
                or not isinstance(raw["connections"], list)
            ):
                self.problems.append(
                    f"{name}: (whole file): needs exactly the keys sources and connections, and a list of connections"
                )
                self.broken.add(stem)
                continue
            if not isinstance(raw["sources"], dict):
                self.problems.append(f"{name}: sources: has to map keys to pages")
                self.broken.add(stem)
                continue
            cited: set[str] = set()
            for number, entry in enumerate(raw["connections"]):
                label = f"connections.{number}"
                record = self._valid(
                    name, {**entry, "sources": raw["sources"]} if isinstance(entry, dict) else entry, Connection, label
                )
                if record is None:
                    continue
                if record.source_id != stem:
                    self.problems.append(f"{name}: {label}.source_id: {record.source_id!r} is not the file's name")
                if record.id in found:
                    self.problems.append(f"{name}: {label}.id: {record.id!r} stands twice")
                cited_here = record.cited
                cited |= cited_here
                found[record.id] = record.model_copy(
                    update={"sources": {k: s for k, s in record.sources.items() if k in cited_here}}
                )
            if stem not in self.broken:
                self.problems += [
                    f"{name}: sources.{key}: no statement cites it" for key in sorted(set(raw["sources"]) - cited)
                ]
        return found
