"""A parse pauses the garbage collector, and never leaves it off."""

from __future__ import annotations

import gc
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from tui.parser import parse, pipeline
from tui.parser.collector import paused
from tui.parser.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = "Le maire de Tours a dit que « le pont est sûr », le 3 mars."


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    was_on = gc.isenabled()
    gc.enable()
    yield
    (gc.enable if was_on else gc.disable)()


def test_it_is_off_while_a_document_is_parsed_and_on_again(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []

    def watched(text: str) -> str:
        seen.append(gc.isenabled())
        return "fr"

    monkeypatch.setattr(pipeline, "detect", watched)
    parse(WORDS)
    assert seen == [False]
    assert gc.isenabled()


def test_it_is_on_again_after_an_exception(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(document: Document, *_: object) -> None:
        raise RuntimeError(document.text)

    monkeypatch.setattr(pipeline, "find_speech", broken)
    with pytest.raises(RuntimeError, match="le pont"):
        parse(WORDS)
    assert gc.isenabled()


def test_one_that_was_off_stays_off() -> None:
    gc.disable()
    parse(WORDS)
    assert not gc.isenabled()


@pytest.mark.parametrize("first_leaves_first", [True, False])
def test_of_two_threads_the_first_alone_pauses_it(*, first_leaves_first: bool) -> None:
    inside, leave = [Event(), Event()], [Event(), Event()]

    def hold(which: int) -> None:
        with paused():
            inside[which].set()
            leave[which].wait(10)

    threads = [Thread(target=hold, args=(which,)) for which in range(2)]
    for which, thread in enumerate(threads):
        thread.start()
        assert inside[which].wait(10)
    assert not gc.isenabled()
    for which in (0, 1) if first_leaves_first else (1, 0):
        leave[which].set()
        threads[which].join(10)
        assert gc.isenabled() == (first_leaves_first or which == 0)
    with paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_parse_makes_nothing_that_only_the_collector_could_free() -> None:
    document = Document.plain("\n\n".join([WORDS, "« Oui », a-t-elle répondu. 40 % des élus."] * 9))
    parse(document)  # fills the caches
    gc.collect()
    with paused():
        parse(document)
    gc.disable()
    assert gc.collect() == 0
