"""How many services, or connections of a kind, a click on an option will show."""

from functools import lru_cache

from data.landscape.filters import Field, LandscapeFilter
from data.landscape.question import Question, Scope
from data.landscape.view import View, view
from data.records import Catalog


def option_counts(catalog: Catalog, question: Question, field: Field) -> dict[str, int]:
    """For every option of a field, what choosing it would light of it, in this scope and beside the rest of the filter:
    connections for kinds, services for all others. What is selected does not matter: choosing leaves it."""
    if question.filter.text.strip():  # what somebody typed is kept nowhere
        return _counts(catalog, question.filter, question.scope, field)
    return dict(_kept_counts(catalog, question.filter, question.scope, field))


@lru_cache(maxsize=256)
def _kept_counts(catalog: Catalog, chosen: LandscapeFilter, scope: Scope, field: Field) -> dict[str, int]:
    return _counts(catalog, chosen, scope, field)


def _counts(catalog: Catalog, chosen: LandscapeFilter, scope: Scope, field: Field) -> dict[str, int]:
    base = chosen.without(field)
    found = chosen.found(catalog)
    counts: dict[str, int] = {}
    for option in _options(catalog, field):
        with_it = base if option in getattr(base, field) else base.toggled(field, option)
        shown = view(catalog, Question(filter=with_it, scope=scope), found)
        counts[option] = _amount(catalog, shown, field, option)
    return counts


def _amount(catalog: Catalog, shown: View, field: Field, option: str) -> int:
    """Connections for kinds; for categories the services of it, without those that only stand at the end of a line."""
    if field == "kinds":
        return len(shown.lit_connections)
    if field == "categories":
        return sum(catalog.services[service].category == option for service in shown.lit_services)
    return len(shown.lit_services)


def _options(catalog: Catalog, field: Field) -> list[str]:
    return list(catalog.use_cases) if field == "use_cases" else [o.id for o in getattr(catalog.taxonomy, field)]
