"""What can be found: every record of the catalog with its names, and every statement in it with its heading and the
place that shows it."""

from collections.abc import Iterator

from data.choosing.decision import Way, ways_on
from data.records import (
    Catalog,
    Comparison,
    Conflict,
    Connection,
    Recommendation,
    Term,
    Trouble,
    UseCase,
)
from data.search.entry import Entry, Passage
from data.search.hits import Place
from data.search.service_passages import service_entry
from data.search.words import as_part


def entries(catalog: Catalog) -> tuple[Entry, ...]:
    """Every record of the catalog that a page shows."""
    return (
        *(service_entry(service) for service in catalog.services.values()),
        *(_connection(catalog, connection) for connection in catalog.connections.values()),
        *(_use_case(catalog, use_case) for use_case in catalog.use_cases.values()),
        *(_comparison(catalog, comparison) for comparison in catalog.comparisons.values()),
        *(_term(term) for term in catalog.terms.values()),
        *(_trouble(catalog, trouble) for trouble in catalog.troubles.values()),
        *(_conflict(catalog, conflict) for conflict in catalog.conflicts.values()),
        *_recommendations(catalog),
    )


def _connection(catalog: Catalog, connection: Connection) -> Entry:
    source, target = catalog.services[connection.source_id], catalog.services[connection.target_id]
    kind = next((kind.name for kind in catalog.taxonomy.kinds if kind.id == connection.kind), connection.kind)
    wide = (("scope", "wide"),) if connection.scope == "wide" else ()
    place = Place("", (("connection", connection.id), *wide))

    def at(part: str) -> Place:
        return Place("", (("connection", connection.id), ("part", part), *wide))

    facts = [Passage("What flows", connection.what.text, place, connection.what.told or "")]
    facts += [Passage("Good to know", fact.text, at("good-to-know"), fact.told or "") for fact in connection.facts]
    limits = [Passage("Limits", fact.text, at("limits"), fact.told or "") for fact in connection.limits]
    how = [Passage("How", connection.how, place)]
    rights = (
        [Passage("Permissions", ", ".join(connection.permissions), at("permissions"), "IAM policy action")]
        if connection.permissions
        else []
    )
    own = (f"{source.short_name} → {target.short_name}", f"{source.short_name} to {target.short_name}", connection.id)
    return Entry("connection", connection.id, own, (kind,), place, (*facts, *limits, *how, *rights))


def _use_case(catalog: Catalog, use_case: UseCase) -> Entry:
    opened = (("use_case", use_case.id),)
    whole = Place("use-cases", opened)

    def at(part: str) -> Place:
        return Place("use-cases", (*opened, ("part", part)))

    def names(part: str) -> str:
        if part in catalog.services:
            return catalog.services[part].short_name
        ends = catalog.connections[part]
        return f"{catalog.services[ends.source_id].short_name} → {catalog.services[ends.target_id].short_name}"

    steps = [
        Passage(
            f"Step {number}",
            f"{step.title}. {step.text}",
            Place("use-cases", (*opened, ("step", str(number)))),
            names(step.connection),
        )
        for number, step in enumerate(use_case.steps, start=1)
    ]
    failures = [
        Passage(
            f"When {names(failure.part)} fails",
            f"{failure.what} {failure.then} {failure.do}",
            Place("use-cases", (*opened, ("failure", str(number)))),
        )
        for number, failure in enumerate(use_case.failures, start=1)
    ]
    judged = [
        *(Passage("Problem", text, whole) for text in (use_case.problem,)),
        *(Passage("Why this way", entry.text, at("why")) for entry in use_case.why),
        *(Passage("Trade-offs", entry.text, at("trade-offs")) for entry in use_case.trade_offs),
        *(
            Passage("Alternatives", f"{entry.title}: {entry.text}", at("alternatives"))
            for entry in use_case.alternatives
        ),
        *(
            Passage("Smaller or cheaper", f"Without {names(entry.service)}: {entry.text}", at("smaller"))
            for entry in use_case.smaller
        ),
    ]
    return Entry(
        "use_case",
        use_case.id,
        (use_case.title, use_case.id.replace("-", " ")),
        use_case.aliases,
        whole,
        (*judged, *steps, *failures),
        1.0,
    )


