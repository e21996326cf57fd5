from __future__ import annotations

from typing import TYPE_CHECKING

from tests.app.panes.articles import (
    ARTICLE,
    COST,
    HANDS,
    READY,
    REOPENING,
    STEEL,
    TONNES,
    Panes,
    lines,
)
from tui.locale import use
from tui.parser import Article, Document

if TYPE_CHECKING:
    from tui.app.panes.evidence import Evidence


class EvidencePanes(Panes):
    def on_evidence_highlighted(self, event: Evidence.Highlighted) -> None:
        self.heard.append(event.item)

    def on_evidence_chosen(self, event: Evidence.Chosen) -> None:
        self.heard.append(("chosen", event.item))


async def test_cards_stand_in_the_order_of_the_text_and_say_what_is_inferred() -> None:
    app = EvidencePanes()
    async with app.run_test(size=(100, 40)) as pilot:
        app.evidence.show(ARTICLE)
        await pilot.pause()
        shown = "\n".join(lines(app.evidence))
        heads = ["Anne Roux", "20\u202f000 tonnes", "Elle → Anne Roux"]
        heads += ["(understood) Anne Roux", "speaker not named", "3 millions d’euros"]
        places = [shown.index(head) for head in heads]
        assert places == sorted(places)
        assert "at least 20,000\u00a0t\u00a0· acier" in shown
        assert "↑ 3,000,000\u00a0EUR" in shown
        assert "“Rien n’est prêt.”" in shown
        assert "“le pont rouvrirait" not in shown
        assert "reported speech" in shown
        assert str(app.evidence.border_title) == "Quotes 4 · Figures 2"


async def test_paragraphs_are_counted_without_the_headings() -> None:
    app = EvidencePanes()
    async with app.run_test(size=(100, 40)) as pilot:
        app.evidence.show(ARTICLE)
        await pilot.pause()
        ends = [line[-2:] for line in lines(app.evidence) if "¶" in line]
        assert ends == ["¶1", "¶1", "¶1", "¶2", "¶2", "¶3"]


async def test_the_cursor_reports_where_it_goes_and_enter_chooses() -> None:
    app = EvidencePanes()
    async with app.run_test(size=(100, 40)) as pilot:
        app.evidence.show(ARTICLE)
        app.evidence.focus()
        await pilot.press("j", "down", "k", "enter", "G", "g")
        assert app.heard == [STEEL, TONNES, REOPENING, TONNES, ("chosen", TONNES), COST, STEEL]


async def test_a_card_selected_from_outside_is_not_reported() -> None:
    app = EvidencePanes()
    async with app.run_test(size=(100, 12)) as pilot:
        app.evidence.show(ARTICLE)
        app.evidence.select(COST)
        await pilot.pause()
        assert app.heard == []
        assert any(line.startswith("▌ 3 millions") for line in lines(app.evidence))


async def test_the_filter_is_chosen_from_a_list_and_told_in_the_title() -> None:
    app = EvidencePanes()
    async with app.run_test(size=(100, 40)) as pilot:
        app.evidence.show(ARTICLE)
        app.evidence.focus()
        await pilot.press("f")
        assert [line.removeprefix("▌ ") for line in lines(app.evidence)[:4]] == [
            "All 6",
            "Quotes 4",
            "Figures 2",
            "Anne Roux 3",
        ]
        await pilot.press("j", "j", "enter")
        assert str(app.evidence.border_title) == "Figures: 2 of 6"
        assert not any("Anne Roux" in line for line in lines(app.evidence))
        await pilot.press("f", "escape")
        assert str(app.evidence.border_title) == "Figures: 2 of 6"
        await pilot.press("f", "G", "enter")
        assert str(app.evidence.border_title) == "Anne Roux: 3 of 6"


async def test_the_selected_card_leaves_nothing_out() -> None:
    words = "mot " * 80 + "fin"
    text = f"« {words} »"
    article = Article(
        Document(text),
        "fr",
        (type(STEEL)(2, 2 + len(words), words, "direct", None, None, None),),
    )
    app = EvidencePanes()
    async with app.run_test(size=(100, 40)) as pilot:
        app.evidence.show(article)
        await pilot.pause()
        assert not any("fin" in line for line in lines(app.evidence))
        assert any(line.endswith("…") for line in lines(app.evidence))
        app.evidence.select(article.quotes[0])
        assert any(line.endswith("fin”") for line in lines(app.evidence))


async def test_the_pane_follows_the_text_while_it_is_not_in_use() -> None:
    app = EvidencePanes()
    async with app.run_test(size=(100, 8)) as pilot:
        app.evidence.show(ARTICLE)
        app.reader.focus()
        await pilot.pause()
        app.evidence.follow(HANDS.start - 2, len(ARTICLE.text))
        assert "(understood)" in lines(app.evidence)[0]


async def test_no_row_is_wider_than_the_pane() -> None:
    for width in (20, 30, 44):
        app = EvidencePanes()
        async with app.run_test(size=(100, 60)) as pilot:
            app.evidence.styles.width = width
            app.evidence.show(ARTICLE)
            await pilot.pause()
            room = app.evidence.scrollable_content_region.width
            for y in range(40):
                assert len(app.evidence.render_line(y).text.rstrip()) <= room


async def test_an_article_without_evidence_says_so_and_one_in_work_too() -> None:
    app = EvidencePanes()
    async with app.run_test(size=(100, 20)) as pilot:
        app.evidence.show(None)
        await pilot.pause()
        assert "Reading…" in lines(app.evidence)
        app.evidence.show(Article(Document("Rien."), "fr"))
        assert any(line.startswith("Nobody is quoted") for line in lines(app.evidence))
        await pilot.press("enter", "j", "f")
        assert app.heard == []


async def test_cards_speak_french() -> None:
    use("fr")
    app = EvidencePanes()
    async with app.run_test(size=(100, 40)) as pilot:
        app.evidence.show(ARTICLE)
        await pilot.pause()
        shown = "\n".join(lines(app.evidence))
        assert "3\u202f000\u202f000" in shown
        assert "speaker not named" not in shown


async def test_a_hidden_pane_follows_the_text_without_a_word() -> None:
    app = EvidencePanes()
    async with app.run_test(size=(100, 40)) as pilot:
        app.evidence.styles.width = 0
        await pilot.pause()
        app.evidence.show(ARTICLE)
        app.evidence.follow(READY.start, len(ARTICLE.text))
        app.evidence.action_move("page_down")
        await pilot.pause()
        app.evidence.styles.width = 34
        await pilot.pause()
        assert "Anne Roux" in "\n".join(lines(app.evidence))
