"""The command line. A first word that is a command is a command; everything else is opened.

Nothing is imported before it is known to be needed: `--help` and the commands never load Textual.
"""

from __future__ import annotations

import argparse
import gettext
import io
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn, Protocol

from tui import __version__, locale
from tui.locale import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

COMMANDS = (
    *("extract", "read", "add", "update", "sources", "remove"),
    *("search", "quotes", "figures", "people", "watch"),
    *("kept", "check", "verify"),
    *("doctor", "backup", "export", "import", "opml"),
)

NO_TERMINAL = 2
PIPE_CLOSED = 128 + 13
"""What a shell reports of a program that SIGPIPE ended."""
INTERRUPTED = 128 + 2


class Command(Protocol):
    """What a module of `tui.commands` offers."""

    def about(self) -> str:
        """Say what the command does."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Name what the command takes."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it, and give the exit status."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _speak(words)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        status = _run(words)
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_output()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        _let_go_of_output()
        from tui.locale.faults import reason  # noqa: PLC0415 - seldom asked for

        told = _("cannot go on ({reason})").format(reason=reason(error))
        print("newsreader:", told, file=sys.stderr)
        return 1
    return status


def _run(words: list[str]) -> int:
    place = _first_word(words)
    if place is not None and words[place] in COMMANDS:
        name = words.pop(place)
        command = _command(name)
        parser = _Parser(
            prog=f"newsreader {name}", description=_sentence(command.about()), allow_abbrev=False
        )
        command.add_arguments(parser)
        _add_common(parser)
        return command.run(parser.parse_args(words))
    arguments = _opener().parse_args(words)
    return _open(arguments.paths, arguments.library)


def _command(name: str) -> Command:
    command: Command = import_module(f"tui.commands.{name}")
    return command


def _opener() -> argparse.ArgumentParser:
    from tui.commands.libraries import add_library_argument  # noqa: PLC0415 - beside its use

    parser = _Opener(
        prog="newsreader",
        description=_(
            "Read articles with the evidence beside them: who said what, and every figure."
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "paths",
        nargs="*",
        metavar=_("PATH"),
        help=_(
            "a file, a folder, the address of a page or a feed, or - for standard input, opened "
            "without being kept; without any, the library is opened"
        ),
    )
    add_library_argument(parser)
    _add_common(parser)
    return parser


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        from tui.text.clean import clean_line  # noqa: PLC0415 - not for --help

        told = _("{problem}; see {prog} --help").format(problem=clean_line(message), prog=self.prog)
        self.exit(2, f"newsreader: {told}\n")


class _Opener(_Parser):
    """Knows the commands when it is asked for help: what is opened need not wait for them."""

    def format_help(self) -> str:
        commands = "\n".join(f"  {name:<10}{_command(name).about()}" for name in COMMANDS)
        self.epilog = _(
            "commands:\n{commands}\n\n“newsreader COMMAND --help” tells more of each."
        ).format(commands=commands)
        return super().format_help()


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--ui", choices=locale.LANGUAGES, help=_("the language of the interface: French or English")
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"newsreader {__version__}",
        help=_("print the version"),
    )


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _first_word(words: list[str]) -> int | None:
    """Find the first word that is no option: it may be a command."""
    place = 0
    while place < len(words) and words[place].startswith("--") and words[place] != "--":
        place += 2 if words[place] in ("--ui", "--library") else 1
    return place if place < len(words) else None


def _speak(words: list[str]) -> None:
    """Choose the interface's language before the first word of help is written."""
    chosen = None
    for word, following in zip(words, [*words[1:], ""], strict=False):
        if word == "--":
            break
        if word == "--ui":
            chosen = following
        elif word.startswith("--ui="):
            chosen = word.removeprefix("--ui=")
    language = locale.use(chosen)
    os.environ["LANGUAGE"] = language  # argparse's own words come from the default domain
    gettext.bindtextdomain(locale.DOMAIN, locale.FOLDER)
    gettext.textdomain(locale.DOMAIN)


def _open(paths: list[str], library: Path | None) -> int:
    if "-" in paths and not sys.stdin.isatty():
        _read_input_then_keys()
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    if os.environ.get("TERM") == "dumb" or not all(s is not None and s.isatty() for s in streams):
        print(
            "newsreader:",
            _(
                "needs a terminal to draw on; “newsreader read PATH” prints the article as text, "
                "“newsreader extract PATH” its evidence as JSON"
            ),
            file=sys.stderr,
        )
        return NO_TERMINAL
    from tui.app import run  # noqa: PLC0415 - Textual is slow to load
    from tui.library.errors import LibraryError  # noqa: PLC0415

    try:
        return run(paths, library)
    except LibraryError as error:
        print(f"newsreader: {error}", file=sys.stderr)
        return 1


def _read_input_then_keys() -> None:
    """Take all of standard input as an article, and let the keys come from the terminal."""
    data = sys.stdin.buffer.read()
    sys.stdin = io.TextIOWrapper(io.BytesIO(data))
    try:
        keys = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return  # no terminal: _open says so
    os.dup2(keys, 0)
    os.close(keys)


def _let_go_of_output() -> None:
    """Keep the interpreter from failing again when it flushes at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
