"""The hostile collection through the real commands: nothing gets out, sticks, or is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.hostile.attack import SEQUENCES, STATEMENT
from tests.hostile.collection import COLLECTION, write
from tests.hostile.formats import LETTERS, PAGES

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes and links of POSIX")

SMALL = 4_000
DEADLINE = 60

ALLOWED = {*range(0x20, 0x7F), *range(0xA0, 0x110000), 0x09, 0x0A} - {
    0x061C,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
}
"""What may reach a terminal."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    write(folder, SMALL)
    return folder


@pytest.fixture(scope="module")
def library(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that has taken the collection in."""
    file = tmp_path_factory.mktemp("library") / "library.db"
    done = run(folder, "add", "--library", str(file), ".")
    assert done.returncode == 1
    safe(done)
    assert done.stdout.startswith(b"55 new articles")  # the others have the same words
    return file


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=False,
        timeout=DEADLINE,
    )


def safe(done: subprocess.CompletedProcess[bytes]) -> None:
    """Hold that no byte of an attack came out, and that errors are lines of words."""
    for stream in (done.stdout, done.stderr):
        text = stream.decode()  # and never a surrogate
        assert not {c for c in text if ord(c) not in ALLOWED}
    assert b"Traceback" not in done.stderr


REFUSED = {
    "binary.txt": "not a text",
    "empty.txt": "nothing to read",
    "nothing.txt": "not a text",
    "too large.txt": "over 16 MB",
    "nested.eml": "too many messages inside one another",
    "attributes.rss": "too large or too intricate",
    "nested.rss": "too large or too intricate",
    "swelling.docx": "damaged",
    "swelling.pdf": "nothing to read",
    "circle.txt": "leads back to itself",
    "device.txt": "out of the folder",
    "secret.txt": "out of the folder",
    "pipe.txt": "not a file",
}
"""What is not read, and what is said of it."""


@pytest.mark.parametrize("form", ["csv", "markdown", "html"])
def test_extract_prints_nothing_that_drives_a_terminal(folder: Path, form: str) -> None:
    done = run(folder, "extract", "--format", form, ".")
    assert done.returncode == 1
    safe(done)
    told = [line for line in done.stderr.decode().splitlines() if line.startswith("newsreader: ")]
    for name, why in REFUSED.items():
        [line] = [line for line in told if line.startswith(f"newsreader: {name}: ")]
        assert why in line
    for secret in (b"TRAP", b"root:", b"PATH="):
        assert secret not in done.stdout


def test_what_is_read_keeps_its_evidence_beside_the_attack(folder: Path) -> None:
    done = run(folder, "extract", "--format", "jsonl", ".")
    safe(done)
    found = {a["source"]: a for a in map(json.loads, done.stdout.decode().splitlines())}
    names = {attack.name for attack in COLLECTION} - REFUSED.keys()
    assert len(found) >= len(names)
    assert "last" in found  # the lines after the bad ones of a file are read
    for number in range(len(SEQUENCES)):
        article = found[f"sequence {number}.txt"]
        quotes = {quote["text"]: quote["speaker"]["name"] for quote in article["quotes"]}
        assert quotes["Il faut agir"] == "Anne Roux"
        assert quotes["rien ne sera prêt avant le mois de mai"] == "Paul Roy"
        assert {20, 3_000_000} <= {figure["value"] for figure in article["figures"]}
    for attack in (*PAGES, *LETTERS):
        if attack.name not in REFUSED:
            said = [quote["text"] for quote in found[attack.name]["quotes"]]
            assert "Il faut agir" in said, attack.name
    assert {"Un", "Deux", "Trois", "Quatre"} <= {article["title"] for article in found.values()}
    links = {block["href"] for a in found.values() for block in a["blocks"] if block["href"]}
    assert all(link.lower().startswith(("http://", "https://")) for link in links)


def test_read_prints_nothing_that_drives_a_terminal(folder: Path) -> None:
    done = run(folder, "read", *(f"./{attack.name}" for attack in COLLECTION[:20]))
    safe(done)
    assert done.returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "agir"),
        ("search", "--format", "json", "écoles"),
        ("quotes", "--format", "csv", "agir"),
        ("figures", "--format", "markdown", "écoles"),
        ("sources",),
        ("doctor",),
        ("watch", "agir"),
    ],
    ids=" ".join,
)
def test_what_a_library_tells_is_clean(
    folder: Path, library: Path, arguments: tuple[str, ...]
) -> None:
    command, *rest = arguments
    done = run(folder, command, "--library", str(library), *rest)
    safe(done)
    assert done.returncode == 0
    assert done.stdout


@pytest.mark.parametrize("command", ["search", "quotes", "figures"])
def test_a_query_is_never_a_statement(folder: Path, library: Path, command: str) -> None:
    for query in (STATEMENT, f'"{STATEMENT}', f"title:{STATEMENT}", f"source:{STATEMENT}"):
        done = run(folder, command, "--library", str(library), "--", query)
        safe(done)
        assert b"SQL" not in done.stderr
        assert b"fts5" not in done.stderr
    assert run(folder, "doctor", "--library", str(library)).returncode == 0


def test_exported_names_are_the_programs_own(folder: Path, library: Path, tmp_path: Path) -> None:
    done = run(folder, "export", "--library", str(library), str(tmp_path / "out"))
    safe(done)
    assert done.returncode == 0
    files = [file for file in (tmp_path / "out").rglob("*") if file.is_file()]
    assert len(files) > len(COLLECTION) // 2
    for file in files:
        assert file.resolve().is_relative_to(tmp_path / "out")
        assert file.name.isprintable()
        assert not file.name.startswith("-")
