"""Reading an estate in this process. For what strangers send, see `data.estate.apart`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from data.estate.build import built
from data.estate.inventories import read_config_query, read_explorer
from data.estate.opening.archive import opened
from data.estate.opening.limits import MAX_RESOURCES
from data.estate.opening.recognise import Document, recognised
from data.estate.opening.refused import Refused
from data.estate.records import Estate
from data.estate.resource import Reading
from data.estate.templates.cloudformation import read_templates
from data.estate.terraform.configuration import read_configuration
from data.estate.terraform.plan import read_plan, read_raw_state, read_state
from data.estate.values import Value

_SINGLE: Mapping[str, Callable[[Document, Reading], None]] = {
    "plan": read_plan,
    "state": read_state,
    "raw state": read_raw_state,
    "config query": read_config_query,
    "resource explorer": read_explorer,
}
_TERRAFORM = ("terraform", "terraform json", "terraform values", "terragrunt")


def read_estate(files: Iterable[tuple[str, bytes]], given: Mapping[str, Value] | None = None) -> Estate:
    """The estate in files of any of the known formats, archives included. `given` are values for parameters or
    variables.

    Errors: Refused, when nothing can be read.
    """
    texts = opened(files)
    documents, reading = _recognised(texts)
    if not any(document.format in (*_SINGLE, *_TERRAFORM, "cloudformation") for document in documents):
        if reading.problems:
            file, line, sentence = reading.problems[0]
            raise Refused(sentence, file, line)
        raise Refused("None of this is a template, plan, state or inventory that can be read here.", next(iter(texts)))
    read_templates(
        [document for document in documents if document.format == "cloudformation"], reading, dict(given or {})
    )
    configuration = [document for document in documents if document.format in _TERRAFORM]
    if any(document.format in ("terraform", "terraform json", "terragrunt") for document in configuration):
        read_configuration(configuration, reading, texts, dict(given or {}))
    for document in documents:
        if document.format in _SINGLE:
            _read_one(_SINGLE[document.format], document, reading)
    if (
        len(reading.resources) > MAX_RESOURCES * 2
        or sum(one.origin not in ("data", "event") for one in reading.resources) > MAX_RESOURCES
    ):
        raise Refused(f"These are more than {MAX_RESOURCES:,} resources; send one system at a time.")
    if not reading.resources and reading.problems:
        file, line, sentence = reading.problems[0]
        raise Refused(sentence, file, line)
    if not reading.resources:
        raise Refused("There are no resources in this; send the templates that declare them.", next(iter(texts)))
    return built(reading)


def _recognised(texts: Mapping[str, str]) -> tuple[list[Document], Reading]:
    reading = Reading()
    documents = []
    for name, text in texts.items():
        try:
            document = recognised(name, text)
        except Refused as refused:
            reading.tell(name, refused.line, refused.sentence)
            continue
        documents.append(document)
        if document.format not in ("text", "cdk manifest"):
            reading.formats[name] = (
                "SAM" if document.format == "cloudformation" and "AWS::Serverless" in text else document.format
            )
    return documents, reading


def _read_one(read: Callable[[Document, Reading], None], document: Document, reading: Reading) -> None:
    try:
        read(document, reading)
    except Refused as refused:
        reading.tell(document.name, refused.line, refused.sentence)
    except (TypeError, ValueError, KeyError, AttributeError, IndexError, RecursionError):
        reading.tell(
            document.name,
            None,
            f"This looks like a {document.format} and is not written as one; send the file as the tool wrote it.",
        )
