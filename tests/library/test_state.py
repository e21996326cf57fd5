from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tui.library.store import SINGLE, Listing, Store
from tui.parser import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = 5
ARTICLES = st.lists(st.integers(1, SIZE), unique=True)


@pytest.fixture
def store() -> Iterator[Store]:
    opened = Store.temporary()
    opened.add((Document(f"Texte numéro {n}."), f"{n}.txt") for n in range(SIZE))
    yield opened
    opened.close()


def state(store: Store) -> object:
    rows = store.rows(Listing(), 0, 100)
    return [(row.unread, row.starred, store.about(row.id)) for row in rows]


class Undoing(RuleBasedStateMachine):
    """Whatever is done, undoing all of it brings the first state back, step by step."""

    def __init__(self) -> None:
        super().__init__()
        self.store = Store.temporary()
        self.store.add((Document(f"Texte numéro {n}."), f"{n}.txt") for n in range(SIZE))
        self.before: list[object] = []

    @rule(ids=ARTICLES, on=st.booleans())
    def read(self, ids: list[int], on: bool) -> None:
        self._did(lambda: self.store.set_read(ids, on))

    @rule(ids=ARTICLES, on=st.booleans())
    def star(self, ids: list[int], on: bool) -> None:
        self._did(lambda: self.store.set_starred(ids, on))

    @rule(ids=ARTICLES, name=st.sampled_from(("eau", "budget")), on=st.booleans())
    def tag(self, ids: list[int], name: str, on: bool) -> None:
        self._did(lambda: self.store.set_tag(ids, name, on))

    @rule(id=st.integers(1, SIZE), text=st.sampled_from(("", "à vérifier", "faux")))
    def note(self, id: int, text: str) -> None:  # noqa: A002
        self._did(lambda: self.store.set_note(id, text))

    @rule()
    def undo(self) -> None:
        assert (self.store.undo() is not None) == bool(self.before)
        if self.before:
            assert state(self.store) == self.before.pop()

    @invariant()
    def unread_is_counted(self) -> None:
        unread = self.store.count(Listing(show="unread"))
        assert self.store.sources()[0].unread == unread == self.store.counts().unread

    def _did(self, action: object) -> None:
        before = state(self.store)
        action()  # type: ignore[operator]
        if state(self.store) != before:
            self.before.append(before)

    def teardown(self) -> None:
        self.store.close()


TestUndoing = Undoing.TestCase
TestUndoing.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)


def test_one_undo_takes_a_mass_action_back(store: Store) -> None:
    store.set_read([2])
    assert len(store.set_all_read(Listing())) == SIZE - 1
    undone = store.undo()
    assert undone is not None
    assert (undone.field, len(undone.articles)) == ("unread", SIZE - 1)
    assert [row.id for row in store.rows(Listing(show="unread"), 0, 9)] == [1, 3, 4, 5]


def test_opening_an_article_is_nothing_to_undo(store: Store) -> None:
    store.set_starred([1])
    store.set_read([3], undoable=False)
    undone = store.undo()
    assert undone is not None
    assert undone.field == "starred"


def test_a_source_goes_but_what_the_reader_worked_on_stays(store: Store) -> None:
    folder = store.enter_source("folder", "/dossier", "dossier")
    pairs = [(Document(f"Dossier numéro {n}."), f"/dossier/{n}.txt") for n in range(4)]
    ids = store.add(pairs, folder)
    store.set_starred(ids[:1])
    store.set_note(ids[1], "à garder")
    store.set_tag(ids[2:3], "budget")
    removed = store.remove_source(folder)
    assert (removed.gone, removed.stayed) == (1, 3)
    assert store.get(ids[3]) is None
    assert [source.id for source in store.sources()] == [SINGLE]
    assert store.sources()[0].articles == store.count(Listing(source=SINGLE)) == SIZE + 3
    assert store.sources()[0].unread == SIZE + 3


def test_an_article_of_another_source_stays_with_it(store: Store) -> None:
    folder = store.enter_source("folder", "/dossier", "dossier")
    [id] = store.add([(Document("Texte numéro 0."), "/dossier/a.txt")], folder)  # noqa: A001
    removed = store.remove_source(folder)
    assert (removed.gone, removed.stayed) == (0, 1)
    assert store.get(id) is not None
    assert store.remove_single("0.txt") is not None
    assert store.get(id) is None
    assert store.remove_single("0.txt") is None
