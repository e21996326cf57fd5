from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tui.library.store import Listing, Store
from tui.parser import Block, Document, PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def document(text: str, **fields: object) -> Document:
    return Document(text, (Block(0, len(text), "paragraph"),), **fields)  # type: ignore[arg-type]


@pytest.fixture(params=["disk", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = Store.temporary() if request.param == "memory" else Store.open(tmp_path / "library.db")
    yield opened
    opened.close()


def test_an_article_comes_back_as_it_was_added(store: Store) -> None:
    text = "Titre\n\nLe maire l’a dit hier."
    whole = Document(
        text,
        (Block(0, 5, "heading", 1), Block(7, 29, "paragraph"), Block(10, 15, "link", href="u")),
        title="Titre",
        byline="Par Nora Vial",
        published=PartialDate(2023, 2),
        language="fr",
        url="https://exemple.org/a?b=1",
    )
    [id] = store.add([(whole, "/dossier/a.md")])  # noqa: A001
    kept = store.get(id)
    assert kept is not None
    assert kept.document == whole
    assert kept.origin == "/dossier/a.md"
    assert kept.article is None
    assert store.get(id + 1) is None


def test_adding_the_same_again_changes_nothing(store: Store) -> None:
    pairs = [(document(f"Texte {n}."), f"{n}.txt") for n in range(3)]
    assert store.add(pairs) == store.add(pairs)
    assert store.count() == 3


def test_pastes_are_articles_of_their_own(store: Store) -> None:
    first, second = store.add([(document("Un."), "pasted"), (document("Deux."), "pasted")])
    assert first != second
    kept = store.get(first)
    assert kept is not None
    assert (kept.document.text, kept.origin) == ("Un.", "pasted")


def test_pages_together_are_the_whole_list(store: Store) -> None:
    store.add((document(f"Texte {n}.", title=f"T{n}"), f"{n}.txt") for n in range(7))
    listing = Listing()
    pages = [row.title for offset in range(0, 9, 3) for row in store.rows(listing, offset, 3)]
    assert pages == [f"T{n}" for n in range(7)]


def test_the_place_in_the_reader_is_kept(store: Store) -> None:
    [id] = store.add([(document("Un long texte."), "a.txt")])  # noqa: A001
    store.set_position(id, 8)
    kept = store.get(id)
    assert kept is not None
    assert kept.position == 8


def test_threads_read_while_another_writes(store: Store) -> None:
    seen: list[int] = []

    def read() -> None:
        while not done.is_set():
            seen.append(len(store.rows(Listing(), 0, 1000)))

    done = threading.Event()
    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for batch in range(20):
        store.add((document(f"Texte {batch}.{n}."), f"{batch}.{n}") for n in range(5))
    done.set()
    for reader in readers:
        reader.join()
    assert store.count() == 100
    assert all(number % 5 == 0 for number in seen)
