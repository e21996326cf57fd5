"""Amounts over time, drawn; imported only when somebody asks for it, since numpy comes with it."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING

from textual_plot import AxisFormatter, HiResMode, NumericAxisFormatter, PlotWidget

from tui.locale import current, format_date, format_number
from tui.parser import PartialDate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months between two marks on the axis of time."""

_TICKS = 6

_DAY_STEPS = (1, 2, 7, 14)
"""Days between two marks, where there are less than two months."""

_DAY_TICKS = 4
"""The name of a day is longer than that of a month."""

_WIDE = 1000
"""From this ratio of the largest to the smallest amount on, the axis goes by powers of ten."""

_SCALES = {"en": ((1e12, "tn"), (1e9, "bn"), (1e6, "M"), (1e3, "k")),
           "fr": ((1e9, "Md"), (1e6, "M"), (1e3, "k"))}  # fmt: skip

Point = tuple[float, float]
"""Days since the year 1, and an amount."""


def day_of(iso: str) -> float:
    """Give the day of a date; of a month or a year, the day in its middle."""
    year, month, day = ([int(part) for part in iso.split("-")] + [0, 0])[:3]
    if not month:
        return float(date(year, 7, 1).toordinal())
    return float(date(year, month, day or 15).toordinal())


def short(value: float) -> str:
    """Write an amount for an axis: "1.5 M", "2 Md"."""
    for scale, sign in _SCALES[current()]:
        if abs(value) >= scale:
            return f"{format_number(round(value / scale, 2))}\u202f{sign}"
    return format_number(round(value, 2))


class TimeAxis(AxisFormatter):
    """Marks days, or the beginning of months or years."""

    def get_ticks(self, min_: float, max_: float, max_ticks: int = _TICKS) -> list[float]:
        """Give as many days, or first days of months, as the axis has room for."""
        span = max_ - min_
        if step := next((s for s in _DAY_STEPS if span / s <= _DAY_TICKS), None):
            edge = span / 8  # where the name of a day would be cut
            days = range(math.ceil(min_ + edge), int(max_ - edge) + 1, step)
            return [float(day) for day in days]
        first, last = date.fromordinal(int(min_)), date.fromordinal(int(max_) + 1)
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        step = next((s for s in _STEPS if months / s <= min(max_ticks, _TICKS)), _STEPS[-1])
        begun = first.year * 12 + first.month - 1
        marks = range(-(-begun // step) * step, last.year * 12 + last.month, step)
        starts = (float(date(month // 12, month % 12 + 1, 1).toordinal()) for month in marks)
        edge = span / 20  # where the name of a month would be cut
        return [day for day in starts if min_ <= day <= max_ - edge]

    def get_labels_for_ticks(self, ticks: Sequence[float]) -> list[str]:
        """Name the days or the months; the years alone where only they are marked."""
        days = [date.fromordinal(int(tick)) for tick in ticks]
        if any(day.day > 1 for day in days):
            return [format_date(PartialDate(day.year, day.month, day.day)) for day in days]
        yearly = all(day.month == 1 for day in days)
        return [format_date(PartialDate(d.year, None if yearly else d.month)) for d in days]


class AmountAxis(NumericAxisFormatter):
    """Writes amounts as the interface's language does; `powers` are those of ten."""

    def __init__(self, *, powers: bool) -> None:
        self._powers = powers

    def get_labels_for_ticks(self, ticks: Sequence[float]) -> list[str]:
        """Write the amounts."""
        return [short(10**tick if self._powers else tick) for tick in ticks]


class TimePlot(PlotWidget, can_focus=False):
    """Points over time."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"plot--mark"}

    DEFAULT_CSS: ClassVar[str] = """
    TimePlot {
        height: 2fr;
        min-height: 9;
        border-top: solid $foreground 30%;
        border-title-color: $foreground 70%;

        .plot--mark {
            color: $text-warning;
        }

        .plot--axis, .plot--tick {
            color: $foreground 70%;
        }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, allow_pan_and_zoom=False)
        self._points: Sequence[Point] = ()
        self._line = False

    def on_mount(self) -> None:
        """Leave no room for titles: the pane has them."""
        self.margin_top, self.margin_bottom, self.margin_left = 0, 2, 11
        self._draw()

    def show(self, points: Sequence[Point], *, line: bool = False) -> None:
        """Draw these points; joined by a line where each counts a whole month."""
        self._points, self._line = points, line
        if self.is_mounted:
            self._draw()

    def _draw(self) -> None:
        self.clear()
        if not self._points:
            return
        days = [day for day, _amount in self._points]
        amounts = [amount for _day, amount in self._points]
        powers = min(amounts) > 0 and max(amounts) / min(amounts) >= _WIDE
        heights = [math.log10(amount) for amount in amounts] if powers else amounts
        self.set_x_formatter(TimeAxis())
        self.set_y_formatter(AmountAxis(powers=powers))
        low, high = min(heights), max(heights)
        room = (high - low) / 20 or abs(high) / 10 or 1
        self.set_ylimits(low - room if powers or low - room > 0 else min(0, low), high + room)
        self.set_xlimits(min(days) - 1, max(days) + 1)
        style = str(self.get_component_rich_style("plot--mark"))
        if self._line:
            self.plot(days, heights, line_style=style, hires_mode=HiResMode.BRAILLE)
        else:
            self.scatter(days, heights, marker="●", marker_style=style)
