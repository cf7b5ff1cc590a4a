"""How traffic is spread over a day: 24 factors of the average, whose mean is 1."""

from decimal import Decimal
from functools import lru_cache
from typing import Literal

Shape = Literal["flat", "daily", "peaks"]
DAY = 24


@lru_cache(maxsize=512)
def day_of(shape: Shape, peak: Decimal, peak_hours: Decimal) -> tuple[Decimal, ...]:
    """The hours of a day as factors of the average.

    `flat` is the same all day. `daily` rises and falls evenly to `peak` times the average. `peaks` stays at `peak`
    times the average for `peak_hours` and spreads the rest over the other hours; a peak that would need more than the
    whole day's traffic takes all of it.
    """
    if shape == "flat" or peak <= 1:
        return (Decimal(1),) * DAY
    if shape == "peaks":
        high = min(peak, Decimal(DAY) / peak_hours)
        low = (DAY - high * peak_hours) / (DAY - peak_hours) if peak_hours < DAY else Decimal(1)
        return tuple(high if hour < peak_hours else low for hour in range(DAY))
    base = min(Decimal(DAY), 2 * DAY / peak)  # hours in which there is traffic at all
    low = max(Decimal(0), 2 - peak)
    middle = Decimal(DAY) / 2
    raw = [
        max(Decimal(0), low + (peak - low) * (1 - abs(hour + Decimal("0.5") - middle) / (base / 2)))
        for hour in range(DAY)
    ]
    mean = sum(raw, Decimal(0)) / DAY
    return tuple(value / mean for value in raw)
