"""A date exactly as precise as the text that gives it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, perhaps a month, perhaps a day, perhaps a time: never a part that nobody gave."""

    year: int
    month: int | None = None
    day: int | None = None
    time: time | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day needs its month")
        if self.day is None and self.time is not None:
            raise ValueError("a time needs its day")

    def isoformat(self) -> str:
        """ISO 8601 at this precision: "2023", "2023-02", "2023-02-14", "2023-02-14T10:30"."""
        parts = f"{self.year:04d}"
        if self.month is not None:
            parts += f"-{self.month:02d}"
        if self.day is not None:
            parts += f"-{self.day:02d}"
        if self.time is not None:
            parts += f"T{self.time:%H:%M}"
        return parts

    @classmethod
    def fromisoformat(cls, text: str) -> PartialDate:
        """Read what `isoformat` writes; ValueError for anything else."""
        day, _, clock = text.partition("T")
        year, *rest = (int(part) for part in day.split("-"))
        if len(rest) > 2:
            raise ValueError(f"not a date: {text!r}")
        month, day_of_month = (*rest, None, None)[:2]
        return cls(year, month, day_of_month, time.fromisoformat(clock) if clock else None)
