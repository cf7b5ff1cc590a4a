"""What must hold between records: nothing dangling, nothing twice, nothing unsourced. Each problem is one line: file,
field, what is wrong."""

from collections.abc import Iterator, Mapping

from data.loading.source_checks import source_problems
from data.loading.use_case_checks import use_case_problems
from data.records import Catalog, Connection, Service
from data.records.pointers import facts_of, points_somewhere, statements_of


def problems_between(catalog: Catalog) -> list[str]:
    """All problems that only show when records are seen together."""
    return [
        *_taxonomy_problems(catalog),
        *_service_problems(catalog),
        *_part_of_problems(catalog.services),
        *_connection_problems(catalog),
        *use_case_problems(catalog),
        *_conflict_problems(catalog),
        *_note_problems(catalog),
        *_term_problems(catalog),
        *_trouble_problems(catalog),
        *_search_problems(catalog),
        *source_problems(catalog),
    ]


def _taxonomy_problems(catalog: Catalog) -> Iterator[str]:
    for name in ("categories", "lanes", "kinds", "capabilities"):
        seen: set[str] = set()
        for entry in getattr(catalog.taxonomy, name):
            if entry.id in seen:
                yield f"taxonomy.yaml: {name}: {entry.id!r} stands twice"
            seen.add(entry.id)
    yield from _family_problems(catalog)
    order = catalog.taxonomy.order
    for name, listed, records in (
        ("services", order.services, catalog.services),
        ("use_cases", order.use_cases, catalog.use_cases),
    ):
        for identity in sorted(set(listed)):
            if identity not in records:
                yield f"taxonomy.yaml: order.{name}: there is no {identity!r}"
            if listed.count(identity) > 1:
                yield f"taxonomy.yaml: order.{name}: {identity!r} stands twice"


def _family_problems(catalog: Catalog) -> Iterator[str]:
    seen: set[str] = set()
    for family in catalog.taxonomy.families:
        for service in family.services:
            if service not in catalog.services:
                yield f"taxonomy.yaml: families: {family.id}: there is no service {service!r}"
            if service in seen:
                yield f"taxonomy.yaml: families: {family.id}: {service!r} stands twice"
            seen.add(service)


def _service_problems(catalog: Catalog) -> Iterator[str]:
    categories = {entry.id for entry in catalog.taxonomy.categories}
    lanes = {entry.id for entry in catalog.taxonomy.lanes}
    capabilities = {entry.id for entry in catalog.taxonomy.capabilities}
    names: dict[str, str] = {}
    for service in catalog.services.values():
        file = f"services/{service.id}.yaml"
        if service.category not in categories:
            yield f"{file}: category: unknown category {service.category!r}"
        if service.lane not in lanes:
            yield f"{file}: lane: unknown lane {service.lane!r}"
        if service.part_of is not None and service.part_of not in catalog.services:
            yield f"{file}: part_of: unknown service {service.part_of!r}"
        if service.core and service.scope != "core":
            yield f"{file}: scope: a core service is drawn at first sight, so its scope is core"
        if names.setdefault(service.short_name, service.id) != service.id:
            yield f"{file}: short_name: {service.short_name!r} is already the name of {names[service.short_name]!r}"
        for capability, entry in service.capabilities.items():
            if capability not in capabilities:
                yield f"{file}: capabilities: unknown capability {capability!r}"
            if entry.value == "partly" and not entry.note:
                yield f"{file}: capabilities.{capability}.note: partly needs its condition"
        yield from _fact_problems(catalog, service)


def _fact_problems(catalog: Catalog, service: Service) -> Iterator[str]:
    file = f"services/{service.id}.yaml"
    ids = [item.id for item in statements_of(service) if item.id]
    for twice in sorted({i for i in ids if ids.count(i) > 1}):
        yield f"{file}: id: the fact id {twice!r} stands twice"
    hits = [limit.when_hit for limit in service.limits]  # Several limits may have one consequence.
    texts = [fact.text for fact in facts_of(service) if fact not in hits]
    for text in sorted({t for t in texts if texts.count(t) > 1}):
        yield f"{file}: text: stands twice: {text!r}"
    for row, limit in service.limits_by_row.items():
        if limit.when_hit and limit.when_hit_unsaid:
            yield f"{file}: {row}: when_hit_unsaid: a page says what happens, so none can be silent"
    for item in statements_of(service):
        if item.conflict is not None and item.conflict not in catalog.conflicts:
            yield f"{file}: conflict: unknown conflict {item.conflict!r}"


