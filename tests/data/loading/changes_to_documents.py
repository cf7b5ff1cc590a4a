"""Changes to the documents of the small catalog, each to be told as a problem."""

from collections.abc import Callable
from typing import Any

from tests.tiny_catalog import Documents


def source_of(url: str = "https://docs.aws.amazon.com/c/new.html", read_on: str = "2026") -> Documents:
    return {"url": url, "title": "New", "read_on": read_on}


def changed(path: str, value: Any) -> Callable[[Documents], None]:
    """A change to the documents: `file: key.key.0` becomes `value`."""
    file, _, keys = path.partition(": ")

    def change(content: Documents) -> None:
        at = content[file]
        *inner, last = [int(key) if key.isdecimal() else key for key in keys.split(".")]
        for key in inner:
            at = at[key]
        at[last] = value

    return change


def written(file: str, text: object) -> Callable[[Documents], None]:
    return lambda content: content.update({file: text})


def dropped(file: str) -> Callable[[Documents], None]:
    return lambda content: content.pop(file)


DB, APP, READ = "services/db.yaml: ", "connections/app.yaml: ", "use_cases/read.yaml: "
