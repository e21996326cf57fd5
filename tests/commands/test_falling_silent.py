"""A worker that dies, a network that drops: one line, what was there stays, the next one works."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, Any

import pytest

from tests.app.screens.kept import opened, shows, until
from tests.commands.test_following import Follower, add, feed, rss
from tests.sources.server import Answer, Server
from tui.cli import main
from tui.library.store import Listing, Store
from tui.sources import worker

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "Le pont rouvre lundi, a dit Nora Vial devant le conseil. Il a coûté 12 millions d’euros. "
LATER = "Le pont rouvre mardi, a dit Nora Vial devant le conseil. Il a coûté 14 millions d’euros. "


def page(words: str) -> Answer:
    html = f"<html><body><article><h1>Le pont</h1><p>{words * 3}</p></article></body></html>"
    return Answer(headers={"Content-Type": "text/html; charset=utf-8"}, body=html.encode())


def dropped(whole: Answer, way: str) -> Answer:
    """Give an answer that ends in the middle."""
    half = whole.body[: len(whole.body) // 2]
    if way == "chunked":
        more = {"Transfer-Encoding": "chunked", "Content-Length": ""}
        return Answer(200, whole.headers | more, b"%x\r\n%s\r\n" % (len(half), half))
    if way == "gzip":
        packed = gzip.compress(whole.body, mtime=0)
        return Answer(200, whole.headers | {"Content-Encoding": "gzip"}, packed[:-20], cut=True)
    return Answer(200, whole.headers, half, cut=True)


WAYS = ("length", "chunked", "gzip")


@pytest.fixture
def library(library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return library


@pytest.fixture
def deadly(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Kill the worker, as with kill -9, over each request of a kind in this list."""
    kinds: list[str] = []
    ask = worker._Process.ask

    def die(self: worker._Process, header: dict[str, Any], data: bytes, seconds: float) -> Any:
        if header["kind"] in kinds:
            self.kill()
        return ask(self, header, data, seconds)

    monkeypatch.setattr(worker._Process, "ask", die)
    return kinds


Said = pytest.CaptureFixture[str]


def texts(store: Store) -> list[str]:
    found = [store.get(row.id) for row in store.rows(Listing(order="title"), 0, 9)]
    return [article.document.text for article in found if article is not None]


@pytest.mark.parametrize("way", WAYS)
def test_a_page_that_breaks_off_leaves_the_old_one(
    server: Server, store: Store, capsys: Said, way: str
) -> None:
    server["/pont"] = page(FIRST)
    assert add(server.at("/pont")) == 0
    before = texts(store)
    server["/pont"] = dropped(page(LATER), way)
    capsys.readouterr()
    assert add(server.at("/pont")) == 1
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith(f"newsreader: {server.at('/pont')}: ")
    assert texts(store) == before
    server["/pont"] = page(LATER)
    assert add(server.at("/pont")) == 0
    assert "mardi" in texts(store)[0]


@pytest.mark.parametrize("way", WAYS)
def test_a_feed_that_breaks_off_keeps_its_articles_and_comes_again(
    server: Server, store: Store, way: str
) -> None:
    server["/f"] = feed(1, ETag='"1"')
    add(server.at("/f"))
    follower = Follower(store)
    server["/f"] = dropped(feed(1, 2, ETag='"2"'), way)
    assert follower.update(asked=True).failed == 1
    assert len(follower.problems) == 1
    assert server.at("/f") in follower.problems[0]
    assert (store.count(), follower.feed.etag) == (1, '"1"')
    server["/f"] = feed(1, 2)
    follower.now += 3_600
    assert follower.update().new == 1


def test_a_page_over_which_the_worker_dies_is_kept_in_its_words(
    server: Server, store: Store, capsys: Said, deadly: list[str]
) -> None:
    server["/pont"], server["/autre"] = page(FIRST), page("Un autre article, entier celui-ci. ")
    deadly.append("page")
    assert add(server.at("/pont")) == 0
    [line] = capsys.readouterr().err.splitlines()
    assert line.endswith("not built like an article; all of its words are shown")
    assert "Le pont rouvre lundi" in texts(store)[0]
    deadly.clear()
    assert add(server.at("/autre")) == 0
    assert capsys.readouterr().err == ""


def test_a_feed_over_which_the_worker_dies_keeps_its_articles(
    server: Server, store: Store, deadly: list[str]
) -> None:
    server["/f"], server["/g"] = feed(1), Answer(headers=feed(1).headers, body=rss(7, base="/b"))
    add(server.at("/f"))
    follower = Follower(store)
    deadly.append("feed")
    assert follower.update(asked=True).failed == 1
    assert follower.problems == [
        f"{server.at('/f')}: cannot be read: too large or too intricate for its kind"
    ]
    assert store.count() == 1
    deadly.clear()
    assert add(server.at("/g")) == 0
    assert store.count() == 2


def test_a_page_for_which_the_worker_has_no_memory_is_kept_in_its_words(
    server: Server, store: Store, capsys: Said
) -> None:
    resource = pytest.importorskip("resource")
    if not hasattr(resource, "prlimit"):
        pytest.skip("only Linux limits another process")
    server["/autre"], server["/pont"] = page("Un article. "), page(FIRST * 5_000)
    add(server.at("/autre"))
    running = worker._OTHERS._process
    assert running is not None
    resource.prlimit(running._process.pid, resource.RLIMIT_AS, (1_000_000, 1_000_000))
    capsys.readouterr()
    assert add(server.at("/pont")) == 0
    assert capsys.readouterr().err.endswith("all of its words are shown\n")
    assert add(server.at("/autre")) == 0
    assert store.count() == 2


async def test_the_app_says_what_broke_and_reads_on(
    server: Server, library: Path, store: Store, deadly: list[str]
) -> None:
    server["/f"] = feed(1)
    assert add(server.at("/f")) == 0
    app = opened(library)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await shows(pilot, "Article 1")
        await pilot.press("0", "down", "enter")  # its own list, so that it is asked at once
        await shows(pilot, "━ La Rive")
        server["/f"] = dropped(feed(1, 2), "length")
        await pilot.press("r")
        await shows(pilot, "broke")  # the toast breaks its lines anywhere
        assert store.count() == 1
        deadly.append("feed")
        server["/f"] = feed(1, 2)
        await until(pilot, lambda: app.screen._job is None)  # type: ignore[attr-defined]
        await pilot.press("r")
        await shows(pilot, "intricate")
        deadly.clear()
        await until(pilot, lambda: app.screen._job is None)  # type: ignore[attr-defined]
        await pilot.press("r")
        await shows(pilot, "Article 2")
    app.close_stores()
    assert main(["doctor"]) == 0
