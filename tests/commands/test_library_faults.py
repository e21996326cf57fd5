"""Every command that writes, on a library that cannot be written: one line, and nothing is lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tui.cli import main
from tui.library import database
from tui.library.schema import migrations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

OUTLINE = '<outline text="Rive {n}" xmlUrl="https://rive.example/{n}"/>'

WRITING = {
    "add": ("add", "{new}"),
    "update": ("update",),
    "remove": ("remove", "{folder}"),
    "import": ("import", "{export}"),
    "opml import": ("opml", "import", "{list}"),
    "watch": ("watch", "écoles"),
}
"""The commands that write to the library. `doctor --repair` is what the remedies lead to."""


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """A library of two articles, and what the commands are given."""
    made = {name: tmp_path / name for name in ("folder", "new", "export", "list", "library.db")}
    for name, words in (("folder", "vingt"), ("new", "trente " * 20_000)):
        made[name].mkdir()
        for n in range(2):
            text = f"Article {name} {n}\n\n« Il faut {n} écoles », a dit Nora Vial.\n\n{words}"
            (made[name] / f"{n}.txt").write_text(text, "utf-8")
    outlines = "".join(OUTLINE.format(n=n) for n in range(500))
    made["list"].write_text(f"<opml><body>{outlines}</body></opml>", "utf-8")
    other = str(tmp_path / "other.db")
    monkeypatch.setenv("NEWSREADER_LIBRARY", str(made["library.db"]))
    assert main(["add", "--library", other, str(made["new"])]) == 0
    assert main(["export", "--library", other, str(made["export"])]) == 0
    assert main(["add", str(made["folder"])]) == 0
    (made["folder"] / "2.txt").write_text("Article folder 2\n\n" + "mot " * 20_000, "utf-8")
    return made


@pytest.fixture(params=WRITING)
def command(request: pytest.FixtureRequest, places: dict[str, Path]) -> list[str]:
    return [word.format_map(places) for word in WRITING[request.param]]


Said = pytest.CaptureFixture[str]


def refused(words: list[str], capsys: Said, *told: str) -> None:
    """Run a command that cannot write: one line names the library and the remedy."""
    capsys.readouterr()
    assert main(words) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    for part in ("newsreader: ", "library.db: ", *told):
        assert part in lines[0]


@pytest.fixture
def whole(places: dict[str, Path]) -> Iterator[None]:
    """Hold at the end that what was in the library is still there, and whole."""
    yield
    with closing(sqlite3.connect(places["library.db"])) as library:
        assert library.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        titles = {title for (title,) in library.execute("SELECT title FROM article")}
    assert titles == {"Article folder 0", "Article folder 1"}


@pytest.mark.usefixtures("whole")
def test_a_library_that_may_only_be_read(
    command: list[str], capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    refused(command, capsys, "may only be read; change its permissions")


@pytest.mark.usefixtures("whole")
def test_a_library_that_another_program_writes_to(
    command: list[str], places: dict[str, Path], capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    with closing(sqlite3.connect(places["library.db"], isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused(command, capsys, "another program is writing to it; try again when it has done")
        other.execute("ROLLBACK")


def test_a_library_of_a_later_version(
    command: list[str], places: dict[str, Path], capsys: Said
) -> None:
    file = places["library.db"]
    with closing(sqlite3.connect(file)) as later:
        later.execute(f"PRAGMA user_version = {migrations.LATEST + 1}")
    before = file.read_bytes()
    refused(command, capsys, "later version")
    assert file.read_bytes() == before


@pytest.mark.usefixtures("whole")
def test_a_full_disk(command: list[str], capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    if command[0] in ("remove", "watch"):
        pytest.skip("needs no more room than there is")
    connect: Callable[..., sqlite3.Connection] = database._connect

    def connect_to_full(*words: Any, **more: Any) -> sqlite3.Connection:
        connection = connect(*words, **more)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    monkeypatch.setattr(database, "_connect", connect_to_full)
    refused(command, capsys, "the disk is full; free some space")


def test_a_library_with_corrupt_pages(
    command: list[str], places: dict[str, Path], capsys: Said
) -> None:
    file = places["library.db"]
    data = bytearray(file.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    file.write_bytes(data)
    capsys.readouterr()
    assert main(command) == 1
    [line] = capsys.readouterr().err.splitlines()
    assert "library.db: damaged; run `newsreader doctor --repair`" in line
    assert file.read_bytes()[4096:] == data[4096:]


OUT = {"backup": ("backup", "{}"), "export": ("export", "{}"), "opml": ("opml", "export", "{}")}
"""The commands that write elsewhere."""


@pytest.mark.parametrize("words", OUT.values(), ids=OUT)
def test_a_place_that_nothing_can_be_written_to(
    words: tuple[str, ...], places: dict[str, Path], capsys: Said
) -> None:
    capsys.readouterr()
    assert main([word.format(places["list"] / "out") for word in words]) == 1
    [line] = capsys.readouterr().err.splitlines()
    assert str(places["list"]) in line


@pytest.mark.parametrize("words", OUT.values(), ids=OUT)
def test_a_place_that_is_full(words: tuple[str, ...], places: dict[str, Path]) -> None:
    resource = pytest.importorskip("resource")
    assert main(["opml", "import", str(places["list"])]) == 0
    assert main(["add", str(places["new"])]) == 0
    out = places["list"].with_name("out")
    done = subprocess.run(
        [sys.executable, "-m", "tui", *(word.format(out) for word in words)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000)),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    [line] = done.stderr.decode().splitlines()
    assert line.startswith("newsreader: ")
    assert "out" in line
    assert not out.with_name("out.part").exists()
