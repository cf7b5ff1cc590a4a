"""What the parameters of addresses may be."""

from components.frame.parameters import Choice, Flag, Id, Ids, Number, Parameter
from data.records import Catalog


def values(parameter: Parameter[object], catalog: Catalog) -> list[str]:
    """What a parameter may be, as it stands in an address; none where anything may."""
    if isinstance(parameter, Ids | Id):
        return list(parameter.allowed(catalog))
    if isinstance(parameter, Choice):
        return [str(option) for option in parameter.options]
    if isinstance(parameter, Number):
        return [str(number) for number in (parameter.low, parameter.low + 1, parameter.high)]
    return parameter.write(True) if isinstance(parameter, Flag) else []
