from __future__ import annotations

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.sources.files import Loaded, SourceError, load, samples

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT = "Le maire a promis dix écoles.\n"


def articles(paths: Sequence[str | Path], stdin: bytes = b"") -> list[Loaded]:
    found = list(load(paths, stdin=io.BytesIO(stdin)))
    assert not [str(item) for item in found if isinstance(item, SourceError)]
    return [item for item in found if isinstance(item, Loaded)]


def error(path: str | Path) -> str:
    (item,) = load([path])
    assert isinstance(item, SourceError)
    assert "\n" not in str(item)
    return str(item)


def write(path: Path, data: str | bytes = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_file_is_an_article_and_keeps_its_path_and_every_character(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", "  " + TEXT + "\n\n")
    (item,) = articles([file])
    assert (item.document.text, item.origin, item.notice) == (f"  {TEXT}\n\n", str(file), None)


def test_a_folder_is_read_all_the_way_down_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.TXT", ".hidden.txt", ".git/x.txt", "notes.csv"):
        write(tmp_path / name)
    names = [Path(item.origin).name for item in articles([tmp_path])]
    assert names == ["a.md", "b.txt", "c.TXT"]


def test_a_file_given_twice_is_one_article_by_whatever_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(tmp_path / "a.txt")
    (tmp_path / "link.txt").symlink_to(file)
    monkeypatch.chdir(tmp_path)
    assert len(articles(["a.txt", "./a.txt", file, "link.txt", tmp_path, "-", "-"], b"x")) == 2


def test_a_link_leads_no_further_than_its_folder(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("x", encoding="utf-8")
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / "link.txt").symlink_to(secret)
    [error] = load([folder])
    assert isinstance(error, SourceError)
    assert str(error).endswith("a link out of the folder; open the file itself")
    [article] = load([folder / "link.txt"])
    assert not isinstance(article, SourceError)


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    write(tmp_path / "a" / "a.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    assert len(articles([tmp_path])) == 1
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    assert "loop.txt" in error(loop)


def test_an_error_stands_in_its_place_and_stops_nothing(tmp_path: Path) -> None:
    first, last = write(tmp_path / "1.txt"), write(tmp_path / "3.txt")
    found = list(load([first, tmp_path / "2.txt", last]))
    assert [type(item) for item in found] == [Loaded, SourceError, Loaded]
    assert "2.txt" in str(found[1])


def test_a_folder_without_articles_says_so(tmp_path: Path) -> None:
    write(tmp_path / "picture.png", b"\x89PNG\r\n\x1a\n\0\0")
    assert "no articles" in error(tmp_path)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)),
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe",
        b"\x7fELF\x02\x01\x01\x00\x00",
        b"\0" * 1000,
        "abc".encode("utf-16-le"),
        b"\x81\x8d\x8f\x90\x9d",
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    assert "not a text" in error(write(tmp_path / "x.txt", data))


@pytest.mark.parametrize("data", ["", " \n\t\n"])
def test_an_empty_file_is_refused(tmp_path: Path, data: str) -> None:
    assert "empty" in error(write(tmp_path / "x.txt", data))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_no_character(tmp_path: Path, encoding: str) -> None:
    (item,) = articles([write(tmp_path / "x.txt", TEXT.encode(encoding))])
    assert (item.document.text, item.notice) == (TEXT, None)


def test_old_files_are_read_as_windows_1252_and_the_reader_is_told(tmp_path: Path) -> None:
    text = "« Déjà », a dit l’élu : 3 € de moins.\n"
    (item,) = articles([write(tmp_path / "x.txt", text.encode("cp1252"))])
    assert item.document.text == text
    assert item.notice is not None
    assert "Windows-1252" in item.notice
    assert "x.txt" in item.notice


def test_a_broken_byte_does_not_turn_utf_8_into_something_else(tmp_path: Path) -> None:
    (item,) = articles([write(tmp_path / "x.txt", "Été, œuvre, élu".encode() + b"\xff.")])
    assert item.document.text == "Été, œuvre, élu\ufffd."
    assert item.notice is not None
    assert "damaged" in item.notice


def test_a_few_control_characters_do_not_make_a_text_binary(tmp_path: Path) -> None:
    (item,) = articles([write(tmp_path / "x.txt", "Un\0 \x1b[31mtexte\x1b[0m avec \x07 du bruit.")])
    assert item.document.text == "Un\ufffd \ufffd[31mtexte\ufffd[0m avec \ufffd du bruit."


def test_pipes_and_devices_never_block(tmp_path: Path) -> None:
    fifo = tmp_path / "pipe.txt"
    os.mkfifo(fifo)
    assert "pipe.txt" in error(fifo)
    assert "/dev/null" in error("/dev/null")
    assert "no articles" not in error(tmp_path)


def test_a_file_too_large_is_refused_without_reading_it_whole(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    with file.open("wb") as stream:
        stream.truncate(10**12)
    assert "16 MB" in error(file)


def test_an_unreadable_file_says_who_can_help(tmp_path: Path) -> None:
    file = write(tmp_path / "x.txt")
    file.chmod(0)
    root = os.geteuid() == 0  # root may read everything; anybody else may not
    if root:
        os.seteuid(65534)
    try:
        assert "permission" in error(file)
    finally:
        if root:
            os.seteuid(0)


def test_a_hostile_file_name_is_shown_without_its_controls(tmp_path: Path) -> None:
    name = "a\x1b]0;x\x07\u202e\n.txt"
    file = write(tmp_path / name)
    (item,) = articles([file])
    assert item.origin.endswith("a\ufffd]0;x\ufffd\ufffd\ufffd.txt")
    assert "a\ufffd]0;x" in error(tmp_path / f"{name}.missing")


def test_a_name_that_is_no_utf_8_opens_and_is_shown(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY), "w") as stream:
        stream.write(TEXT)
    (item,) = articles([os.fsdecode(path)])
    assert item.origin.endswith("caf\ufffd.txt")


def test_standard_input_is_an_article() -> None:
    (item,) = articles(["-"], TEXT.encode())
    assert (item.origin, item.document.text) == ("-", TEXT)


def test_an_empty_name_is_a_missing_file_and_not_the_folder_we_are_in() -> None:
    assert "no such file" in error("")


def test_the_samples_are_articles() -> None:
    assert len(samples()) > 0
    assert len(articles(samples())) == len(samples())
