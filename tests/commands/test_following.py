"""Feeds and pages from a real server, through the commands."""

from __future__ import annotations

import gzip
from collections.abc import Generator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.sources.server import Answer, Asked, Server
from tui import subscriptions
from tui.cli import main
from tui.intake import BATCH, Intake
from tui.library import feeds
from tui.library.store import Listing, Store
from tui.sources import opml
from tui.sources.network.client import Client, Limits
from tui.sources.opml import Outline
from tui.subscriptions import Subscriptions

if TYPE_CHECKING:
    from pathlib import Path

    from tui.library.feeds import Feed
    from tui.library.store import Source

pytestmark = pytest.mark.usefixtures("library")

PARAGRAPH = "« Nous tenons le calendrier », a dit mardi Nora Vial devant le conseil de la ville. "


def rss(*numbers: int, text: str = PARAGRAPH, title: str = "La Rive", base: str = "/a") -> bytes:
    items = "".join(
        f"<item><title>Article {n}</title><guid>{n}</guid><link>{base}{n}</link>"
        f"<description>&lt;p&gt;{text}Il y a {n} écoles.&lt;/p&gt;</description></item>"
        for n in numbers
    )
    return f"<rss version='2.0'><channel><title>{title}</title>{items}</channel></rss>".encode()


def feed(*numbers: int, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(headers={"Content-Type": "application/rss+xml"} | named, body=rss(*numbers))


class Follower:
    """A library's feeds at a time that the test sets."""

    def __init__(self, store: Store) -> None:
        self.now = 1_700_000_000.0
        self.store = store

    def update(self, *, asked: bool = False) -> Intake:
        """Update everything, as after a start."""
        intake = Intake(self.store, allow_private=True)
        client = Client(Limits(seconds=5.0), allow_private=True)
        made = Subscriptions(self.store, client, lambda: self.now)
        intake._subscriptions = lambda: made  # type: ignore[method-assign] # the clock is ours
        self.problems = [
            problem
            for step in intake.update(self.store.sources(), asked=asked)
            for problem in step.problems
        ]
        return intake

    @property
    def source(self) -> Source:
        return next(one for one in self.store.sources() if one.kind == "feed")

    @property
    def feed(self) -> Feed:
        with self.store.database.reading() as connection:
            return feeds.every(connection)[self.source.id]


@pytest.fixture
def follower(store: Store) -> Follower:
    return Follower(store)


def add(*words: str) -> int:
    return main(["add", "--allow-private", *words])


def test_a_feed_is_followed_and_only_what_is_new_comes(
    server: Server, follower: Follower, capsys: pytest.CaptureFixture[str]
) -> None:
    server["/f"] = feed(1, 2)
    assert add(server.at("/f")) == 0
    assert capsys.readouterr().out == (
        "La Rive: 2 new articles\n2 new articles, 0 changed, 0 known\n"
    )
    server["/f"] = feed(1, 2, 3)
    assert main(["update", "--now"]) == 0
    assert capsys.readouterr().out.startswith("La Rive: 1 new article\n1 new article, 0 changed, 2")
    rows = follower.store.rows(Listing(source=follower.source.id, order="title"), 0, 9)
    assert [(row.title, row.unread, row.quotes) for row in rows] == [
        (f"Article {n}", True, 1) for n in (1, 2, 3)
    ]


def test_nothing_is_marked_read_and_a_changed_item_is_a_change(
    server: Server, follower: Follower
) -> None:
    server["/f"] = feed(1, 2)
    add(server.at("/f"))
    [first, _second] = follower.store.rows(Listing(order="title"), 0, 9)
    follower.store.set_read([first.id])
    server["/f"] = Answer(body=rss(1, 2).replace(b"Il y a 2", b"Il y avait 2"))
    intake = follower.update(asked=True)
    assert (intake.new, intake.changed, intake.known) == (0, 1, 1)
    rows = follower.store.rows(Listing(order="title"), 0, 9)
    assert [(row.unread, row.changed) for row in rows] == [(False, False), (True, True)]


def test_validators_are_kept_exactly_over_a_restart_and_304_brings_nothing(
    server: Server, library: Path
) -> None:
    etag, modified = 'W/"é\'; x"', "Tue,  12 Mar 2024 08:05:00 GMT"

    def conditional(asked: Asked) -> Answer:
        same = asked.headers.get("if-none-match") == etag.encode().decode("latin-1")
        return (
            Answer(304)
            if same
            else feed(1, ETag=etag.encode().decode("latin-1"), Last_Modified=modified)
        )

    server["/f"] = conditional
    add(server.at("/f"))
    for _again in range(2):
        reopened = Store.open(library)  # what was kept is all there is to go by
        follower = Follower(reopened)
        intake = follower.update(asked=True)
        assert (intake.new, intake.known, intake.failed) == (0, 0, 0)
        assert server.asked[-1].headers["if-modified-since"] == modified
        assert follower.feed.failures == 0
        reopened.close()


def test_validators_are_not_kept_before_the_articles_are_in(
    server: Server, follower: Follower
) -> None:
    server["/f"] = feed(1)
    add(server.at("/f"))
    server["/f"] = feed(*range(1, 60), ETag='"two"')
    intake = Intake(follower.store, allow_private=True)
    steps = intake.update(follower.store.sources(), asked=True)
    assert isinstance(steps, Generator)
    next(step for step in steps if step.done)
    steps.close()  # somebody has pressed Esc
    assert follower.feed.etag is None
    assert follower.store.count() == BATCH
    server["/f"] = Answer(body=b"<rss><chan", headers={"ETag": '"three"'})
    follower.update(asked=True)
    assert follower.feed.etag is None
    assert follower.feed.failures == 1


def test_a_feed_is_asked_when_it_is_due(server: Server, follower: Follower) -> None:
    server["/f"] = feed(1, Cache_Control="max-age=7200")
    add(server.at("/f"))
    follower.update(asked=True)
    count = len(server.asked)
    follower.now += 7100
    follower.update()
    assert len(server.asked) == count
    follower.now += 200
    follower.update()
    assert len(server.asked) == count + 1


def test_a_server_that_does_not_want_to_be_asked_is_left_alone(
    server: Server, follower: Follower
) -> None:
    server["/f"] = feed(1)
    add(server.at("/f"))
    server["/f"] = Answer(429, {"Retry-After": "600"})
    assert follower.update(asked=True).failed == 1
    assert "asks for fewer requests (429)" in follower.problems[0]
    count = len(server.asked)
    follower.now += 590
    follower.update(asked=True)
    assert len(server.asked) == count
    server["/f"] = feed(1)
    follower.now += 20
    follower.update(asked=True)
    assert len(server.asked) == count + 1
    assert (follower.feed.failures, follower.feed.problem) == (0, None)


def test_what_fails_is_asked_less_and_less_often(server: Server, follower: Follower) -> None:
    server["/f"] = feed(1)
    add(server.at("/f"))
    server["/f"] = Answer(500)
    pauses = []
    for _n in range(3):
        follower.update(asked=True)
        due = follower.feed.due
        assert due is not None
        pauses.append(due)
    assert follower.feed.failures == 3
    assert pauses == sorted(set(pauses))


def test_the_list_of_sources_says_what_fails_and_why(
    server: Server, follower: Follower, capsys: pytest.CaptureFixture[str]
) -> None:
    server["/f"] = feed(1)
    add(server.at("/f"))
    main(["sources"])
    assert "problem" not in capsys.readouterr().out
    server["/f"] = Answer(500)
    follower.update(asked=True)
    main(["sources"])
    assert "the server failed (500); try later" in capsys.readouterr().out


def test_what_is_gone_for_good_is_asked_no_more(server: Server, follower: Follower) -> None:
    server["/f"] = feed(1)
    add(server.at("/f"))
    server["/f"] = Answer(410)
    follower.update(asked=True)
    assert "gone for good" in follower.problems[0]
    count = len(server.asked)
    follower.now += 10_000_000
    follower.update(asked=True)
    assert len(server.asked) == count
    assert follower.store.count() == 1


@pytest.mark.parametrize(("status", "moves"), [(301, True), (308, True), (302, False)])
def test_a_feed_that_says_so_three_times_has_moved(
    server: Server, follower: Follower, status: int, moves: bool
) -> None:
    server["/f"] = feed(1)
    add(server.at("/f"))
    server["/f"] = Answer(status, {"Location": "/new"})
    server["/new"] = feed(1, 2)
    for _n in range(2):
        follower.update(asked=True)
        assert follower.source.address == server.at("/f")
    follower.update(asked=True)
    assert follower.source.address == server.at("/new" if moves else "/f")
    assert follower.store.count() == 2


def test_a_page_stands_for_the_feed_that_it_names(server: Server, follower: Follower) -> None:
    link = '<link rel="alternate" type="application/atom+xml" href="/f">'
    page = f"<html><head><title>Le site</title>{link}</head><body><p>{PARAGRAPH * 5}</p>"
    for path in ("/", "/article"):
        server[path] = Answer(headers={"Content-Type": "text/html"}, body=page.encode())
    server["/f"] = feed(1, 2)
    assert add(server.at("/")) == 0
    assert (follower.source.name, follower.source.address) == ("La Rive", server.at("/f"))
    assert add(server.at("/article")) == 0  # a page deeper in the site is an article
    assert follower.store.count() == 3
    assert follower.store.origins() == [server.at("/article")]
    assert add("--feed", server.at("/article")) == 0
    assert len(follower.store.sources()) == 2


def test_a_page_that_is_added_again_may_have_changed(server: Server, store: Store) -> None:
    body = f"<html><body><h1>Le bac</h1><p>{PARAGRAPH * 9}</p></body></html>"
    server["/a"] = Answer(headers={"Content-Type": "text/html"}, body=body.encode())
    add(server.at("/a"))
    server["/a"] = Answer(
        body=gzip.compress(body.replace("mardi", "jeudi").encode()),
        headers={"Content-Encoding": "gzip"},
    )
    add(server.at("/a"))
    [row] = store.rows(Listing(), 0, 9)
    assert row.changed


def whole(n: int) -> Answer:
    words = "".join(f"<p>{PARAGRAPH}Le point {i} reste ouvert.</p>" for i in range(12))
    return Answer(
        headers={"Content-Type": "text/html"},
        body=f"<html><body><article><h1>Article {n}</h1>{words}</article></body></html>".encode(),
    )


def test_a_summary_is_completed_from_its_page_and_stays_whole(
    server: Server, follower: Follower
) -> None:
    short = rss(1, text="", base=server.at("/a"))
    server["/f"] = Answer(body=short)
    server["/a1"] = whole(1)
    add(server.at("/f"))
    [row] = follower.store.rows(Listing(), 0, 9)
    kept = follower.store.get(row.id)
    assert kept is not None
    assert kept.document.url is not None
    intake = Intake(follower.store, allow_private=True)
    list(intake.complete(row.id, kept.document.url))
    assert (intake.changed, intake.failed) == (1, 0)
    [row] = follower.store.rows(Listing(), 0, 9)
    assert (row.quotes, row.changed) == (12, False)
    server["/f"] = Answer(body=short.replace(b"Il y a", b"Il y aurait"))
    follower.update(asked=True)
    [row] = follower.store.rows(Listing(), 0, 9)
    assert row.quotes == 12
    list(intake.complete(row.id, kept.document.url))
    assert intake.failed == 1  # there is no more to be had


def test_a_page_is_looked_at_again_when_it_is_asked_for(
    server: Server, follower: Follower, capsys: pytest.CaptureFixture[str]
) -> None:
    url, page = server.at("/a1"), whole(1)
    server["/a1"] = page
    assert add(url) == 0
    assert main(["update", "--allow-private"]) == 0
    assert len(server.asked) == 1
    edited = page.body.replace(b"mardi", b"jeudi", 1)
    server["/a1"] = Answer(headers=page.headers, body=edited)
    assert main(["update", "--allow-private", url]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "0 new articles, 1 changed, 0 known"
    [row] = follower.store.rows(Listing(), 0, 9)
    assert (row.quotes, row.changed) == (12, True)
    server["/a1"] = page
    list(Intake(follower.store, allow_private=True).complete(row.id, url))
    assert len(follower.store.versions(row.id)) == 2
    assert main(["update", server.at("/a2")]) == 1
    assert "not in the library" in capsys.readouterr().err


def test_a_feed_of_summaries_may_always_be_completed(server: Server, follower: Follower) -> None:
    server["/f"] = Answer(body=rss(1, 2, text="", base=server.at("/a")))
    server["/a1"] = whole(1)
    server["/a2"] = Answer(404)
    assert add("--whole", server.at("/f")) == 0
    rows = follower.store.rows(Listing(order="title"), 0, 9)
    assert [row.quotes for row in rows] == [12, 0]
    assert follower.feed.complete
    add("--no-whole", server.at("/f"))
    assert not follower.feed.complete


def test_a_dead_network_is_one_line_and_what_is_kept_opens(
    server: Server,
    store: Store,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for n in range(3):
        server[f"/{n}"] = Answer(body=rss(n))
        add(server.at(f"/{n}"))

    def unreachable(*_: object, **__: object) -> None:
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr("tui.sources.network.guard.socket.getaddrinfo", unreachable)
    capsys.readouterr()
    assert main(["update", "--now"]) == 1
    _out, err = capsys.readouterr()
    assert err == ("newsreader: none of 3 feeds can be reached; check your connection\n")
    with store.database.reading() as connection:
        assert [one.failures for one in feeds.every(connection).values()].count(0) >= 2
    [row, *_] = store.rows(Listing(), 0, 9)
    assert store.get(row.id) is not None


def test_an_address_on_the_own_network_must_be_allowed_once(
    server: Server, follower: Follower, capsys: pytest.CaptureFixture[str]
) -> None:
    server["/f"] = feed(1)
    assert main(["add", server.at("/f")]) == 1
    assert "--allow-private" in capsys.readouterr().err
    assert add(server.at("/f")) == 0
    assert main(["update", "--now"]) == 0  # it is remembered with the feed


def test_what_feeds_get_wrong_is_put_right_on_the_way_in(
    server: Server, follower: Follower, capsys: pytest.CaptureFixture[str]
) -> None:
    same = "<item><guid>7</guid><title>{}</title><link>javascript:alert(1)</link></item>"
    body = f"<rss version='2.0'><channel><title>Été</title>{same}{same}</channel></rss>"
    server["/f"] = Answer(
        headers={"Content-Type": "application/rss+xml; charset=iso-8859-1"},  # it is UTF-8
        body=body.format("L’école", "Le lycée").encode(),
    )
    for _again in range(2):
        assert add(server.at("/f")) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "0 new articles, 0 changed, 2 known"
    rows = follower.store.rows(Listing(order="title"), 0, 9)
    assert sorted(row.title for row in rows) == ["Le lycée", "L’école"]
    assert follower.source.name == "Été"
    for row in rows:
        kept = follower.store.get(row.id)
        assert kept is not None
        assert kept.document.url is None
    server["/f"] = Answer(body=b"<html><body><p>En travaux.</p></body></html>")
    assert follower.update(asked=True).failed == 1
    assert follower.problems == [f"{server.at('/f')}: not a feed"]


def test_a_feed_of_five_thousand_items_comes_whole(server: Server, follower: Follower) -> None:
    items = b"".join(
        b"<item><title>Article %d</title><guid>%d</guid></item>" % (n, n) for n in range(5_000)
    )
    server["/f"] = Answer(
        body=b"<rss version='2.0'><channel><title>Long</title>" + items + b"</channel></rss>"
    )
    client = Client(allow_private=True)
    found = Subscriptions(follower.store, client).visit(server.at("/f"))
    assert isinstance(found, subscriptions.Fetched)
    assert len(found.articles) == 5_000
    assert len({article.origin for article in found.articles}) == 5_000


def test_what_a_library_knows_of_a_feed_goes_with_an_export(
    server: Server, follower: Follower, tmp_path: Path
) -> None:
    server["/f"] = feed(1, ETag='"x"')
    add("--whole", server.at("/f"))
    with follower.store.database.writing() as connection:
        feeds.put(connection, follower.source.id, replace(follower.feed, folder=("Presse", "A/B")))
    assert main(["export", str(tmp_path / "out")]) == 0
    other = tmp_path / "other.db"
    assert main(["import", str(tmp_path / "out"), "--library", str(other)]) == 0
    copied = Follower(Store.open(other))
    assert (copied.feed.folder, copied.feed.complete) == (("Presse", "A/B"), True)
    assert copied.feed.etag is None
    copied.store.close()


@pytest.mark.parametrize("command", ["read", "extract"])
def test_an_address_is_read_without_being_kept(
    server: Server, command: str, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server["/a"] = whole(1)
    assert main([command, server.at("/a")]) == 1
    assert "--allow-private" in capsys.readouterr().err
    assert main([command, "--allow-private", server.at("/a")]) == 0
    assert "Article 1" in capsys.readouterr().out
    assert not library.exists()


LIST = """<opml version="2.0"><body><outline text="Presse"><outline text="Région">
<outline type="rss" text="Mon nom" xmlUrl="{url}"/></outline></outline></body></opml>"""


def test_a_list_of_feeds_comes_from_a_reader_and_goes_to_another(
    server: Server, follower: Follower, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs, ours = tmp_path / "theirs.opml", tmp_path / "ours.opml"
    theirs.write_text(LIST.format(url=server.at("/f")), "utf-8")
    assert main(["opml", "import", str(theirs)]) == 0
    assert capsys.readouterr().out.startswith("1 feed is followed now, 0 were already\n")
    assert main(["opml", "import", str(theirs)]) == 0
    assert capsys.readouterr().out == "0 feeds are followed now, 1 was already\n"
    assert server.asked == []
    server["/f"] = feed(1)
    assert main(["update", "--allow-private"]) == 0
    assert (follower.source.name, follower.source.articles) == ("Mon nom", 1)
    assert main(["opml", "export", str(ours)]) == 0
    assert main(["opml", "export", str(ours)]) == 1  # nothing is ever replaced
    [back] = opml.read(ours.read_bytes(), "ours")
    assert back == Outline(server.at("/f"), "Mon nom", ("Presse", "Région"))
    assert main(["opml", "import", str(tmp_path / "absent.opml")]) == 1


def test_a_list_that_is_added_brings_its_articles(
    server: Server, follower: Follower, tmp_path: Path
) -> None:
    file = tmp_path / "l.opml"
    file.write_text(LIST.format(url=server.at("/f")), "utf-8")
    server["/f"] = feed(1, 2)
    assert add(str(file)) == 0
    assert follower.store.count() == 2
