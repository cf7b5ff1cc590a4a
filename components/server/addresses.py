"""All addresses of the app: the declared parameters of every page, and the README's table of them.

`python -m components.server.addresses` writes the table into the README.
"""

import re

from components.about.address import PARAMETERS as ABOUT
from components.choose.address import PARAMETERS as CHOOSE
from components.compare.address import PARAMETERS as COMPARE
from components.costs.address import PARAMETERS as COSTS
from components.estate.address import PARAMETERS as ESTATE
from components.frame.given_address import Parameters
from components.frame.menu import PAGES, ROOT
from components.landscape.address import PARAMETERS as LANDSCAPE
from components.learn.address import PARAMETERS as LEARN
from components.limits.address import PARAMETERS as LIMITS
from components.matrix.address import PARAMETERS as MATRIX
from components.services.address import PARAMETERS as SERVICES
from components.use_cases.address import PARAMETERS as USE_CASES

PARAMETERS_BY_PATH: dict[str, Parameters] = {
    "": LANDSCAPE,
    "services": SERVICES,
    "use-cases": USE_CASES,
    "learn": LEARN,
    "limits": LIMITS,
    "compare": COMPARE,
    "choose": CHOOSE,
    "matrix": MATRIX,
    "costs": COSTS,
    "estate": ESTATE,
    "sources": ABOUT,
}
README = ROOT / "README.md"
TABLE = re.compile(r"\| page \| path \| parameters \|\n(?:\|.*\n)+")


def address_table() -> str:
    """The pages with their paths and parameters, as Markdown."""
    rows = [f"| {page.title} | `/{page.path}` | {_in_words(PARAMETERS_BY_PATH[page.path])} |\n" for page in PAGES]
    return "| page | path | parameters |\n|---|---|---|\n" + "".join(rows)


def _in_words(parameters: Parameters) -> str:
    return ", ".join(f"`{parameter.name}` {_beside(parameter.words)}" for parameter in parameters)


def _beside(words: str) -> str:
    return words if words.startswith("=") else f"({words})"


if __name__ == "__main__":
    README.write_text(TABLE.sub(lambda _: address_table(), README.read_text("utf-8"), count=1), "utf-8")
