"""Articles from files, folders and standard input, read as they are asked for.

What cannot be read is an error in its place and never stops the rest. No file is opened twice for
the same article, and no name, however it is written, can block or leave the folder it was found in.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

from tui.locale import _
from tui.locale.faults import fault
from tui.sources.formats import MARKDOWN, SUFFIXES, read_any
from tui.sources.json_lines import read_json_lines
from tui.sources.loaded import Loaded, SourceError, shown_name
from tui.sources.metadata import web_address
from tui.sources.worker import Given

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Loaded", "SourceError", "load", "samples"]

LARGEST = 16_000_000
"""Bytes of a file that holds one article."""

JSON_LINES = frozenset({".jsonl"})
PARQUET = frozenset({".parquet"})
"""Tables of articles. They are opened by their own path, not wherever a folder holds one."""
FOUND_IN_FOLDERS = frozenset({".txt"}) | MARKDOWN | JSON_LINES | SUFFIXES.keys()

_SAVED_WITH_PAGES = ("_files", "_fichiers", ".files")
"""How browsers name the folder of what they save beside "page.html": frames, advertisements."""

_Key = tuple[int, int]
"""Device and inode: the same file by whatever path."""


def load(
    paths: Iterable[str | os.PathLike[str]],
    *,
    stdin: IO[bytes] | None = None,
    allow_private: bool = False,
) -> Iterator[Loaded | SourceError]:
    """Yield the articles of files, folders (all the way down, in order), web addresses and "-".

    A file that is given twice, by another path or through a link too, is one article.
    """
    seen: set[_Key] = set()
    for path in paths:
        given = os.fspath(path)
        if given == "-":
            if (0, 0) not in seen:
                seen.add((0, 0))
                yield from _read_article(stdin or sys.stdin.buffer, "-")
        elif web_address(given):
            yield from _read_address(given, allow_private=allow_private)
        elif os.path.isdir(given):  # noqa: PTH112 - Path.is_dir raises where it may not look
            yield from _read_folder(Path(given), seen)
        else:
            yield from _read_file(given, seen)


def samples() -> tuple[Path, ...]:
    """Give the sample articles: inside an installed package, beside it in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / "seeds"
    folder = installed if installed.is_dir() else package.parent / "seeds"
    return tuple(sorted(p for p in folder.iterdir() if p.suffix in FOUND_IN_FOLDERS))


def _read_address(url: str, *, allow_private: bool) -> Iterator[Loaded | SourceError]:
    from tui.sources import web  # noqa: PLC0415 - the network, where it is asked for
    from tui.sources.network.client import Client  # noqa: PLC0415

    try:
        yield from web.articles(url, Client(allow_private=allow_private))
    except SourceError as error:
        yield error


def _read_folder(folder: Path, seen: set[_Key]) -> Iterator[Loaded | SourceError]:
    found = False
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as scan:
                entries = sorted(
                    (entry for entry in scan if not entry.name.startswith(".")),
                    key=lambda entry: entry.name,
                )
        except OSError as error:
            found = True
            yield _failure(str(here), error)
            continue
        # Links to folders are not followed: they may lead in a circle, or out of the folder.
        folders = {e.name: here / e.name for e in entries if e.is_dir(follow_symlinks=False)}
        _leave_what_was_saved_with_pages(folders, {entry.name for entry in entries})
        waiting += reversed(folders.values())
        for entry in entries:
            if Path(entry.name).suffix.lower() in FOUND_IN_FOLDERS and entry.name not in folders:
                found = True
                if entry.is_symlink() and not _leads_inside(folder, here / entry.name):
                    yield SourceError(
                        _("{name}: a link out of the folder; open the file itself").format(
                            name=shown_name(str(here / entry.name))
                        )
                    )
                else:
                    yield from _read_file(str(here / entry.name), seen)
    if not found:
        yield SourceError(
            _("{name}: no articles in this folder; they end in .txt, .md, .html, .jsonl").format(
                name=shown_name(str(folder))
            )
        )


def _leave_what_was_saved_with_pages(folders: dict[str, Path], names: set[str]) -> None:
    for name in list(folders):
        for ending in _SAVED_WITH_PAGES:
            page = name.removesuffix(ending)
            if page != name and names & {f"{page}.html", f"{page}.htm"}:
                del folders[name]


def _leads_inside(folder: Path, link: Path) -> bool:
    """Look where a link leads. A stranger's folder may hold one to what only its reader may see."""
    try:
        return link.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a circle: opening it says so
        return True


def _read_file(path: str, seen: set[_Key]) -> Iterator[Loaded | SourceError]:
    try:
        stream = _open(path)
    except OSError as error:
        yield _failure(path, error)
        return
    with stream:
        status = os.fstat(stream.fileno())
        if not stat.S_ISREG(status.st_mode):
            yield SourceError(
                _("{name}: not a file; to read from a pipe, give - and send it there").format(
                    name=shown_name(path)
                )
            )
        elif (key := (status.st_dev, status.st_ino)) not in seen:
            seen.add(key)
            if Path(path).suffix.lower() in JSON_LINES:
                yield from read_json_lines(stream, shown_name(path))
            elif Path(path).suffix.lower() in PARQUET:
                from tui.sources.parquet import read_parquet  # noqa: PLC0415 - slow to load

                yield from read_parquet(stream, shown_name(path))
            else:
                yield from _read_article(stream, path)


def contents(path: str, most: int) -> bytes:
    """Give the first `most` bytes of a file and one more, if it has it; raises `SourceError`."""
    try:
        with _open(path) as stream:
            return stream.read(most + 1)
    except OSError as error:
        raise _failure(path, error) from None


def _open(path: str) -> IO[bytes]:
    """Open without waiting: a pipe that nobody writes to must not hold the reader up."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags), "rb")


def _read_article(stream: IO[bytes], path: str) -> Iterator[Loaded | SourceError]:
    name = _("standard input") if path == "-" else shown_name(path)
    try:
        data = stream.read(LARGEST + 1)
    except OSError as error:
        yield _failure(path, error)
        return
    if len(data) > LARGEST:
        yield SourceError(
            _("{name}: over {limit} MB; split it into articles").format(
                name=name, limit=LARGEST // 1_000_000
            )
        )
        return
    try:
        yield from read_any(data, Given(name, shown_name(path)), Path(path).suffix.lower())
    except SourceError as error:
        yield error


def _failure(path: str, error: OSError) -> SourceError:
    return SourceError(fault(shown_name(path), error))
