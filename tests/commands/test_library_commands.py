from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui import parser
from tui.cli import main
from tui.library.store import Listing, Store

if TYPE_CHECKING:
    from tui.parser import Article, Document

ROOT = Path(__file__).parents[2]
TEXTS = (
    "Titre un\n\n« Il faut 20 écoles », a dit hier Nora Vial devant le conseil de la ville.",
    "Titre deux\n\nLe chantier coûtera 12 millions d'euros et durera trois ans.",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "dossier"
    made.mkdir()
    for n, text in enumerate(TEXTS):
        (made / f"{n}.txt").write_text(text, "utf-8")
    return made


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "bib" / "library.db"
    monkeypatch.setenv("NEWSREADER_LIBRARY", str(file))
    return file


def listed(library: Path, listing: Listing | None = None) -> list[tuple[str, int | None]]:
    store = Store.open(library)
    rows = store.rows(listing or Listing(order="title"), 0, 1000)
    store.close()
    return [(row.title, row.quotes) for row in rows]


def test_a_folder_is_kept_with_its_evidence(
    folder: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", str(folder)]) == 0
    assert capsys.readouterr().out == "2 new articles, 0 changed, 0 known\n"
    store = Store.open(library)
    assert [source.name for source in store.sources()] == ["", "dossier"]
    assert [row.quotes for row in store.rows(Listing(order="quotes"), 0, 5)] == [1, 0]
    store.close()


def test_adding_twice_changes_nothing(
    folder: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", str(folder)])
    before = listed(library)
    capsys.readouterr()
    assert main(["add", str(folder)]) == 0
    assert capsys.readouterr().out == "0 new articles, 0 changed, 2 known\n"
    assert listed(library) == before


def test_update_finds_what_is_new_and_what_has_changed(
    folder: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", str(folder)])
    (folder / "0.txt").write_text(TEXTS[0].replace("20", "30"), "utf-8")
    (folder / "2.txt").write_text("Titre trois\n\nUn troisième texte.", "utf-8")
    (folder / "1.txt").unlink()
    capsys.readouterr()
    assert main(["update"]) == 0
    assert capsys.readouterr().out == "1 new article, 1 changed, 0 known\n"
    assert len(listed(library)) == 3
    assert len(listed(library, Listing(show="changed"))) == 1


def test_single_files_are_looked_at_again_too(folder: Path, library: Path) -> None:
    file = folder / "0.txt"
    main(["add", str(file)])
    file.write_text(TEXTS[0].replace("20", "30"), "utf-8")
    assert main(["update"]) == 0
    assert len(listed(library, Listing(show="changed"))) == 1


def test_the_ids_of_two_files_do_not_meet(folder: Path, library: Path) -> None:
    for name, text in zip("ab", TEXTS, strict=True):
        line = json.dumps({"id": "1", "text": text})
        (folder / f"{name}.jsonl").write_text(line + "\n", "utf-8")
    main(["add", str(folder)])
    assert len(listed(library)) == 2
    assert listed(library, Listing(show="changed")) == []


def test_what_cannot_be_read_is_said_and_the_rest_is_kept(
    folder: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", str(folder / "absent.txt"), str(folder)]) == 1
    out, err = capsys.readouterr()
    assert out == "2 new articles, 0 changed, 0 known\n"
    assert len(err.splitlines()) == 1
    assert "absent.txt" in err


def test_sources_are_listed_and_removed(
    folder: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", str(folder)])
    capsys.readouterr()
    assert main(["sources", "--format", "jsonl"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["articles"], second["articles"], second["unread"]) == (0, 2, 2)
    assert second["address"] == str(folder)
    assert main(["remove", str(folder)]) == 0
    assert listed(library) == []
    assert main(["remove", str(folder)]) == 1
    assert "dossier" in capsys.readouterr().err


def test_backup_export_and_import(
    folder: Path, library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", str(folder)])
    here = listed(library)
    copy, elsewhere = tmp_path / "copie.db", tmp_path / "ailleurs.db"
    assert main(["backup", str(copy)]) == 0
    assert main(["backup", str(copy)]) == 1
    assert main(["export", str(tmp_path / "sortie")]) == 0
    assert main(["import", str(tmp_path / "sortie"), "--library", str(elsewhere)]) == 0
    assert listed(copy) == listed(elsewhere) == here
    capsys.readouterr()
    for file in (library, copy, elsewhere):
        assert main(["doctor", "--library", str(file)]) == 0
    assert "!!" not in capsys.readouterr().out


def test_the_doctor_puts_a_damaged_library_right(
    folder: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for n in range(60):
        (folder / f"long{n}.txt").write_text(f"Titre {n}\n\n" + f"mot{n} " * 900, "utf-8")
    main(["add", str(folder)])
    size = library.stat().st_size // 4096
    with library.open("r+b") as stream:
        stream.seek(size // 2 * 4096)
        stream.write(b"\xff" * 4096 * 20)
    assert main(["doctor"]) == 1
    main(["doctor", "--repair"])
    capsys.readouterr()
    assert main(["doctor"]) == 0
    assert library.with_name("library.db.damaged").exists()
    assert len(listed(library)) > 0


def test_a_file_that_is_no_library_is_one_line(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (["add", str(folder)], ["update"], ["sources"], ["doctor"]):
        assert main([*command, "--library", str(folder / "0.txt")]) == 1
        assert len(capsys.readouterr().err.splitlines()) == 1
    assert (folder / "0.txt").read_text("utf-8") == TEXTS[0]
    assert main(["doctor", "--library", str(tmp_path / "absent.db")]) == 1
    assert not (tmp_path / "absent.db").exists()


def test_what_is_in_when_somebody_stops_it_is_kept(tmp_path: Path, library: Path) -> None:
    file = tmp_path / "articles.jsonl"
    with file.open("w", encoding="utf-8") as stream:
        for n in range(20_000):
            text = f"Titre {n}\n\n" + TEXTS[0].replace("20", str(n + 2)) + f" Le lieu {n}."
            stream.write(json.dumps({"id": n, "text": text}) + "\n")
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", "add", str(file)],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    until = time.monotonic() + 30
    while time.monotonic() < until and not (library.exists() and len(listed(library)) > 20):
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert len(err.decode().splitlines()) == 1
    assert 20 < len(listed(library)) < 20_000
    assert main(["doctor"]) == 0


def test_what_is_said_to_be_in_is_in(
    folder: Path, library: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    parse, taken = parser.parse, iter([True])

    def stopped_at_the_second(document: Document) -> Article:
        if not next(taken, False):
            raise KeyboardInterrupt
        return parse(document)

    monkeypatch.setattr(parser, "parse", stopped_at_the_second)
    assert main(["add", str(folder)]) == 130
    assert "kept: 2 new articles" in capsys.readouterr().err
    assert sorted(listed(library)) == [("Titre deux", None), ("Titre un", 1)]
