from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from tui import __version__
from tui.cli import main

SAMPLES = Path(__file__).parents[2] / "seeds"

HOSTILE = (
    "Titre [/foo] \x1b]0;pwn\x07\x1b[2J\x1b[31m\n\n"
    "« Il ne faut pas [@click=app.quit] partir \u202e\x9b31m\x00 »,"
    " a dit Anne Roux.\x1bc Il manque 20 écoles\x7f\u2066.\n"
)


def program(
    *arguments: str | Path, stdin: bytes | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        input=stdin if stdin is not None else b"",
        capture_output=True,
        check=False,
        env=os.environ | {"LANGUAGE": ""} | environment,
        timeout=60,
    )


def article(folder: Path, text: str = "« Oui », a dit Anne Roux.", name: str = "a.txt") -> Path:
    file = folder / name
    file.write_bytes(text.encode())
    return file


def test_the_stream_holds_only_articles_and_errors_go_beside_it(tmp_path: Path) -> None:
    good, missing = article(tmp_path), tmp_path / "absent.txt"
    done = program("extract", "--format", "jsonl", missing, good, tmp_path / "absent2.txt")
    (line,) = done.stdout.splitlines()
    assert json.loads(line)["source"] == str(good)
    first, second = done.stderr.decode().splitlines()
    assert first.startswith("newsreader: ")
    assert "absent.txt" in first
    assert "absent2.txt" in second
    assert done.returncode == 1


def test_an_array_is_whole_even_with_nothing_in_it(tmp_path: Path) -> None:
    assert json.loads(program("extract", SAMPLES).stdout)
    done = program("extract", tmp_path / "absent.txt")
    assert json.loads(done.stdout) == []
    assert done.returncode == 1


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "markdown"])
def test_every_format_says_the_same_twice(form: str) -> None:
    first = program("extract", "--format", form, SAMPLES)
    assert first.returncode == 0
    assert first.stderr == b""
    assert first.stdout == program("extract", "--format", form, SAMPLES).stdout


def test_standard_input_is_an_article() -> None:
    done = program("extract", "-", "--format", "jsonl", stdin="Il manque 20 écoles.".encode())
    assert json.loads(done.stdout)["source"] == "-"


def test_an_article_is_printed_before_the_next_one_is_there() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "extract", "--format", "jsonl", SAMPLES, "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stdin is not None
        assert json.loads(running.stdout.readline())
        assert running.poll() is None
        running.communicate(b"Un texte.")


def test_the_language_can_be_given(tmp_path: Path) -> None:
    done = program("extract", "--lang", "en", "--format", "jsonl", article(tmp_path))
    assert json.loads(done.stdout)["language"] == "en"


def test_a_closed_pipe_is_no_error() -> None:
    script = f"{sys.executable} -m tui extract {SAMPLES} {SAMPLES}/../tests | head -c 10"
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=True, timeout=60)
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tui", "extract", SAMPLES],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", [["extract"], ["extract", "--format", "csv"], ["read"]])
def test_nothing_hostile_is_printed(tmp_path: Path, command: list[str]) -> None:
    hostile = article(tmp_path, HOSTILE, "a\x1b]0;x\x07\u202e.txt")
    done = program(*command, hostile, tmp_path / "b\x1b[2J.txt")
    shown = (done.stdout + done.stderr).decode()
    assert "[/foo]" in shown
    assert "[@click=app.quit]" in shown
    unsafe = {c for c in shown if unicodedata.category(c) in ("Cc", "Cf") and c not in "\n\t"}
    assert not unsafe


@pytest.mark.parametrize(
    "arguments", [(), ("a.txt",), ("./search",), ("no-such-command",), ("--", "extract")]
)
def test_without_a_terminal_the_app_says_what_to_use(arguments: tuple[str, ...]) -> None:
    done = program(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    (line,) = done.stderr.decode().splitlines()
    assert "newsreader read" in line
    assert "newsreader extract" in line


@pytest.mark.parametrize("arguments", [("extract",), ("--bogus",), ("extract", "--format", "x")])
def test_a_command_line_that_makes_no_sense_is_one_line(arguments: tuple[str, ...]) -> None:
    done = program(*arguments)
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("newsreader: ")


def test_the_interface_follows_the_environment_and_the_option() -> None:
    french = "Lire des articles"
    assert french in program("--help", "--ui", "fr").stdout.decode()
    assert french in program("--ui=fr", "--help").stdout.decode()
    assert french in program("--help", LC_ALL="fr_FR.UTF-8").stdout.decode()
    assert french not in program("--ui", "en", "--help", LC_ALL="fr_FR.UTF-8").stdout.decode()
    assert "introuvable" in program("--ui", "fr", "extract", "absent").stderr.decode()


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"newsreader {__version__}\n"


def test_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    done = program("read", article(tmp_path, "« Été »"), LC_ALL="C", PYTHONIOENCODING="ascii")
    assert "« Été »" in done.stdout.decode()
    assert done.returncode == 0
