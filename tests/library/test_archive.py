from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tests.tools.make_library import fill
from tui.library.archive import ARTICLES, ArchiveError, bring_in, export
from tui.library.doctor import examine
from tui.library.store import Store
from tui.parser import Document, PartialDate, parse

if TYPE_CHECKING:
    from pathlib import Path

LOCAL = {"action", "sqlite_sequence", "somebody", "name", "voice"}
"""What is of one library only: what can be undone, how far its numbers have come, and by which
numbers people go in it."""

NOT_OURS = {"source": "WHERE kind <> 'single'"}
"""Every library makes that source itself, at the second it is made."""

PEOPLE = (
    "SELECT somebody.name, key, voice.article_id, voice.sort_key, voice.quotes,"
    " somebody.quotes, somebody.articles, first, last"
    " FROM somebody JOIN name ON name.somebody_id = somebody.id JOIN voice ON name_id = name.id"
    " ORDER BY key, article_id"
)


def everything(store: Store) -> dict[str, list[Any]]:
    """Give every row of every table but the indexes, and what these find."""
    with store.database.reading() as connection:
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table'"
                " AND name NOT LIKE 'word%' AND name NOT LIKE 'spoken%' AND name NOT LIKE 'called%'"
            )
            if name not in LOCAL
        ]
        found = {
            f"{index}: {word}": connection.execute(
                f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid",  # noqa: S608
                (word,),
            ).fetchall()
            for index in ("word", "spoken")
            for word in ("ecoles", "maire", "nora")
        }
        assert all(found[f"{index}: nora"] for index in ("word", "spoken"))
        found["people"] = connection.execute(PEOPLE).fetchall()
        assert found["people"]
        return found | {
            table: connection.execute(
                f"SELECT * FROM {table} {NOT_OURS.get(table, '')} ORDER BY 1, 2"  # noqa: S608
            ).fetchall()
            for table in tables
        }


def a_library(store: Store) -> None:
    fill(store, 30, seed=9, batch=7)
    folder = store.enter_source("folder", "/dossier/\udce9t\udce9", "été")
    document = Document(
        "« Il faut 20 écoles », a dit Nora Vial, et le débat a duré six heures hier soir.",
        title="Écoles",
        byline="Par Paul Carré",
        published=PartialDate(2023, 2),
        url="https://exemple.org/ecoles",
    )
    newer = Document(document.text.replace("20", "30"), title="Écoles", url=document.url)
    [id] = store.add([(document, "/dossier/\udce9t\udce9/a.txt")], folder)  # noqa: A001
    store.add([(newer, "/dossier/\udce9t\udce9/a.txt"), (newer, "/ailleurs.txt")], folder)
    store.put_evidence(id, parse(newer))
    store.set_note(id, "à vérifier\n« deux fois »")
    store.set_tag([id, 3], "école")
    store.set_starred([2])
    store.set_read([1, 2, id])
    store.set_position(4, 120)
    store.remember("left", '{"article": 4}')


def test_what_is_exported_comes_back_whole(tmp_path: Path) -> None:
    with (
        closing(Store.open(tmp_path / "a.db")) as here,
        closing(Store.open(tmp_path / "b.db")) as there,
    ):
        a_library(here)
        assert list(export(here.database, tmp_path / "export"))[-1] == 31
        assert list(bring_in(there.database, tmp_path / "export"))[-1] == 31
        assert everything(there) == everything(here)
        assert all(finding.ok for finding in examine(there.database))
        list(bring_in(there.database, tmp_path / "export"))
        assert everything(there) == everything(here)


def test_the_markdown_is_for_people(tmp_path: Path) -> None:
    with closing(Store.temporary()) as store:
        a_library(store)
        list(export(store.database, tmp_path / "export"))
    [file] = (tmp_path / "export" / "articles").glob("*-ecoles.md")
    assert file.read_text("utf-8").startswith('---\ntitle: "Écoles"\n')
    assert "« Il faut 30 écoles »" in file.read_text("utf-8")


def test_a_folder_with_something_in_it_is_not_written_to(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("", "utf-8")
    with closing(Store.temporary()) as store, pytest.raises(ArchiveError):
        list(export(store.database, tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    "line", ["", "[]", "{", '{"format": "other"}', "[" * 100_000, '{"format": 1}', "\ud800"]
)
def test_what_is_no_export_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / ARTICLES).write_bytes(line.encode("utf-8", "surrogatepass"))
    with closing(Store.temporary()) as store:
        with pytest.raises(ArchiveError) as caught:
            list(bring_in(store.database, tmp_path))
        assert store.count() == 0
    assert ARTICLES in str(caught.value)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("document", None),
        ("document", {"text": "x"}),
        ("state", {}),
        ("places", [[1]]),
        ("evidence", {"quote": [[1, 2]]}),
        ("evidence", {}),
        ("tags", [{}]),
        ("parsed", None),
    ],
)
def test_a_broken_line_is_said_and_what_came_before_is_in(
    tmp_path: Path, part: str, value: object
) -> None:
    with closing(Store.temporary()) as store:
        fill(store, 25, seed=2)
        list(export(store.database, tmp_path / "export"))
    file = tmp_path / "export" / ARTICLES
    lines = file.read_text("utf-8").splitlines()
    lines[-1] = json.dumps(json.loads(lines[-1]) | {part: value})
    file.write_text("\n".join(lines), "utf-8")
    with closing(Store.temporary()) as store:
        with pytest.raises(ArchiveError, match="line 26"):
            list(bring_in(store.database, tmp_path / "export"))
        assert store.count() == 20
        assert all(finding.ok for finding in examine(store.database))


def test_nothing_in_an_export_drives_a_terminal(tmp_path: Path) -> None:
    with closing(Store.temporary()) as store:
        [id] = store.add([(Document("Un texte.", title="Titre"), "/a.txt")])  # noqa: A001
        store.set_note(id, "ma note")
        list(export(store.database, tmp_path / "export"))
    file = tmp_path / "export" / ARTICLES
    raw = file.read_text("utf-8")
    raw = raw.replace('"Titre"', '"T\\u001b[2J"').replace('"ma note"', '"n\\u009b\\u202e"')
    file.write_text(raw, "utf-8")
    with closing(Store.temporary()) as store:
        list(bring_in(store.database, file))
        kept = store.get(1)
        assert kept is not None
        assert kept.document.title == "T\ufffd[2J"
        assert store.about(1).note == "n\ufffd\ufffd"
