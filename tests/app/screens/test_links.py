from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.app.screens.kept import make, opened, rest, screen, shows, until
from tests.sources.server import Answer, serving
from tui.app.screens import reading
from tui.app.screens.confirm import Confirm
from tui.app.screens.links import ChooseLink
from tui.intake import Intake
from tui.library.store import Listing, Store
from tui.parser import Block, Document

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return make(tmp_path / "library.db")


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Keep what would go to the browser."""
    urls: list[str] = []

    def hand_over(url: str) -> bool:
        urls.append(url)
        return True

    monkeypatch.setattr(reading, "open_link", hand_over)
    return urls


async def test_the_only_address_is_opened_when_the_reader_agrees(
    file: Path, handed: list[str]
) -> None:
    app = opened(file)
    async with app.run_test(size=(120, 40)) as pilot:
        await rest(pilot)
        await pilot.press("o")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        await shows(pilot, "exemple.org", "https://exemple.org/page-0")
        await pilot.press("escape")
        assert handed == []
        await pilot.press("o")
        await until(pilot, lambda: isinstance(app.screen, Confirm))
        await pilot.press("enter")
        await until(pilot, lambda: handed)
    assert handed == ["https://exemple.org/page-0"]
    app.close_stores()


async def test_a_link_is_opened_by_its_number(file: Path, handed: list[str]) -> None:
    text = " ".join(f"lien{n}" for n in range(12))
    blocks = [Block(0, len(text), "paragraph")]
    for n in range(12):
        start = text.index(f"lien{n}")
        blocks.append(Block(start, start + 5, "link", href=f"https://site{n}.fr/"))
    store = Store.open(file)
    document = Document(text, tuple(blocks), title="Zéro", url="https://exemple.fr/a")
    [article] = store.add([(document, "https://exemple.fr/a")])
    store.close()
    app = opened(file)
    async with app.run_test(size=(120, 40)) as pilot:
        await rest(pilot)
        screen(app).show(article)
        await rest(pilot)
        await pilot.press("o")
        await until(pilot, lambda: isinstance(app.screen, ChooseLink))
        await shows(pilot, "0  exemple.fr · this article", "12  site11.fr · lien1")
        await pilot.press("1", "2", "enter")
        await until(pilot, lambda: handed)
        await rest(pilot)
        await pilot.press("o")
        await until(pilot, lambda: isinstance(app.screen, ChooseLink))
        await shows(pilot, "12  site11.fr · lien1")
        await pilot.press("9", "3", "enter")  # there is no 93
        await until(pilot, lambda: len(handed) == 2)
    assert handed == ["https://site11.fr/", "https://site2.fr/"]
    app.close_stores()


async def test_a_summary_is_completed_and_a_feed_updated_by_keys(file: Path) -> None:
    words = "".join(f"<p>« Il faut {n} écoles », a dit Nora Vial hier.</p>" for n in range(30))
    with serving() as server:
        feed = (
            "<rss version='2.0'><channel><title>La Rive</title><item><guid>1</guid>"
            f"<title>Les écoles</title><link>{server.at('/a')}</link></item>{{more}}"
            "</channel></rss>"
        )
        server["/f"] = Answer(body=feed.format(more="").encode())
        server["/a"] = Answer(
            headers={"Content-Type": "text/html"},
            body=f"<html><body><h1>Les écoles</h1>{words}</body></html>".encode(),
        )
        store = Store.open(file)
        list(Intake(store, allow_private=True).add([server.at("/f")]))
        [source] = [one for one in store.sources() if one.kind == "feed"]
        [row] = store.rows(Listing(source=source.id), 0, 9)
        store.close()
        app = opened(file)
        async with app.run_test(size=(120, 40)) as pilot:
            await rest(pilot)
            screen(app).go_to_listing(Listing(source=source.id))
            screen(app).show(row.id)
            await rest(pilot)
            await pilot.press("W")
            await shows(pilot, "Il faut 7 écoles")
            more = "<item><guid>2</guid><title>Les crèches</title></item>"
            server["/f"] = Answer(body=feed.format(more=more).encode())
            await rest(pilot)
            await pilot.press("r")
            await shows(pilot, "Les crèches", "Il faut 7 écoles")  # the text stays where it was
            await rest(pilot)
        app.close_stores()
