from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import locale
from tui.locale import format_date, format_number
from tui.parser import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    locale.use("en")


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (552_000_000.0, "552,000,000", "552\u202f000\u202f000"),
        (6000, "6,000", "6\u202f000"),
        (3.5, "3.5", "3,5"),
        (0.1, "0.1", "0,1"),
        (-1234.25, "-1,234.25", "-1\u202f234,25"),
        (0.0, "0", "0"),
        (1e16, "10,000,000,000,000,000", "10\u202f000\u202f000\u202f000\u202f000\u202f000"),
        (1e-7, "0.0000001", "0,0000001"),
        (1e300, "1e+300", "1e+300"),
    ],
)
def test_a_number_is_written_as_the_language_does(value: float, english: str, french: str) -> None:
    locale.use("en")
    assert format_number(value) == english
    locale.use("fr")
    assert format_number(value) == french


@given(st.floats(-1e20, 1e20))
def test_a_number_in_english_reads_back(value: float) -> None:
    locale.use("en")
    assert float(format_number(value).replace(",", "")) == value


@pytest.mark.parametrize(
    ("date", "english", "french", "long_english", "long_french"),
    [
        (PartialDate(2023), "2023", "2023", "2023", "2023"),
        (PartialDate(2023, 2), "Feb 2023", "févr. 2023", "February 2023", "février 2023"),
        (PartialDate(2024, 3, 1), "1 Mar 2024", "1er mars 2024", "1 March 2024", "1er mars 2024"),
        (
            PartialDate(2023, 2, 14, time(9, 5)),
            "14 Feb 2023",
            "14 févr. 2023",
            "14 February 2023, 09:05",
            "14 février 2023 à 9\u00a0h\u00a005",
        ),
    ],
)
def test_a_date_is_written_no_more_precisely_than_it_is_known(
    date: PartialDate, english: str, french: str, long_english: str, long_french: str
) -> None:
    locale.use("en")
    assert (format_date(date), format_date(date, long=True)) == (english, long_english)
    locale.use("fr")
    assert (format_date(date), format_date(date, long=True)) == (french, long_french)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "fr:en"}, "fr"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "fr"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:fr"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_MESSAGES": "fr_CA", "LANG": "en_CA"}, "fr"),
    ],
)
def test_the_language_follows_the_environment(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert locale.use() == language


@pytest.mark.parametrize(
    ("n", "english", "french"),
    [
        (0, "0 articles", "0 article"),
        (1, "1 article", "1 article"),
        (2, "2 articles", "2 articles"),
        (1_000_000, "1,000,000 articles", "1\u202f000\u202f000 articles"),
    ],
)
def test_what_is_counted_agrees_with_its_number(n: int, english: str, french: str) -> None:
    for language, written in (("en", english), ("fr", french)):
        locale.use(language)
        told = locale.ngettext("{count} article", "{count} articles", n)
        assert told.format(count=format_number(n)) == written


def test_thousands_that_are_counted_are_grouped() -> None:
    locale.use("fr")
    assert locale.counted("{n} new article", "{n} new articles", 12_345) == (
        "12\u202f345 nouveaux articles"
    )
