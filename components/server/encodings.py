"""Which forms of compression a browser takes."""


def takes(accept_encoding: str, name: str) -> bool:
    """Whether a header Accept-Encoding takes `name`: named with a weight above zero, or not named beside such a `*`."""
    weights: dict[str, float] = {}
    for entry in accept_encoding.lower().split(","):
        coding, _, parameter = entry.partition(";")
        weight = parameter.strip().removeprefix("q=").strip() if parameter else "1"
        try:
            weights[coding.strip()] = float(weight)
        except ValueError:
            weights[coding.strip()] = 0.0
    return weights.get(name, weights.get("*", 0.0)) > 0
