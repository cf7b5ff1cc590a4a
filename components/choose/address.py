"""The answers given to the helper, read from the address and written to it.

Each answer is one `answer=<question-id>.<option-id>`, in the order of the questions. An answer that is unknown, a
second one to the same question, and one whose question can no longer come up are left out, with the quiet notice.
`tree=all` unfolds the whole picture.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from components.frame.address import Address, write_address
from components.frame.parameters import Flag, Ids
from data.choosing.decision import Way, follow, option_ids, still_apply
from data.records import Catalog, Decision

ANSWER = Ids(
    "answer",
    "repeatable, `question.option`",
    lambda catalog: option_ids(catalog.decision) if catalog.decision else (),
)
TREE = Flag("tree", "= `all`", "all")
PARAMETERS = (ANSWER, TREE)


@dataclass(frozen=True)
class Choosing:
    """Question id to option id, and whether the picture shows the whole tree."""

    answers: Mapping[str, str]
    whole_tree: bool = False


def choosing_of_this_page(catalog: Catalog, decision: Decision) -> tuple[Address, Choosing, Way]:
    """The address that the visitor sees, the answers in it, and the way that they lead."""
    address = Address.of_this_page(PARAMETERS, catalog)
    choosing = read_choosing(address, decision)
    return address, choosing, follow(decision, choosing.answers)


def read_choosing(address: Address, decision: Decision) -> Choosing:
    """What the address says was answered."""
    given: dict[str, str] = {}
    values = address.get(ANSWER)
    for value in values:
        question, _, option = value.partition(".")
        given.setdefault(question, option)
    answers = still_apply(decision, given)
    if len(answers) < len(values):
        address.drop(ANSWER)
    return Choosing(answers, address.get(TREE))


def write_choosing(decision: Decision, choosing: Choosing) -> None:
    """Write the answers that apply."""
    answers = still_apply(decision, choosing.answers)
    write_address(
        {
            ANSWER: tuple(f"{question}.{option}" for question, option in answers.items()),
            TREE: choosing.whole_tree,
        }
    )
