"""What compared services connect to: what they share, what each has alone, as a picture and in words."""

from collections.abc import Collection, Iterable, Sequence

from data.landscape.view import Question, View, view
from data.records import Catalog, Comparison, Connection


def neighbours(catalog: Catalog, service: str) -> frozenset[str]:
    """Ids of the services at the other ends of a service's connections."""
    return frozenset(
        end for c in catalog.connections_of(service) for end in (c.source_id, c.target_id) if end != service
    )


def comparison_view(
    catalog: Catalog, services: Sequence[str], along: Iterable[str] = (), selected: str | None = None
) -> View:
    """Some services on the landscape. Lit are the services, what at least two of them share, the connections between
    all these, and those of `along`; one service alone has all its neighbours lit. Of the rest the main services are
    drawn, and the connections of the compared ones with them. `selected` is the service or connection that was clicked.
    """
    walked = frozenset(along)
    ends = {end for c in walked for end in (catalog.connections[c].source_id, catalog.connections[c].target_id)}
    lit = frozenset(services) | ends
    if not walked:
        lit |= shared(catalog, services) if len(services) > 1 else neighbours(catalog, services[0])
    drawn = lit | view(catalog, Question()).services
    near = {
        c.id: {c.source_id, c.target_id}
        for c in catalog.connections.values()
        if not {c.source_id, c.target_id}.isdisjoint(services)
    }
    connections = frozenset(c for c, joined in near.items() if joined <= drawn) | walked
    lit_connections = walked or frozenset(c for c in connections if near[c] <= lit)
    chosen = selected if selected in drawn | connections else None
    return View(drawn, connections, lit, lit_connections, chosen, _title(catalog, services, bool(walked)))


def ways_of(comparison: Comparison) -> tuple[str, ...]:
    """The connections that the options of a ready comparison stand for."""
    return tuple(dict.fromkeys(connection for option in comparison.options for connection in option.connections))


def services_of(catalog: Catalog, comparison: Comparison) -> tuple[str, ...]:
    """The services of a ready comparison, and those that its ways join."""
    ways = (catalog.connections[way] for way in ways_of(comparison))
    return tuple(dict.fromkeys([*comparison.services, *(end for w in ways for end in (w.source_id, w.target_id))]))


def shared(catalog: Catalog, services: Sequence[str]) -> frozenset[str]:
    """Ids of the services, the compared ones left out, that at least two of them connect to."""
    near = [neighbours(catalog, service) for service in services]
    return frozenset(s for s in catalog.services if s not in services and sum(s in each for each in near) > 1)


def connections_in_words(catalog: Catalog, services: Sequence[str], along: Iterable[str] = ()) -> tuple[str, ...]:
    """Sentences: the connections of `along`, what all connect to, what some do, what each does alone, and the
    connections between them."""
    near = {service: neighbours(catalog, service) - set(services) for service in services}
    every = frozenset.intersection(*near.values())
    all_of_them = "Both" if len(services) == 2 else "All"
    ways = [catalog.connections[c] for c in along]
    told = [f"Lit in the picture: {_arrows(catalog, ways)}."] if ways else []
    if len(services) > 1:
        told.append(
            f"{all_of_them} connect to {_listed(catalog, every)}." if every else f"{_none(len(services))} a neighbour."
        )
        some = shared(catalog, services) - every
        if some:
            told.append(f"Some, not all, connect to {_listed(catalog, some)}.")
    for service in services:
        alone = near[service].difference(*(near[other] for other in services if other != service))
        only = "Only " if len(services) > 1 else ""
        if alone:
            told.append(f"{only}{catalog.services[service].short_name} connects to {_listed(catalog, alone)}.")
    direct = [
        c for c in catalog.connections.values() if c.source_id in services and c.target_id in services and c not in ways
    ]
    if direct:
        told.append(f"Between them: {_arrows(catalog, direct)}.")
    return tuple(told)


def _arrows(catalog: Catalog, connections: Iterable[Connection]) -> str:
    """`RDS to Redshift (Zero-ETL), Redshift to RDS (Query)`; the kinds between two ends stand together."""
    kinds = {kind.id: kind.name for kind in catalog.taxonomy.kinds}
    between: dict[str, list[str]] = {}
    for c in connections:
        between.setdefault(
            f"{catalog.services[c.source_id].short_name} to {catalog.services[c.target_id].short_name}", []
        ).append(kinds[c.kind])
    return ", ".join(f"{ends} ({' and '.join(names)})" for ends, names in between.items())


def _none(count: int) -> str:
    return "They do not share" if count == 2 else "They do not all share"


def _listed(catalog: Catalog, services: Collection[str]) -> str:
    """Names in the order of the catalog: `A, B and C`."""
    *most, last = [service.short_name for service in catalog.services.values() if service.id in services]
    return f"{', '.join(most)} and {last}" if most else last


def _title(catalog: Catalog, services: Sequence[str], along: bool) -> str:
    names = [catalog.services[service].short_name for service in services]
    joined = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
    if along:
        return f"The ways compared, around {joined}"
    return f"What {joined} share" if len(names) > 1 else f"What {joined} connects to"
