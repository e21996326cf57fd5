from __future__ import annotations

import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest

from tests.app.screens.kept import make, opened, panes, rest, screen, shows, until
from tui.app.screens import library as library_screen
from tui.app.screens.choose import Choose
from tui.app.screens.difference import Difference
from tui.app.screens.prompt import Prompt
from tui.library import database
from tui.library.errors import LibraryError
from tui.library.store import Listing, Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app.app import NewsreaderApp

PORT, SCHOOL, BUDGET = 1, 2, 3
"""The articles, in the order in which they were added; newest first is the same."""


@pytest.fixture(autouse=True)
def _nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return make(tmp_path / "library.db")


def rows_of(app: NewsreaderApp) -> list[int]:
    return [row.id for row in screen(app).rows(0, 50)]


async def choose(pilot: Pilot[int], label: str) -> None:
    """Choose an entry of the menu that has just been asked for."""
    await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
    await pilot.pause()
    menu = pilot.app.screen.query_one("#choose")
    here = [entry.label for entry in menu.entries].index(label)  # type: ignore[attr-defined]
    menu.put_cursor(here)  # type: ignore[attr-defined]
    await pilot.press("enter")
    await until(pilot, lambda: not isinstance(pilot.app.screen, Choose))


async def type_in(pilot: Pilot[int], text: str) -> None:
    """Answer the line that has just been asked for."""
    await until(pilot, lambda: isinstance(pilot.app.screen, Prompt))
    await pilot.pause()
    line = pilot.app.screen.query_one("#prompt-line")
    line.value = text  # type: ignore[attr-defined]
    await pilot.press("enter")


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
async def test_the_library_opens_newest_first_under_its_sources(
    file: Path, golden: Callable[[str, str], None], width: int, height: int
) -> None:
    app = opened(file)
    async with app.run_test(size=(width, height)) as pilot:
        picture = await rest(pilot)
        golden(f"library-{width}", panes(picture))
        for key in ("⏎ Open", "f Filter", "0 Sources", "q Quit", "? Help"):
            assert key in picture
    app.close_stores()


async def test_at_eighty_columns_the_sources_come_by_a_key(
    file: Path, golden: Callable[[str, str], None]
) -> None:
    app = opened(file)
    async with app.run_test(size=(80, 24)) as pilot:
        await rest(pilot)
        await pilot.press("0", "down")
        golden("sources-80", panes(await rest(pilot)))
        assert screen(app).listing.source is not None
        assert rows_of(app) == [PORT, SCHOOL]
        await pilot.press("enter")
        assert screen(app).pane == "articles"
    app.close_stores()


async def test_opening_reads_an_article_and_undo_leaves_that_alone(file: Path) -> None:
    app = opened(file)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        store = screen(app).shelf.store
        await rest(pilot)
        assert store.counts().unread == 3  # the cursor alone reads nothing
        await pilot.press("enter")
        await until(pilot, lambda: store.counts().unread == 2)
        assert screen(app).pane == "reader"
        await pilot.press("u")
        await shows(pilot, "Nothing is left to take back.")
    app.close_stores()


async def test_every_action_is_taken_back_by_u(file: Path) -> None:
    app = opened(file)
    async with app.run_test(size=(120, 40)) as pilot:
        await rest(pilot)
        store = screen(app).shelf.store
        await pilot.press("asterisk")
        await until(pilot, lambda: store.about(PORT).starred)
        await pilot.press("x")
        await until(pilot, lambda: store.counts().unread == 2)
        await pilot.press("t")
        await type_in(pilot, "#eau")
        await until(pilot, lambda: store.about(PORT).tags == ("eau",))
        await pilot.press("w")
        await type_in(pilot, "À vérifier [/b]")
        await until(pilot, lambda: store.about(PORT).note)
        await pilot.press("X")
        await until(pilot, lambda: store.counts().unread == 0)
        assert "★ #eau ✎ À vérifier [/b]" in await rest(pilot)
        for undone in (
            lambda: store.counts().unread == 2,
            lambda: not store.about(PORT).note,
            lambda: not store.about(PORT).tags,
            lambda: store.counts().unread == 3,
            lambda: not store.about(PORT).starred,
        ):
            await pilot.press("u")
            await until(pilot, undone)
        assert "★" not in await rest(pilot)
    app.close_stores()