def _part_of_problems(services: Mapping[str, Service]) -> Iterator[str]:
    for start in services:
        seen, at = [start], services[start].part_of
        while at is not None and at in services and at not in seen:
            seen.append(at)
            at = services[at].part_of
        if at == start:
            yield f"services/{start}.yaml: part_of: a cycle: {' > '.join([*seen, start])}"


def _connection_problems(catalog: Catalog) -> Iterator[str]:
    pairs: dict[tuple[str, str], list[Connection]] = {}
    known_kinds = {entry.id for entry in catalog.taxonomy.kinds}
    for connection in catalog.connections.values():
        pairs.setdefault((connection.source_id, connection.target_id), []).append(connection)
        file = f"connections/{connection.source_id}.yaml: {connection.id}"
        for field in ("source_id", "target_id"):
            end = getattr(connection, field)
            if end not in catalog.services:
                yield f"{file}.{field}: unknown service {end!r}"
            elif connection.scope == "core" and catalog.services[end].scope != "core":
                yield f"{file}.scope: core, but {end!r} is not drawn at first sight"
        if connection.kind not in known_kinds:
            yield f"{file}.kind: the taxonomy has no kind {connection.kind!r}"
        if connection.source_id == connection.target_id:
            yield f"{file}.target_id: begins and ends at the same service"
        for fact in facts_of(connection):
            if fact.conflict is not None and fact.conflict not in catalog.conflicts:
                yield f"{file}.conflict: unknown conflict {fact.conflict!r}"
    for (source, target), connections in pairs.items():
        kinds = [connection.kind for connection in connections]
        for connection in connections:
            expected = f"{source}--{target}" + (f"--{connection.kind}" if len(connections) > 1 else "")
            if connection.id != expected:
                yield f"connections/{source}.yaml: {connection.id}.id: should be {expected!r}"
            if kinds.count(connection.kind) > 1:
                yield (
                    f"connections/{source}.yaml: {connection.id}.kind: two connections "
                    f"of this pair have the kind {connection.kind!r}; make them one"
                )


def _conflict_problems(catalog: Catalog) -> Iterator[str]:
    for conflict in catalog.conflicts.values():
        if conflict.about not in catalog.services:
            yield f"conflicts/{conflict.id}.yaml: about: unknown service {conflict.about!r}"
    for number, entry in enumerate(catalog.unconfirmed):
        if entry.about not in catalog.services:
            yield f"unconfirmed.yaml: {number}.about: unknown service {entry.about!r}"


def _term_problems(catalog: Catalog) -> Iterator[str]:
    for term in catalog.terms.values():
        for service in term.about:
            if service not in catalog.services:
                yield f"glossary/{term.id}.yaml: about: unknown service {service!r}"


def _trouble_problems(catalog: Catalog) -> Iterator[str]:
    for trouble in catalog.troubles.values():
        file = f"troubles/{trouble.id}.yaml"
        yield from (f"{file}: services: unknown service {s!r}" for s in trouble.services if s not in catalog.services)
        for connection in trouble.connections:
            if connection not in catalog.connections:
                yield f"{file}: connections: unknown connection {connection!r}"
        rows = {
            row
            for service in trouble.services
            if service in catalog.services
            for row in catalog.services[service].limits_by_row
        }
        yield from (f"{file}: limits: {row!r} is no limit of its services" for row in trouble.limits if row not in rows)
        for use_case in trouble.use_cases:
            if use_case not in catalog.use_cases:
                yield f"{file}: use_cases: unknown use case {use_case!r}"


def _search_problems(catalog: Catalog) -> Iterator[str]:
    for outsider in catalog.search_words.outsiders:
        for service in outsider.see:
            if service not in catalog.services:
                yield f"search/outsiders.yaml: {outsider.id}.see: unknown service {service!r}"


def _note_problems(catalog: Catalog) -> Iterator[str]:
    seen: set[str] = set()
    for note in catalog.notes.notes:
        if note.id in seen:
            yield f"notes.yaml: {note.id}: stands twice"
        seen.add(note.id)
        for pointer in note.where:
            if not points_somewhere(catalog, pointer):
                yield f"notes.yaml: {note.id}.where: {pointer!r} leads nowhere"
