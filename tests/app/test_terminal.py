"""The real program in a pseudo-terminal: what reaches the terminal, byte for byte."""

from __future__ import annotations

import os
import re
import select
import signal
import struct
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

fcntl = pytest.importorskip("fcntl")
termios = pytest.importorskip("termios")

PATIENCE = 30.0
"""Seconds after which a program that has not drawn is taken to hang."""

OWN = re.compile(
    rb"\x1b\[[0-9;:?<>=]*[ !$]?[@-~]"  # Textual's own: cursor, colour, modes, keyboard protocol
    rb"|\x1b\[\?[0-9;]*\$p"
    rb"|\x1bP\+q[0-9A-Fa-f;]*\x1b\\"
    rb"|\x1b\]22;[a-z-]*\x07"  # the shape of the mouse pointer
    rb"|\x1b[=>78]"
)

UNSAFE = re.compile(
    "[\x00-\x07\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)

HOSTILE = (
    "Titre [/foo] \x1b]0;PWNED\x07 et \x9d2;PWNED\x9c\n\n"
    "« Non [@click=app.quit]ici \u202eretourné\u2069 \x1b[2J\x1b[31;7m\x00 », a dit Anne Roux.\n\n"
    "Il manque 20 écoles \x1b]52;c;UFdORUQ=\x07 et \x9b31m \x1bc \x85 fin [b]gras[/i] \x1b\\\n"
)


class Terminal:
    """The program, started in a terminal of its own."""

    def __init__(self, *arguments: str | Path, stdin: bytes | None = None) -> None:
        self.written = b""
        self._pid, self._fd = os.forkpty()
        if self._pid == 0:  # pragma: no cover - the child becomes the program
            if stdin is not None:
                reading, writing = os.pipe()
                os.write(writing, stdin)
                os.close(writing)
                os.dup2(reading, 0)
            environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            environment.pop("NO_COLOR", None)
            words = [sys.executable, "-m", "tui", "--ui", "en", *map(str, arguments)]
            os.execve(sys.executable, words, environment)  # noqa: S606 - no shell is the point
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 160, 0, 0))

    def wait_for(self, words: str) -> None:
        """Read until these words, or the end of the program, or the end of patience."""
        until = time.monotonic() + PATIENCE
        while words not in self.text:
            ready, _, _ = select.select([self._fd], [], [], max(0.0, until - time.monotonic()))
            assert ready, f"never shown: {words!r} in {self.text[-2000:]!r}"
            try:
                data = os.read(self._fd, 65536)
            except OSError:
                data = b""
            assert data, f"ended before {words!r}: {self.text[-2000:]!r}"
            self.written += data

    def read_for(self, seconds: float) -> None:
        """Read what comes for a while."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if select.select([self._fd], [], [], left)[0]:
                try:
                    self.written += os.read(self._fd, 65536)
                except OSError:
                    return

    @property
    def pid(self) -> int:
        """The program's number; 0 when it has ended."""
        return self._pid

    @property
    def text(self) -> str:
        """What was written, without the program's own sequences."""
        return OWN.sub(b"", self.written).decode(errors="surrogateescape")

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._fd, keys.encode())

    def leave(self) -> int:
        """Quit, and give the exit status."""
        self.press("\x11")
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            ready, _, _ = select.select([self._fd], [], [], 0.1)
            try:
                data = os.read(self._fd, 65536) if ready else b""
            except OSError:
                data = b""
            self.written += data
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            if pid:
                self._pid = 0
                return os.waitstatus_to_exitcode(status)
        raise AssertionError("the program does not quit")

    def close(self) -> None:
        """End the program where the test did not."""
        if self._pid:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        os.close(self._fd)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    started: list[Terminal] = []
    yield started
    for terminal in started:
        terminal.close()


def test_nothing_hostile_reaches_the_terminal(home: Path, terminals: list[Terminal]) -> None:
    file = home / "nom\x1b]0;PWNED\x07\u202e[b].txt"
    file.write_bytes(HOSTILE.encode())
    terminal = Terminal(file, home / "absent\x1b[2J.txt")
    terminals.append(terminal)
    for words in ("[/foo]", "[@click=app.quit]ici", "gras[/i]", "absent"):
        terminal.wait_for(words)
    assert terminal.leave() == 0
    rest = terminal.text
    assert not UNSAFE.findall(rest)


def test_standard_input_opens_and_the_keys_still_come_from_the_terminal(
    home: Path, terminals: list[Terminal]
) -> None:
    terminal = Terminal("-", stdin="« Il faut agir », a dit Anne Roux.".encode())
    terminals.append(terminal)
    terminal.wait_for("Il faut agir")
    assert terminal.leave() == 0


def test_a_missing_file_is_said_and_the_app_stays_up(home: Path, terminals: list[Terminal]) -> None:
    terminal = Terminal(home / "absent.txt")
    terminals.append(terminal)
    terminal.wait_for("no such file")
    assert terminal.leave() == 0


def test_what_is_no_library_is_said_in_a_line_before_anything_is_drawn(
    home: Path, terminals: list[Terminal]
) -> None:
    file = home / "notes.txt"
    file.write_text("Pas une bibliothèque.\n" * 300, encoding="utf-8")
    terminal = Terminal("--library", file)
    terminals.append(terminal)
    terminal.wait_for("not a newsreader library")
    assert terminal.leave() == 1
    assert len(terminal.text.strip().splitlines()) == 1
    assert file.read_text(encoding="utf-8").startswith("Pas une")