def _comparison(catalog: Catalog, comparison: Comparison) -> Entry:
    place = Place("compare", (("pair", comparison.id),))
    texts = [
        ("Question", comparison.question),
        ("Verdict", comparison.verdict.text),
        *((option.name, option.text) for option in comparison.options),
        *(("What decides", fact.text) for fact in comparison.facts),
    ]
    names = [option.name for option in comparison.options] + [
        catalog.services[service].short_name for service in comparison.services
    ]
    compared = f"{' vs '.join(option.name for option in comparison.options)}"
    rows = (
        Passage(row.title, text, Place("compare", (*place.parameters, ("row", as_part(row.title)))))
        for row in comparison.rows
        for cell in row.cells
        if (text := " ".join((*(fact.text for fact in cell.facts), *(j.text for j in cell.judgements))))
    )
    passages = (*(Passage(heading, text, place) for heading, text in texts if text.strip()), *rows)
    return Entry("comparison", comparison.id, (comparison.title, compared), tuple(names), place, passages, 0.5)


def _term(term: Term) -> Entry:
    place = Place("sources", (("section", "glossary"), ("term", term.id)))
    return Entry(
        "term",
        term.id,
        (term.term, term.id.replace("-", " "), *(name for name in term.also if name.isupper())),  # it explains them
        term.also,
        place,
        (Passage("", term.definition, place),),
    )


def _trouble(catalog: Catalog, trouble: Trouble) -> Entry:
    place = Place("services", (("service", trouble.services[0]), ("part", f"trouble-{trouble.id}")))
    names = tuple(catalog.services[service].short_name for service in trouble.services)
    told = [
        Passage("Seen as", " · ".join(trouble.seen), place),
        Passage("What it means", trouble.means.text, place),
        *(Passage("What to check", entry.text, place) for entry in trouble.check),
        *(Passage("What to do", entry.text, place) for entry in trouble.do),
        Passage("What it costs", trouble.costs.text, place),
    ]
    return Entry("trouble", trouble.id, (trouble.symptom,), (*trouble.seen, *names), place, tuple(told), 2.0)


def _conflict(catalog: Catalog, conflict: Conflict) -> Entry:
    place = Place("sources", (("section", "conflicts"), ("conflict", conflict.id)))
    claims = " ".join(claim.says for claim in conflict.claims)
    about = catalog.services[conflict.about].short_name
    passages = (Passage("What is shown", conflict.shown, place), Passage("What the pages say", claims, place))
    return Entry("conflict", conflict.id, (conflict.question,), (about,), place, passages, -1.0)


def _recommendations(catalog: Catalog) -> Iterator[Entry]:
    """Every end of the questions, opened by the first answers that lead to it."""
    if catalog.decision is None:
        return
    ways: dict[str, Way] = {}
    for way in ways_on(catalog.decision, {}):
        if way.recommendation is not None:
            ways.setdefault(way.recommendation.id, way)
    for entry in catalog.decision.recommendations:
        answers = ways[entry.id].answers if entry.id in ways else {}
        given = tuple(("answer", f"{question}.{option}") for question, option in answers.items())
        yield _recommendation(catalog, entry, Place("choose", given or (("tree", "all"),)))


def _recommendation(catalog: Catalog, entry: Recommendation, place: Place) -> Entry:
    texts = (entry.summary, *(reason.text for reason in (*entry.because, *entry.changes)), entry.runner_up.text)
    names = tuple(catalog.services[service].short_name for service in entry.services)
    return Entry(
        "choice", entry.id, (entry.title,), names, place, tuple(Passage("", text, place) for text in texts), -2.0
    )
