"""Prints what a design costs, line by line: `python -m data.costs <model> key=value ... [rate.<price id>=value]
[--format text|json|markdown|csv]`.
"""

import sys
from collections.abc import Sequence

from data.billing.inputs import fields_of
from data.catalog import catalog
from data.costs.answer import answer
from data.costs.places import SERVICES
from data.costs.question import ask, models, presets
from data.costs.report import as_csv, as_json, as_markdown, as_text

FORMATS = {"text": as_text, "json": as_json, "markdown": as_markdown, "csv": as_csv}
RATE, OWN_KEYS = "rate.", ("option", "preset", "over")
HELP = """python -m data.costs <model> key=value ... [option=<option>] [preset=<use case>] [over=<input>]
    [rate.<price id>=USD] [--format text|json|markdown|csv]
Without a key, a model shows its example. `python -m data.costs <model> --inputs` lists what it asks for."""


class RequestError(ValueError):
    """What was typed is not possible; the message is one sentence."""


def run(arguments: Sequence[str]) -> str:
    """What is printed for these arguments. Errors: RequestError, one sentence with what is allowed."""
    words, form = _format(list(arguments))
    if not words or words[0] in {"-h", "--help"}:
        return f"{HELP}\nModels: {', '.join(models(catalog()))}."
    named = SERVICES[words[0]].model if words[0] in SERVICES else words[0]
    model = models(catalog()).get(named)
    if model is None:
        raise RequestError(f"There is no model {words[0][:40]!r}; there are {', '.join(models(catalog()))}.")
    if "--inputs" in words:
        known = [
            f"  {field.name} (default {field.default}): {field.title}; {field.allowed}"
            for field in fields_of(model.inputs)
        ]
        return "\n".join(
            [f"{model.title}. {model.question}", *known, "Options: " + ", ".join(option.id for option in model.options)]
        )
    texts: dict[str, str] = {}
    rates: dict[str, str] = {}
    own: dict[str, list[str]] = {key: [] for key in OWN_KEYS}
    for word in words[1:]:
        key, sign, value = word.partition("=")
        if not sign:
            raise RequestError(f"{word[:40]!r} is not key=value.")
        if key in own:
            own[key] += value.split(",")
        else:
            (rates if key.startswith(RATE) else texts)[key.removeprefix(RATE)] = value
    preset = (
        own["preset"][-1]
        if own["preset"]
        else ""
        if texts or rates
        else model.preset or next(iter(presets(catalog(), model.id)), "")
    )
    question, problems = ask(
        catalog(), model, texts, own["option"], rates, preset=preset, over=own["over"][-1] if own["over"] else ""
    )
    if problems:
        raise RequestError(problems[0].sentence)
    found = answer(catalog(), question)
    nowhere = [name for name in found.unused_rates if not _is_known(name)]
    if nowhere:
        used = sorted({line.meter for bill in found.bills for line in bill.lines})
        raise RequestError(f"There is no price {nowhere[0][:60]!r}; these bills use {', '.join(used)}.")
    return FORMATS[form](found)


def _is_known(name: str) -> bool:
    base = name.removesuffix(".upfront")
    return any(base in {price.id, price.meter} for file in catalog().prices.values() for price in file.prices)


def _format(words: list[str]) -> tuple[list[str], str]:
    form = "text"
    for position, word in enumerate(words):
        if word == "--format" or word.startswith("--format="):
            form = word.partition("=")[2] or next(iter(words[position + 1 :]), "")
            words = words[:position] + words[position + (1 if "=" in word else 2) :]
            break
    if form not in FORMATS:
        raise RequestError(f"There is no format {form[:40]!r}; there are {', '.join(FORMATS)}.")
    return words, form


def main() -> int:
    """Print it; 2 where what was typed is not possible."""
    try:
        print(run(sys.argv[1:]))
    except RequestError as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
