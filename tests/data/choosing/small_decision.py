"""A few questions about the services of the small catalog."""

from typing import Any

from data.records import Catalog, Decision


def option(identity: str, then: str, **more: Any) -> dict[str, Any]:
    return {"id": identity, "text": f"The answer {identity}", "short": identity.title(), "next": then, **more}


def question(identity: str, *options: dict[str, Any]) -> dict[str, Any]:
    return {"id": identity, "text": f"What about {identity}?", "options": list(options)}


def end(identity: str, *services: str, second: str = "search", **more: Any) -> dict[str, Any]:
    runner_up = {"service": second, "text": "It came second."}
    return {
        "id": identity,
        "title": identity.title(),
        "services": list(services),
        "summary": "Take it.",
        "runner_up": runner_up,
        **more,
    }


def small(**changes: Any) -> dict[str, Any]:
    """Asks what for, then (for two of three answers) how fast; `fast` means another service where something is
    searched for."""
    content = {
        "start": "goal",
        "questions": [
            question("goal", option("keep", "speed"), option("find", "speed"), option("store", "end-archive")),
            question(
                "speed",
                option("slow", "end-db"),
                option("fast", "end-cache", forks=[{"when": ["goal.find"], "next": "end-search"}]),
            ),
        ],
        "recommendations": [
            end("end-db", "db"),
            end("end-cache", "cache", "db", because=[{"text": "It is near.", "facts": ["services/cache#feature"]}]),
            end("end-search", "search", second="db", use_case="find"),
            end("end-archive", "archive"),
        ],
    }
    return {**content, **changes}


def decision_of(catalog: Catalog) -> Decision:
    assert catalog.decision is not None
    return catalog.decision
