from __future__ import annotations

from tui.app.parsing import ParseOrder


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
