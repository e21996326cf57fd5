"""The French probe: one word as seven articles write it, in files as they come from outside."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from tui.library import search
from tui.library.query import parse
from tui.library.store import Store
from tui.sources.files import SourceError, load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLAIN = "Une école a ouvert à Nîmes. Les enfants y ont, depuis mars, un stade et du cœur."

PAGE = """<!doctype html><html lang="fr"><head><title>{title}</title>
<meta property="og:url" content="https://exemple.org/zigzag/{title}">
<style>.zigzag {{ color: red }}</style></head>
<body><article class="zigzag"><h1>{title}</h1>
<p>{first} Le maire l’a dit mardi devant le conseil municipal, qui en a longuement discuté.</p>
<p>Les habitants de la commune attendaient cette annonce depuis plusieurs mois déjà, et beaucoup
s’étaient déplacés <a href="https://exemple.org/zigzag">pour entendre</a> ce que la mairie comptait
faire des locaux, de la cantine et de la cour.</p>
<p>La rentrée aura lieu comme prévu, a-t-on précisé, et les parents seront prévenus par lettre.</p>
</article></body></html>"""

FILES = {
    "plain.txt": PLAIN,
    "capitals.txt": "UNE ÉCOLE ÉLÉMENTAIRE FERME À NÎMES.",
    "decomposed.txt": unicodedata.normalize("NFD", "Cette école a du cœur, et une bibliothèque."),
    "typewriter.txt": "Le maire quitte l'école et la bibliothèque.",
    "typographer.md": "La sœur de Nora aime l’école et [les coeurs](https://exemple.org/zigzag).",
    "entities.html": PAGE.format(
        title="Entit&eacute;s", first="Une &eacute;cole et une biblioth&#232;que, un c&oelig;ur."
    ),
    "tags.html": PAGE.format(title="Balises", first="Une <b>é</b>co<i>le</i> rouvre."),
}
EVERYWHERE = sorted(name.partition(".")[0] for name in FILES)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("probe")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    opened = Store.temporary()
    for loaded in load([folder]):
        assert not isinstance(loaded, SourceError)
        opened.add([(loaded.document, loaded.origin)])
    yield opened
    opened.close()


def found(store: Store, typed: str) -> list[str]:
    hits = search.search(store, parse(typed)).items
    return sorted(hit.row.source.rpartition("/")[2].partition(".")[0] for hit in hits)


@pytest.mark.parametrize(
    "typed",
    ["école", "ecole", "ÉCOLE", "l'école", "l’école", "écoles", "éco*", "«\u00a0école\u00a0»"],
)
def test_a_word_is_found_however_it_is_written(store: Store, typed: str) -> None:
    assert found(store, typed) == EVERYWHERE


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ("bibliotheque", ["decomposed", "entities", "typewriter"]),
        ("cœur", ["decomposed", "entities", "plain", "typographer"]),
        ("coeur", ["decomposed", "entities", "plain", "typographer"]),
        ("école stade", ["plain"]),
        ("stade nîmes -élémentaire", ["plain"]),
        ('"école a ouvert"', ["plain"]),
        ('"ouvert école"', []),
    ],
)
def test_words_apart_and_side_by_side(store: Store, typed: str, where: list[str]) -> None:
    assert found(store, typed) == where


@pytest.mark.parametrize(
    "typed", ["zigzag", "article", "href", "strong", "eacute", "doctype", "color", "https"]
)
def test_words_of_tags_and_addresses_are_not_found(store: Store, typed: str) -> None:
    assert found(store, typed) == []


def test_every_match_is_marked_where_it_stands(store: Store) -> None:
    for hit in search.search(store, parse("ecole")).items:
        assert hit.place is not None
        kept = store.get(hit.row.id)
        assert kept is not None
        start, end = hit.place
        assert unicodedata.normalize("NFC", kept.document.text[start:end]).lower() == "école"
