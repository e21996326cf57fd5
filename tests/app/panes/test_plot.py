from __future__ import annotations

from datetime import date

import pytest

from tui import locale
from tui.app.panes.plot import TimeAxis, short


def marked(first: date, last: date) -> list[str]:
    axis = TimeAxis()
    ticks = axis.get_ticks(first.toordinal(), last.toordinal())
    assert all(first.toordinal() <= tick <= last.toordinal() for tick in ticks)
    return axis.get_labels_for_ticks(ticks)


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(2026, 11, 25), date(2026, 11, 27), ["26 Nov 2026"]),
        (date(2026, 11, 2), date(2026, 11, 24), ["5 Nov 2026", "12 Nov 2026", "19 Nov 2026"]),
        (date(2026, 1, 5), date(2026, 6, 20), ["Feb 2026", "Mar 2026", "Apr 2026", "May 2026",
                                               "Jun 2026"]),
        (date(2019, 3, 1), date(2023, 9, 1), ["2020", "2021", "2022", "2023"]),
    ],
)  # fmt: skip
def test_the_axis_of_time_marks_days_months_or_years(
    first: date, last: date, labels: list[str]
) -> None:
    assert marked(first, last) == labels


def test_a_day_is_named_as_the_reader_writes_it() -> None:
    locale.use("fr")
    assert marked(date(2026, 11, 25), date(2026, 11, 27)) == ["26 nov. 2026"]


@pytest.mark.parametrize(
    ("language", "value", "written"),
    [
        ("en", 1.5e12, "1.5\u202ftn"), ("fr", 1.5e12, "1\u202f500\u202fMd"),
        ("fr", -2.5e6, "-2,5\u202fM"), ("fr", 0.25, "0,25"),
    ],
)  # fmt: skip
def test_an_amount_is_short(language: str, value: float, written: str) -> None:
    locale.use(language)
    assert short(value) == written
