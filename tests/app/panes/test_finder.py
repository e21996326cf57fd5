from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, Static

from tests.app.panes.articles import Panes
from tui.app.keys import actions

if TYPE_CHECKING:
    from tui.app.panes.finder import Finder


class FinderPanes(Panes):
    def on_finder_changed(self, event: Finder.Changed) -> None:
        self.heard.append(event.query)

    def on_finder_accepted(self) -> None:
        self.heard.append("accepted")

    def on_finder_dismissed(self) -> None:
        self.heard.append("dismissed")

    def on_finder_stepped(self, event: Finder.Stepped) -> None:
        self.heard.append(event.step)


def count(app: FinderPanes) -> str:
    return str(app.query_one("#finder-count", Static).content)


async def test_each_letter_is_reported_and_enter_stays() -> None:
    app = FinderPanes()
    async with app.run_test() as pilot:
        app.finder.open()
        await pilot.press("o", "b", "down", "up", "enter")
        assert app.heard == ["o", "ob", 1, -1, "accepted"]
        assert not app.finder.display


async def test_escape_goes_back() -> None:
    app = FinderPanes()
    async with app.run_test() as pilot:
        app.finder.open()
        await pilot.press("o", "escape")
        assert app.heard == ["o", "dismissed"]


async def test_the_count_is_told_and_no_match_is_said() -> None:
    app = FinderPanes()
    async with app.run_test() as pilot:
        app.finder.open()
        await pilot.press("o")
        app.finder.show_count(3, 17)
        assert count(app) == "3/17"
        app.finder.show_count(0, 0)
        assert count(app) == "no match"
        await pilot.press("backspace")
        app.finder.show_count(0, 0)
        assert count(app) == ""


async def test_pasted_text_is_clean_before_it_shows() -> None:
    app = FinderPanes()
    async with app.run_test() as pilot:
        app.finder.open()
        query = app.query_one(Input)
        query.insert_text_at_cursor("a\x1b]0;b\x07\u202ec")
        await pilot.pause()
        assert query.value == "a\ufffd]0;b\ufffd\ufffdc"


async def test_the_keys_named_while_one_types_are_no_letters() -> None:
    app = FinderPanes()
    async with app.run_test() as pilot:
        named = {action.description for action in actions(app.screen)}
        assert "Stay here" not in named
        app.finder.open()
        await pilot.pause()
        found = {key: action for action in actions(app.screen) for key in action.keys}
        assert found["⏎"].description == "Stay here"
        assert found["esc"].description == "Back to where you were"
        assert not [key for key in found if (len(key) == 1 and key.isalnum()) or key in "/?[]"]
