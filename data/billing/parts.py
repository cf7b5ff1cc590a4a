"""Every model of a service or a few, by id; a use case is put together from them."""

from collections.abc import Mapping

from data.billing.database_models import DATABASE, TABLE, WAREHOUSE
from data.billing.flow_models import BUCKET, FIREHOSE, FUNCTION, SEARCH, STREAM, WAY
from data.billing.inputs import InputProblem, Inputs, read_inputs
from data.billing.models import Model
from data.records.price import CostPart

PARTS: Mapping[str, Model] = {
    model.id: model for model in (TABLE, DATABASE, WAREHOUSE, SEARCH, WAY, STREAM, FIREHOSE, FUNCTION, BUCKET)
}


def part_inputs(part: CostPart) -> tuple[Inputs, tuple[InputProblem, ...]]:
    """The inputs of a part, and what is wrong with them. Errors: KeyError for an unknown model."""
    return read_inputs(PARTS[part.model].inputs(), part.inputs)
