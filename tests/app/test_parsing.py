from __future__ import annotations

import asyncio
from threading import Event
from threading import enumerate as enumerate_threads

import pytest

from tui.app import parsing
from tui.app.parsing import ParseOrder
from tui.parser import Document


def drain(order: ParseOrder) -> list[int]:
    return list(iter(order.take, None))


def test_the_article_being_read_comes_first_then_those_on_screen_then_the_rest() -> None:
    order = ParseOrder()
    order.add([7, 8])
    order.view([1, 2])
    assert not order.urgent
    order.read(9)
    urgent = [order.urgent, order.take(), order.urgent]
    assert urgent == [True, 9, False]
    assert drain(order) == [1, 2, 7, 8]


def test_what_has_left_the_screen_waits_no_longer() -> None:
    order = ParseOrder()
    order.view([1, 2, 3])
    assert order.take() == 1
    order.view([3, 4])
    assert drain(order) == [3, 4]


def test_what_the_parser_failed_on_is_not_given_again() -> None:
    order = ParseOrder()
    order.fail(1)
    order.read(1)
    order.view([1])
    order.add([1, 2])
    assert order.failed == 1
    assert drain(order) == [2]


async def test_who_quits_does_not_wait_for_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    over = Event()
    monkeypatch.setattr("tui.parser.parse", lambda _document: over.wait())
    waiting = asyncio.create_task(parsing.find_evidence(Document.plain("Un mot.")))
    await asyncio.sleep(0)
    [thread] = [thread for thread in enumerate_threads() if thread.name == "parse"]
    assert thread.daemon  # Python ends without it
    waiting.cancel()
    over.set()
    thread.join()


async def test_what_the_parser_raises_is_raised_where_somebody_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_document: Document) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("tui.parser.parse", fail)
    with pytest.raises(ZeroDivisionError):
        await parsing.find_evidence(Document.plain("Un mot."))
