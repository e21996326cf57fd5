from __future__ import annotations

from tui.app.parsing import ParseOrder


def drain(order: ParseOrder) -> list[int]:
    return list(iter(order.take, None))


def test_the_article_being_read_comes_before_those_on_screen() -> None:
    order = ParseOrder()
    order.view([1, 2, 3])
    assert not order.urgent
    order.read(2)
    urgent = [order.urgent, order.take(), order.urgent]
    assert urgent == [True, 2, False]
    assert drain(order) == [1, 3]


def test_what_has_left_the_screen_waits_no_longer() -> None:
    order = ParseOrder()
    order.view([1, 2, 3])
    assert order.take() == 1
    order.view([3, 4])
    assert drain(order) == [3, 4]


def test_no_article_is_given_twice() -> None:
    order = ParseOrder()
    order.view([1])
    assert drain(order) == [1]
    order.view([1])
    order.read(1)
    assert not order.urgent
    assert drain(order) == []
