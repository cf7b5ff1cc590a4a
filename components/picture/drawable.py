"""Whether all that the catalog names can be drawn: a colour and a glyph for each category, a line for each kind."""

from components.picture.theme import DASHES, GLYPHS, LINES, MARKS
from data.records import Catalog

HERE = "components/picture"


def drawing_problems(catalog: Catalog) -> list[str]:
    """What the picture lacks for this catalog, a line each: file, field, what is missing."""
    problems = []
    for category in catalog.taxonomy.categories:
        at = f"taxonomy.yaml: categories: {category.id!r}"
        if category.id not in MARKS:
            problems.append(f"{at} cannot be drawn: it has no colour in MARKS of {HERE}/theme.py")
        if not (GLYPHS / f"{category.id}.svg").exists():
            problems.append(f"{at} cannot be drawn: there is no {HERE}/glyphs/{category.id}.svg")
    for kind in catalog.taxonomy.kinds:
        for table, name in ((LINES, "LINES"), (DASHES, "DASHES")):
            if kind.id not in table:
                problems.append(
                    f"taxonomy.yaml: kinds: {kind.id!r} cannot be drawn: it is not in {name} of {HERE}/theme.py"
                )
    return problems
