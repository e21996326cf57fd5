"""What nobody writes must not cost more by the kilobyte as it grows.

Work is counted in calls, which no machine changes; seconds are for tests.benchmarks.parse.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tui.parser.dates import find_dates
from tui.parser.document import Document
from tui.parser.figures import find_figures
from tui.parser.languages import language
from tui.parser.quotes import find_speech

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

SIZE = 6_000


def read(text: str, code: str) -> int:
    """Read blocks, dates and figures; give the number of figures."""
    document, known = Document.plain(text), language(code)
    return len(find_figures(document, known, find_dates(document, known)))


def listen(text: str, code: str) -> int:
    """Read blocks and speech; give the number of quotes and terms."""
    speech = find_speech(Document.plain(text), language(code), ())
    return len(speech.quotes) + len(speech.terms)


def calls(text: str, code: str, work: Callable[[str, str], int] = read) -> int:
    """Count the calls, of Python and of C, that reading a text takes."""
    count = 0

    def watch(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        work(text, code)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "deux ", "1 ", "1, ", "1;", "9", " ", "1\n", "\n", "janvier ", "2023-", "le 3 mars ",
        "5 euros, ", "de 3 à 5 % ", "un tiers ", "les deux hommes ", "1,5 ", "AMX-10 ", "14h30 ",
        "il y a dix ans ", "Par Anne ", "PARIS (AFP) - ",
    ],
)  # fmt: skip
def test_four_times_the_text_is_four_times_the_work(unit: str) -> None:
    short, long = unit * (SIZE // len(unit)), unit * (4 * SIZE // len(unit))
    read(short, "fr")  # compiles what is compiled once
    assert calls(long, "fr") <= 4.4 * calls(short, "fr") + 500


@pytest.mark.parametrize(
    "unit",
    [
        "deux ", "1\n", "dit ", "il dit que ", "Anne Roux ", "Par Anne ", "d'", "- ",
        "« » ", '"', "« oui » ", "'a' ", "— Oui, dit-il.\n", "PARIS (AFP) - ", "le 3 mars\n",
    ],
)  # fmt: skip
def test_four_times_the_speech_is_four_times_the_work(unit: str) -> None:
    short, long = unit * (SIZE // len(unit)), unit * (4 * SIZE // len(unit))
    listen(short, "fr")
    assert calls(long, "fr", listen) <= 4.4 * calls(short, "fr", listen) + 500


def test_a_row_of_numbers_is_a_table() -> None:
    assert read("La ligne : " + "12 " * 200, "fr") == 0
    assert read("La ligne : 12 14 15", "fr") == 3


def test_a_dump_of_figures_is_read_in_part() -> None:
    text = "Cela vaut 5 euros, "
    assert read(text * 500, "fr") == 500
    assert read(text * 5_000, "fr") == len(text) * 5_000 // 50


@pytest.mark.parametrize("unit", ["il a dit « oui » ", "« oui » ", "selon Anne, "])
def test_four_times_the_sentence_is_four_times_the_work(unit: str) -> None:
    """No cue asks all others of its sentence, and no marks ask every cue."""
    short, long = unit * 15, unit * 60
    listen(long, "fr")
    assert calls(long, "fr", listen) <= 4.8 * calls(short, "fr", listen) + 500
