"""What panes keep of their lines looks as if it were drawn anew, whatever is done to them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
from textual.app import App
from textual.geometry import Region, Size
from textual.strip import Strip

from tests.app.screens.kept import rest
from tests.tools.make_library import fill
from tui.app.app import NewsreaderApp
from tui.app.panes.card_list import CardList
from tui.app.panes.lines import KEPT, Lines
from tui.library.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

    from tui.app.panes.cards import Row

KEYS = (
    *("j", "j", "k", "space", "b", "g", "G", "ctrl+d", "ctrl+u", "tab", "shift+tab", "enter"),
    *("1", "2", "2", "3", "3", "z", "right_square_bracket", "left_square_bracket", "n", "N"),
    *("x", "asterisk", "slash l a enter", "slash e escape", "f down enter", "S down enter"),
    *("s n o r a enter j j escape", "D j G 2 j ctrl+d 3 j j escape", "v j"),
)


class Counted(Lines):
    """Numbered lines, which note that they are drawn."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count
        self.drawn: list[int] = []

    def on_mount(self) -> None:
        self.set_extent(Size(10, self.count))

    def render_line(self, y: int) -> Strip:
        number = y + self.scroll_offset.y
        self.drawn.append(number)
        return Strip([]).adjust_cell_length(self.size.width)


class OnePane(App[None]):
    CSS = "Counted { height: 100%; border: solid red; }"

    def __init__(self, count: int = 1000) -> None:
        super().__init__()
        self.pane = Counted(count)

    def compose(self) -> ComposeResult:
        yield self.pane


async def test_a_scroll_draws_only_what_was_not_on_screen_before() -> None:
    app = OnePane()
    async with app.run_test(size=(40, 22)) as pilot:
        await pilot.pause()
        assert sorted(set(app.pane.drawn)) == list(range(20))
        app.pane.drawn.clear()
        app.pane.scroll_to(y=3, animate=False, immediate=True)
        await pilot.pause()
        assert app.pane.drawn == [20, 21, 22]
        app.pane.scroll_to(y=0, animate=False, immediate=True)
        await pilot.pause()
        assert app.pane.drawn == [20, 21, 22]


async def test_what_is_to_be_drawn_anew_is_on_and_off_the_screen() -> None:
    app = OnePane()
    async with app.run_test(size=(40, 22)) as pilot:
        await pilot.pause()
        app.pane.scroll_to(y=10, animate=False, immediate=True)
        await pilot.pause()
        app.pane.drawn.clear()
        app.pane.refresh_lines(8, 4)
        await pilot.pause()
        assert app.pane.drawn == [10, 11]
        app.pane.scroll_to(y=0, animate=False, immediate=True)
        await pilot.pause()
        assert app.pane.drawn == [10, 11, 8, 9]
        app.pane.drawn.clear()
        app.pane.refresh(Region(0, 5, 10, 1))
        await pilot.pause()
        assert app.pane.drawn == [5]
        app.pane.drawn.clear()
        app.pane.refresh()
        await pilot.pause()
        assert app.pane.drawn == list(range(20))


async def test_what_is_kept_has_a_bound_and_a_screen_may_be_higher() -> None:
    app = OnePane(5 * KEPT)
    async with app.run_test(size=(40, 2 * KEPT)) as pilot:
        await pilot.pause()
        for y in range(0, 3 * KEPT, 7):
            app.pane.scroll_to(y=y, animate=False, immediate=True)
            await pilot.pause()
        assert len(app.pane._kept) <= 3 * KEPT
        app.pane.drawn.clear()
        app.pane.scroll_to(y=app.pane.scroll_offset.y + 1, animate=False, immediate=True)
        await pilot.pause()
        assert len(app.pane.drawn) == 1


class Growing(CardList):
    """Cards of which the one under the cursor is higher."""

    def draw_card(self, index: int, width: int, *, whole: bool) -> list[Row]:  # noqa: ARG002
        return [((f"card {index} row {row}", ""),) for row in range(5 if whole else 2)]


class OneList(App[None]):
    CSS = "Growing { height: 100%; overflow: hidden; }"

    def compose(self) -> ComposeResult:
        yield Growing()


async def test_cards_below_one_that_grows_are_drawn_where_they_stand_now() -> None:
    app = OneList()
    async with app.run_test(size=(40, 22)) as pilot:
        cards = app.query_one(Growing)
        cards.set_cards(100)
        await pilot.press("j")
        for key in ("j", "j", "j", "k", "G", "k", "g"):
            await pilot.press(key)
            await pilot.pause()
            rows = [row for index in range(100) for row in cards._rows(index)]
            top = cards.scroll_offset.y
            shown = [strip.text.strip(" ▌▁▂▃▄▅▆▇") for strip in painted(app)]
            assert shown == [row[0][0] for row in rows[top : top + 22]]


def painted(app: App[Any]) -> list[Strip]:
    return app.screen._compositor.render_strips()


@pytest.mark.parametrize("seed", range(3))
async def test_keys_at_random_leave_no_line_as_it_was(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    file = tmp_path / "library.db"
    store = Store.open(file)
    fill(store, 60, seed)
    store.close()
    app = NewsreaderApp.open([], file)
    async with app.run_test(size=chance.choice([(80, 24), (120, 40), (170, 50)])) as pilot:
        await rest(pilot)
        for _ in range(60):
            keys = chance.choice(KEYS)
            await pilot.press(*keys.split())
            if chance.random() < 0.05:
                await pilot.resize_terminal(chance.randrange(60, 170), chance.randrange(16, 50))
            await pilot.pause()
            kept = painted(app)
            for pane in app.screen.query(Lines):
                pane._kept.clear()
                pane._styles_cache.clear()
            anew = painted(app)
            differ = [n for n, (one, two) in enumerate(zip(kept, anew, strict=True)) if one != two]
            assert not differ, f"after {keys}: {app.screen}"
    app.close_stores()
