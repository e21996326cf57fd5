from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from tests.app.screens.libraries import OneScreen, settle
from tests.tools.make_library import fill
from tui import locale
from tui.app.panes import paged_list
from tui.app.screens.help import Help
from tui.app.screens.search import SearchScreen
from tui.app.shelf import Shelf
from tui.library import search
from tui.library.query import pages
from tui.library.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Searching(OneScreen):
    def __init__(self, store: Store) -> None:
        super().__init__(SearchScreen(Shelf(store)))

    @property
    def search(self) -> SearchScreen:
        assert isinstance(self.shown, SearchScreen)
        return self.shown

    def on_search_screen_opened(self, event: SearchScreen.Opened) -> None:
        self.heard.append(event)


@pytest.fixture
def many() -> Iterator[Store]:
    opened = Store.temporary()
    fill(opened, 120, seed=3)
    yield opened
    opened.close()


async def test_answers_come_as_one_types(store: Store, golden: Callable[[str, str], None]) -> None:
    app = Searching(store)
    async with app.run_test(size=(80, 24)) as pilot:
        golden("search-all", await settle(pilot))
        await pilot.press(*"école")
        golden("search-ecole", await settle(pilot))


async def test_enter_opens_at_the_first_match(store: Store) -> None:
    app = Searching(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"ecole")
        await settle(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        (opened,) = app.heard
        assert isinstance(opened, SearchScreen.Opened)
        kept = store.get(opened.hit.row.id)
        assert kept is not None
        assert kept.document.title == "L’ÉCOLE FERME [sic]"
        found = search.matches(opened.query, kept.document.text)
        assert opened.hit.place == found[0]
        assert [kept.document.text[start:end] for start, end in found] == ["ÉCOLE", "école"]


async def test_what_cannot_be_read_is_said_and_shown_and_the_answers_stay(store: Store) -> None:
    app = Searching(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"budget")
        before = (await settle(pilot)).splitlines()
        await pilot.press(*" is:blue")
        after = (await settle(pilot)).splitlines()
        assert "“is:blue” says nothing; write for instance: unread" in after[3]
        assert after[4:] == before[4:]
        line = app.search.box.line
        underlined = [
            segment.text
            for segment in line.render_line(0)
            if segment.style and segment.style.underline
        ]
        assert "".join(underlined) == "is:blue"
        for _ in "blue":
            await pilot.press("backspace")
        await pilot.press(*"unread")
        assert "1 article" in await settle(pilot)


async def test_tab_completes_fields_and_values_and_then_goes_on(store: Store) -> None:
    app = Searching(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"spea")
        await settle(pilot)
        await pilot.press("tab")
        await settle(pilot)
        await pilot.press("p")
        assert 'Tab  speaker:"Paul Rey"' in await settle(pilot)
        await pilot.press("tab")
        await settle(pilot)
        assert app.search.box.text == 'speaker:"Paul Rey"'
        await pilot.press(*" has:")
        await settle(pilot)
        await pilot.press("tab", "tab")
        assert app.search.box.text.endswith("has:figures")
        assert "2 articles" in await settle(pilot)
        await pilot.press("space")
        await settle(pilot)
        await pilot.press("tab")
        await pilot.pause()
        assert app.focused is app.search.results


async def test_fields_have_french_names(store: Store) -> None:
    locale.use("fr")
    app = Searching(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"qui:rey unite:")
        app.search.box.line.insert_text_at_cursor("€")
        await settle(pilot)
        rows = [hit.row.title for hit in app.search.results._pages[0]]
        assert rows == ["Budget : rien de neuf"]


async def test_a_question_stops_the_one_before_and_its_late_answer_is_dropped(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, stopped = Event(), Event()
    real = pages.articles

    def slow(database: Any, query: Any, *rest: Any, **named: Any) -> Any:
        if query.text == "b":
            begun.set()
            try:  # what SQLite does in a long query: it looks up when it is interrupted
                database.execute(
                    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                    " SELECT count(*) FROM n"
                ).fetchone()
            finally:
                stopped.set()
        return real(database, query, *rest, **named)

    monkeypatch.setattr(pages, "articles", slow)
    app = Searching(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("b")
        while not begun.is_set():
            await pilot.pause()
        await pilot.press("u", "d")
        shown = await settle(pilot)
        assert stopped.is_set()
        assert "Budget" in shown.splitlines()[4]


async def test_one_goes_down_a_page_at_a_time_and_back_up(
    many: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paged_list, "KEPT_PAGES", 2)
    app = Searching(many)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "120 articles" in await settle(pilot)
        results = app.search.results
        await pilot.press("tab")
        first = results.highlighted
        while results.cursor < 119:
            await pilot.press(*["space"] * 4)
            await settle(pilot)
        assert results.count == 120
        assert len(results._pages) == 2
        seen = results.highlighted.row.id
        assert seen == search.search(many, app.search.asking, limit=200).items[-1].row.id
        await pilot.press("g")
        await settle(pilot)
        assert results.highlighted == first
        await pilot.press("space", "b")
        assert results.cursor == 0


async def test_the_best_come_first_where_asked(store: Store) -> None:
    app = Searching(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"ecole")
        assert "newest first" in await settle(pilot)
        assert app.search.results.highlighted.row.title.startswith("Le port")
        await pilot.press("ctrl+r")
        assert "best of the last added first" in await settle(pilot)
        assert app.search.results.highlighted.row.title.startswith("L’ÉCOLE")


async def test_a_search_is_saved_under_a_name_and_forgotten(store: Store) -> None:
    app = Searching(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"école")
        await settle(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press(*"Rentrée", "enter")
        await settle(pilot)
        (saved,) = search.saved(store)
        assert (saved.name, saved.query) == ("Rentrée", "école")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert search.saved(store) == []


async def test_nothing_found_is_said(store: Store) -> None:
    app = Searching(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"zebre")
        shown = await settle(pilot)
        assert "No article says that." in shown
        assert "0 articles" in shown
        await pilot.press("enter")
        await pilot.pause()
        assert app.heard == []


@pytest.mark.parametrize(("language", "field"), [("en", "speaker:vial"), ("fr", "qui:vial")])
async def test_help_explains_the_language(store: Store, language: str, field: str) -> None:
    locale.use(language)
    app = Searching(store)
    async with app.run_test(size=(100, 90)) as pilot:
        await pilot.press("question_mark")
        shown = await settle(pilot)
        assert isinstance(app.screen, Help)
        assert field in shown
        await pilot.press("escape")
        await pilot.press("a", "question_mark")
        await settle(pilot)
        assert app.search.box.text == "a?"
        await pilot.press("f1")
        await settle(pilot)
        assert isinstance(app.screen, Help)
