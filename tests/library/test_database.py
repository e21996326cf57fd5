from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.long.kills import kill_once
from tests.tools.make_library import fill
from tui.library import database as connections
from tui.library.database import Database
from tui.library.doctor import examine, repair
from tui.library.errors import (
    DamagedError,
    FullError,
    LibraryError,
    LockedError,
    NewerError,
    NotLibraryError,
    ReadOnlyError,
    UnreachableError,
)
from tui.library.salvage import salvage
from tui.library.schema import migrations
from tui.library.store import Listing, Store
from tui.parser import Document

if TYPE_CHECKING:
    from pathlib import Path

PAIRS = [(Document(f"Texte numéro {n}.", title=f"T{n}"), f"/{n}.txt") for n in range(5)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bibliothèque.db"
    store = Store.open(path)
    store.add(PAIRS)
    store.close()
    return path


def healthy(store: Store) -> bool:
    return all(finding.ok for finding in examine(store.database))


def one_line(error: BaseException, file: Path) -> None:
    message = str(error)
    assert file.name in message
    assert message.isprintable()


def test_a_library_is_one_file_when_nobody_has_it_open(file: Path) -> None:
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("content", [b"Le texte d'un article.\n" * 100, b"PK\x03\x04"])
def test_another_file_is_refused_and_left_as_it_was(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(content)
    with pytest.raises(NotLibraryError) as caught:
        Store.open(file)
    one_line(caught.value, file)
    assert file.read_bytes() == content


def test_the_database_of_another_program_is_left_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "autre.db"
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE article (id)")
    before = file.read_bytes()
    with pytest.raises(NotLibraryError):
        Store.open(file)
    assert file.read_bytes() == before


def test_a_library_of_a_later_version_is_left_as_it_was(file: Path) -> None:
    with closing(sqlite3.connect(file)) as later:
        later.execute(f"PRAGMA user_version = {migrations.LATEST + 1}")
    before = file.read_bytes()
    with pytest.raises(NewerError) as caught:
        Store.open(file)
    one_line(caught.value, file)
    assert file.read_bytes() == before


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreachableError) as caught:
        Store.open(tmp_path)
    one_line(caught.value, tmp_path)
    (tmp_path / "a").write_text("")
    with pytest.raises(UnreachableError):
        Store.open(tmp_path / "a" / "library.db")


def test_a_library_that_may_only_be_read_is_read(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    store = Store.open(file)
    assert store.read_only
    assert len(store.rows(Listing(), 0, 10)) == 5
    with pytest.raises(ReadOnlyError) as caught:
        store.set_read([1])
    one_line(caught.value, file)
    store.close()


def test_a_writer_waits_and_then_says_that_another_writes(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "PATIENCE", 0.05)
    store = Store.open(file)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert store.count() == 5
        with pytest.raises(LockedError) as caught:
            store.set_read([1])
        one_line(caught.value, file)
        other.execute("ROLLBACK")
    store.set_read([1])
    store.close()


def test_a_full_disk_keeps_what_was_there(file: Path) -> None:
    store = Store.open(file)
    with store.database.alone() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(FullError) as caught:
        store.add([(Document("mot " * 50_000), "/long.txt")])
    one_line(caught.value, file)
    assert store.count() == 5
    store.set_read([1])
    assert healthy(store)
    store.close()


def test_a_failed_batch_leaves_nothing_behind(file: Path) -> None:
    store = Store.open(file)
    broken = [(Document("Un texte entier."), "/a.txt"), (Document("\ud800"), "/b.txt")]
    with pytest.raises(UnicodeEncodeError):
        store.add(broken)
    assert store.count() == 5
    assert healthy(store)
    store.close()


def test_user_actions_go_before_work_in_the_background(file: Path) -> None:
    store = Store.open(file)
    order: list[str] = []
    started, both_wait = threading.Event(), threading.Event()

    def hold() -> None:
        with store.database.writing():
            started.set()
            both_wait.wait(5)

    def write(name: str, urgent: bool) -> None:
        with store.database.writing(urgent=urgent):
            order.append(name)

    threads = [threading.Thread(target=hold)]
    threads[0].start()
    started.wait(5)
    for waiting, (name, urgent) in enumerate((("background", False), ("user", True)), 1):
        threads.append(threading.Thread(target=write, args=(name, urgent)))
        threads[-1].start()
        while len(store.database._turn._waiting) < waiting:
            threading.Event().wait(0.001)
    both_wait.set()
    for thread in threads:
        thread.join()
    assert order == ["user", "background"]
    store.close()


def test_a_migration_is_whole_and_keeps_a_copy(
    file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    latest = migrations.LATEST
    good, bad = tmp_path / "9998.sql", tmp_path / "9999.sql"
    good.write_text("CREATE TABLE one (id INTEGER) STRICT;\n", "utf-8")
    bad.write_text("CREATE TABLE two (id INTEGER) STRICT;\nNONSENSE;\n", "utf-8")
    monkeypatch.setattr(migrations, "_STEPS", [*migrations._STEPS, good, bad])
    monkeypatch.setattr(migrations, "LATEST", latest + 2)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        with pytest.raises(sqlite3.OperationalError):
            migrations.migrate(connection, file, latest=latest + 2)
        assert connection.execute("PRAGMA user_version").fetchone() == (latest + 1,)
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    assert "one" in tables
    assert "two" not in tables
    copy = file.with_name(f"{file.name}.before-{latest + 1}")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (latest,)
        assert connection.execute("SELECT count(*) FROM article").fetchone() == (5,)


def test_a_backup_is_the_library_of_that_moment(file: Path, tmp_path: Path) -> None:
    store = Store.open(file)
    copy = tmp_path / "copie.db"
    store.back_up(copy)
    store.add([(Document("Un texte de plus."), "/plus.txt")])
    store.close()
    restored = Store.open(copy)
    assert restored.count() == 5
    assert healthy(restored)
    restored.close()


def test_the_doctor_finds_and_mends_what_can_be_made_anew(file: Path) -> None:
    store = Store.open(file)
    with store.database.writing() as connection:
        connection.execute("INSERT INTO word (word) VALUES ('delete-all')")
        connection.execute("UPDATE source SET unread = 99")
    assert [finding.repairable for finding in examine(store.database) if not finding.ok] == [
        True,
        True,
    ]
    backup = repair(store.database)
    assert backup is not None
    assert backup.exists()
    assert healthy(store)
    assert store.sources()[0].unread == 5
    store.close()


def read_all(file: Path) -> None:
    with closing(Store.open(file)) as store:
        for number in range(1, 61):
            store.get(number)


def test_a_damaged_library_gives_up_what_can_be_read(tmp_path: Path) -> None:
    file = tmp_path / "library.db"
    store = Store.open(file)
    fill(store, 60, seed=5)
    store.set_note(60, "à garder")
    store.close()
    size = file.stat().st_size
    with file.open("r+b") as stream:
        for page in range(size // 2 // 4096, size * 2 // 3 // 4096):
            stream.seek(page * 4096)
            stream.write(b"\xff" * 4096)
    with pytest.raises(DamagedError) as caught:
        read_all(file)
    one_line(caught.value, file)
    done = salvage(file)
    assert done.aside.exists()
    assert done.saved > 0
    assert done.lost > 0
    assert done.saved + done.lost == 60
    store = Store.open(file)
    assert store.count() == done.saved
    assert healthy(store)
    store.close()


def test_two_processes_write_to_one_library(tmp_path: Path) -> None:
    file = tmp_path / "library.db"
    script = (
        "import sys\nfrom pathlib import Path\nfrom tui.library.store import Store\n"
        "from tui.parser import Document\n"
        "store = Store.open(Path(sys.argv[1]))\n"
        "for n in range(40):\n"
        "    store.add([(Document(f'Texte {sys.argv[2]} numéro {n}.'), f'/{sys.argv[2]}/{n}')])\n"
        "    store.set_starred([1])\n"
        "    store.undo()\n"
        "store.close()\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", script, str(file), name], stderr=subprocess.PIPE)
        for name in ("a", "b")
    ]
    assert [writer.communicate(timeout=60)[1] for writer in writers] == [b"", b""]
    store = Store.open(file)
    assert store.count() == 80
    assert healthy(store)
    store.close()


@pytest.mark.parametrize("seed", range(3))
def test_a_killed_writer_loses_nothing_that_was_confirmed(tmp_path: Path, seed: int) -> None:
    file = tmp_path / "library.db"
    assert kill_once(file, seed, 0.05 * seed) > 0
    assert kill_once(file, seed, 0.1) > 0


def test_errors_have_one_root() -> None:
    kinds = (DamagedError, FullError, LockedError, NewerError, NotLibraryError, ReadOnlyError)
    assert all(issubclass(kind, LibraryError) for kind in (*kinds, UnreachableError))


def test_an_open_library_may_be_moved_on_close(file: Path, tmp_path: Path) -> None:
    database = Database.open(file)
    with database.reading() as connection:
        connection.execute("SELECT count(*) FROM article").fetchone()
    database.close()
    shutil.move(file, tmp_path / "ailleurs.db")
    store = Store.open(tmp_path / "ailleurs.db")
    assert store.count() == 5
    store.close()
