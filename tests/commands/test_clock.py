"""The machine's clock was wrong, and is put right: nothing is lost, and nothing waits for it."""

from __future__ import annotations

import time

import pytest

from tests.commands.test_following import Follower, add, feed
from tests.sources.server import Answer, Server
from tui.cli import main
from tui.library import state
from tui.library.query import parse
from tui.library.store import Listing, Store
from tui.parser import Document
from tui.parser import parse as find_evidence

YEAR = 365 * 24 * 3600.0
WRONG = "2061-01-01T00:00:00Z"
RIGHT = "2026-03-10T08:00:00Z"


@pytest.fixture
def follower(store: Store) -> Follower:
    return Follower(store)


def put(store: Store, words: str, monkeypatch: pytest.MonkeyPatch, now: str) -> int:
    """Add an article without a date, when the clock says this."""
    monkeypatch.setattr(state, "now", lambda: now)
    document = Document.plain(f"Selon Paul Roy, « {words} ».")
    [added] = store.add([(document, f"/{words}")])
    store.put_evidence(added, find_evidence(document))
    return added


def test_a_feed_does_not_wait_for_a_day_that_a_wrong_clock_gave_it(
    server: Server, follower: Follower
) -> None:
    server["/f"] = feed(1)
    add(server.at("/f"))
    follower.now += YEAR
    follower.update(asked=True)
    server["/f"] = feed(1, 2)
    follower.now -= YEAR
    assert follower.update().new == 1


def test_a_server_is_not_left_alone_for_a_year(server: Server, follower: Follower) -> None:
    server["/f"] = feed(1)
    add(server.at("/f"))
    server["/f"] = Answer(503, {"Retry-After": "600"})
    follower.now += YEAR
    assert follower.update(asked=True).failed == 1
    server["/f"] = feed(1, 2)
    follower.now -= YEAR
    assert follower.update().new == 1


def test_a_clock_that_was_behind_asks_at_once(server: Server, follower: Follower) -> None:
    server["/f"] = feed(1)
    follower.now = 0.0
    add(server.at("/f"))
    follower.update(asked=True)
    server["/f"] = feed(1, 2)
    follower.now = time.time()
    assert follower.update().new == 1


def test_undo_goes_back_in_the_order_of_what_was_done(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = put(store, "rien ne change", monkeypatch, WRONG)
    store.set_note(one, "avant")
    monkeypatch.setattr(state, "now", lambda: RIGHT)
    store.set_note(one, "après")
    store.undo()
    assert store.about(one).note == "avant"
    store.undo()
    assert store.about(one).note == ""


def test_versions_stand_in_the_order_in_which_they_came(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for now, words in ((WRONG, "vingt"), (RIGHT, "trente"), (WRONG, "quarante")):
        monkeypatch.setattr(state, "now", lambda now=now: now)
        text = "Le pont rouvre\n\n" + f"Il manque {words} écoles, selon le maire de la ville. " * 3
        [added] = store.take([(Document.plain(text), "/pont")])
    older = [version.document.text for version in store.versions(added.id)]
    assert ["trente" in older[0], "vingt" in older[1], len(older)] == [True, True, 2]


def test_watch_tells_of_what_came_while_the_clock_was_wrong_once(
    store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for now, words in ((WRONG, "rien ne change"), (RIGHT, "rien ne bouge")):
        put(store, words, monkeypatch, now)
        assert main(["watch", "rien"]) == 0
        assert words in capsys.readouterr().out
    main(["watch", "rien"])
    assert "rien" not in capsys.readouterr().out


def test_what_came_while_the_clock_was_wrong_stays_in_the_list_and_is_found(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [put(store, "un", monkeypatch, WRONG), put(store, "deux", monkeypatch, RIGHT)]
    assert [row.id for row in store.rows(Listing(), 0, 9)] == ids  # by the day each says it came
    found = store.rows(Listing(query=parse("Roy")), 0, 9)
    assert {row.id for row in found} == set(ids)