async def test_a_tag_typed_again_comes_off_and_an_empty_note_goes(file: Path) -> None:
    app = opened(file)
    async with app.run_test(size=(120, 40)) as pilot:
        await rest(pilot)
        store = screen(app).shelf.store
        store.set_tag([PORT], "eau")
        store.set_note(PORT, "vu")
        await pilot.press("t")
        await type_in(pilot, "eau")
        await until(pilot, lambda: not store.about(PORT).tags)
        await pilot.press("w")
        await type_in(pilot, "")
        await until(pilot, lambda: not store.about(PORT).note)
        await pilot.press("t", "escape", "w", "escape")
        await rest(pilot)
        assert store.about(PORT).tags == ()
    app.close_stores()


async def test_the_list_shows_what_is_chosen_in_the_order_chosen(file: Path) -> None:
    app = opened(file)
    async with app.run_test(size=(120, 40)) as pilot:
        await rest(pilot)
        store = screen(app).shelf.store
        store.set_read([PORT])
        store.set_tag([BUDGET], "argent")
        await pilot.press("f")
        await choose(pilot, "Unread")
        await shows(pilot, "━ Unread ━")
        assert rows_of(app) == [SCHOOL, BUDGET]
        await pilot.press("S")
        await choose(pilot, "Oldest first")
        await until(pilot, lambda: rows_of(app) == [BUDGET, SCHOOL])
        await pilot.press("f")
        await choose(pilot, "#argent")
        await until(pilot, lambda: rows_of(app) == [BUDGET])
        await pilot.press("f")
        await choose(pilot, "All articles")
        await pilot.press("f")
        await choose(pilot, "With any tag or none")
        await until(pilot, lambda: rows_of(app) == [BUDGET, SCHOOL, PORT])
    app.close_stores()


async def test_the_list_answers_a_query_and_a_wrong_one_is_said(file: Path) -> None:
    app = opened(file)
    async with app.run_test(size=(120, 40)) as pilot:
        await rest(pilot)
        await pilot.press("F")
        await type_in(pilot, "date:demain")
        await until(pilot, lambda: pilot.app.screen.has_class("-wrong"))
        await type_in(pilot, "qui:rey professeurs")
        await until(pilot, lambda: rows_of(app) == [SCHOOL])
        await shows(pilot, "/qui:rey professeurs")
        await pilot.press("F")
        await type_in(pilot, "")
        await until(pilot, lambda: rows_of(app) == [PORT, SCHOOL, BUDGET])
    app.close_stores()


async def test_in_the_unread_list_j_and_k_go_on_from_what_has_left_it(file: Path) -> None:
    app = opened(file)
    async with app.run_test(size=(120, 40)) as pilot:
        await rest(pilot)
        await pilot.press("f")
        await choose(pilot, "Unread")
        await pilot.press("enter")
        await until(pilot, lambda: rows_of(app) == [SCHOOL, BUDGET])
        await rest(pilot)
        await pilot.press("J")
        await until(pilot, lambda: screen(app).wanted == SCHOOL)
    app.close_stores()


async def test_the_library_reopens_where_it_was_left(file: Path) -> None:
    app = opened(file)
    async with app.run_test(size=(120, 20)) as pilot:
        await rest(pilot)
        await pilot.press("f")
        await choose(pilot, "With figures")
        await pilot.press("S")
        await choose(pilot, "By title")
        await rest(pilot)
        await pilot.press("0", "down", "enter")  # matin
        await rest(pilot)
        await pilot.press("down", "enter")
        await rest(pilot)
        left = screen(app).listing
        article = screen(app).wanted
    app.close_stores()
    app = opened(file)
    async with app.run_test(size=(120, 20)) as pilot:
        await rest(pilot)
        assert screen(app).listing == left
        assert left.show == "figures"
        assert left.order == "title"
        assert screen(app).wanted == article == SCHOOL
        row = screen(app).articles.highlighted
        assert row is not None
        assert row.id == article
    app.close_stores()


