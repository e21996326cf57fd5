"""All that Textual draws. `run` is the way in: it readies the process before Textual is loaded."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SWITCH = 0.001
"""Seconds after which a thread that parses lets the screen have its turn."""


def run(paths: Sequence[str], library: Path | None = None) -> int:
    """Open these articles, or the library where none are named; the exit status when it is over.

    The caller has made sure that there is a terminal. LibraryError before anything is drawn.
    """
    gc.disable()  # nothing made while starting is garbage; the app turns it on when it is drawn
    sys.setswitchinterval(SWITCH)
    respect_no_color()
    from tui.app.app import NewsreaderApp  # noqa: PLC0415 - Textual is slow to load

    app = NewsreaderApp.open(paths, library)
    try:
        return app.run() or 0
    finally:
        app.close_stores()


def respect_no_color() -> None:
    """Have Textual draw without colour where NO_COLOR asks for it, and only there.

    Left alone, Textual draws greys, and also where the variable is empty (https://no-color.org).
    Both it and its theme are read when Textual is imported.
    """
    if os.environ.get("NO_COLOR"):
        os.environ["TEXTUAL_THEME"] = "ansi-dark"
    else:
        os.environ.pop("NO_COLOR", None)
