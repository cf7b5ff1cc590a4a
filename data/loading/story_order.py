"""The order in which everything is told: what the taxonomy lists first, the rest by what it is about."""

from data.records import Comparison, Connection, Service, Taxonomy, UseCase


def services_in_order(taxonomy: Taxonomy, services: dict[str, Service]) -> dict[str, Service]:
    """The services that the taxonomy lists, then other core ones, then neighbours by lane, those of the first sight
    first."""
    listed = {service: place for place, service in enumerate(taxonomy.order.services)}
    lanes = {lane.id: place for place, lane in enumerate(taxonomy.lanes)}
    categories = {category.id: place for place, category in enumerate(taxonomy.categories)}

    def place(service: Service) -> tuple[int, bool, int, bool, int, str]:
        return (
            listed.get(service.id, len(listed)),
            not service.core,
            lanes.get(service.lane, len(lanes)),
            service.scope != "core",
            categories.get(service.category, len(categories)),
            service.short_name.casefold(),
        )

    return {service.id: service for service in sorted(services.values(), key=place)}


def connections_in_order(services: dict[str, Service], connections: dict[str, Connection]) -> dict[str, Connection]:
    """The connections in the order of the services that they leave, then of those that they reach; of several between
    the same two as they are written."""
    places = {service: place for place, service in enumerate(services)}

    def place(connection: Connection) -> tuple[int, int]:
        return places.get(connection.source_id, len(places)), places.get(connection.target_id, len(places))

    return {connection.id: connection for connection in sorted(connections.values(), key=place)}


def use_cases_in_order(
    taxonomy: Taxonomy,
    services: dict[str, Service],
    connections: dict[str, Connection],
    use_cases: dict[str, UseCase],
) -> dict[str, UseCase]:
    """The use cases that the taxonomy lists, then the others by the first of their services."""
    listed = {use_case: place for place, use_case in enumerate(taxonomy.order.use_cases)}
    places = {service: place for place, service in enumerate(services)}

    def place(use_case: UseCase) -> tuple[int, int, str]:
        steps = (connections[step.connection] for step in use_case.steps if step.connection in connections)
        ends = (end for connection in steps for end in (connection.source_id, connection.target_id))
        first = min((places[end] for end in ends if end in places), default=len(places))
        return listed.get(use_case.id, len(listed)), first, use_case.title.casefold()

    return {use_case.id: use_case for use_case in sorted(use_cases.values(), key=place)}


def comparisons_in_order(services: dict[str, Service], comparisons: dict[str, Comparison]) -> dict[str, Comparison]:
    """The comparisons by the service that they begin with, then by those that they set beside it."""
    places = {service: place for place, service in enumerate(services)}

    def place(comparison: Comparison) -> list[int]:
        return [places.get(service, len(places)) for service in comparison.services]

    return {comparison.id: comparison for comparison in sorted(comparisons.values(), key=place)}