async def test_the_place_in_an_article_is_kept(file: Path) -> None:
    app = opened(file)
    async with app.run_test(size=(60, 6)) as pilot:
        await rest(pilot)
        await pilot.press("enter", "G")
        await rest(pilot)
        place = screen(app).reader.position
        assert place > 0
    app.close_stores()
    app = opened(file)
    async with app.run_test(size=(60, 6)) as pilot:
        await pilot.press("2")
        await rest(pilot)
        assert screen(app).reader.position == place
    app.close_stores()


async def test_a_change_is_said_and_d_shows_it_evidence_first(
    file: Path, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.state.now", lambda: "2026-03-05T09:00:00Z")
    monkeypatch.setattr(library_screen, "LOOK", 0.1)
    app = opened(file)
    async with app.run_test(size=(120, 40)) as pilot:
        await rest(pilot)
        other = Store.open(file)
        before = other.get(PORT)
        assert before is not None
        text = before.document.text.replace("3 millions", "4 millions").replace("20 ", "12 ")
        other.take([(type(before.document).plain(text), "/presse/1.txt")], 2)
        other.close()
        await shows(pilot, "changed")
        await until(pilot, lambda: "4 millions" in screen(app).reader._document.text)
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, Difference))
        golden("difference", panes(await rest(pilot)))
        store = app.screen_stack[0].shelf.store  # type: ignore[attr-defined]
        assert not store.about(PORT).changed
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, Difference))
        assert screen(app).pane == "reader"
        await pilot.press("u")
        await until(pilot, lambda: store.about(PORT).changed)
    app.close_stores()


