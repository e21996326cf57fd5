"""The floors of the house: what loads what, asked of processes where nothing is loaded yet."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

BELOW_THE_APP = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "tui").rglob("*.py")
    if "app" not in path.parts and path.name != "__main__.py"
)

LOADED = (
    "import sys, importlib\n"
    "for name in sys.argv[1:]: importlib.import_module(name)\n"
    "print(*sys.modules)"
)


def loaded_by(*modules: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *modules],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return set(done.stdout.split())


def loaded_while(*arguments: str) -> set[str]:
    script = (
        "import sys, atexit\n"
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr))\n"
        "from tui.cli import main\n"
        "sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True
    )
    return {name.partition(".")[0] for name in done.stderr.split()}


def test_nothing_below_the_app_loads_textual() -> None:
    assert len(BELOW_THE_APP) > 30
    assert not {"textual", "rich"} & loaded_by(*BELOW_THE_APP)


def test_the_first_page_of_a_library_needs_no_hashes_and_no_evidence() -> None:
    loaded = loaded_by("tui.app.screens.library", "tui.library.store")
    assert not {"hashlib", "tui.parser.article", "tui.parser.pipeline"} & loaded


def test_the_parser_loads_neither_screen_nor_database() -> None:
    assert not {"textual", "rich", "sqlite3"} & loaded_by("tui.parser", "tui.text.clean")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("--version",),
        ("extract", "--help"),
        ("extract", str(ROOT / "seeds")),
        ("read", str(ROOT / "seeds")),
    ],
)
def test_the_command_line_never_loads_textual(arguments: tuple[str, ...]) -> None:
    assert not {"textual", "rich", "sqlite3"} & loaded_while(*arguments)


HEAVY = {
    *("trafilatura", "lxml", "feedparser", "httpcore2", "h11", "defusedxml", "pypdf", "docx"),
    "ssl",
}
"""What reads pages and feeds, and what fetches them: loaded where it is used, or in the worker."""


def test_nothing_loads_what_reads_pages_and_feeds_before_there_are_any() -> None:
    assert not HEAVY & loaded_while("extract", str(ROOT / "seeds"))
    app = loaded_by("tui.app.app", "tui.app.screens.library", "tui.app.screens.opened")
    assert not HEAVY - {"ssl"} & app  # asyncio's own
    assert not HEAVY & loaded_by("tui.intake", "tui.sources.files")


def test_a_page_is_read_in_another_process(tmp_path: Path) -> None:
    page = tmp_path / "p.html"
    page.write_text("<html><body><h1>Titre</h1><p>Un texte.</p></body></html>", "utf-8")
    assert not HEAVY & loaded_while("extract", str(page))


def test_help_loads_no_more_than_it_says() -> None:
    assert not {"dataclasses", "decimal", "json"} & loaded_while("--help")


def test_files_are_drawn_for_before_the_library_is_loaded() -> None:
    assert "sqlite3" not in loaded_by("tui.app.app", "tui.app.screens.opened")


def test_the_import_contracts_hold() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stdout
