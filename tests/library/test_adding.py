from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.library.addresses import canonical
from tui.library.doctor import examine
from tui.library.query import parse
from tui.library.search import search
from tui.library.store import Listing, Store
from tui.parser import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG = "Le conseil a voté hier soir, après six heures de débat, le budget de la ville de Varnes."
EDITED = LONG.replace("six heures", "neuf heures")
OTHER = "Une tempête a coupé la route du col, et les écoles de la vallée restent fermées ce matin."


@pytest.fixture
def store() -> Iterator[Store]:
    opened = Store.temporary()
    yield opened
    opened.close()


def add(store: Store, text: str, origin: str, url: str | None = None, title: str = "") -> int:
    [id] = store.add([(Document(text, title=title, url=url), origin)])  # noqa: A001
    return id


def text(store: Store, id: int) -> str:  # noqa: A002
    kept = store.get(id)
    assert kept is not None
    return kept.document.text


def test_an_edited_file_is_the_same_article_with_its_old_version(store: Store) -> None:
    article = add(store, LONG, "/a.txt")
    assert add(store, EDITED, "/a.txt") == article
    assert text(store, article) == EDITED
    assert [version.document.text for version in store.versions(article)] == [LONG]
    [row] = store.rows(Listing(show="changed"), 0, 5)
    assert (row.id, row.changed) == (article, True)


def test_an_article_that_changes_within_one_transaction_is_indexed_as_it_is_then(
    store: Store,
) -> None:
    first, again = store.take(
        [(Document(LONG, title="Budget"), "/a.txt"), (Document(EDITED, title="Budget"), "/a.txt")]
    )
    assert (first.outcome, again.outcome, again.id) == ("new", "changed", first.id)
    assert [len(search(store, parse(word)).items) for word in ("six", "neuf")] == [0, 1]
    assert all(finding.ok for finding in examine(store.database))


def test_a_new_headline_alone_is_a_change(store: Store) -> None:
    article = add(store, LONG, "/a.txt", title="Budget voté")
    add(store, LONG, "/a.txt", title="Budget adopté")
    [version] = store.versions(article)
    assert version.document.title == "Budget voté"


def test_a_file_used_for_another_article_is_a_new_article(store: Store) -> None:
    first = add(store, LONG, "/a.txt")
    second = add(store, OTHER, "/a.txt")
    assert first != second
    assert text(store, first) == LONG
    assert store.count(Listing(show="changed")) == 0


def test_lines_that_move_down_change_no_article(store: Store) -> None:
    first, second = add(store, LONG, "/a.jsonl:1"), add(store, OTHER, "/a.jsonl:2")
    new = "Trois candidats se présentent à la mairie, dont la sortante, qui brigue un autre mandat."
    third = add(store, new, "/a.jsonl:1")
    assert add(store, LONG, "/a.jsonl:2") == first
    assert add(store, OTHER, "/a.jsonl:3") == second
    assert len({first, second, third}) == 3
    assert store.count(Listing(show="changed")) == 0


def test_the_same_words_from_two_places_are_one_article(store: Store) -> None:
    folder = store.enter_source("folder", "/dossier", "dossier")
    article = add(store, LONG, "/a.txt")
    assert store.add([(Document(LONG), "/dossier/b.txt")], folder) == [article]
    assert store.about(article).places == (("", "/a.txt"), ("dossier", "/dossier/b.txt"))
    assert [source.articles for source in store.sources()] == [1, 1]


def test_the_same_address_is_one_article(store: Store) -> None:
    article = add(store, LONG, "/a.txt", "https://www.exemple.org/a/?utm_source=x")
    assert add(store, EDITED, "/b.txt", "http://exemple.org/a#haut") == article
    assert text(store, article) == EDITED


def test_a_copy_of_an_old_version_does_not_bring_it_back(store: Store) -> None:
    article = add(store, LONG, "/a.txt")
    add(store, EDITED, "/a.txt")
    assert add(store, LONG, "/copie.txt") == article
    assert text(store, article) == EDITED
    assert len(store.versions(article)) == 1


def test_a_summary_from_elsewhere_does_not_replace_the_text(store: Store) -> None:
    url = "https://exemple.org/a"
    article = add(store, LONG, "/a.txt", url)
    assert add(store, "Le conseil a voté.", "/b.txt", url) == article
    assert text(store, article) == LONG


def test_two_places_that_differ_settle(store: Store) -> None:
    url = "https://exemple.org/a"
    for _ in range(3):
        article = add(store, LONG, "/a.txt", url)
        add(store, EDITED, "/b.txt", url)
    assert len(store.versions(article)) == 1


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("http://WWW.Exemple.org:80/a/?b=2&a=1&utm_medium=x#c", "exemple.org/a?a=1&b=2"),
        ("https://exemple.org:8080/a", "exemple.org:8080/a"),
        ("https://exemple.org/", None),
        ("ftp://exemple.org/a", None),
        ("https://[::1", None),
        ("https://exemple.org:port/a", None),
        (None, None),
    ],
)
def test_an_address_has_one_spelling(url: str | None, address: str | None) -> None:
    assert canonical(url) == address