async def test_a_folder_is_added_while_one_reads(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "midi"
    folder.mkdir()
    for n in range(3):
        (folder / f"{n}.txt").write_text(f"Titre {n}\n\nIl manque {n + 2} écoles.", "utf-8")
    app = opened(file)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await rest(pilot)
        await pilot.press("A")
        await type_in(pilot, str(tmp_path / "absent"))
        await shows(pilot, "no such file or folder")
        await type_in(pilot, str(folder))
        await shows(pilot, "3 new articles", "midi", "Titre 2")
        row = screen(app).articles.highlighted
        assert row is not None
        assert row.id == PORT  # the cursor stays where one reads
        (folder / "3.txt").write_text("Titre 3\n\nRien de neuf.", "utf-8")
        await pilot.press("0", "down", "down")
        await until(pilot, lambda: screen(app).listing.source is not None)
        await pilot.press("r")
        await shows(pilot, "1 new article, 0 changed, 3 known", "Titre 3")
    app.close_stores()


async def test_esc_stops_an_update_and_what_is_in_stays(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.intake.BATCH", 1)
    folder = tmp_path / "midi"
    folder.mkdir()
    for n in range(300):
        (folder / f"{n}.txt").write_text(f"Titre {n}\n\nIl manque {n + 2} écoles.", "utf-8")
    app = opened(file)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await rest(pilot)
        screen(app).add(str(folder))
        await shows(pilot, "Esc stops")
        await pilot.press("escape")
        await shows(pilot, "Stopped; what is in is kept")
        count = screen(app).shelf.store.count()
        assert 3 < count < 303
        await rest(pilot)
        assert screen(app).shelf.store.count_unparsed() == 0
    app.close_stores()


async def test_what_an_older_parser_read_is_read_again_behind_what_one_does(file: Path) -> None:
    with sqlite3.connect(file) as direct:
        direct.execute("UPDATE article SET parser_version = 0, quotes = 9 WHERE id <> ?", (PORT,))
    direct.close()
    app = opened(file)
    async with app.run_test(size=(120, 40)) as pilot:
        store = screen(app).shelf.store
        await until(pilot, lambda: store.count_unparsed() == 0)
        assert all(row.quotes != 9 for row in store.rows(Listing(), 0, 9))
    app.close_stores()


async def test_another_programs_articles_come_into_the_list(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_screen, "LOOK", 0.1)
    app = opened(file)
    async with app.run_test(size=(120, 40)) as pilot:
        await rest(pilot)
        other = tmp_path / "other.db"
        make(other)
        writer = Store.open(file)
        source = Store.open(other)
        kept = source.get(PORT)
        assert kept is not None
        document = type(kept.document).plain("Une autre nouvelle\n\nElle vient d’ailleurs.")
        writer.add([(document, "/ailleurs.txt")])
        for store in (writer, source):
            store.close()
        await shows(pilot, "Une autre nouvelle")
    app.close_stores()


async def test_a_library_that_may_only_be_read_says_so_and_stays_up(file: Path) -> None:
    app = opened(file)
    screen_store = app.open_library()
    assert screen_store is not None
    screen_store.store.database.read_only = True
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await shows(pilot, "The library may only be read")
        await pilot.press("enter", "asterisk")
        await shows(pilot, "permissions")
        assert screen(app).shelf.store.counts().unread == 3
    app.close_stores()


async def test_a_locked_library_says_so_and_takes_the_next_key(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.2)
    app = opened(file)
    holder = sqlite3.connect(file, isolation_level=None)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await rest(pilot)
        holder.execute("BEGIN IMMEDIATE")
        await pilot.press("asterisk")
        await shows(pilot, "another", "program", "writing")  # a long path breaks the line anywhere
        holder.execute("ROLLBACK")
        await pilot.press("asterisk")
        await until(pilot, lambda: screen(app).shelf.store.about(PORT).starred)
    holder.close()
    app.close_stores()


async def test_a_full_disk_is_said_and_nothing_is_lost(file: Path) -> None:
    app = opened(file)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await rest(pilot)
        store = screen(app).shelf.store
        with store.database.alone() as writer:
            (pages,) = writer.execute("PRAGMA page_count").fetchone()
            writer.execute(f"PRAGMA max_page_count = {pages}")
        await pilot.press("w")
        await type_in(pilot, "long " * 20_000)
        await shows(pilot, "the disk is full")
        assert store.about(PORT).note == ""
        assert len(rows_of(app)) == 3
    app.close_stores()


async def test_damage_found_while_reading_is_said_and_the_app_stays_up(file: Path) -> None:
    app = opened(file)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await rest(pilot)

        def damaged(*_anything: object) -> None:
            raise LibraryError("library.db: damaged")

        screen(app).shelf.store.get = damaged  # type: ignore[method-assign, assignment]
        await pilot.press("down", "enter")
        await shows(pilot, "library.db: damaged")
        assert screen(app).is_running
    app.close_stores()


def test_what_is_no_library_never_reaches_the_screen(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("Pas une bibliothèque.\n" * 300, "utf-8")
    before = other.read_bytes()
    with pytest.raises(LibraryError, match="not a newsreader library"):
        opened(other)
    assert other.read_bytes() == before


async def test_each_panes_help_lists_the_librarys_keys(file: Path) -> None:
    app = opened(file)
    async with app.run_test(size=(120, 60)) as pilot:
        await rest(pilot)
        await pilot.press("question_mark")
        picture = await rest(pilot)
        for words in ("f  Filter", "S  Sort", "X  Mark the whole list read", "*  Star", "u  Undo"):
            assert words in picture
        await pilot.press("escape", "3", "question_mark")
        picture = await rest(pilot)
        assert "Go to the passage" in picture
        assert "Mark the whole list read" not in picture
    app.close_stores()


async def test_the_same_library_copied_opens_as_it_was_left(file: Path, tmp_path: Path) -> None:
    app = opened(file)
    async with app.run_test(size=(120, 40)) as pilot:
        await rest(pilot)
        await pilot.press("down")
        await rest(pilot)
    app.close_stores()
    copy = tmp_path / "copy.db"
    shutil.copy(file, copy)
    app = opened(copy)
    async with app.run_test(size=(120, 40)) as pilot:
        await rest(pilot)
        assert screen(app).wanted == SCHOOL
    app.close_stores()


async def test_an_app_that_nobody_uses_writes_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_screen, "SETTLED", 0.1)
    app = opened(file)
    async with app.run_test(size=(120, 40)) as pilot:
        await rest(pilot)
        other = Store.open(file)
        await pilot.pause(0.3)
        before = other.revision()
        await pilot.pause(0.5)
        assert other.revision() == before
        await pilot.press("down")
        await until(pilot, lambda: other.revision() != before)
        other.close()
    app.close_stores()
