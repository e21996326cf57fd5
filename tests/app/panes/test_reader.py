from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Offset
from textual.selection import Selection

from tests.app.panes.articles import (
    ARTICLE,
    COST,
    HANDS,
    MARKS,
    READY,
    REOPENING,
    STEEL,
    TEXT,
    TONNES,
    Panes,
    lines,
    long_article,
)
from tui.app.panes.marks import Marks

if TYPE_CHECKING:
    from tui.app.panes.reader import Reader


class ReaderPanes(Panes):
    def on_reader_chosen(self, event: Reader.Chosen) -> None:
        self.heard.append(event.item)

    def on_reader_found(self, event: Reader.Found) -> None:
        self.heard.append((event.number, event.total))


async def test_the_text_is_there_at_once_and_its_marks_when_they_are_found() -> None:
    app = ReaderPanes()
    async with app.run_test(size=(120, 30)) as pilot:
        app.reader.show(ARTICLE.document)
        await pilot.pause()
        assert "« Il faut 20\u202f000 tonnes d’acier », a dit Anne Roux" in lines(app.reader)[2]
        before = app.reader.render_line(2)
        app.reader.set_evidence(MARKS)
        after = app.reader.render_line(2)
        assert after.text == before.text
        assert list(after) != list(before)


async def test_a_figure_inside_a_quote_looks_like_both() -> None:
    app = ReaderPanes()
    async with app.run_test(size=(120, 30)) as pilot:
        app.reader.show(ARTICLE.document)
        app.reader.set_evidence(MARKS)
        await pilot.pause()
        styles = {segment.text: segment.style for segment in app.reader.render_line(2)}
        quote, figure = styles["Il faut "], styles["20\u202f000 tonnes"]
        assert quote is not None
        assert figure is not None
        assert quote.italic
        assert not quote.bold
        assert figure.italic
        assert figure.bold
        assert figure.color != quote.color


async def test_markup_in_an_article_shows_as_typed() -> None:
    app = ReaderPanes()
    async with app.run_test(size=(120, 30)) as pilot:
        app.reader.show(ARTICLE.document)
        await pilot.pause()
        assert any("d’[/bras] »" in line for line in lines(app.reader))


async def test_keys_go_along_the_evidence_in_the_order_of_the_text() -> None:
    app = ReaderPanes()
    async with app.run_test(size=(120, 30)) as pilot:
        app.reader.show(ARTICLE.document)
        app.reader.set_evidence(MARKS)
        app.reader.focus()
        await pilot.press(*["right_square_bracket"] * 7, "left_square_bracket")
        assert app.heard == [STEEL, TONNES, REOPENING, HANDS, READY, COST, READY]


async def test_keys_go_along_only_what_the_evidence_pane_shows() -> None:
    app = ReaderPanes()
    async with app.run_test(size=(120, 30)) as pilot:
        app.reader.show(ARTICLE.document)
        app.reader.set_evidence(MARKS)
        app.reader.walk(Marks([TONNES, COST]))
        app.reader.focus()
        await pilot.press("right_parenthesis", "right_parenthesis", "right_parenthesis")
        assert app.heard == [TONNES, COST]


async def test_a_click_chooses_the_innermost_mark_and_the_margin_none() -> None:
    app = ReaderPanes()
    async with app.run_test(size=(120, 30)) as pilot:
        app.reader.show(ARTICLE.document)
        app.reader.set_evidence(MARKS)
        await pilot.pause()
        column = app.reader.render_line(2).text.index("20\u202f000") + app.reader.gutter.left
        await pilot.click("#reader", offset=(column + 1, 2 + app.reader.gutter.top))
        await pilot.click("#reader", offset=(column - 4, 2 + app.reader.gutter.top))
        await pilot.click("#reader", offset=(0, 2 + app.reader.gutter.top))
        assert app.heard == [TONNES, STEEL]


async def test_another_width_keeps_the_place_in_the_text() -> None:
    app = ReaderPanes()
    async with app.run_test(size=(130, 20)) as pilot:
        app.reader.show(long_article(60).document)
        app.reader.focus()
        await pilot.press("space", "space", "space", "j")
        place = app.reader.position
        assert place > 0
        for width in (70, 60, 100, 130):
            await pilot.resize_terminal(width, 20)
            await pilot.pause()
            assert app.reader.position == place
        line = app.reader._page.line_of(place)
        assert app.reader.scroll_offset.y == line


async def test_every_move_stays_in_the_text() -> None:
    app = ReaderPanes()
    async with app.run_test(size=(100, 20)) as pilot:
        app.reader.show(long_article(20).document)
        app.reader.focus()
        await pilot.press("G")
        assert app.reader.percent == 100
        await pilot.press("j", "space", "b", "ctrl+u", "k", "ctrl+d", "g")
        assert (app.reader.percent, app.reader.position) == (0, 0)


async def test_a_selection_copies_the_articles_own_text() -> None:
    app = ReaderPanes()
    async with app.run_test(size=(60, 30)) as pilot:
        app.reader.show(ARTICLE.document)
        await pilot.pause()
        start = TEXT.index("maire")
        end = TEXT.index("rouvrirait")
        selection = Selection(Offset(start, 0), Offset(end, 0))
        assert app.reader.get_selection(selection) == (TEXT[start:end], "\n")


async def test_the_mouse_selects_exact_text_over_wrapped_lines() -> None:
    app = ReaderPanes()
    async with app.run_test(size=(70, 30)) as pilot:
        app.reader.show(ARTICLE.document)
        await pilot.pause()
        left, top = app.reader.gutter.left, app.reader.gutter.top
        first, second = app.reader.render_line(2).text, app.reader.render_line(3).text
        await pilot.mouse_down("#reader", offset=(left + 2, top + 2))
        await pilot.hover("#reader", offset=(left + 4, top + 3))
        await pilot.mouse_up("#reader", offset=(left + 4, top + 3))
        copied = app.screen.get_selected_text()
        assert copied is not None
        assert copied in TEXT
        assert copied == f"{first.rstrip()[2:]} {second[:5]}"


async def test_find_goes_round_and_counts() -> None:
    app = ReaderPanes()
    async with app.run_test(size=(100, 20)) as pilot:
        app.reader.show(long_article(3).document)
        app.reader.focus()
        app.reader.find("d'acier")
        app.reader.keep_find()
        await pilot.press("n", "n", "n", "N")
        assert app.heard == [(1, 3), (2, 3), (3, 3), (1, 3), (3, 3)]
        app.heard.clear()
        app.reader.find("ecole")
        await pilot.pause()
        assert app.heard == [(0, 0)]


async def test_an_abandoned_search_goes_back_to_where_it_began() -> None:
    app = ReaderPanes()
    async with app.run_test(size=(100, 20)) as pilot:
        article = long_article(60)
        app.reader.show(article.document)
        app.reader.focus()
        await pilot.press("j", "j", "j")
        place = app.reader.position
        app.reader.find("chantier coûtera")
        app.reader.action_match(-1)
        await pilot.pause()
        assert app.reader.position != place
        app.reader.find("")
        await pilot.pause()
        assert app.reader.position == place


async def test_a_stretch_that_is_selected_comes_on_screen() -> None:
    app = ReaderPanes()
    async with app.run_test(size=(60, 6)) as pilot:
        app.reader.show(ARTICLE.document)
        app.reader.set_evidence(MARKS)
        app.reader.select(COST)
        await pilot.pause()
        assert any("millions" in line for line in lines(app.reader))
        app.reader.select(STEEL)
        await pilot.pause()
        assert any("Il faut" in line for line in lines(app.reader))
